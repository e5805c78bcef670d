import { intentsOf, momentOf, type Intent, type Moment } from "./intent";
import { isStopWord, tokenize } from "./normalize";
import type { IndexWords, QueryPart } from "./query";
import {
  INTENT_LEFT_OUT,
  OTHER_INTENT,
  OTHER_MOMENT,
  OTHER_POLARITY,
  QUESTION_WORDS,
  UNKNOWN_WORD_WEIGHT,
  WEAK_WORD_WEIGHT,
} from "./ranking";
import { stem } from "./stem";
import { isPhraseTerm, phraseStems } from "./synonyms";

/** One way to ask a question, prepared for comparing. */
export type PreparedQuestion = {
  /** The stems of its words, each with its importance. */
  words: ReadonlyMap<string, number>;
  intents: ReadonlySet<Intent>;
  moment?: Moment;
  isNegative: boolean;
};

/** A query, prepared for comparing with questions. */
export type PreparedQuery = Omit<PreparedQuestion, "words"> & {
  parts: readonly QueryPart[];
  /** The stems of its words, as the reader means them. */
  stems: ReadonlySet<string>;
};

const NEGATIVE = new Set(["not", "no", "without", "never", "nothing"]);

const NAMES_WINDOWS = /^(?:win(?:dows)?|w(?:in(?:dows)?)?1[01]|1[01])$/;

/** The words of a text without those that say nothing, such as “the”. */
export const tellingWords = (text: string): string[] =>
  tokenize(text)
    .filter(({ parts, term }) => !parts && !isStopWord(term))
    .map(({ term }) => term);

function aspectsOf(text: string) {
  return {
    intents: intentsOf(text),
    moment: momentOf(text),
    isNegative: tokenize(text).some(({ term }) => NEGATIVE.has(term)),
  };
}

/** Prepares all ways to ask a question. One that only names its subject ("link to account") gets the intents of the first one. */
export function prepareQuestions(
  [first = "", ...also]: readonly string[],
  index: IndexWords,
): PreparedQuestion[] {
  const asked = prepareQuestion(first, index);
  return [
    asked,
    ...also.map((other) => {
      const prepared = prepareQuestion(other, index);
      return prepared.intents.size > 0 ? prepared : { ...prepared, intents: asked.intents };
    }),
  ];
}

function prepareQuestion(question: string, index: IndexWords): PreparedQuestion {
  const words = new Map<string, number>();
  for (const term of tellingWords(question)) {
    const weight =
      index.importance(index.count(term)) * (index.isWeak(term) ? WEAK_WORD_WEIGHT : 1);
    words.set(stem(term), weight);
  }
  return { words, ...aspectsOf(question) };
}

/** Prepares a query, as `understandQuery` has read it. */
export function prepareQuery(query: string, parts: readonly QueryPart[]): PreparedQuery {
  const typed = parts.flatMap((part) => part.typed);
  const stems = new Set(typed.map(({ forms }) => stem(forms[0]?.term ?? "")));
  return { parts, stems, ...aspectsOf(query) };
}

/** Whether a query is a question. One or two words only name a subject, to which many answers exist. */
export function isQuestion({ parts, intents }: PreparedQuery, index: IndexWords): boolean {
  const words = parts.flatMap(({ typed }) => typed.map(({ forms }) => forms[0]?.term ?? ""));
  const telling = words.filter((word) => !index.isWeak(word) && !NAMES_WINDOWS.test(word));
  return telling.length > 1 && (words.length >= QUESTION_WORDS || intents.size > 0);
}

/** Whether a query only names something: it has no question word. That an error is named asks nothing ("error code"). */
export const isName = ({ intents }: PreparedQuery): boolean =>
  [...intents].every((intent) => intent === "fault");

/**
 * How similar a query is to a question, from 0 to 1: balances the share of the query in the question and the
 * share of the question in the query. Lower when they differ in intent, in moment, or in a “not”.
 */
export function likenessOf(
  query: PreparedQuery,
  question: PreparedQuestion,
  index: IndexWords,
): number {
  const covered = new Map<string, number>();
  const cover = (word: string, share: number) =>
    covered.set(word, Math.max(covered.get(word) ?? 0, share));
  let asked = 0;
  let found = 0;
  // "From 10 to 11" is a subject.
  const namesBoth = query.stems.has("10") && query.stems.has("11");
  for (const { typed, others } of query.parts) {
    let weight = 0;
    let hit = 0;
    for (const { forms, importance } of typed) {
      const own = forms.length > 0 ? importance : UNKNOWN_WORD_WEIGHT * index.importance(1);
      weight += own;
      let best = 0;
      for (const form of forms) {
        const word = index.stem(form.term);
        if (!question.words.has(word)) continue;
        // Inflected forms are as good as the word; completions and second guesses are not.
        const share =
          form.weight >= 0.7 || word === index.stem(forms[0]?.term ?? "") ? 1 : form.weight;
        best = Math.max(best, share);
        cover(word, share);
      }
      hit += own * best;
    }
    for (const { word, weight: share } of others)
      for (const { term } of word.forms) {
        const stems = isPhraseTerm(term) ? phraseStems(term) : [index.stem(term)];
        if (!stems.every((one) => question.words.has(one))) continue;
        // "BitLocker recovery key" asks for more than "BitLocker", although each of the two may stand for the other.
        if (stems.every((one) => query.stems.has(one))) continue;
        for (const one of stems) cover(one, share);
        hit = Math.max(hit, weight * share);
      }
    // "Windows 10" says for whom, not what; the answer's version takes care of that.
    if (!namesBoth && typed.every(({ forms }) => NAMES_WINDOWS.test(forms[0]?.term ?? "")))
      continue;
    asked += weight;
    found += Math.min(hit, weight);
  }
  let whole = 0;
  let told = 0;
  for (const [word, weight] of question.words) {
    whole += weight;
    told += weight * (covered.get(word) ?? 0);
  }
  if (asked === 0 || whole === 0 || found === 0) return 0;
  const [ofQuery, ofQuestion] = [found / asked, told / whole];
  return ((2 * ofQuery * ofQuestion) / (ofQuery + ofQuestion)) * aspectsFit(query, question);
}

/** The intents that readers state explicitly; the others may be left out ("link license" asks how). */
const SAID: readonly Intent[] = ["must", "why", "which", "where", "amount"];

function aspectsFit(query: PreparedQuery, question: PreparedQuestion): number {
  const [asked, answered] = [query.intents, question.intents];
  const isShared = [...asked].some((intent) => answered.has(intent));
  let fit = 1;
  if (!isShared && asked.size > 0 && answered.size > 0) fit *= OTHER_INTENT;
  else if (!isShared && SAID.some((intent) => answered.has(intent))) fit *= INTENT_LEFT_OUT;
  if (query.moment && question.moment && query.moment !== question.moment) fit *= OTHER_MOMENT;
  if (query.isNegative !== question.isNegative) fit *= OTHER_POLARITY;
  return fit;
}
