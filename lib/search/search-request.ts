import { parseLicenseOutput } from "@/lib/licenses/license-output";
import { outputText } from "@/lib/licenses/wording";
import { DEFAULT_WINDOWS, parseWindows, type Windows } from "@/lib/windows/version";
import { KIND_TEXTS } from "@/lib/site/kind-tables";
import type { PageKind } from "@/lib/site/kinds";
import { licenseWords } from "@/lib/wordings/license-words";
import type { SearchAnswer, SearchIndex } from "./types";
import { RESULTS_PER_PAGE } from "./wording";

/** The search parameters of an address, the same for /search and /api/search. */
export type AskedSearch = {
  query: string;
  windows: Windows;
  kind?: PageKind;
  /** Take every word as it is typed. */
  literal: boolean;
  /** Counted from 1. */
  page: number;
};

/** Reads the parameters of an address. Unknown values and invalid numbers count as absent. */
export function readSearch(parameter: (name: string) => string | undefined): AskedSearch {
  const kind = parameter("kind") ?? "";
  return {
    query: parameter("q") ?? "",
    windows: parseWindows(parameter("windows")) ?? DEFAULT_WINDOWS,
    kind: Object.hasOwn(KIND_TEXTS, kind) ? (kind as PageKind) : undefined,
    literal: parameter("literal") !== undefined,
    page: Math.max(1, Math.trunc(Number(parameter("page"))) || 1),
  };
}

/** Answers with one page of results, at most the last one. `page` is its actual number. */
export function answerSearch(
  index: SearchIndex,
  { query, page, ...options }: AskedSearch,
): { answer: SearchAnswer; page: number } {
  const search = (shown: number) =>
    index.search(query, {
      ...options,
      limit: RESULTS_PER_PAGE,
      offset: (shown - 1) * RESULTS_PER_PAGE,
    });
  const first = search(1);
  const last = Math.max(1, Math.ceil(first.total / RESULTS_PER_PAGE));
  const shown = Math.min(page, last);
  const answer = shown > 1 ? search(shown) : first;
  return {
    answer: answer.output ? { ...answer, output: readOutput(answer, index) } : answer,
    page: shown,
  };
}

/** What pasted output says, if it can be parsed. */
function readOutput({ query, output = "" }: SearchAnswer, { languages }: SearchIndex): string {
  const read = parseLicenseOutput(query, licenseWords(languages));
  return outputText(read) || output;
}
