import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The dates of a page are in order, and only that of publication may be in the future. */
export function checkDates({ file, value }: CheckedFile, today: string): Problem[] {
  const problems: Problem[] = [];
  // Somewhere it is already tomorrow.
  const latest = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  const { published } = value;
  for (const field of ["updated", "reviewed"]) {
    const day = value[field];
    if (typeof day !== "string") continue;
    if (day > latest)
      problems.push({
        file,
        field,
        message: `expected a day that has been, found ${day}; today is ${today}`,
        remedy: `Write the day on which it was ${field}.`,
      });
    else if (field === "updated" && typeof published === "string" && day < published)
      problems.push({
        file,
        field,
        message: `expected ${published} or later, the day it was published, found ${day}`,
        remedy: "Write the later of the two days, or correct “published”.",
      });
  }
  return problems;
}
