import type { CitedFact } from "@/lib/content/facts";

/**
 * The mark behind a claim: a dot for what Microsoft says, an open circle for what others report. It opens the note
 * with its source in place (components/layout/sources.tsx), natively, without script.
 */
export function FactMark({ fact }: { fact: CitedFact | undefined }) {
  if (!fact) return null;
  const { number, grade } = fact;
  const confirmed = grade === "confirmed";
  return (
    <button
      type="button"
      popoverTarget={`source-${number}`}
      className={confirmed ? "fact" : "fact fact-open"}
      aria-label={`${confirmed ? "Microsoft says so" : "Reported"}: source ${number}`}
    />
  );
}
