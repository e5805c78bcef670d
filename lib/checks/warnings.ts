import type { CheckedFile } from "./validate-files";
import { ContentIndex } from "./content-index";
import type { Problem } from "./problem";
import { warnOfSameQuestions } from "./warn-questions";
import { warnOfReview } from "./warn-review";
import { warnOfUnusedScreens } from "./warn-screens";
import { warnOfTerms } from "./warn-terms";

/** What somebody should look at, but does not stop the build: old reviews, duplicate questions, second terms. */
export function warningsOf(files: readonly CheckedFile[], today: string): Problem[] {
  const index = new ContentIndex(files);
  const warnings = [
    ...files.flatMap((file) => [...warnOfReview(file, today), ...warnOfTerms(file, index)]),
    ...warnOfSameQuestions(files),
    ...warnOfUnusedScreens(files),
  ];
  const order = new Map(files.map(({ file }, i) => [file, i]));
  return warnings.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
}
