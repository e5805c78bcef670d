import { isDeepStrictEqual } from "node:util";
import MiniSearch from "minisearch";
import { changeTerms } from "./changes";
import { openIndex, type IndexContent, type IndexedSection, type SerializedIndex } from "./engine";
import { packIndex } from "./packed-index";
import { aspectsOf, tellingWords } from "./question-match";
import { CORRECTED_LETTERS, FIELD_WEIGHTS, TWO_SLIPS_LETTERS } from "./ranking";
import { sectionTexts } from "./section-text";
import { nearSpellings, splitWord } from "./spelling";
import { indexTerms, prepareSynonyms } from "./synonyms";
import { EVERYDAY_WORDS, WEAK_WORDS } from "./weak-words";
import type { FacilityText } from "@/lib/errors/code-facility";
import type { Language } from "@/lib/wordings/language";
import { readForeign } from "@/lib/wordings/read-foreign";
import type { SearchDocument, SearchIndex, SynonymGroup } from "./types";

/*
 * Separate from engine.ts, so that browsers, which only read the index, do not load MiniSearch, which builds it.
 */

/** An index that can be serialized. */
type CreatedIndex = SearchIndex & {
  /** Both parts as JSON: `index` to find, `texts` to show. */
  serialize: () => { index: string; texts: string };
};

/** A way to ask a question without the words that say nothing, if that asks the same. Saves a tenth of the index. */
function shorten(way: string): string {
  const words = tellingWords(way);
  const short = words.join(" ");
  const isSame =
    tellingWords(short).join(" ") === short &&
    isDeepStrictEqual(aspectsOf(short), aspectsOf(way)) &&
    changeTerms(way).length === 0;
  return isSame ? short : way;
}

/** Builds the index of all sections, in the order of the documents. */
export function createIndex(
  documents: readonly SearchDocument[],
  synonyms: readonly SynonymGroup[],
  languages: readonly Language[] = [],
  facilities: readonly FacilityText[] = [],
): CreatedIndex {
  const content: IndexContent = {
    pages: [],
    sections: [],
    weakWords: [],
    synonyms: [...synonyms],
    languages: [...languages],
    facilities: [...facilities],
    outputText:
      "This looks like the output of a license command. The reader says what it proves; nothing is sent.",
  };
  const texts = sectionTexts(documents);
  const prepared = prepareSynonyms(synonyms);
  const pageNumbers = new Map<string, number>();
  const miniSearch = new MiniSearch<Record<string, unknown>>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: (text) => [...indexTerms(text, prepared), ...changeTerms(text)],
    // The tokenizer has already normalized the terms.
    processTerm: (term) => term,
  });
  for (const [id, document] of documents.entries()) {
    let pageNumber = pageNumbers.get(document.page);
    if (pageNumber === undefined) {
      const { page: address, kind, title, code, message } = document;
      pageNumber = content.pages.length;
      pageNumbers.set(address, pageNumber);
      content.pages.push({
        address,
        kind,
        title,
        ...(code && { code }),
        ...(message && { message }),
      });
    }
    const { anchor, heading, windows, answer } = document;
    const section: IndexedSection = {
      page: pageNumber,
      ...(anchor && { anchor }),
      ...(heading && { heading }),
      ...(windows && { windows }),
      // Sorted, because similar ways side by side compress better.
      ...(answer && { also: [...new Set(document.questions?.map(shorten))].sort() }),
    };
    const address = anchor ? `${document.page}#${anchor}` : document.page;
    if (document.id !== address) section.id = document.id;
    content.sections.push(section);
    miniSearch.add({
      id,
      title: document.title,
      heading: document.heading,
      questions: document.questions?.join("\n"),
      words: [...(document.words ?? []), document.code ?? ""].join("\n"),
      description: document.description,
      text: document.text,
    });
  }
  const words = packIndex(
    miniSearch.toJSON(),
    content.sections.map(({ also }) => also),
  );
  const terms = new Set(words.terms);
  const vocabulary = { words: words.terms, count: (word: string) => Number(terms.has(word)) };
  const looksLikeSlip = (word: string) =>
    word.length >= CORRECTED_LETTERS &&
    (nearSpellings(word, word.length < TWO_SLIPS_LETTERS ? 1 : 2, vocabulary).length > 0 ||
      splitWord(word, vocabulary) !== undefined);
  // A word that we do not use only has to be known where it would be taken for a slip.
  content.weakWords = [...WEAK_WORDS, ...EVERYDAY_WORDS].filter((word) =>
    terms.has(word) ? WEAK_WORDS.has(word) : looksLikeSlip(word),
  );
  const serialized: SerializedIndex = { format: 1, ...content, words };
  return {
    ...openIndex(words, content, readForeign, texts),
    serialize: () => ({ index: JSON.stringify(serialized), texts: JSON.stringify(texts) }),
  };
}
