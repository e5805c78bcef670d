import type { CitedFact } from "@/lib/content/facts";
import { GRADE_TEXTS } from "./grade";

/**
 * The mark behind a claim. What Microsoft confirms gets a quiet number; what is
 * only reported or open says so in words. Both lead to the source.
 */
export function FactMark({ fact }: { fact: CitedFact | undefined }) {
  if (!fact) return null;
  const { number, grade } = fact;
  const confirmed = grade === "confirmed";
  return (
    <a
      href={`#source-${number}`}
      // DPUB-ARIA: a screen reader says “note reference”, so that the number alone is enough.
      role="doc-noteref"
      className={confirmed ? "fact-number" : `fact-grade fact-grade-${grade}`}
    >
      {confirmed ? number : GRADE_TEXTS[grade].short}
    </a>
  );
}
