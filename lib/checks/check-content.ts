import { validateFiles, type CheckedFile } from "./validate-files";
import { checkAcrossFiles } from "./check-across-files";
import { checkDates } from "./check-dates";
import type { Problem } from "./problem";
import { readContent } from "./read-content";
import { warningsOf } from "./warnings";

/** What the check found. Problems stop the build, warnings do not. */
type CheckResult = {
  problems: Problem[];
  warnings: Problem[];
  /** The files that are valid by themselves. */
  checked: CheckedFile[];
  documents: number;
};

/**
 * Everything that is wrong in a content folder. contentlayer alone would accept wrong enum values and anything
 * nested. Rules across files run only once every file is valid by itself, so that one slip does not cause a
 * hundred problems. The age of reviews is measured against `today`.
 */
export function checkContent(
  folder: string,
  today = new Date().toISOString().slice(0, 10),
): CheckResult {
  const { files, problems: unreadable } = readContent(folder);
  const { checked, problems: malformed } = validateFiles(files);
  const misdated = checked.flatMap((file) => checkDates(file, today));
  const alone = [...unreadable, ...malformed, ...misdated];
  return {
    problems: alone.length > 0 ? alone : checkAcrossFiles(checked),
    warnings: warningsOf(checked, today),
    checked,
    documents: files.length,
  };
}
