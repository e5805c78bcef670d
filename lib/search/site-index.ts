import "server-only";
import made from "@/.generated/search-index.json";
import { withoutProductKey } from "@/lib/product-key";
import { createLastAnswers } from "@/lib/server/last-answers";
import { readForeign } from "@/lib/wordings/read-foreign";
import { loadIndex } from "./engine";
import { PASTED_CHARACTERS } from "./ranking";
import type { SearchAnswer, SearchIndex } from "./types";

/** Answers that are kept, of some 10 KB each. */
const KEPT = 100;

let index: SearchIndex | undefined;

/**
 * The index of the whole site, as scripts/build-search.ts built it; the dialog loads the same. Building it here
 * would block the server for seconds, once for each route that searches. Repeated queries, as in a flood,
 * get the last answer again. Product keys are removed here, as by the dialog's field, so that the engine never gets one.
 */
export function getSiteIndex(): SearchIndex {
  if (!index) {
    const loaded = loadIndex(made.index, readForeign, made.texts);
    const lastAnswers = createLastAnswers<SearchAnswer>(KEPT);
    index = {
      ...loaded,
      search: (typed, options) => {
        // Before the engine cuts it, because half a key would not be recognized.
        const query = withoutProductKey(typed.slice(0, 2 * PASTED_CHARACTERS));
        return lastAnswers(JSON.stringify([query, options]), () => loaded.search(query, options));
      },
    };
  }
  return index;
}
