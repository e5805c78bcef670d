import type { SearchTexts } from "./snippet";
import type { AnswerText, SearchAnswer, SearchDocument } from "./types";

/*
 * The texts for snippets, in one small file per section. Measured on 651 sections and 120 questions: ten
 * results cost 10 KB in ten requests. Files of whole pages cost 27 KB in as many requests; a split into 32
 * files 73 KB in six.
 */

/** The content of a file: the section's text, its page's description for when the text has no match, its card. */
export type SectionText = { text: string; description?: string; answer?: AnswerText };

/** The path of a section's file in the folder of texts: "/guides/a#b" is in "/guides/a/b.json". */
export function sectionTextFile(section: string): string {
  return `${section.replace("#", "/")}.json`;
}

/** All files with their content, as JSON. */
export function sectionTextFiles(documents: readonly SearchDocument[]): Map<string, string> {
  const descriptions = new Map<string, string>();
  for (const { page, description } of documents)
    if (description) descriptions.set(page, description);
  return new Map(
    documents.map(({ id, page, text, answer }) => {
      const content: SectionText = { text, description: descriptions.get(page), answer };
      return [sectionTextFile(id), JSON.stringify(content)];
    }),
  );
}

/** The sections whose texts an answer shows: those of its results and of its card. */
export function shownSections({ results, card }: Pick<SearchAnswer, "results" | "card">): string[] {
  return [...(card ? [card.section] : []), ...results.map(({ section }) => section)];
}

/** The texts of an answer, as `addSnippets` takes them. A missing text leaves its snippet out. */
export function textsOf(
  { results, card }: Pick<SearchAnswer, "results" | "card">,
  found: ReadonlyMap<string, SectionText>,
): SearchTexts {
  const texts: SearchTexts = { sections: {}, pages: {}, answers: {} };
  const shown = card && found.get(card.section)?.answer;
  if (card && shown) texts.answers[card.section] = shown;
  for (const { section, page } of results) {
    const file = found.get(section);
    if (!file) continue;
    texts.sections[section] = file.text;
    if (file.description) texts.pages[page] = file.description;
  }
  return texts;
}
