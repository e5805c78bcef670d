import "server-only";
import made from "@/.generated/search-index.json";
import { createLastAnswers } from "@/lib/server/last-answers";
import { readForeign } from "@/lib/wordings/read-foreign";
import { loadIndex } from "./engine";
import type { SearchAnswer, SearchIndex } from "./types";

/** Answers that are kept, of some 10 KB each. */
const KEPT = 100;

let index: SearchIndex | undefined;

/**
 * The index of the whole site, as scripts/build-search.ts built it; the dialog loads the same. Building it here
 * would block the server for seconds, once for each route that searches. Repeated queries, as in a flood,
 * get the last answer again.
 */
export function getSiteIndex(): SearchIndex {
  if (!index) {
    const loaded = loadIndex(made.index, readForeign, made.texts);
    const lastAnswers = createLastAnswers<SearchAnswer>(KEPT);
    index = {
      ...loaded,
      search: (query, options) =>
        lastAnswers(JSON.stringify([query, options]), () => loaded.search(query, options)),
    };
  }
  return index;
}
