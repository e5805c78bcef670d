/*
 * The server of the built site: Next.js's own request handler, and before it the checks that must come
 * before anything reads a request. `npm start`, the browser tests and the benches use it.
 *
 *   node scripts/serve.mjs     serves what is built, on PORT
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { siteUrl } from "./build.mjs";
import { compress, prepareAssets } from "./compress.mjs";
import { createGate } from "./gate.mjs";
import { readPort } from "./port.mjs";
import { fromRoot, isCommand, main, Problem, ROOT } from "./process.mjs";
import { markRunning } from "./running.mjs";
import { SERVED } from "./strip-runtime.mjs";

/** The longest field of the site takes 1,000 characters, and of those one may take nine bytes in an address. */
const LONGEST_ADDRESS = 12_000;

/** Our own addresses have six at most, and trackers add some. Next.js needs seconds for thousands. */
const MOST_PARAMETERS = 50;

/** How many answers are worked out at once, and how many readers wait for theirs; the others are asked to come again. */
const AT_ONCE = 1;
const MOST_WAITING = 30;

/** Until open answers are sent when the server stops. */
const PATIENCE_MS = 3_000;

/**
 * What is answered instead of the site, or undefined: no page reads anything but the address.
 *
 * @param {{ method?: string, url?: string }} request
 * @returns {{ status: number, headers?: Record<string, string>, text: string } | undefined}
 */
export function refusalOf({ method = "", url = "" }) {
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, headers: { Allow: "GET, HEAD" }, text: "Pages can only be read." };
  if (!url.startsWith("/")) return { status: 400, text: "This is no address of a page." };
  if (url.length > LONGEST_ADDRESS || url.split("&").length > MOST_PARAMETERS)
    return { status: 414, text: "The address is too long." };
  return undefined;
}

/** The address as a browser writes it: a proxy may put a host before it (RFC 9112, section 3.2.2). @param {string} url */
export const withoutHost = (url) => url.replace(/^https?:\/\/[^/?#]*\/?/i, "/");

/** What asks for the data of the framework's runtime, which this site has none of. */
const RUNTIME_HEADERS = [
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
];

/** Every file of a folder, by its address. @type {(folder: string, address: string) => string[]} */
const filesOf = (folder, address) =>
  existsSync(fromRoot(folder))
    ? readdirSync(fromRoot(folder), { recursive: true }).map(
        (name) => `${address}/${String(name).replaceAll("\\", "/")}`,
      )
    : [];

/**
 * Serves the built site, and promises once it listens.
 *
 * @param {number} port
 */
export async function serve(port) {
  /** @type {{ ready: string[], policy: string }} */
  const { ready: addresses, policy } = JSON.parse(readFileSync(fromRoot(SERVED), "utf8"));
  const ready = new Set(addresses);
  const files = new Set([
    ...filesOf(".next/static", "/_next/static"),
    ...filesOf("public/assets", "/assets"),
  ]);

  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    // Pages made on request say the same address as those made by the build.
    SITE_URL: siteUrl(),
  });
  const { default: next } = await import("next");
  // Next.js takes over what a server is asked to upgrade to. This one is never asked.
  const app = next({ dir: ROOT, port, httpServer: createServer() });
  await app.prepare();
  const handle = app.getRequestHandler();
  const gate = createGate({ atOnce: AT_ONCE, waiting: MOST_WAITING });

  const server = createServer((request, response) => {
    request.url = withoutHost(request.url ?? "");
    const refusal = refusalOf(request);
    if (refusal) {
      const { status, headers, text } = refusal;
      // What else comes on this connection is not read: a body may be without end.
      response.writeHead(status, { "Content-Type": "text/plain", Connection: "close", ...headers });
      return void response.end(`${text}\n`);
    }
    // We speak nothing else, and a socket that waits for an answer stays open for ever. Other offers
    // (h2c) may be left unanswered.
    if (request.headers.upgrade?.toLowerCase() === "websocket")
      return void request.socket.destroy();
    for (const name of RUNTIME_HEADERS) delete request.headers[name];

    const [path = ""] = request.url.split("?");
    const isFile = path.startsWith("/_next/") || path.startsWith("/assets/");
    // proxy.ts gives pages their policy. These it does not see.
    if (isFile && !files.has(path)) response.setHeader("Content-Security-Policy", policy);
    compress(request, response);
    const work = () => void handle(request, response);
    if (isFile || ready.has(path)) return work();
    if (gate(response, work)) return;
    response.writeHead(503, { "Content-Type": "text/plain", "Retry-After": "5" });
    response.end("Too many readers at once. Please try again.\n");
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve(undefined));
  });
  const unmark = markRunning(port);
  void prepareAssets(fromRoot("public/assets"), "/assets/");
  return {
    /** Lets open answers go out, and ends. */
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
 * Serves until the person stops it.
 *
 * @param {number} port
 * @throws {Problem} when the home page does not come
 */
export async function serveUntilStopped(port) {
  const site = await serve(port);
  const address = `http://localhost:${port}`;
  const home = await fetch(address);
  const html = await home.text();
  if (home.status !== 200 || !html.endsWith("</html>")) {
    throw new Problem("The build is broken.", {
      expected: "the home page, whole, with status 200",
      found: `status ${home.status}, ${html.length} characters`,
      remedy: "read the messages above, then delete the folder `.next` and start again",
    });
  }
  const line = `  Keylink is running at  ${address}  `;
  const rule = "─".repeat(line.length);
  console.log(`\n┌${rule}┐\n│${line}│\n└${rule}┘\n  Ctrl+C stops it.\n`);
  await stopAsked();
  await site.stop();
}

/** Until somebody stops us: by Ctrl+C, by a signal, or by ending the npm that runs us. */
const stopAsked = () =>
  new Promise((resolve) => {
    process.once("SIGINT", resolve).once("SIGTERM", resolve).once("SIGHUP", resolve);
    // npm gives a signal to the shell between us, and not every shell passes it on.
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(undefined), 500).unref();
  });

if (isCommand(import.meta.url)) await main(() => serveUntilStopped(readPort(process.env.PORT)));
