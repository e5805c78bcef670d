import { containsProductKey, mayBecomeProductKey } from "@/lib/product-key";
import { createSharedMemory, takeReply } from "@/lib/search/shared-reply";
import type { SearchAnswer } from "@/lib/search/types";
import { searchParameters } from "@/lib/search/wording";
import type { SearchReply, SearchRequest, WorkerMessage, WorkerRequest } from "./search-worker";

/** Address of the worker's bundle, written here by scripts/build-browser.ts. */
declare const SEARCH_WORKER: string;

/**
 * Where the dialog searches. Replies come to the listener with the number of the query, and never
 * inside `ask`: a query may be asked for before its text stands in the field.
 */
export type SearchSource = {
  ask: (request: SearchRequest) => void;
  /** Has the reply to the newest query come at once, if it is there; otherwise it comes by itself. */
  collect: () => void;
};

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

/** Searches in a worker, which loads the index as soon as it is there. */
function workerSource(listen: (reply: SearchReply) => void): SearchSource {
  let worker: Worker | undefined;
  let newest = 0;
  const memory = createSharedMemory();

  function collect(): void {
    const reply = memory && (takeReply(memory, newest) as SearchReply | undefined);
    if (reply) listen(reply);
  }

  function start(): Worker {
    const started = new Worker(workerAddress, { type: "module", name: "search" });
    started.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      if ("inMemory" in data) collect();
      else listen(data);
    });
    // It did not load, or broke: a new one is made at the next key.
    started.addEventListener("error", (event) => {
      event.preventDefault();
      started.terminate();
      if (worker === started) worker = undefined;
      listen({ id: newest, failed: true });
    });
    return started;
  }

  const ask: SearchSource["ask"] = (request) => {
    newest = request.id;
    try {
      worker ??= start();
      worker.postMessage({ ...request, memory } satisfies WorkerRequest);
    } catch {
      setTimeout(listen, 0, { id: newest, failed: true }); // Workers are forbidden here.
    }
  };
  try {
    worker = start();
  } catch {
    // Said at the first key.
  }
  return { ask, collect };
}

/** Asks `/api/search` at each key; a newer query calls the older one off. */
function serverSource(listen: (reply: SearchReply) => void): SearchSource {
  let asking: AbortController | undefined;
  const ask: SearchSource["ask"] = async ({ id, query, options }) => {
    asking?.abort();
    asking = new AbortController();
    // Typed letter by letter, most of a key would be sent before the field's guard knows it (S9).
    if (containsProductKey(query) || mayBecomeProductKey(query)) {
      setTimeout(listen, 0, { id, withheld: true });
      return;
    }
    try {
      const response = await fetch(`/api/search?${searchParameters(query, options.windows)}`, {
        signal: asking.signal,
      });
      if (!response.ok) throw new Error(`expected 200, got ${response.status}`);
      listen({ id, answer: (await response.json()) as SearchAnswer });
    } catch {
      // Also when it was called off; the listener knows that this query is old.
      listen({ id, failed: true });
    }
  };
  return { ask, collect: () => {} };
}

/** Where the dialog searches (docs/decisions/0010): the mode stands in the page where it is not the usual one. */
export function createSearchSource(listen: (reply: SearchReply) => void): SearchSource {
  const { searchMode } = document.documentElement.dataset;
  return searchMode === "server" ? serverSource(listen) : workerSource(listen);
}
