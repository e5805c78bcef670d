import "server-only";
import made from "@/.generated/search-index.json";
import { loadIndex } from "./engine";
import type { SearchIndex } from "./types";

let index: SearchIndex | undefined;

/**
 * The index of the whole site, as scripts/build-search.ts built it; the dialog loads the same. Building it here
 * would block the server for seconds, once for each route that searches.
 */
export function getSiteIndex(): SearchIndex {
  index ??= loadIndex(made.index, made.texts);
  return index;
}
