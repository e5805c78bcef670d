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
      <sup className="fact-number no-print">
        <a href={`#fact-${id}`} aria-label={`Source ${number}: Microsoft`}>
          {number}
        </a>
      </sup>
    );
  return (
    <a href={`#fact-${id}`} className={`fact-grade fact-grade-${grade}`} title={GRADE_TEXTS[grade].long}>
      {GRADE_TEXTS[grade].short}
      <span className="sr-only">, source {number}</span>
    </a>
  );
}
