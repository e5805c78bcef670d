import { answerAnchor } from "../../lib/schema/answers";
import type { SearchIndex } from "../../lib/search/types";
import type { BenchQuery } from "./search-queries";

/** How well the queries of a kind found their pages, in percent. */
export type Score = { queries: number; first: number; third: number; mrr: number };

/** A query whose page was not first. */
type Miss = BenchQuery & { place: number; results: string[] };

/** Whether this is one of the pages, or the answer itself. */
export const isRight = (
  { pages, answers = [] }: Pick<BenchQuery, "pages" | "answers">,
  { page, address }: { page: string; address: string },
): boolean =>
  pages.includes(page) || answers.some((id) => address.endsWith(`#${answerAnchor(id)}`));

/**
 * Runs all queries. `place` is 0 when no right page is among the first ten; a right card is first. Not counted: a card that
 * is not known to be right (search-cards.ts counts those), and an answer that is only named below a result.
 */
export function scoreQueries(index: SearchIndex, queries: readonly BenchQuery[]) {
  const sums = new Map<string, { queries: number; first: number; third: number; mrr: number }>();
  const misses: Miss[] = [];
  for (const query of queries) {
    const { card, results } = index.search(query.query, { windows: query.windows, limit: 10 });
    const isCardRight =
      card && isRight(query, { page: card.address.split("#")[0] ?? "", address: card.address });
    const place = isCardRight ? 1 : results.findIndex((result) => isRight(query, result)) + 1;
    const sum = sums.get(query.kind) ?? { queries: 0, first: 0, third: 0, mrr: 0 };
    sum.queries++;
    if (place === 1) sum.first++;
    if (place > 0 && place <= 3) sum.third++;
    if (place > 0) sum.mrr += 1 / place;
    sums.set(query.kind, sum);
    if (place !== 1)
      misses.push({ ...query, place, results: results.map(({ page }) => page).slice(0, 4) });
  }
  const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
  const scores: Record<string, Score> = {};
  for (const [kind, { queries: count, first, third, mrr }] of sums) {
    scores[kind] = {
      queries: count,
      first: percent(first, count),
      third: percent(third, count),
      mrr: Math.round((1000 * mrr) / count) / 1000,
    };
  }
  return { scores, misses };
}

/** Kinds of queries that people wrote. */
const WRITTEN = ["written", "real", "held out"];

/** All kinds except the questions that people wrote. */
export function generatedScore(scores: Record<string, Score>): Score {
  const all = Object.entries(scores).flatMap(([kind, score]) =>
    WRITTEN.includes(kind) ? [] : [score],
  );
  const queries = all.reduce((sum, score) => sum + score.queries, 0);
  const mean = (value: (score: Score) => number, digits: number) =>
    Number(
      (all.reduce((sum, score) => sum + value(score) * score.queries, 0) / queries).toFixed(digits),
    );
  return {
    queries,
    first: mean(({ first }) => first, 1),
    third: mean(({ third }) => third, 1),
    mrr: mean(({ mrr }) => mrr, 3),
  };
}

/** By how many percentage points a kind may drop before the test fails. */
const ALLOWED_FALL = 2;

/** Describes what dropped too far. */
export function fallsAgainst(
  baseline: Record<string, Score>,
  scores: Record<string, Score>,
): string[] {
  return Object.entries(baseline).flatMap(([kind, was]) => {
    const is = scores[kind];
    if (!is) return [`${kind}: had ${was.queries} queries, has none now`];
    return (["first", "third"] as const).flatMap((place) =>
      is[place] < was[place] - ALLOWED_FALL
        ? [`${kind}: success@${place === "first" ? 1 : 3} was ${was[place]} %, is ${is[place]} %`]
        : [],
    );
  });
}
