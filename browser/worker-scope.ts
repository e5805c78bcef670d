/*
 * What our service workers use of their global scope. TypeScript's own library for workers cannot
 * stand beside that for pages in one project.
 */
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };

/** A request that the worker may answer. */
export type FetchEvent = Extendable & {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
};

/** The global scope of a service worker. */
export type WorkerScope = {
  addEventListener: {
    (name: "install" | "activate", listen: (event: Extendable) => void): void;
    (name: "fetch", listen: (event: FetchEvent) => void): void;
  };
  skipWaiting: () => Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: {
    claim: () => Promise<void>;
    matchAll: (options: {
      type: "window";
    }) => Promise<readonly { postMessage: (message: unknown) => void }[]>;
  };
  navigator: Navigator;
};
