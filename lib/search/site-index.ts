import "server-only";
import { getSynonyms } from "@/lib/content/pages";
import { getSearchDocuments } from "./documents";
import { createIndex } from "./create-index";
import type { SearchIndex } from "./types";

let index: SearchIndex | undefined;

/** The index of the whole site, made once for each process. */
export function getSiteIndex(): SearchIndex {
  index ??= createIndex(getSearchDocuments(), getSynonyms());
  return index;
}
