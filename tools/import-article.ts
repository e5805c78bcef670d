import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { parseArgs } from "node:util";
import { importArticle } from "./import/import-article";
import { ImportProblem } from "./import/problem";
import { importReport } from "./import/report";
import { checkContent } from "../lib/checks/check-content";
import { unfinishedFields } from "../lib/checks/check-unfinished";
import { SLUG_PATTERN } from "../lib/schema/fields";

/*
 * `npm run content:import <file.md>`: turns an article of a Hexo, Jekyll, Hugo or WordPress site into a draft in
 * content/articles and prints what was dropped, line by line.
 *
 *   --slug link-your-license    the name of the draft; by default, from the title
 *   --report report.md          also writes the report to a file
 *   --folder content            another content folder
 */
const { values, positionals } = parseArgs({
  options: {
    slug: { type: "string" },
    report: { type: "string" },
    folder: { type: "string", default: "content" },
  },
  allowPositionals: true,
});

function stop(found: string, remedy: string): never {
  console.error(`${found}\n    → ${remedy}`);
  process.exit(1);
}

/** The text of the source. Old sites may be written in another encoding, which would lose letters. */
function sourceText(): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(source!));
  } catch {
    return stop(
      `${source}: expected text in UTF-8, found another encoding.`,
      "Save the file with the encoding UTF-8 (in Notepad: Save as, Encoding).",
    );
  }
}

function imported() {
  const text = sourceText();
  try {
    return importArticle(text, {
      fileName: basename(source!),
      today: new Date().toISOString().slice(0, 10),
      ...(slug === undefined ? {} : { slug }),
      knownTopics: existsSync(topics) ? readdirSync(topics).map((file) => parse(file).name) : [],
    });
  } catch (error) {
    if (error instanceof ImportProblem) stop(`${source}: ${error.message}.`, error.remedy);
    throw error;
  }
}

const { folder, slug } = values;
const source = positionals[0];
if (!source || positionals.length > 1)
  stop(
    `Expected one file, found ${positionals.length}.`,
    "Write for example: npm run content:import -- old/article.md",
  );
if (!statSync(source, { throwIfNoEntry: false })?.isFile())
  stop(`There is no file “${source}”.`, "Name a Markdown file of the old site.");
if (!existsSync(folder)) stop(`There is no folder “${folder}”.`, "Name a content folder.");
if (slug !== undefined && !SLUG_PATTERN.test(slug))
  stop(`--slug: found “${slug}”.`, "Only lower-case letters, digits and single hyphens.");

const topics = join(folder, "topics");
const article = imported();
const file = `articles/${article.slug}.md`;
const path = join(folder, file);
if (existsSync(path))
  stop(`${path} exists already.`, "Choose another name with --slug, or remove that file first.");
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, article.draft);

const { problems, warnings, checked } = checkContent(folder);
const own = <T extends { file: string }>(found: readonly T[]) =>
  found.filter((one) => one.file === file);
const left = [
  ...unfinishedFields(own(checked)[0]?.value).map((field) => `Write ${field} (TODO).`),
  ...own(problems).map(
    ({ field, message, remedy }) => `The check rejects ${field}: ${message}. ${remedy}`,
  ),
  ...own(warnings).map(
    ({ field, message, remedy }) => `The check warns about ${field}: ${message}. ${remedy}`,
  ),
  "Name the fact behind each claim that you keep, and remove “draft: true” last.",
];
const report = importReport(article, { source: basename(source), draftFile: path, left });
console.log(report);
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${report}\n`);
}
