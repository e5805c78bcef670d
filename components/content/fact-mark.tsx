import type { CitedFact } from "@/lib/content/facts";
import { GRADE_TEXTS } from "./grade";

/**
 * The mark behind a claim. What Microsoft confirms gets a quiet number; what is
 * only reported or open says so in words. Both lead to the source.
 */
export function FactMark({ fact }: { fact: CitedFact | undefined }) {
  if (!fact) return null;
  const { number, grade } = fact;
  if (grade === "confirmed")
    return (
      <a
        href={`#source-${number}`}
        className="fact-number no-print"
        aria-label={`Source ${number}`}
      >
        {number}
      </a>
    );
  return (
    <a
      href={`#source-${number}`}
      className={`fact-grade fact-grade-${grade}`}
    >
      {GRADE_TEXTS[grade].short}
    </a>
  );
}
