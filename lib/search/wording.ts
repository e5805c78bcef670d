import { KIND_TEXTS, KINDS_TEXTS } from "@/lib/site/kind-tables";
import type { PageKind } from "@/lib/site/kinds";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { AnswerCard, SearchAnswer, SearchResult } from "./types";

/** The number of results on a page of /search, in the dialog and in the JSON. */
export const RESULTS_PER_PAGE = 10;

/** The label of a card's link when its answer names no step. */
export const READ_MORE = "Read more";

/**
 * The title of a result, and what is above it: the kind of page. The title of a short answer is its question, which
 * needs no page title; its page comes above it. `within` is any other section of the page.
 */
export function resultTitle({
  section,
  kind,
  title,
  heading,
}: Pick<SearchResult, "section" | "kind" | "title" | "heading">): {
  above: string;
  title: string;
  within?: string;
} {
  if (!heading || !section.includes("#a-"))
    return { above: KIND_TEXTS[kind], title, within: heading };
  return { above: kind === "answers" ? title : `${KIND_TEXTS[kind]} · ${title}`, title: heading };
}

/** Comes before the question of another answer on the page of a result. */
export const ALSO_HERE = "Also here:";

/** How sure the answer of a card is. */
const ANSWER_GRADES: Record<ClaimGrade, string> = {
  confirmed: "Microsoft says so",
  reported: "Reported",
  conflicting: "Reported differently",
};

/** The line above the question on a card: what it is, for which version, how sure. */
export const answerLine = ({ windows, grade }: Pick<AnswerCard, "windows" | "grade">) =>
  ["Short answer", windows && `Windows ${windows} only`, grade && ANSWER_GRADES[grade]]
    .filter(Boolean)
    .join(" · ");

/** The status of a search in words, the same on the page and in the dialog (S4). */
export function countText(
  { total, query }: Pick<SearchAnswer, "total" | "query">,
  kind?: PageKind,
): string {
  if (total === 0) return `No results for “${query}”${kind ? ` under “${KINDS_TEXTS[kind]}”` : ""}`;
  return total === 1 ? "1 result" : `${total} results`;
}

/** The parameters of a search; lib/search/search-request.ts reads them. */
export function searchParameters(
  query: string,
  windows: string,
  more: { page?: number; kind?: PageKind; literal?: boolean } = {},
): URLSearchParams {
  const parameters = new URLSearchParams({ q: query, windows });
  if (more.kind) parameters.set("kind", more.kind);
  if (more.literal) parameters.set("literal", "");
  if (more.page && more.page > 1) parameters.set("page", String(more.page));
  return parameters;
}

/** The address of the page with all results. */
export function searchAddress(...search: Parameters<typeof searchParameters>): string {
  return `/search?${searchParameters(...search)}`;
}
