import { validateFiles, type CheckedFile } from "./validate-files";
import { checkAcrossFiles } from "./check-across-files";
import { checkDates } from "./check-dates";
import type { Problem } from "./problem";
import { readContent } from "./read-content";
import { warningsOf } from "./warnings";

/** What the check found. Problems stop the build, warnings do not. */
export type CheckResult = {
  problems: Problem[];
  warnings: Problem[];
  /** The files that are right by themselves. */
  checked: CheckedFile[];
  documents: number;
};

/**
 * Everything that is wrong in a content folder. contentlayer alone would let
 * wrong enum values and anything nested pass. What needs several files is
 * looked at once each file is right by itself, so that one slip does not make a
 * hundred problems. `today` is what reviews are measured against.
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
