/** A label with two spellings: shows both, so that readers find either. */
export function EitherLabel({ one, other }: { one: string; other: string }) {
  return (
    <>
      <b translate="no">{one}</b> or <b translate="no">{other}</b>
    </>
  );
}
