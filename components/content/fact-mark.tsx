import type { CitedFact } from "@/lib/content/facts";
import { GRADE_TEXTS } from "./grade";

/**
 * The mark behind a claim. What Microsoft confirms gets a quiet number; what is
 * only reported or open says so in words. Both lead to the source.
 */
export function FactMark({ fact }: { fact: CitedFact | undefined }) {
  if (!fact) return null;
  const { id, number, grade } = fact;
  if (grade === "confirmed")
    return (
      <a
        href={`#fact-${id}`}
        className="fact-number no-print"
        aria-label={`Source ${number}: Microsoft`}
      >
        {number}
      </a>
    );
  return (
    <a
      href={`#fact-${id}`}
      className={`fact-grade fact-grade-${grade}`}
      title={GRADE_TEXTS[grade].long}
      aria-label={`${GRADE_TEXTS[grade].short}, source ${number}`}
    >
      {GRADE_TEXTS[grade].short}
    </a>
  );
}
