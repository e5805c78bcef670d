import { fold } from "@/lib/text/fold";
import { changeTerms } from "./changes";
import { isStopWord, tokenize, type Token } from "./normalize";
import {
  BEGINNING_IMPORTANCE,
  CHANGE_WEIGHT,
  CODE_WEIGHT,
  CORRECTED_LETTERS,
  CORRECTED_QUERY_WORDS,
  CORRECTION_WEIGHTS,
  JOINED_WEIGHT,
  MUCH_COMMONER,
  PREFIX_COMPLETIONS,
  PREFIX_LETTERS,
  PREFIX_OF_COMPLETE_WEIGHT,
  PREFIX_WEIGHT,
  QUERY_CHARACTERS,
  QUERY_WORDS,
  STEM_WEIGHT,
  SUGGESTIONS,
  TWO_SLIPS_LETTERS,
  VERSION_WEIGHT,
  WEAK_WORD_WEIGHT,
} from "./ranking";
import { isDerived, nearSpellings, splitWord, type Vocabulary } from "./spelling";
import { americanSpelling, stem } from "./stem";
import { isPhraseTerm, type Synonyms } from "./synonyms";
import type { Windows } from "@/lib/windows/version";

/** A term of the index that matches a word of the query, and its weight. */
export type WordForm = { term: string; weight: number };

/** A word to look for, in all its forms. */
export type QueryWord = {
  forms: WordForm[];
  /** How much the word says about what is meant: more for a rare one. */
  importance: number;
};

/** An alternative for the typed words of a part. */
type OtherWay = { word: QueryWord; weight: number };

/** A word or a fixed phrase of the query, with its alternatives. */
export type QueryPart = {
  /** The typed words; each counts by itself. */
  typed: QueryWord[];
  /** The typed words as a fixed phrase. */
  together?: QueryWord;
  others: OtherWay[];
  /** The part's share of the query; 0 when nothing in the index matches it. */
  importance: number;
};

/** A parsed query. */
type UnderstoodQuery = {
  parts: QueryPart[];
  /** The corrected query, when a word was corrected. */
  corrected?: string;
  /** Corrections by the word as typed. */
  corrections: ReadonlyMap<string, string>;
  ignored?: string;
  /** The one version of Windows that the query names. */
  namedVersion?: Windows;
  /** Similar spellings for words that remain unknown. */
  spellings: string[];
};

/** What parsing a query needs to know about the index. */
export type IndexWords = Vocabulary & {
  /** The words of the index and of the synonyms, to which slips are corrected. */
  correctable: Vocabulary;
  /** The distinct beginnings with this many letters, for a slip in a word that is still being typed. */
  beginnings: (letters: number) => readonly string[];
  /** The stem of a word of the index. */
  stem: (word: string) => string;
  /** Whether a word belongs to asking rather than to the subject. */
  isWeak: (word: string) => boolean;
  /** The importance of a word that occurs in this many sections. */
  importance: (count: number) => number;
};

/** Whether a word names Windows or one of its versions. */
export const NAMES_WINDOWS = /^(?:win(?:dows)?|w(?:in(?:dows)?)?1[01]|1[01])$/;

const VERSION = /(?<![\p{L}\p{N}])(?:windows|win|w) ?-?(10|11)(?![\p{L}\p{N}])/gu;

/** Many queries end with the year, for what is true today: "install Windows 11 without account 2026". */
const YEAR = /^20[12]\d$/;

function findNamedVersion(query: string): Windows | undefined {
  const versions = new Set([...fold(query).text.matchAll(VERSION)].map((match) => match[1]));
  if (versions.size !== 1) return undefined;
  return versions.has("10") ? "10" : "11";
}

/** The words that begin with some letters, from a sorted list. */
function completionsOf(letters: string, words: readonly string[]): string[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < letters) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; words[i]?.startsWith(letters); i++) found.push(words[i] ?? "");
  return found;
}

function stemMates(word: string, vocabulary: IndexWords): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const wanted = stem(word);
  // All forms of a word, in both spellings, share their first three letters.
  return completionsOf(word.slice(0, 3), vocabulary.words).filter(
    (candidate) => candidate !== word && vocabulary.stem(candidate) === wanted,
  );
}

/**
 * Tokenizes a query up to the limits. `ignored` is what they leave out: of a long story the words that say least, since
 * its question often comes last.
 */
function withinLimits(
  query: string,
  vocabulary: IndexWords,
): {
  tokens: Token[];
  /** The starts of tokens before which others were left out: they have no neighbor there. */
  gaps: ReadonlySet<number>;
  /** Compounds such as "sign-in", by their start. */
  compounds: ReadonlyMap<number, Token>;
  text: string;
  ignored?: string;
} {
  let text = query;
  if (text.length > QUERY_CHARACTERS) {
    const space = text.slice(0, QUERY_CHARACTERS + 1).search(/\s\S*$/);
    text = text.slice(0, space > 0 ? space : QUERY_CHARACTERS);
  }
  const all = tokenize(text);
  const tokens = all.filter(({ parts }) => !parts);
  const compounds = new Map(
    all.flatMap((token) => (token.parts ? [[token.start, token] as const] : [])),
  );
  // Rare words first, then unknown ones, which are mostly names, then those that belong to asking. The last one is
  // perhaps still being typed.
  const known = (term: string) =>
    Math.max(...[term, ...stemMates(term, vocabulary)].map(vocabulary.count));
  const last = tokens.at(-1)?.term;
  const order = (term: string) => {
    if (term === last) return 0;
    if (vocabulary.isWeak(term)) return Infinity;
    return known(term) || (splitWord(term, vocabulary) ? 1 : Number.MAX_VALUE);
  };
  const least = [...new Set(tokens.map(({ term }) => term).filter((term) => !isStopWord(term)))]
    .sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))))
    .slice(QUERY_WORDS);
  const isLeast = ({ term }: Token) => least.includes(term);
  const ignored = [
    ...tokens.filter(isLeast).map(({ start, end }) => text.slice(start, end)),
    query.slice(text.length).trim(),
  ]
    .join(" ")
    .trim();
  const gaps = tokens.flatMap(({ start }, i) => {
    const before = tokens[i - 1];
    return before && isLeast(before) ? [start] : [];
  });
  return {
    tokens: tokens.filter((token) => !isLeast(token)),
    gaps: new Set(gaps),
    compounds,
    text,
    ...(ignored && { ignored }),
  };
}

/** Parses a query: its words, their forms and alternatives, and corrections of slips. */
export function understandQuery(
  query: string,
  index: IndexWords,
  synonyms: Synonyms,
  literal: boolean,
): UnderstoodQuery {
  const { tokens, gaps, compounds, text, ignored } = withinLimits(query, index);
  const lastToken = tokens.at(-1);
  // A word before a space is finished; only an open one may be the beginning of a word.
  const isOpen = (token: Token) => token === lastToken && token.end === query.length;
  const { words: indexWords, correctable } = index;
  const makeWord = (forms: WordForm[], strength = 1): QueryWord => {
    const known = forms.filter(({ term }) => index.count(term) > 0);
    // The importance is that of the typed word or, if it is unknown, of its most common form.
    const first = forms[0] ? index.count(forms[0].term) : 0;
    const count = first > 0 ? first : Math.max(0, ...known.map(({ term }) => index.count(term)));
    const importance = index.importance(count);
    return {
      importance: importance * strength,
      forms: known.map(({ term, weight }) => ({
        term,
        // A rare form of a common word must not count like a rare word.
        weight: weight * strength * Math.min(1, importance / index.importance(index.count(term))),
      })),
    };
  };

  const completeForms = (word: string): WordForm[] => [
    { term: word, weight: 1 },
    ...stemMates(word, index).map((term) => ({ term, weight: STEM_WEIGHT })),
  ];

  const completions = (word: string): WordForm[] => {
    // Includes the first digits of a code typed without "0x".
    const beginnings =
      /^[0-9a-f]{4,8}$/.test(word) && /\d/.test(word) ? [word, `0x${word}`] : [word];
    const isComplete = index.count(word) > 0;
    return beginnings
      .filter((beginning) => beginning.length >= PREFIX_LETTERS)
      .flatMap((beginning) => completionsOf(beginning, indexWords))
      .filter((term) => term !== word && !isPhraseTerm(term))
      .sort((a, b) => index.count(b) - index.count(a))
      .slice(0, PREFIX_COMPLETIONS)
      .map((term) => ({
        term,
        weight: isComplete
          ? PREFIX_OF_COMPLETE_WEIGHT
          : (PREFIX_WEIGHT * word.length) / term.length,
      }));
  };

  const formsOf = (word: string, open: boolean): WordForm[] => {
    const forms = completeForms(word);
    if (!open) return forms;
    const taken = new Set(forms.map(({ term }) => term));
    return [...forms, ...completions(word).filter(({ term }) => !taken.has(term))];
  };

  // 1. Slips. A correction may consist of two words, and may have rivals.
  const corrections = new Map<string, string>();
  const spellings = new Set<string>();
  type Word = { term: string; open: boolean; rivals: string[]; token: Token };
  const words: Word[] = tokens.flatMap((token): Word[] => {
    // The site is in American English, so "licence" becomes "license".
    const american = americanSpelling(token.term);
    const term = index.count(american) > 0 ? american : token.term;
    const open = isOpen(token);
    const asTyped: Word = { term, open, rivals: [], token };
    const isKnown =
      isStopWord(term) ||
      index.isWeak(term) ||
      synonyms.words.has(term) ||
      formsOf(term, open).some((form) => index.count(form.term) > 0);
    if (isKnown || !/^\p{L}{4,}$/u.test(term)) return [asTyped];
    const split = () => {
      const pair = splitWord(term, index);
      if (pair) corrections.set(term, pair.join(" "));
      return pair?.map((part) => ({ term: part, open: false, rivals: [], token }));
    };
    const slips = term.length >= TWO_SLIPS_LETTERS ? 2 : 1;
    const near = nearSpellings(term, slips, correctable);
    if (literal || tokens.length > CORRECTED_QUERY_WORDS || term.length < CORRECTED_LETTERS) {
      for (const { word } of near) spellings.add(word);
      // "harddrive" is no guess, unlike other corrections.
      return (!literal && split()) || [asTyped];
    }
    const best = near[0];
    if (best) {
      const rivals = near.filter((other) => other.slips === best.slips).map(({ word }) => word);
      const american = americanSpelling(best.word);
      const meant = index.count(american) > 0 ? american : best.word;
      // "Organizational" finds "organization", but needs no correction.
      if (!isDerived(term, meant)) corrections.set(term, meant);
      return [
        { term: meant, open: false, rivals: rivals.slice(1, CORRECTION_WEIGHTS.length), token },
      ];
    }
    if (open) {
      // In a word that is still being typed, slips are looked for in its beginning.
      const beginnings = { words: index.beginnings(term.length), count: () => 0 };
      const beginning = nearSpellings(term, 1, beginnings)[0];
      if (beginning) return [{ term: beginning.word, open, rivals: [], token }];
    }
    const pair = split();
    if (pair) return pair;
    for (const { word } of nearSpellings(term, slips + 1, correctable)) spellings.add(word);
    return [asTyped];
  });

  // 2. Phrases and the words between them.
  const meaningful = words.some(({ term }) => !isStopWord(term));
  const terms = words.map(({ term }) => term);
  const parts: QueryPart[] = [];
  const seen = new Set<string>();

  const namedVersion = findNamedVersion(text);
  const telling = terms.filter(
    (term) => !isStopWord(term) && !index.isWeak(term) && !NAMES_WINDOWS.test(term),
  );
  const isAside = namedVersion !== undefined && telling.length > 1;

  const typedWord = ({ term, open, rivals, token }: Word): QueryWord => {
    if (term.startsWith("0x")) return makeWord(formsOf(term, open), CODE_WEIGHT);
    if (!corrections.has(token.term)) {
      const weight =
        index.isWeak(term) || (token === lastToken && YEAR.test(term))
          ? WEAK_WORD_WEIGHT
          : isAside && NAMES_WINDOWS.test(term) && term.endsWith(namedVersion)
            ? VERSION_WEIGHT
            : 1;
      const word = makeWord(formsOf(term, open), weight);
      // "windows is n": "n" may be a word, but is more likely the beginning of a much more common one.
      const least = MUCH_COMMONER * index.count(term);
      if (
        open &&
        term.length < PREFIX_LETTERS &&
        completionsOf(term, indexWords).some((other) => index.count(other) > least)
      )
        word.importance = BEGINNING_IMPORTANCE;
      return word;
    }
    return makeWord(
      [term, ...rivals].flatMap((candidate, rank) =>
        completeForms(candidate).map((form) => ({
          term: form.term,
          weight: form.weight * (CORRECTION_WEIGHTS[rank] ?? 0),
        })),
      ),
    );
  };

  const wordOf = (term: string): QueryWord => makeWord(completeForms(term));

  /** The phrase in "productkey", even if that is a word of the index, too. */
  const phraseInside = (word: string): string | undefined => {
    const pair = /^\p{L}{6,}$/u.test(word) ? splitWord(word, index) : undefined;
    return pair && synonyms.match(pair, 0)?.phrase;
  };

  const endOfRun = (from: number): number => {
    const end = words.findIndex(
      ({ token }, i) => i > from && gaps.has(token.start) && words[i - 1]?.token !== token,
    );
    return end < 0 ? words.length : end;
  };
  for (let i = 0; i < words.length;) {
    const run = endOfRun(i);
    const synonym = synonyms.match(terms.slice(0, run), i);
    const compound = compounds.get(words[i]?.token.start ?? -1);
    const isCompound =
      compound !== undefined &&
      !synonym &&
      i + (compound.parts ?? 1) <= run &&
      index.count(compound.term) > 0;
    const length = synonym?.length ?? (isCompound ? (compound.parts ?? 1) : 1);
    const phrase = words.slice(i, i + length);
    const key = phrase.map(({ term }) => stem(term)).join(" ");
    const next = i + length < run ? words[i + length] : undefined;
    const last = phrase.at(-1);
    // "mother board": joined, the two are a word of the index.
    const joined = !literal && last && next && length === 1 ? last.term + next.term : "";
    const isJoined = joined !== "" && index.count(joined) > 0 && /^\p{L}+$/u.test(joined);
    i += isJoined ? 2 : length;

    const typedWords = (isJoined && next ? [...phrase, next] : phrase).filter(
      ({ term }) => !meaningful || !isStopWord(term),
    );
    if (typedWords.length === 0 && !synonym && !isJoined) continue;
    if (seen.has(key) && !isJoined) continue;
    seen.add(key);

    const typed = typedWords.map(typedWord);
    const others: OtherWay[] = (synonym?.others ?? []).map(({ term, weight }) => ({
      word: wordOf(term),
      weight,
    }));
    if (isCompound) others.push({ word: wordOf(compound.term), weight: 1 });
    if (isJoined) others.push({ word: wordOf(joined), weight: JOINED_WEIGHT });
    const inside = length === 1 && !literal ? phraseInside(terms[i - 1] ?? "") : undefined;
    if (inside) others.push({ word: wordOf(inside), weight: JOINED_WEIGHT });
    const usable = others.filter(({ word }) => word.forms.length > 0);
    const together = synonym?.phrase === undefined ? undefined : wordOf(synonym.phrase);

    const sum = (list: QueryWord[]) => list.reduce((total, word) => total + word.importance, 0);
    const isKnown = typed.length > 0 && typed.every(({ forms }) => forms.length > 0);
    const fallback = Math.max(0, ...usable.map(({ word }) => word.importance));
    // A word that occurs nowhere cannot tell sections apart.
    const partly = sum(typed.filter(({ forms }) => forms.length > 0));
    const importance = isKnown ? sum(typed) : Math.max(fallback, partly);
    parts.push({ typed, others: usable, importance, ...(together && { together }) });
  }

  // "From Home to Pro": the words alone would also mean the opposite.
  const share = CHANGE_WEIGHT / parts.length;
  for (const term of changeTerms(text)) {
    const word = makeWord([{ term, weight: 1 }], share);
    if (word.forms.length > 0)
      parts.push({ typed: [word], others: [], importance: word.importance });
  }

  const corrected = correctedText(text, tokens, corrections);
  return {
    parts,
    corrections,
    spellings: [...spellings].slice(0, SUGGESTIONS),
    ...(corrected && { corrected }),
    ...(ignored && { ignored }),
    ...(namedVersion && { namedVersion }),
  };
}

function correctedText(
  text: string,
  tokens: readonly Token[],
  corrections: ReadonlyMap<string, string>,
): string | undefined {
  if (corrections.size === 0) return undefined;
  let result = "";
  let position = 0;
  for (const { term, start, end } of tokens) {
    const correction = corrections.get(term);
    if (!correction || start < position) continue;
    result += text.slice(position, start) + correction;
    position = end;
  }
  return (result + text.slice(position)).trim();
}
