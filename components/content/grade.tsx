import type { AdviceGrade, ClaimGrade } from "@/lib/schema/fields";

/** What each grade means, in readers' words. */
export const GRADE_TEXTS: Record<ClaimGrade | AdviceGrade, { short: string; long: string }> = {
  confirmed: { short: "Microsoft says so", long: "A Microsoft source with this content was read." },
  reported: {
    short: "Reported",
    long: "No Microsoft page that says all of this was read. Other sources agree, or it is a conclusion.",
  },
  conflicting: { short: "Open", long: "Sources disagree, or nothing reliable was found." },
  derived: {
    short: "Derived",
    long: "Follows from the official meaning and from documented general steps. No page about this very code was read.",
  },
};

/** The beginning of a mark's note for each grade, before the publishers. */
export const NOTE_TEXTS: Record<ClaimGrade, string> = {
  confirmed: "Microsoft says so.",
  reported: "Reported. No Microsoft page that says all of this was read.",
  conflicting: "Reported differently: no answer is sure.",
};

/** A grade in words, never by color alone. */
export function GradeBadge({ grade }: { grade: ClaimGrade | AdviceGrade }) {
  return (
    <span className={`grade grade-${grade}`} title={GRADE_TEXTS[grade].long}>
      {GRADE_TEXTS[grade].short}
    </span>
  );
}
