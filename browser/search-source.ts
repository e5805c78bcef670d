import { containsProductKey, mayBecomeProductKey } from "@/lib/product-key";
import type { SearchAnswer } from "@/lib/search/types";
import { searchParameters } from "@/lib/search/wording";
import type { SearchReply, SearchRequest } from "./search-worker";

/** Address of the worker's bundle, written here by scripts/build-browser.ts. */
declare const SEARCH_WORKER: string;

/** Where the dialog searches. Replies come to the listener with the number of the query, never inside `ask`. */
export type SearchSource = { ask: (request: SearchRequest) => void };

/** So long a worker may take before the server is asked instead. */
const WORKER_DEADLINE_MS = 3_000;
/** So long the server may take. */
const SERVER_DEADLINE_MS = 10_000;

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (address: string) => URL };
};

/**
 * The worker's address for `new Worker`, which takes no plain text where the page's policy demands
 * Trusted Types (lib/security/policy.ts). Whatever goes in, the worker's address comes out, and the
 * name can be taken only once: no other code can make an address good with it.
 */
const workerAddress = (
  (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("search-worker", {
    createScriptURL: () => SEARCH_WORKER,
  }) ?? { createScriptURL: () => SEARCH_WORKER }
).createScriptURL("");

/**
 * Searches in a worker, which loads the index as soon as it is there. While it does not answer, be it
 * that the line is slow or the browser lets it hang, the server is asked.
 */
function workerSource(listen: (reply: SearchReply) => void): SearchSource {
  const server = serverSource(listen);
  let worker: Worker | undefined;
  let newest: SearchRequest | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;

  const stopWaiting = () => {
    clearTimeout(deadline);
    deadline = undefined;
    isLate = false;
  };
  const startWaiting = () => {
    deadline ??= setTimeout(() => {
      if (!newest) return;
      isLate = true;
      listen({ id: newest.id, isLate });
      server.ask(newest);
    }, WORKER_DEADLINE_MS);
  };
  const fail = () => {
    // The server's results stand, or are on their way.
    if (isLate) return;
    stopWaiting();
    if (newest) listen({ id: newest.id, failed: true });
  };

  function start(): Worker {
    const started = new Worker(workerAddress, { type: "module", name: "search" });
    started.addEventListener("message", ({ data }: MessageEvent<SearchReply>) => {
      if ("failed" in data) fail();
      else {
        stopWaiting();
        listen(data);
      }
    });
    // It did not load, or broke: a new one is made at the next key.
    started.addEventListener("error", (event) => {
      event.preventDefault();
      started.terminate();
      if (worker === started) worker = undefined;
      fail();
    });
    return started;
  }

  try {
    worker = start();
  } catch {
    // Said at the first key.
  }
  return {
    ask: (request) => {
      newest = request;
      try {
        worker ??= start();
        worker.postMessage(request);
      } catch {
        setTimeout(fail); // Workers are forbidden here.
        return;
      }
      if (isLate) server.ask(request);
      else startWaiting();
    },
  };
}

/** Asks `/api/search` at each key; a newer query calls the older one off. */
function serverSource(listen: (reply: SearchReply) => void): SearchSource {
  let asking: AbortController | undefined;
  const ask: SearchSource["ask"] = async ({ id, query, options }) => {
    asking?.abort();
    const request = new AbortController();
    asking = request;
    // Typed letter by letter, most of a key would be sent before the field's guard knows it (S9).
    if (containsProductKey(query) || mayBecomeProductKey(query)) {
      setTimeout(listen, 0, { id, withheld: true });
      return;
    }
    const deadline = setTimeout(() => request.abort(), SERVER_DEADLINE_MS);
    try {
      const response = await fetch(`/api/search?${searchParameters(query, options.windows)}`, {
        signal: request.signal,
      });
      if (!response.ok) throw new Error(`expected 200, got ${response.status}`);
      listen({ id, answer: (await response.json()) as SearchAnswer });
    } catch {
      // Also when it was called off; the listener knows that this query is old.
      listen({ id, failed: true });
    } finally {
      clearTimeout(deadline);
    }
  };
  return { ask };
}

/** Where the dialog searches (docs/decisions/0010): the mode stands in the page where it is not the usual one. */
export function createSearchSource(listen: (reply: SearchReply) => void): SearchSource {
  const { searchMode } = document.documentElement.dataset;
  return searchMode === "server" ? serverSource(listen) : workerSource(listen);
}
