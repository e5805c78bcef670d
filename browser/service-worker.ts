import { parseErrorCode } from "@/lib/errors/error-code";
import { readPage, type Pack } from "@/lib/offline/pack";
import { addressWithin, CACHE_PREFIX, isBeyond, linkTo } from "./base-path";
import type { FetchEvent, WorkerScope } from "./worker-scope";

/*
 * Serves pages when the network does not (O1). Pages come from the network first, and from the pack of the
 * release when that fails or takes too long. Files whose names change with their content come from the
 * cache first. scripts/build-offline.ts defines the constants below and writes the result to /sw.js.
 */
declare const self: WorkerScope;
/** The release of this worker; each release has a cache of its own. */
declare const RELEASE: string;
/** The day of the build, as shown to readers. */
declare const MADE: string;
/** The addresses of the pack and of the folder of search texts, which are in the pack, too. */
declare const PACK: string;
declare const TEXTS: string;
/** The files that all pages need, and those of the search and of the license output page. */
declare const FILES: string[];
/** The headers of pages, and the policies of guides and of all other pages. */
declare const PAGE_HEADERS: Record<string, string>;
declare const POLICIES: { page: string; guide: string };

const CACHE = CACHE_PREFIX + RELEASE;
/** How long to wait for the network before a page comes from the pack. */
const PATIENCE_MS = 3_000;

/** Caches missing files. Those of an older release are reused, since a name with a hash identifies the content. */
async function fill(addresses: string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const old = address.startsWith(linkTo("/assets/")) ? await caches.match(address) : undefined;
    const response = old ?? (await fetch(address));
    if (!response.ok) throw new Error(`${address}: expected 200, got ${response.status}`);
    await cache.put(address, response);
  }
}

/** With data saving on, the pack is left out. */
const wanted = () =>
  (self.navigator as { connection?: { saveData?: boolean } }).connection?.saveData
    ? FILES
    : [...FILES, PACK];

self.addEventListener("install", (event) => {
  event.waitUntil(fill(wanted()).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const others = (await caches.keys()).filter(
        (name) => name.startsWith(CACHE_PREFIX) && name !== CACHE,
      );
      // The previous cache stays: a page that is still open may need its files.
      await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
      for (const client of await self.clients.matchAll({ type: "window" }))
        client.postMessage({ release: RELEASE });
    })(),
  );
});

let reading: Promise<Pack | undefined> | undefined;
/** The pack, read once per life of this worker. While the cache lacks it, the next call tries again. */
function readPack(): Promise<Pack | undefined> {
  reading ??= caches
    .match(PACK)
    .then((response) => response?.json() as Promise<Pack> | undefined)
    .catch(() => undefined)
    .then((pack) => {
      if (!pack) reading = undefined;
      return pack;
    });
  return reading;
}

/** Refills the cache once per life of this worker: the browser may have evicted part of it. */
let refilling: Promise<void> | undefined;
const refill = () =>
  (refilling ??= fill(wanted()).catch(() => {
    refilling = undefined;
  }));

const html = (text: string, address: string, status = 200) =>
  new Response(text, {
    status,
    headers: {
      ...PAGE_HEADERS,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": address.startsWith("/guides/") ? POLICIES.guide : POLICIES.page,
    },
  });

/** The page with a note on top that it is an offline copy. */
const marked = (page: string) =>
  page.replace(
    /<main [^>]*>/,
    `$&<p class="note no-print" data-offline-copy="">Offline copy of ${MADE}. Ticks are saved as always.</p>`,
  );

const LAST_RESORT =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Offline · Keylink</title><h1>You are offline</h1><p>This page is not saved on this device. Go back, or try again with a connection.</p>';

/** The response without a network: the page from the pack, else the offline page. */
async function stored({ pathname }: URL): Promise<Response> {
  const pack = await readPack();
  const path = decodePath(addressWithin(pathname))
    .toLowerCase()
    .replace(/(?<=.)\/$/, "");
  const page = pack && readPage(pack, path === "/search" ? "/offline/search" : path);
  if (page) return html(marked(page), path);
  const code = parseErrorCode(path.slice(path.lastIndexOf("/") + 1))?.toLowerCase();
  if (code && pack && path !== `/errors/${code}` && readPage(pack, `/errors/${code}`))
    return Response.redirect(linkTo(`/errors/${code}`));
  return html((pack && readPage(pack, "/offline")) ?? LAST_RESORT, "/offline", 503);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The page from the network, or the copy when the network fails, the server is broken, or there is a copy and it takes too long. */
async function answerPage(event: FetchEvent, url: URL): Promise<Response> {
  const network = fetch(event.request).then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  const late = new Promise<"late">((resolve) => setTimeout(resolve, PATIENCE_MS, "late"));
  const first = await Promise.race([network, late]);
  if (first && first !== "late") {
    event.waitUntil(refill());
    return first;
  }
  const copy = await stored(url);
  // No copy: the network may still answer.
  if (copy.status !== 200 && first === "late") return (await network) ?? copy;
  return copy;
}

/** A file whose name changes with its content: from the cache, else from the network. */
async function answerFile({ request }: FetchEvent, { pathname }: URL): Promise<Response> {
  if (pathname.startsWith(TEXTS)) {
    const pack = await readPack();
    const text = pack?.texts[decodePath(pathname.slice(TEXTS.length))];
    if (text) return new Response(text, { headers: { "Content-Type": "application/json" } });
  }
  const kept = await caches.match(pathname);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && FILES.includes(pathname)) {
    const cache = await caches.open(CACHE);
    await cache.put(pathname, response.clone());
  }
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (isBeyond(url.pathname)) return;
  // If anything goes wrong here, the network may still answer.
  const answerOr = (answer: Promise<Response>) =>
    event.respondWith(answer.catch(() => fetch(request)));
  if (
    request.mode === "navigate" &&
    !/\.\w+$/.test(url.pathname) &&
    !url.pathname.startsWith(linkTo("/api/"))
  )
    answerOr(answerPage(event, url));
  else if (url.pathname.startsWith(linkTo("/assets/")) || FILES.includes(url.pathname))
    answerOr(answerFile(event, url));
});
