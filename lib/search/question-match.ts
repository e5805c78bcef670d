import { changeTerms } from "./changes";
import { intentsOf, momentOf, type Intent, type Moment } from "./intent";
import { isStopWord, tokenize } from "./normalize";
import { NAMES_WINDOWS, type IndexWords, type QueryPart, type WordForm } from "./query";
import {
  OF_ANSWER,
  OF_NEIGHBORS,
  OTHER_INTENT,
  OTHER_MOMENT,
  OTHER_POLARITY,
  QUESTION_WORDS,
  UNKNOWN_WORD_WEIGHT,
  UNSEEN_WORDS,
  WEAK_WORD_WEIGHT,
} from "./ranking";
import { stem } from "./stem";
import { isPhraseTerm, phraseStems } from "./synonyms";

/** One way to ask a question, prepared for comparing. */
type PreparedQuestion = {
  /** The stems of its words, each with its importance. */
  words: ReadonlyMap<string, number>;
  intents: ReadonlySet<Intent>;
  moment?: Moment;
  isNegative: boolean;
};

/** A short answer, prepared for comparing: each way to ask its question, and their words together. */
type PreparedAnswer = {
  ways: readonly PreparedQuestion[];
  together: ReadonlyMap<string, number>;
};

/** A query, prepared for comparing with questions. */
export type PreparedQuery = Omit<PreparedQuestion, "words"> & {
  parts: readonly QueryPart[];
  /** The stems of its words, as the reader means them. */
  stems: ReadonlySet<string>;
  /** The same parts by their stems, which are compared with every way to ask every question. */
  compared: readonly ComparedPart[];
};

/** A part of a query by its stems. */
type ComparedPart = {
  typed: readonly {
    importance: number;
    /** Less for a word that belongs to asking rather than to the subject. */
    weight: number;
    forms: readonly { stem: string; share: number }[];
  }[];
  /** What may stand for the whole part: stems that must all occur. */
  others: readonly { stems: readonly string[]; share: number }[];
  /** "Windows 10" says for whom, not what; the answer's version takes care of that. */
  isAside: boolean;
};

const NEGATIVE = new Set(["not", "no", "without", "never", "nothing"]);

/** The words of a text without those that say nothing, such as “the”. */
export const tellingWords = (text: string): string[] =>
  tokenize(text)
    .filter(({ parts, term }) => !parts && !isStopWord(term))
    .map(({ term }) => term);

/** What a question is about besides its words. */
export function aspectsOf(text: string) {
  return {
    intents: intentsOf(text),
    moment: momentOf(text),
    isNegative: tokenize(text).some(({ term }) => NEGATIVE.has(term)),
  };
}

/** Prepares all ways to ask a question. One that only names its subject ("link to account") gets the intents of the first one. */
export function prepareAnswer(
  [first = "", ...also]: readonly string[],
  index: IndexWords,
): PreparedAnswer {
  const asked = prepareQuestion(first, index);
  const ways = [
    asked,
    ...also.map((other) => {
      const prepared = prepareQuestion(other, index);
      return prepared.intents.size > 0 ? prepared : { ...prepared, intents: asked.intents };
    }),
  ];
  return { ways, together: new Map(ways.flatMap(({ words }) => [...words])) };
}

function prepareQuestion(question: string, index: IndexWords): PreparedQuestion {
  const words = new Map<string, number>();
  for (const term of [...tellingWords(question), ...changeTerms(question)]) {
    const weight =
      index.importance(index.count(term)) * (index.isWeak(term) ? WEAK_WORD_WEIGHT : 1);
    words.set(stem(term), weight);
  }
  return { words, ...aspectsOf(question) };
}

/** Prepares a query, as `understandQuery` has read it. */
export function prepareQuery(
  query: string,
  parts: readonly QueryPart[],
  index: IndexWords,
): PreparedQuery {
  const typed = parts.flatMap((part) => part.typed);
  const stems = new Set(typed.map(({ forms }) => stem(forms[0]?.term ?? "")));
  // "From 10 to 11" is a subject.
  const namesBoth = stems.has("10") && stems.has("11");
  const compared = parts.map((part) => ({
    typed: part.typed.map(({ forms, importance }) => ({
      importance: forms.length > 0 ? importance : UNKNOWN_WORD_WEIGHT * index.importance(1),
      weight: index.isWeak(forms[0]?.term ?? "") ? WEAK_WORD_WEIGHT : 1,
      forms: formsByStem(forms),
    })),
    others: othersByStems(part, stems),
    isAside:
      !namesBoth && part.typed.every(({ forms }) => NAMES_WINDOWS.test(forms[0]?.term ?? "")),
  }));
  return { parts, stems, compared, ...aspectsOf(query) };
}

function formsByStem(forms: readonly WordForm[]) {
  const first = stem(forms[0]?.term ?? "");
  const shares = new Map<string, number>();
  for (const { term, weight } of forms) {
    const word = stem(term);
    // Inflected forms are as good as the word; completions and second guesses are not.
    const share = word === first ? 1 : weight;
    shares.set(word, Math.max(shares.get(word) ?? 0, share));
  }
  return [...shares].map(([word, share]) => ({ stem: word, share }));
}

const othersByStems = ({ others }: QueryPart, stems: ReadonlySet<string>) =>
  others.flatMap(({ word, weight }) =>
    word.forms
      .map(({ term }) => ({
        stems: isPhraseTerm(term) ? phraseStems(term) : [stem(term)],
        share: weight,
      }))
      // "BitLocker recovery key" asks for more than "BitLocker", although each of the two may stand for the other.
      .filter((other) => !other.stems.every((one) => stems.has(one))),
  );

const wordsOf = ({ parts }: PreparedQuery): string[] =>
  parts.flatMap(({ typed }) => typed.map(({ forms }) => forms[0]?.term ?? ""));

/** The number of words in a query that say what it is about. */
const countTelling = (query: PreparedQuery, index: IndexWords): number =>
  wordsOf(query).filter((word) => !index.isWeak(word) && !NAMES_WINDOWS.test(word)).length;

/** Whether a query is a question. One or two words only name a subject, to which many answers exist. */
export function isQuestion(query: PreparedQuery, index: IndexWords): boolean {
  const isLong = wordsOf(query).length >= QUESTION_WORDS;
  return countTelling(query, index) > 1 && (isLong || query.intents.size > 0);
}

/** Whether a query only names something: it has no question word. That an error is named asks nothing ("error code"). */
export const isName = ({ intents }: PreparedQuery): boolean =>
  [...intents].every((intent) => intent === "fault");

/** An answer, its page, and the ways to ask it. */
type AskedAnswer = { row: number; page: number; ways: readonly PreparedQuestion[] };

/** How often each word is in the ways to ask each answer (by row) and in those of all answers of a page. */
export type AskedWords = {
  answers: readonly AskedAnswer[];
  counts: ReadonlyMap<string, Counts>;
  sizes: Counts;
};
type Counts = { rows: Map<number, number>; pages: Map<number, number>; all: number };

const noCounts = (): Counts => ({ rows: new Map(), pages: new Map(), all: 0 });

/** Counts the words of all ways to ask. */
export function countAskedWords(answers: readonly AskedAnswer[]): AskedWords {
  const counts = new Map<string, Counts>();
  const sizes = noCounts();
  for (const { row, page, ways } of answers)
    for (const { words } of ways)
      for (const word of words.keys()) {
        const ofWord = counts.get(word) ?? noCounts();
        counts.set(word, ofWord);
        for (const count of [ofWord, sizes]) {
          count.rows.set(row, (count.rows.get(row) ?? 0) + 1);
          count.pages.set(page, (count.pages.get(page) ?? 0) + 1);
          count.all++;
        }
      }
  return { answers, counts, sizes };
}

/**
 * The evidence, by row, that a query asks for an answer: the sum over its words of how much likelier they are in the ways
 * to ask this answer than in all ways (a naive Bayes classifier). Strangers mix the words of several ways and of
 * neighboring answers, so no single way is like their question.
 */
export function weighEvidence(
  { compared }: PreparedQuery,
  { answers, counts, sizes }: AskedWords,
): Map<number, number> {
  const evidence = new Map<number, number>();
  for (const { typed } of compared)
    for (const { forms, weight } of typed)
      for (const { row, page } of answers) {
        let most = 0;
        for (const form of forms) {
          const count = counts.get(form.stem);
          const near = count?.pages.get(page);
          if (!count || !near) continue;
          const own = (count.rows.get(row) ?? 0) / ((sizes.rows.get(row) ?? 0) + UNSEEN_WORDS);
          const onPage = near / ((sizes.pages.get(page) ?? 0) + UNSEEN_WORDS);
          const usual = count.all / sizes.all;
          const likelier = (OF_ANSWER * own + OF_NEIGHBORS * onPage) / usual;
          most = Math.max(most, form.share * weight * Math.log(1 + likelier));
        }
        if (most > 0) evidence.set(row, (evidence.get(row) ?? 0) + most);
      }
  return evidence;
}

/** How well a query matches a short answer. */
export type AnswerMatch = {
  /** The likeness to the most similar way to ask its question, from 0 to 1. */
  likeness: number;
  /** The same, with the words of all other ways added: readers mix them. */
  together: number;
};

/**
 * Compares a query with all ways to ask a question: balances the share of the query in a way and the share of the way in
 * the query. Lower when they differ in intent, in moment, or in a “not”.
 */
export function matchAnswer(query: PreparedQuery, { ways, together }: PreparedAnswer): AnswerMatch {
  const best = { likeness: 0, ofQuestion: 0, fit: 0 };
  for (const way of ways) {
    const { ofQuery, ofQuestion } = sharesOf(query, way.words);
    const fit = aspectsFit(query, way);
    const likeness = balanced(ofQuery, ofQuestion) * fit;
    if (likeness > best.likeness) Object.assign(best, { likeness, ofQuestion, fit });
  }
  if (best.likeness === 0) return { likeness: 0, together: 0 };
  const { ofQuery } = sharesOf(query, together);
  return { likeness: best.likeness, together: balanced(ofQuery, best.ofQuestion) * best.fit };
}

/** High only when both are: the harmonic mean. */
const balanced = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** The share of a query that is in the words of a question, and the share of the words that is in the query. */
function sharesOf(
  query: PreparedQuery,
  words: ReadonlyMap<string, number>,
): { ofQuery: number; ofQuestion: number } {
  const covered = new Map<string, number>();
  const cover = (word: string, share: number) =>
    covered.set(word, Math.max(covered.get(word) ?? 0, share));
  let asked = 0;
  let found = 0;
  for (const { typed, others, isAside } of query.compared) {
    let weight = 0;
    let hit = 0;
    for (const { forms, importance } of typed) {
      weight += importance;
      let best = 0;
      for (const { stem: word, share } of forms) {
        if (!words.has(word)) continue;
        best = Math.max(best, share);
        cover(word, share);
      }
      hit += importance * best;
    }
    for (const { stems, share } of others) {
      if (!stems.every((one) => words.has(one))) continue;
      for (const one of stems) cover(one, share);
      hit = Math.max(hit, weight * share);
    }
    if (isAside) continue;
    asked += weight;
    found += Math.min(hit, weight);
  }
  let whole = 0;
  let told = 0;
  for (const [word, weight] of words) {
    whole += weight;
    told += weight * (covered.get(word) ?? 0);
  }
  return {
    ofQuery: asked === 0 ? 0 : found / asked,
    ofQuestion: whole === 0 ? 0 : told / whole,
  };
}

function aspectsFit(query: PreparedQuery, question: PreparedQuestion): number {
  const [asked, answered] = [query.intents, question.intents];
  const isShared = [...asked].some((intent) => answered.has(intent));
  let fit = 1;
  if (!isShared && asked.size > 0 && answered.size > 0) fit *= OTHER_INTENT;
  if (query.moment && question.moment && query.moment !== question.moment) fit *= OTHER_MOMENT;
  if (query.isNegative !== question.isNegative) fit *= OTHER_POLARITY;
  return fit;
}
