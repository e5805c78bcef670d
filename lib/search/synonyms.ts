import { isStopWord, tokenize } from "./normalize";
import { FROM_TERM_WEIGHT, TO_TERM_WEIGHT } from "./ranking";
import { stem } from "./stem";
import type { SynonymGroup } from "./types";

/** A synonym for a phrase of the query, as a term of the index, and its weight. */
type OtherTerm = { term: string; weight: number };

/** A phrase with synonyms. `length` is its number of words; `phrase` its term in the index, if it has several. */
type SynonymMatch = { length: number; phrase?: string; others: OtherTerm[] };

/** Synonyms, prepared for matching. */
export type Synonyms = {
  /** The longest phrase with synonyms that begins at this word. */
  match: (words: readonly string[], position: number) => SynonymMatch | undefined;
  /** Every word of every synonym: none of them is a misspelling. */
  words: ReadonlySet<string>;
};

const PHRASE_JOINT = "_";

/** The longest phrase, in words. */
const PHRASE_WORDS = 6;

/**
 * The term of a phrase of several words in the index. Phrases need terms of their own, since almost every section
 * has "not" and "activated" somewhere. No word has this form, because the tokenizer splits at "_".
 */
export function phraseTerm(words: readonly string[]): string {
  return words.map(stem).join(PHRASE_JOINT);
}

/** The stems of a phrase's words, from its term. */
export function phraseStems(phrase: string): string[] {
  return phrase.split(PHRASE_JOINT);
}

/** Whether a term is a phrase, not a word. */
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
 * Prepares synonyms for matching. Readers' words lead to the site's term, and the term to readers' words, but
 * readers' words do not lead to each other ("Home" and "Pro" are both editions). Inflected forms match, too.
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

/** The terms of a text in the index: its words and those of its phrases that have synonyms. */
export function indexTerms(text: string, synonyms: Synonyms): string[] {
  const tokens = tokenize(text);
  const words = tokens.filter(({ parts }) => !parts).map(({ term }) => term);
  const phrases = words.flatMap((_, position) => synonyms.match(words, position)?.phrase ?? []);
  return [...tokens.map(({ term }) => term).filter((term) => !isStopWord(term)), ...phrases];
}
