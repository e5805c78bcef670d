import type { SearchTexts } from "./snippet";
import type { SearchDocument, SearchResult } from "./types";

/*
 * The texts for snippets, in one small file for each section. Measured on 651 sections and 120
 * questions: ten results cost 10 KB in ten requests; files of whole pages 27 KB in as many, 32
 * files 73 KB in six.
 */

/** What one file holds: the section's text, and its page's description for when no word is in it. */
export type SectionText = { text: string; description?: string };

/** The file of a section, relative to the folder of all: "/guides/a#b" is in "/guides/a/b.json". */
export function sectionTextFile(section: string): string {
  return `${section.replace("#", "/")}.json`;
}

/** All files with their content, as JSON. */
export function sectionTextFiles(documents: readonly SearchDocument[]): Map<string, string> {
  const descriptions = new Map<string, string>();
  for (const { page, description } of documents)
    if (description) descriptions.set(page, description);
  return new Map(
    documents.map(({ id, page, text }) => {
      const content: SectionText = { text, description: descriptions.get(page) };
      return [sectionTextFile(id), JSON.stringify(content)];
    }),
  );
}

/** The texts of some results, as `addSnippets` takes them. One that is missing leaves its snippet out. */
export function textsOf(
  results: readonly SearchResult[],
  found: ReadonlyMap<string, SectionText>,
): SearchTexts {
  const texts: SearchTexts = { sections: {}, pages: {} };
  for (const { section, page } of results) {
    const file = found.get(section);
    if (!file) continue;
    texts.sections[section] = file.text;
    if (file.description) texts.pages[page] = file.description;
  }
  return texts;
}
