import type { SearchIndex } from "../../lib/search/types";
import type { BenchQuery } from "./search-queries";

/** A query of tests/fixtures/answer-queries.yaml and the answers that would be right on its card. */
export type CardQuery = { q: string; right: string[] };

/** Cards for some queries: how many could have one, have one, have a right one. `answered`: queries with a known right answer. */
export type CardScore = {
  queries: number;
  shown: number;
  right: number;
  answered: { queries: number; right: number };
  wrong: string[];
};

/** The id of the answer on a card, from the id of its section: "/articles/x#a-must-i-link". */
const answerOf = (section: string) => section.slice(section.indexOf("#a-") + 3);

/** The cards of the written queries: a card is right when a person has put its answer there. */
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
 * The cards of queries that are known by their pages only: a card is right when its answer, or what
 * it leads to, is one of these pages. That is a guess: an answer on another page may say the same, and one on the right
 * page may answer something else. Where a person has read the card (`judged`), that counts.
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
