import { linksIn } from "../text/parse-text";
import { readingGrade } from "../text/reading-level";
import { addressOf } from "../site/kinds";
import type { CheckedFile } from "./validate-files";
import { ContentIndex, readableText } from "./content-index";
import type { Fact } from "../schema/facts";

/** A page above this grade is reported as hard to read. */
const HARD_GRADE = 9;

/** The reading level of every page: those above grade 9, and all, hardest first. */
export function readingReport(files: readonly CheckedFile[]): { hard: string; all: string } {
  const index = new ContentIndex(files);
  const pages = files
    .filter(({ collection, slug }) => addressOf(collection, slug))
    .map((file) => {
      const texts = index.textsOf(file).map(({ markdown }) => markdown);
      return { file: file.file, grade: readingGrade(texts.filter(readableText)) };
    })
    .sort((a, b) => (b.grade ?? 0) - (a.grade ?? 0) || a.file.localeCompare(b.file));
  const row = ({ file, grade }: (typeof pages)[number]) =>
    `  ${(grade === undefined ? "–" : grade.toFixed(1)).padStart(5)}  ${file}`;
  const graded = pages.filter(({ grade }) => grade !== undefined);
  const hard = graded.filter(({ grade }) => (grade ?? 0) > HARD_GRADE);
  const middle = graded[Math.floor(graded.length / 2)]?.grade;
  const summary = `Reading level (Flesch-Kincaid grade): ${hard.length} of ${graded.length} pages above grade ${HARD_GRADE}${middle === undefined ? "" : `, half of them below ${middle.toFixed(1)}`}. ${pages.length - graded.length} are too short to tell (–).`;
  return {
    hard: [summary, ...hard.map(row)].join("\n"),
    all: [summary, ...pages.map(row)].join("\n"),
  };
}

/** Every external address in the content, the one not checked for longest first. */
export function linkReport(files: readonly CheckedFile[]): string {
  const index = new ContentIndex(files);
  const links = new Map<string, { checked: string; in: Set<string> }>();
  const add = (url: string, checked: string, file: string) => {
    const link = links.get(url) ?? { checked, in: new Set() };
    // The latest check counts, whoever made it.
    if (checked > link.checked) link.checked = checked;
    links.set(url, { ...link, in: link.in.add(file) });
  };
  for (const file of files) {
    if (file.collection === "facts")
      for (const { sources, checked } of file.value.facts as Fact[])
        for (const source of sources) add(source, checked, file.file);
    for (const { markdown } of index.textsOf(file))
      if (readableText(markdown))
        for (const url of linksIn(markdown))
          if (!url.startsWith("/")) add(url, String(file.value.reviewed ?? ""), file.file);
  }
  const rows = [...links].sort(
    ([a, one], [b, other]) => one.checked.localeCompare(other.checked) || a.localeCompare(b),
  );
  return [
    `Addresses outside this site: ${rows.length}. The day is that of the fact that names it or of the page's last review; nothing was fetched.`,
    ...rows.map(
      ([url, link]) => `  ${link.checked || "not known "}  ${url}  (${[...link.in].join(", ")})`,
    ),
  ].join("\n");
}
