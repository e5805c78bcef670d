import search from "@/.generated/search.json";
import { loadIndex } from "@/lib/search/engine";
import {
  sectionTextFile,
  shownSections,
  textsOf,
  type SectionText,
} from "@/lib/search/section-text";
import { addSnippets } from "@/lib/search/snippet";
import type { SearchAnswer, SearchIndex, SearchOptions } from "@/lib/search/types";

/*
 * Searches in a thread of its own, so that typing never waits for a search. Its requests carry no
 * word of the query: the index is one file for all, the texts are asked for by the sections found.
 */

/** A query with a number that grows from 1. Older ones are given up. */
export type SearchRequest = { id: number; query: string; options: SearchOptions };
/**
 * The answer, and the same once more when its snippets are complete; or that there is none, that it
 * takes long and the server is asked, or that the query was held back because it may become a product key.
 */
export type SearchReply = { id: number } & (
  { answer: SearchAnswer } | { failed: true } | { isLate: true } | { withheld: true }
);

/** Texts are fetched when typing pauses: nobody reads the results of half a word. */
const PAUSE_MS = 120;

/** A search shorter than this keeps nobody waiting. */
const QUICK_MS = 16;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const send = (reply: SearchReply) => postMessage(reply);

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: expected 200, got ${response.status}`);
  return response;
}

let loading: Promise<SearchIndex> | undefined;

/** The index, loaded once. A failed download is retried at the next key, not remembered (S4). */
function load(): Promise<SearchIndex> {
  loading ??= fetched(search.index)
    .then((response) => response.text())
    .then((json) => loadIndex(json))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const texts = new Map<string, SectionText>();

/** Fetches what is not there yet. One that fails leaves its snippet out; the next answer tries again. */
async function fetchTexts(answer: SearchAnswer): Promise<void> {
  const missing = shownSections(answer).filter((section) => !texts.has(section));
  await Promise.all(
    missing.map(async (section) => {
      try {
        const response = await fetched(search.texts + encodeURI(sectionTextFile(section)));
        texts.set(section, (await response.json()) as SectionText);
      } catch {
        // Offline, or a release has taken the file away: the result says enough by its title.
      }
    }),
  );
}

let newest = 0;
/** How long the last search took, in milliseconds; before the first, the index was loaded, which takes longer. */
let took = Infinity;

addEventListener("message", async ({ data }: MessageEvent<SearchRequest>) => {
  const { id, query, options } = data;
  newest = id;
  const isOld = () => id !== newest;
  try {
    const index = await load();
    // Lets in what was typed meanwhile, so that only the newest is worked on. Where a search is
    // quicker than the next key, there is nothing to let in, and the pause would only be in the way.
    if (took > QUICK_MS) await pause(0);
    if (isOld()) return;
    const begun = performance.now();
    const answer = index.search(query, options);
    took = performance.now() - begun;
    const replyWithTexts = () => ({
      id,
      answer: addSnippets(answer, textsOf(answer, texts)),
    });
    send(replyWithTexts());
    await pause(PAUSE_MS);
    if (isOld()) return;
    await fetchTexts(answer);
    if (!isOld()) send(replyWithTexts());
  } catch {
    send({ id, failed: true });
  }
});

// The reader has opened the search: what it takes is on its way before the first key.
load().catch(() => undefined);
