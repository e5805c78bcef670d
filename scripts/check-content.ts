import { existsSync } from "node:fs";
import { checkContent } from "../lib/schema/check-content";
import { problemText } from "../lib/schema/problem";

/**
 * `npm run content:check`: prints what is wrong in content/, or in the folder
 * that is named, and how to mend it; fails when anything is.
 */
const folder = process.argv[2] ?? "content";
if (existsSync(folder)) {
  const { problems, documents } = checkContent(folder);
  for (const problem of problems) console.error(`${problemText(problem, folder)}\n`);
  console.log(
    problems.length === 0
      ? `Content: ${documents} files, all in order.`
      : `Content: ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${documents} files.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  console.error(
    `There is no folder “${folder}”.\n    → Name a content folder, or none for content/.`,
  );
  process.exitCode = 1;
}
