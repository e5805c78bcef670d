import type { SearchIndex } from "../../lib/search/types";
import type { BenchQuery } from "./search-queries";

/** A query of tests/fixtures/answer-queries.yaml and the right answers for its card. */
export type CardQuery = { q: string; right: string[] };

/** Cards of some queries: how many have one, and a right one. `answered`: those with a known right answer. */
export type CardScore = {
  queries: number;
  shown: number;
  right: number;
  answered: { queries: number; right: number };
  wrong: string[];
};

/** The id of the answer on a card, from its section's id: "/articles/x#a-must-i-link". */
const answerOf = (section: string) => section.slice(section.indexOf("#a-") + 3);

/** Scores the cards of the fixture's queries: right if a person has listed the answer there. */
export function scoreCards(index: SearchIndex, queries: readonly CardQuery[]): CardScore {
  const score: CardScore = {
    queries: 0,
    shown: 0,
    right: 0,
    answered: { queries: 0, right: 0 },
    wrong: [],
  };
  for (const { q, right } of queries) {
    if (right.length > 0) score.queries = ++score.answered.queries;
    const { card } = index.search(q, { windows: "11", limit: 1 });
    if (!card) continue;
    score.shown++;
    if (right.includes(answerOf(card.section))) score.answered.right = ++score.right;
    else score.wrong.push(`${q} → ${card.question}`);
  }
  return score;
}

/**
 * Scores the cards of queries whose right pages are known, but not their answers: a card is right if its answer, or
 * what it leads to, is on one of these pages. That is a guess: another page's answer may say the same, and one on the
 * right page may answer something else. Where a person has judged the card (`judged`), that counts.
 */
export function scoreCardsByPage(
  index: SearchIndex,
  queries: readonly BenchQuery[],
  judged: readonly CardQuery[],
): CardScore {
  const judgments = new Map(judged.map(({ q, right }) => [q, right]));
  const score: CardScore = {
    queries: queries.length,
    shown: 0,
    right: 0,
    answered: { queries: 0, right: 0 },
    wrong: [],
  };
  for (const { query, pages, answers = [], windows } of queries) {
    const { card } = index.search(query, { windows, limit: 1 });
    if (answers.length > 0) score.answered.queries++;
    if (!card) continue;
    score.shown++;
    const leadsTo = [card.section, card.lead?.to ?? ""].map((address) => address.split("#")[0]);
    const judgment = judgments.get(query);
    const isRight =
      judgment?.includes(answerOf(card.section)) ??
      (answers.includes(answerOf(card.section)) ||
        leadsTo.some((page) => pages.includes(page ?? "")));
    if (isRight) score.right++;
    if (isRight && answers.length > 0) score.answered.right++;
    if (!isRight) score.wrong.push(`${query} → ${card.question}`);
  }
  return score;
}
