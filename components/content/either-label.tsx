/** A label that is spelled in two ways: both are shown, so that the reader finds either. */
export function EitherLabel({ one, other }: { one: string; other: string }) {
  return (
    <>
      <b translate="no">{one}</b> or <b translate="no">{other}</b>
    </>
  );
}
