/** A label whose spelling no source settles: both are shown, and it is said that nobody checked. */
export function EitherLabel({ one, other }: { one: string; other: string }) {
  return (
    <>
      <b translate="no">{one}</b> or <b translate="no">{other}</b>{" "}
      <span className="text-muted">(spelling not checked on a current PC)</span>
    </>
  );
}
