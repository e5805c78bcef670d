import { containsProductKey, mayBecomeProductKey } from "@/lib/product-key";
import type { SearchAnswer } from "@/lib/search/types";
import { searchParameters } from "@/lib/search/wording";
import { linkTo } from "./base-path";
import type { SearchReply, SearchRequest } from "./search-worker";

/** Address of the worker's bundle, written here by scripts/build-browser.ts. */
declare const SEARCH_WORKER: string;

/** Where the dialog searches. Replies carry the number of their query and reach the listener asynchronously. */
export type SearchSource = { ask: (request: SearchRequest) => void };

/** How long to wait for the worker before asking the server instead. */
const WORKER_DEADLINE_MS = 3_000;
/** How long to wait for the server. */
const SERVER_DEADLINE_MS = 10_000;

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (address: string) => URL };
};

/**
 * The worker's address for `new Worker`, which takes no plain string where the page's policy requires
 * Trusted Types (lib/security/policy.ts). The policy returns this address whatever it is given, and its
 * name can be used only once, so no other code can get an address approved with it.
 */
const workerAddress = (
  (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("search-worker", {
    createScriptURL: () => SEARCH_WORKER,
  }) ?? { createScriptURL: () => SEARCH_WORKER }
).createScriptURL("");

/**
 * Searches in a worker, which loads the index as soon as it starts. While the worker does not answer, because
 * of a slow connection or because the browser lets it hang, the server is asked.
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
    // The server has answered, or is about to.
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
    // It did not load or broke; the next key starts a new one.
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
    // Reported at the first key.
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

/** Asks `/api/search` at each key; a newer query aborts the older one. */
function serverSource(listen: (reply: SearchReply) => void): SearchSource {
  let asking: AbortController | undefined;
  const ask: SearchSource["ask"] = async ({ id, query, options }) => {
    asking?.abort();
    const request = new AbortController();
    asking = request;
    // Typed letter by letter, most of a key would be sent before the field's guard recognizes it (S9).
    if (containsProductKey(query) || mayBecomeProductKey(query)) {
      setTimeout(listen, 0, { id, withheld: true });
      return;
    }
    const deadline = setTimeout(() => request.abort(), SERVER_DEADLINE_MS);
    try {
      const response = await fetch(
        linkTo(`/api/search?${searchParameters(query, options.windows)}`),
        {
          signal: request.signal,
        },
      );
      if (!response.ok) throw new Error(`expected 200, got ${response.status}`);
      listen({ id, answer: (await response.json()) as SearchAnswer });
    } catch {
      // Aborted requests end here, too; the listener ignores old queries.
      listen({ id, failed: true });
    } finally {
      clearTimeout(deadline);
    }
  };
  return { ask };
}

/** Picks the source (docs/decisions/0010). The page names the mode only when it is not the usual one. */
export function createSearchSource(listen: (reply: SearchReply) => void): SearchSource {
  const { searchMode } = document.documentElement.dataset;
  return searchMode === "server" ? serverSource(listen) : workerSource(listen);
}
