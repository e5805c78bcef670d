import { checkDocuments } from "./check-documents";
import { checkTogether } from "./check-together";
import type { Problem } from "./problem";
import { readContent } from "./read-content";

/**
 * Everything that is wrong in a content folder. contentlayer alone would let
 * wrong enum values and anything nested pass. What needs several files is
 * looked at once each file is right by itself, so that one slip does not make a
 * hundred problems.
 */
export function checkContent(folder: string): { problems: Problem[]; documents: number } {
  const { files, problems: unreadable } = readContent(folder);
  const { checked, problems: malformed } = checkDocuments(files);
  const alone = [...unreadable, ...malformed];
  return {
    problems: alone.length > 0 ? alone : checkTogether(checked),
    documents: files.length,
  };
}
