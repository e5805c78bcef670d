import { isStopWord, tokenize } from "./normalize";
import { FROM_TERM_WEIGHT, TO_TERM_WEIGHT } from "./ranking";
import { stem } from "./stem";
import type { SynonymGroup } from "./types";

/** Another word or phrase for a phrase of the query, as the index holds it, and how much it counts. */
export type OtherTerm = { term: string; weight: number };

/** A phrase that has synonyms: its number of words, its term in the index when it is more than one. */
export type SynonymMatch = { length: number; phrase?: string; others: OtherTerm[] };

/** Synonyms, ready to be matched against a text. */
export type Synonyms = {
  /** The longest phrase with synonyms that begins at this word. */
  match: (words: readonly string[], position: number) => SynonymMatch | undefined;
  /** Every word that stands in a synonym: none of them is a misspelling. */
  words: ReadonlySet<string>;
};

const PHRASE_JOINT = "_";

/** No phrase of more words is looked for. */
const PHRASE_WORDS = 6;

/**
 * The term under which the index files a phrase of several words. Words that
 * stand somewhere in the same section are no phrase: "not" and "activated" do
 * in almost any. No word has this form, because the tokenizer splits at "_".
 */
export function phraseTerm(words: readonly string[]): string {
  return words.map(stem).join(PHRASE_JOINT);
}

/** The stems of the words of a phrase, from its term. */
export function phraseStems(phrase: string): string[] {
  return phrase.split(PHRASE_JOINT);
}

/** Is the term a phrase, and not a word? */
export function isPhraseTerm(term: string): boolean {
  return term.includes(PHRASE_JOINT);
}

function phraseWords(phrase: string): string[] {
  return tokenize(phrase)
    .filter(({ parts }) => !parts)
    .map(({ term }) => term)
    .slice(0, PHRASE_WORDS);
}

/**
 * Prepares synonyms for matching. What readers type leads to the term, and the
 * term to what readers type; two words that readers type do not lead to each
 * other ("Home" and "Pro" are both an edition). Inflected forms match, too.
 */
export function prepareSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const entries = new Map<string, SynonymMatch>();
  const longestByFirst = new Map<string, number>();
  const words = new Set<string>();

  const link = (from: string[], to: string[], weight: number) => {
    const key = phraseTerm(from);
    const first = from[0];
    const target = to.length > 1 ? phraseTerm(to) : to[0];
    // "licence" and "license" are the same already.
    if (first === undefined || target === undefined || key === phraseTerm(to)) return;
    const entry = entries.get(key) ?? {
      length: from.length,
      others: [],
      ...(from.length > 1 && { phrase: key }),
    };
    entry.others.push({ term: target, weight });
    entries.set(key, entry);
    longestByFirst.set(stem(first), Math.max(longestByFirst.get(stem(first)) ?? 0, from.length));
  };

  for (const { term, also } of groups) {
    const termWords = phraseWords(term);
    for (const variant of also) {
      const variantWords = phraseWords(variant);
      link(variantWords, termWords, TO_TERM_WEIGHT);
      link(termWords, variantWords, FROM_TERM_WEIGHT);
      for (const word of [...termWords, ...variantWords]) words.add(word);
    }
  }

  return {
    words,
    match(text, position) {
      const longest = longestByFirst.get(stem(text[position] ?? "")) ?? 0;
      for (let length = Math.min(longest, text.length - position); length > 0; length--) {
        const entry = entries.get(phraseTerm(text.slice(position, position + length)));
        if (entry) return entry;
      }
      return undefined;
    },
  };
}

/** The terms under which the index files a text: its words and, of its phrases, those with synonyms. */
export function indexTerms(text: string, synonyms: Synonyms): string[] {
  const tokens = tokenize(text);
  const words = tokens.filter(({ parts }) => !parts).map(({ term }) => term);
  const phrases = words.flatMap((_, position) => synonyms.match(words, position)?.phrase ?? []);
  return [...tokens.map(({ term }) => term).filter((term) => !isStopWord(term)), ...phrases];
}
