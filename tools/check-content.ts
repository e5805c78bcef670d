import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkContent } from "../lib/checks/check-content";
import { linkReport, readingReport } from "../lib/checks/content-report";
import { problemText } from "../lib/checks/problem";

/**
 * `npm run content:check`: prints what is wrong in content/ or another folder and how to fix it, and fails if
 * anything is. Warnings are only printed.
 *
 *   --report   lists the pages that are hard to read, and writes the level of each to reports/
 *   --links    lists the addresses outside this site with the day they were last checked
 */
const { values, positionals } = parseArgs({
  options: { report: { type: "boolean" }, links: { type: "boolean" } },
  allowPositionals: true,
});
const folder = positionals[0] ?? "content";
const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;

if (existsSync(folder) && statSync(folder).isDirectory()) {
  const { problems, warnings, checked, documents } = checkContent(folder);
  for (const warning of warnings) console.log(`Warning: ${problemText(warning, folder)}\n`);
  for (const problem of problems) console.error(`${problemText(problem, folder)}\n`);
  if (values.links) console.log(`${linkReport(checked)}\n`);
  if (values.report) {
    const { hard, all } = readingReport(checked);
    mkdirSync("reports", { recursive: true });
    writeFileSync("reports/reading-level.txt", `${all}\n`);
    console.log(`${hard}\nEvery page: reports/reading-level.txt\n`);
  }
  const looks = warnings.length === 0 ? "" : `, ${count(warnings.length, "warning")}`;
  console.log(
    problems.length === 0
      ? `Content: ${documents} files, all in order${looks}.`
      : `Content: ${count(problems.length, "problem")} in ${documents} files${looks}.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  console.error(
    `There is no folder “${folder}”.\n    → Name a content folder, or leave it out for content/.`,
  );
  process.exitCode = 1;
}
