import type { AnswerText, SearchAnswer, SearchDocument } from "./types";

/*
 * The texts for snippets, in one small file per section. Measured on 651 sections and 120 questions: ten
 * results cost 10 KB in ten requests. Files of whole pages cost 27 KB in as many requests; a split into 32
 * files 73 KB in six.
 */

/** What is shown of a section. */
export type SectionText = {
  text: string;
  /** Its page's description, for when the text has no match. */
  description?: string;
  /** How many characters of the text are its page's brief. */
  brief?: number;
  /** Its card. */
  answer?: AnswerText;
};

/** By the id of the section. */
export type SearchTexts = Record<string, SectionText>;

/** The path of a section's file in the folder of texts: "/guides/a#b" is in "/guides/a/b.json". */
export function sectionTextFile(section: string): string {
  return `${section.replace("#", "/")}.json`;
}

/** The texts of all sections. */
export function sectionTexts(documents: readonly SearchDocument[]): SearchTexts {
  const descriptions = new Map<string, string>();
  for (const { page, description } of documents)
    if (description) descriptions.set(page, description);
  return Object.fromEntries(
    documents.map(({ id, page, text, brief, answer }) => [
      id,
      { text, description: descriptions.get(page), brief, answer },
    ]),
  );
}

/** The sections whose texts an answer shows: those of its results and of its card. */
export function shownSections({ results, card }: Pick<SearchAnswer, "results" | "card">): string[] {
  return [card, ...results].flatMap((shown) => shown?.section ?? []);
}
