import { CACHE_PREFIX } from "./base-path";
import type { WorkerScope } from "./worker-scope";

/* The kill switch: /sw.js when the site is built with OFFLINE=off. Deletes all caches and unregisters itself. */
declare const self: WorkerScope;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
      await self.registration.unregister();
    })(),
  );
});
