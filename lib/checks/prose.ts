import { readableText, type ContentIndex } from "./content-index";
import type { CheckedFile } from "./validate-files";
import type { TextBlock } from "../text/sentences";
import { blocksOf } from "../text/sentences";

/** A text of a document that readers see, and its position. */
type Prose = { field: string; block: TextBlock; oneOfMany: boolean };

/** Fields that readers see, although they are single lines and not Markdown. */
const PROSE_LINES = new Set([
  "title",
  "shortTitle",
  "description",
  "ask",
  "verdict",
  "revisionNote",
]);

/** Texts in drawings are labels of Windows. */
const LABELS = /^drawing1[01]$/;

/** Everything that readers of a document see, block by block: titles and all texts. */
export function proseOf(file: CheckedFile, index: ContentIndex): Prose[] {
  if (["facts", "publishers", "published-steps", "synonyms"].includes(file.collection)) return [];
  const lines = proseLines(file.value).filter(({ line }) => !isOfficial(line, file.value));
  return [
    ...lines.flatMap(({ field, line }) => blocks(field, escapeLine(line))),
    ...index.textsOf(file).flatMap(({ field, markdown }) => blocks(field, markdown)),
  ];
}

function blocks(field: string, markdown: string): Prose[] {
  const root = readableText(markdown);
  if (!root) return []; // Reported by check-text.ts.
  const oneOfMany = markdown.trim().includes("\n");
  return blocksOf(root).map((block) => ({ field, block, oneOfMany }));
}

function proseLines(value: unknown, field = ""): { field: string; line: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => proseLines(item, `${field}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const name = field ? `${field}.${key}` : key;
    if (LABELS.test(key)) return [];
    if (typeof child === "string")
      return PROSE_LINES.has(key) ? [{ field: name, line: child }] : [];
    return proseLines(child, name);
  });
}

/** Titles of some codes are Microsoft's own words, which are not ours to change. */
function isOfficial(line: string, { officialMessage, message }: Record<string, unknown>): boolean {
  return [officialMessage, message].some(
    (words) => typeof words === "string" && words.includes(line),
  );
}

/** A plain line as Markdown that shows the same characters. */
const escapeLine = (line: string) => line.replace(/[\\`*_{}<>[\]#|~]/g, "\\$&");
