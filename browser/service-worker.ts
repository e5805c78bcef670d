import { parseErrorCode } from "@/lib/errors/error-code";
import { readPage, type Pack } from "@/lib/offline/pack";
import type { FetchEvent, WorkerScope } from "./worker-scope";

/*
 * Answers when the network does not (O1). Pages come from the network first and from the pack of the
 * release when it fails or takes long; files whose names change with their content come from the cache
 * first. scripts/build-offline.ts writes the constants below and the result to /sw.js.
 */
declare const self: WorkerScope;
/** The release that this worker belongs to; each has a cache of its own. */
declare const RELEASE: string;
/** The day of the build, as readers read it. */
declare const MADE: string;
/** The address of the pack, and that of the folder of search texts, which it has too. */
declare const PACK: string;
declare const TEXTS: string;
/** What all pages need, and what the search and the reader of license output need. */
declare const FILES: string[];
/** Headers of pages, and the policies of guides and of all others. */
declare const PAGE_HEADERS: Record<string, string>;
declare const POLICIES: { page: string; guide: string };

const PREFIX = "keylink-";
const CACHE = PREFIX + RELEASE;
/** So long the network may take for a page. */
const PATIENCE_MS = 3_000;

/** Fetches what is not there yet; a file of an older release is taken over, since its name says what is in it. */
async function fill(addresses: string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const old = address.startsWith("/assets/") ? await caches.match(address) : undefined;
    const response = old ?? (await fetch(address));
    if (!response.ok) throw new Error(`${address}: expected 200, got ${response.status}`);
    await cache.put(address, response);
  }
}

/** Whoever saves data gets it only once a page needs it. */
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
        (name) => name.startsWith(PREFIX) && name !== CACHE,
      );
      // The one before stays: a page that is still open may ask for its files.
      await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
      for (const client of await self.clients.matchAll({ type: "window" }))
        client.postMessage({ release: RELEASE });
    })(),
  );
});

let reading: Promise<Pack | undefined> | undefined;
/** The pack, read once while this worker lives. A cache that lost it is no reason to forget that it may come back. */
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

/** Mended once while this worker lives: a browser may have thrown part of the cache away. */
let mending: Promise<void> | undefined;
const mend = () =>
  (mending ??= fill(wanted()).catch(() => {
    mending = undefined;
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

/** Says above the page that it is a copy. */
const marked = (page: string) =>
  page.replace(
    /<main [^>]*>/,
    `$&<p class="note no-print" data-offline-copy="">Offline copy of ${MADE}. Ticks are saved as always.</p>`,
  );

const LAST_RESORT =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Offline · Keylink</title><h1>You are offline</h1><p>This page is not saved on this device. Go back, or try again with a connection.</p>';

/** What is shown where the network is not. */
async function stored({ pathname }: URL): Promise<Response> {
  const pack = await readPack();
  const path = decodePath(pathname)
    .toLowerCase()
    .replace(/(?<=.)\/$/, "");
  const page = pack && readPage(pack, path === "/search" ? "/offline/search" : path);
  if (page) return html(marked(page), path);
  const code = parseErrorCode(path.slice(path.lastIndexOf("/") + 1))?.toLowerCase();
  if (code && pack && path !== `/errors/${code}` && readPage(pack, `/errors/${code}`))
    return Response.redirect(`/errors/${code}`);
  return html((pack && readPage(pack, "/offline")) ?? LAST_RESORT, "/offline", 503);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The page from the network; the copy when that fails or the server is broken, or when it takes long and there is one. */
async function answerPage(event: FetchEvent, url: URL): Promise<Response> {
  const network = fetch(event.request).then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  const late = new Promise<"late">((resolve) => setTimeout(resolve, PATIENCE_MS, "late"));
  const first = await Promise.race([network, late]);
  if (first && first !== "late") {
    event.waitUntil(mend());
    return first;
  }
  const copy = await stored(url);
  // Not there: who waits longer may get it all the same.
  if (copy.status !== 200 && first === "late") return (await network) ?? copy;
  return copy;
}

/** A file whose name changes with its content. */
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
  // Whatever goes wrong here, the network may still answer.
  const answerOr = (answer: Promise<Response>) =>
    event.respondWith(answer.catch(() => fetch(request)));
  if (
    request.mode === "navigate" &&
    !/\.\w+$/.test(url.pathname) &&
    !url.pathname.startsWith("/api/")
  )
    answerOr(answerPage(event, url));
  else if (url.pathname.startsWith("/assets/") || FILES.includes(url.pathname))
    answerOr(answerFile(event, url));
});
