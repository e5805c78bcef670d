import { lettersOf } from "../licenses/license-words";
import type { Wordings } from "../schema/wordings";
import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

/** A language's file is named after its tag, and has each wording once and no lead that also is a wording. */
export function checkWordings({ file, slug, value }: CheckedFile): Problem[] {
  const { lang, wordings, leads } = value as Wordings;
  const problems: Problem[] = [];
  if (slug !== lang.toLowerCase())
    problems.push({
      file,
      field: "lang",
      message: `is “${lang}”, but the file is called “${slug}”`,
      remedy: `Rename the file to ${lang.toLowerCase()}.yaml, or correct the tag.`,
    });
  const seen = new Set<string>();
  for (const [i, { key, text, also }] of wordings.entries()) {
    for (const spelling of [text, ...also]) {
      const name = `${key} ${lettersOf(spelling)}`;
      if (seen.has(name))
        problems.push({
          file,
          field: `wordings[${i}].text`,
          message: `“${spelling}” is there twice for “${key}”`,
          remedy: "Move the sources of both into one wording.",
        });
      seen.add(name);
    }
    if (key === "watermark" && text.split(" | ").length !== 2)
      problems.push({
        file,
        field: `wordings[${i}].text`,
        message: "a watermark has two lines",
        remedy: "Write both lines with “ | ” between them.",
      });
  }
  for (const [i, { key, text }] of leads.entries())
    if (seen.has(`${key} ${lettersOf(text)}`))
      problems.push({
        file,
        field: `leads[${i}].text`,
        message: `“${text}” is a lead and a wording`,
        remedy: "Keep it as a wording with its sources, or as a lead, which is never matched.",
      });
  return problems;
}
