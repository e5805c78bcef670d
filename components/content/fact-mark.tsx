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
      <sup className="no-print text-[0.75em] leading-none">
        <a href={`#fact-${id}`} className="px-0.5 no-underline hover:underline" aria-label={`Source ${number}: Microsoft`}>
          {number}
        </a>
      </sup>
    );
  return (
    <a href={`#fact-${id}`} className={`grade grade-${grade}`} title={GRADE_TEXTS[grade].long}>
      {GRADE_TEXTS[grade].short}
      <span className="sr-only">, source {number}</span>
    </a>
  );
}
