import { checkContent } from "../lib/schema/check-content";
import { problemText } from "../lib/schema/problem";

/** `npm run content:check`: prints what is wrong in content/ and how to mend it; fails when anything is. */
const { problems, documents } = checkContent("content");
for (const problem of problems) console.error(`${problemText(problem)}\n`);
console.log(
  problems.length === 0
    ? `Content: ${documents} files, all in order.`
    : `Content: ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${documents} files.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
