/*
 * The server of the built site: Next.js's request handler, behind checks that have to run before anything reads a
 * request. `npm start`, the browser tests and the benches use it.
 *
 *   node scripts/serve.mjs     serves the build on PORT
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { addressWithin, basePathOf } from "../lib/runtime/base-path.mjs";
import { compress, prepareAssets } from "./compress.mjs";
import { createGate } from "./gate.mjs";
import { readPort } from "./port.mjs";
import { fromRoot, isCommand, main, Problem, ROOT } from "./process.mjs";
import { markRunning } from "./running.mjs";
import { FAILED, SERVED } from "./strip-runtime.mjs";

/** The longest field takes 1,000 characters, each up to nine bytes long in an address. */
const LONGEST_ADDRESS = 12_000;

/** Our own addresses have at most six parameters, and trackers add some. Next.js needs seconds for thousands. */
const MOST_PARAMETERS = 50;

/** With a longer query, even a page that is ready has to be searched for product keys. */
const SHORT_ADDRESS = 500;

/**
 * How many responses are computed at once, how many requests may wait, and how long each waits at most for pages that
 * are ready. The others get a 503.
 */
const LIMITS = { atOnce: 1, waiting: 100, pauseMs: 50 };

/** An immediate refusal would only invite the next request. */
const REFUSED_AFTER_MS = 1_000;

/** How long open responses may take when the server stops. */
const PATIENCE_MS = 3_000;

/**
 * A response instead of the site's, or undefined. Pages read nothing but the address.
 *
 * @param {{ method?: string, url?: string }} request
 * @returns {{ status: number, headers?: Record<string, string>, text: string } | undefined}
 */
export function refusalOf({ method = "", url = "" }) {
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, headers: { Allow: "GET, HEAD" }, text: "Pages can only be read." };
  if (!url.startsWith("/")) return { status: 400, text: "This is not the address of a page." };
  if (url.length > LONGEST_ADDRESS || url.split("&").length > MOST_PARAMETERS)
    return { status: 414, text: "The address is too long." };
  return undefined;
}

/**
 * The response to an address that is not below the path of the site. The path itself, without a slash, leads home.
 *
 * @param {string} url
 * @param {string} base
 */
export const answerBeyond = (url, base) =>
  url === base || url.startsWith(`${base}?`)
    ? {
        status: 308,
        headers: { Location: `${base}/${url.slice(base.length)}` },
        text: `The site begins at ${base}/.`,
      }
    : { status: 404, text: `Nothing is here: the site begins at ${base}/.` };

/**
 * Answers with a line of text.
 *
 * @param {import("node:http").ServerResponse} response
 * @param {{ status: number, headers?: Record<string, string>, text: string }} answer
 */
function tell(response, { status, headers, text }) {
  response.writeHead(status, {
    "Content-Type": "text/plain",
    "X-Content-Type-Options": "nosniff",
    // The next release may have the file, and the next second may have time.
    "Cache-Control": "private, no-cache",
    ...headers,
  });
  response.end(`${text}\n`);
}

/** The address as browsers send it. Proxies may send the absolute form (RFC 9112, section 3.2.2). @param {string} url */
export const withoutHost = (url) => url.replace(/^https?:\/\/[^/?#]*\/?/i, "/");

/** Headers that request data for the framework's runtime, which this site does not have. */
const RUNTIME_HEADERS = [
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
];

/** Headers for that runtime; a cache would keep a copy for each value of those that `Vary` names. */
const RUNTIME_ANSWERS = ["x-nextjs-cache", "x-nextjs-prerender", "x-nextjs-stale-time"];

/** Takes the headers for the framework's runtime out of a response. @param {import("node:http").ServerResponse} response */
function withoutRuntimeHeaders(response) {
  const { writeHead } = response;
  response.writeHead = (/** @type {any[]} */ ...args) => {
    if (!response.headersSent) {
      for (const name of RUNTIME_ANSWERS) response.removeHeader(name);
      const vary = String(response.getHeader("Vary") ?? "").split(/,\s*/);
      const rest = vary.filter((name) => name && !RUNTIME_HEADERS.includes(name.toLowerCase()));
      if (rest.length > 0) response.setHeader("Vary", rest.join(", "));
      else response.removeHeader("Vary");
    }
    return Reflect.apply(writeHead, response, args);
  };
}

/** The value of `Location` or `Refresh` with the path: `/about`, `0;url=/about`, `http://host/about`. @param {string} value @param {string} base */
export const locationBelow = (value, base) =>
  value.replace(/^((?:0;url=)?(?:https?:\/\/[^/]+)?)(?=\/)/, `$1${base}`);

/**
 * Puts the path of the site before the addresses to which responses lead: Next.js does not know it.
 *
 * @param {import("node:http").ServerResponse} response
 * @param {string} base
 */
function leadBelow(response, base) {
  const { writeHead } = response;
  response.writeHead = (/** @type {any[]} */ ...args) => {
    for (const name of response.headersSent ? [] : ["Location", "Refresh"]) {
      const value = response.getHeader(name);
      if (value !== undefined) response.setHeader(name, locationBelow(String(value), base));
    }
    return Reflect.apply(writeHead, response, args);
  };
}

/**
 * Answers with our own page, which no cache keeps, where the site's code fails. Next.js would send three words with the
 * headers of the page that was asked for, which let a CDN keep it.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Buffer} page
 * @param {string} policy
 */
export function sendFailurePage(request, response, page, policy) {
  const { end } = response;
  response.end = (/** @type {any[]} */ ...args) => {
    if (response.statusCode !== 500 || response.headersSent)
      return Reflect.apply(end, response, args);
    for (const name of ["ETag", "CDN-Cache-Control"]) response.removeHeader(name);
    response.setHeader("Cache-Control", "no-store");
    if (!request.headers.accept?.includes("text/html")) return Reflect.apply(end, response, args);
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", page.length);
    return Reflect.apply(end, response, [page]);
  };
}

/** The addresses of all files in a folder. @type {(folder: string, address: string) => string[]} */
const filesOf = (folder, address) =>
  existsSync(fromRoot(folder))
    ? readdirSync(fromRoot(folder), { recursive: true }).map(
        (name) => `${address}/${String(name).replaceAll("\\", "/")}`,
      )
    : [];

/**
 * Throws when SITE_URL is another address than the one in the pages.
 *
 * @param {string} built
 * @param {string | undefined} wanted
 */
export function checkSite(built, wanted) {
  const origin = (/** @type {string} */ text) => text.replace(/\/+$/, "");
  if (!wanted || origin(wanted) === origin(built)) return;
  throw new Problem("SITE_URL is not the address that the site was built for.", {
    expected: built,
    found: wanted,
    remedy: "build again with this SITE_URL (npm start does), or leave it out",
  });
}

/**
 * Serves the built site. Resolves once it listens.
 *
 * @param {number} port
 */
export async function serve(port) {
  /** @type {{ site: string, ready: string[], policy: string }} */
  const { site, ready: addresses, policy } = JSON.parse(readFileSync(fromRoot(SERVED), "utf8"));
  const { config } = JSON.parse(readFileSync(fromRoot(".next/required-server-files.json"), "utf8"));
  checkSite(site, process.env.SITE_URL);
  const base = basePathOf(site);
  const ready = new Set(addresses);
  const failed = readFileSync(fromRoot(FAILED));
  const files = new Set([
    ...filesOf(".next/static", "/_next/static"),
    ...filesOf("public/assets", "/assets"),
    ...filesOf("public/previous", "/assets"),
  ]);

  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    // Pages made on request must name the same origin as prerendered ones.
    SITE_URL: site,
    // As in the server.js that Next.js writes into .next/standalone. Without it, Next.js compiles next.config.ts at each
    // start, with a compiler that the container does not have.
    __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config),
  });
  const { default: next } = await import("next");
  // Next.js handles upgrade requests of the server that it is given. It gets one that never receives any.
  const app = next({ dir: ROOT, port, httpServer: createServer() });
  await app.prepare();
  const handle = app.getRequestHandler();
  const gate = createGate(LIMITS);

  const server = createServer((request, response) => {
    request.url = withoutHost(request.url ?? "");
    const refusal = refusalOf(request);
    // Nothing more is read from this connection: a body may be endless.
    if (refusal)
      return tell(response, {
        ...refusal,
        headers: { Connection: "close", ...refusal.headers },
      });
    // We support no WebSockets, and a socket that waits for an answer would stay open forever. Other offers (h2c) may
    // be ignored.
    if (request.headers.upgrade?.toLowerCase() === "websocket")
      return void request.socket.destroy();
    for (const name of RUNTIME_HEADERS) delete request.headers[name];
    const within = addressWithin(request.url, base);
    if (within === undefined) return tell(response, answerBeyond(request.url, base));
    request.url = within;

    const [path = ""] = request.url.split("?");
    const isFile = path.startsWith("/_next/") || path.startsWith("/assets/");
    if (isFile && !files.has(path))
      return tell(response, {
        status: 404,
        // proxy.ts, which sets the policy of pages, does not see these requests.
        headers: { "Content-Security-Policy": policy },
        text: "There is no such file.",
      });
    withoutRuntimeHeaders(response);
    if (base) leadBelow(response, base);
    compress(request, response);
    sendFailurePage(request, response, failed, policy);
    const work = () => void handle(request, response);
    if (isFile || (ready.has(path) && request.url.length < SHORT_ADDRESS)) {
      gate.pass(response);
      return work();
    }
    if (gate.enter(response, work)) return;
    const busy = "Too many readers at once. Please try again.";
    setTimeout(
      () => tell(response, { status: 503, headers: { "Retry-After": "5" }, text: busy }),
      REFUSED_AFTER_MS,
    );
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve(undefined));
  });
  const unmark = markRunning(port);
  void prepareAssets(fromRoot("public/assets"), "/assets/");
  return {
    base,
    /** Finishes open responses, then stops. */
    stop: async () => {
      unmark();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
      await closed;
      await app.close();
    },
  };
}

/**
 * Serves the site until the person stops it.
 *
 * @param {number} port
 * @throws {Problem} when the home page cannot be loaded
 */
export async function serveUntilStopped(port) {
  const site = await serve(port);
  const address = `http://localhost:${port}${site.base}`;
  const home = await fetch(`${address}/`);
  const html = await home.text();
  if (home.status !== 200 || !html.endsWith("</html>")) {
    throw new Problem("The build is broken.", {
      expected: "the home page, whole, with status 200",
      found: `status ${home.status}, ${html.length} characters`,
      remedy: "read the messages above, then delete the folder `.next` and start again",
    });
  }
  // The first search reads the index, which takes half a second: not while readers wait.
  await (await fetch(`${address}/search?q=activate`)).text();
  const line = `  Keylink is running at  ${address}${site.base && "/"}  `;
  const rule = "─".repeat(line.length);
  console.log(`\n┌${rule}┐\n│${line}│\n└${rule}┘\n  Ctrl+C stops it.\n`);
  await stopAsked();
  await site.stop();
}

/** Resolves when somebody stops us: by Ctrl+C, a signal, or ending the npm that runs us. */
const stopAsked = () =>
  new Promise((resolve) => {
    process.once("SIGINT", resolve).once("SIGTERM", resolve).once("SIGHUP", resolve);
    // npm sends signals to the shell between us, and not every shell forwards them.
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(undefined), 500).unref();
  });

if (isCommand(import.meta.url)) await main(() => serveUntilStopped(readPort(process.env.PORT)));
