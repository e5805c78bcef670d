import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

/** The number of months after which a page should be compared with its sources again. */
const REVIEW_MONTHS = 12;

/** Warns about pages that nobody has compared with their sources for a year. `today`: 2026-11-21. */
export function warnOfReview({ file, value }: CheckedFile, today: string): Problem[] {
  const { reviewed } = value;
  if (typeof reviewed !== "string" || reviewed >= monthsBefore(today, REVIEW_MONTHS)) return [];
  return [
    {
      file,
      field: "reviewed",
      message: `last compared with its sources on ${reviewed}, more than ${REVIEW_MONTHS} months ago`,
      remedy:
        "Read the page beside the sources of its facts, mend what has changed, then write the day of today here.",
    },
  ];
}

/** The same day some months earlier, or the last day of a shorter month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
