import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

/** The placeholder for what a writer still has to write; `npm run content:new` inserts it. */
const UNFINISHED = /^\s*TODO\b/;

/** The fields of a document that still begin with TODO, at any depth. */
export function unfinishedFields(value: unknown, field = ""): string[] {
  if (typeof value === "string") return UNFINISHED.test(value) ? [field] : [];
  if (Array.isArray(value))
    return value.flatMap((item, i) => unfinishedFields(item, `${field}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    unfinishedFields(child, field ? `${field}.${key}` : key),
  );
}

/** Drafts may have gaps; what readers see may not. */
export function checkUnfinished({ file, value }: CheckedFile): Problem[] {
  if (value.draft) return [];
  return unfinishedFields(value).map((field) => ({
    file,
    field,
    message: "still begins with TODO, and the page is not a draft",
    remedy: "Write the text, or put “draft: true” into the file until it is written.",
  }));
}
