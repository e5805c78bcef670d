import search from "@/.generated/search.json";
import { loadIndex } from "@/lib/search/engine";
import {
  sectionTextFile,
  shownSections,
  type SearchTexts,
  type SectionText,
} from "@/lib/search/section-text";
import { addSnippets } from "@/lib/search/snippet";
import type { ReadForeign, SearchAnswer, SearchIndex, SearchOptions } from "@/lib/search/types";
import { linkTo } from "./base-path";

/*
 * Searches in a thread of its own, so that typing never waits for a search. No request contains words of the
 * query: the index is one file for everybody, and texts are fetched by section.
 */

/** A query with a number, counted up from 1. A newer query supersedes older ones. */
export type SearchRequest = { id: number; query: string; options: SearchOptions };
/**
 * The answer, sent again once its snippets are complete. Or `failed`; `isLate`, when the worker is slow and the
 * server is asked; `withheld`, when the query may become a product key and is not sent.
 */
export type SearchReply = { id: number } & (
  { answer: SearchAnswer } | { failed: true } | { isLate: true } | { withheld: true }
);

/** Texts are fetched once typing pauses: nobody reads the results of half a word. */
const PAUSE_MS = 120;

/** A search shorter than this does not delay anybody. */
const QUICK_MS = 16;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const send = (reply: SearchReply) => postMessage(reply);

async function fetched(address: string): Promise<Response> {
  const response = await fetch(linkTo(address));
  if (!response.ok) throw new Error(`${address}: expected 200, got ${response.status}`);
  return response;
}

/** Loaded for the first query with words that the site does not often use, which may be in another language. */
let foreign: { readForeign: ReadForeign } | undefined;

let loading: Promise<SearchIndex> | undefined;

/** The index, loaded once. A failed download is not remembered: the next key retries it (S4). */
function load(): Promise<SearchIndex> {
  loading ??= fetched(search.index)
    .then((response) => response.text())
    .then((json) => loadIndex(json, (...text) => foreign?.readForeign(...text)))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const texts: SearchTexts = {};

/** Fetches missing texts. One that fails leaves its snippet out; the next answer tries again. */
async function fetchTexts(answer: SearchAnswer): Promise<void> {
  const missing = shownSections(answer).filter((section) => !texts[section]);
  await Promise.all(
    missing.map(async (section) => {
      try {
        const response = await fetched(search.texts + encodeURI(sectionTextFile(section)));
        texts[section] = (await response.json()) as SectionText;
      } catch {
        // Offline, or removed by a newer release: the title alone has to do.
      }
    }),
  );
}

let newest = 0;
/** Duration of the last search in ms. Infinity at first: loading the index takes longer than any search. */
let took = Infinity;

addEventListener("message", async ({ data }: MessageEvent<SearchRequest>) => {
  const { id, query, options } = data;
  newest = id;
  const isOld = () => id !== newest;
  try {
    const index = await load();
    // If this part does not load, the query fails and is not searched: a text in another language would lead to pages
    // that only have similar words, and nobody would be told that it is not English. The next key tries again.
    if (!foreign && !index.isOfCommonWords(query))
      foreign = await import("@/lib/wordings/read-foreign");
    // Yields to queries that arrived meanwhile, so that only the newest is searched. Quick searches finish
    // before the next key, and the pause would only delay them.
    if (took > QUICK_MS) await pause(0);
    if (isOld()) return;
    const begun = performance.now();
    const answer = index.search(query, options);
    took = performance.now() - begun;
    const reply = () => send({ id, answer: addSnippets(answer, texts) });
    reply();
    await pause(PAUSE_MS);
    if (isOld()) return;
    await fetchTexts(answer);
    if (!isOld()) reply();
  } catch {
    // A newer query may succeed meanwhile, and its results must not be replaced by this one's failure.
    if (!isOld()) send({ id, failed: true });
  }
});

// The reader has opened the search: load the index before the first key.
load().catch(() => undefined);
