/*
 * The part of the service worker's global scope that we use. TypeScript's library for workers cannot be
 * combined with the one for pages in one project.
 */
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };

/** A request that the service worker may answer. */
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
