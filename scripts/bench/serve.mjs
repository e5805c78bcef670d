/* Servers for a benchmark, each on a free port of this machine. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, get } from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { findFreePort } from "../port.mjs";
import { fromRoot, ROOT, toolEnvironment } from "../process.mjs";

/** Starts the server of the built site in a process of its own; resolves once it answers. */
export async function serve() {
  const port = await findFreePort();
  const server = spawn(process.execPath, [fromRoot("scripts/serve.mjs")], {
    cwd: ROOT,
    env: { ...toolEnvironment(), PORT: String(port) },
    stdio: "ignore",
  });
  const origin = `http://localhost:${port}`;
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) break;
    await wait(250);
  }
  return {
    origin,
    pid: server.pid,
    stop: async () => {
      server.kill();
      await new Promise((resolve) => server.once("exit", resolve));
    },
  };
}

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/**
 * Serves a folder of static pages from memory, compressed once, so as fast as any host.
 * Files whose names contain a hash (their paths begin with `immutable`) may be cached forever.
 *
 * @param {string} folder
 * @param {{ immutable: string }} options
 */
export async function serveFolder(folder, { immutable }) {
  /** @type {Map<string, Buffer>} */
  const bodies = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(folder, path.extname(pathname) ? pathname : `${pathname}/index.html`);
    if (!bodies.has(file) && existsSync(file)) bodies.set(file, gzipSync(readFileSync(file)));
    const body = bodies.get(file);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Cache-Control": pathname.startsWith(immutable)
        ? "public, max-age=31536000, immutable"
        : "public, max-age=0",
    });
    response.end(body);
  });
  return listen(server);
}

/** Headers of a single connection, which the copy must not repeat. */
const OF_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);

/**
 * Records a server's responses with their headers and serves them from memory. A browser and a server that share two
 * processors slow each other down, so both sites of a comparison are served this way. `npm run bench:load` measures
 * the server itself.
 *
 * @param {string} origin
 */
export async function serveCopies(origin) {
  /** @type {Map<string, Promise<{ status: number, headers: import("node:http").OutgoingHttpHeaders, body: Buffer }>>} */
  const copies = new Map();
  const copy = (/** @type {string} */ address) =>
    /** @type {NonNullable<ReturnType<typeof copies.get>>} */ (
      new Promise((resolve, reject) => {
        get(origin + address, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
          /** @type {Buffer[]} */
          const pieces = [];
          answer.on("data", (piece) => pieces.push(piece));
          answer.on("error", reject);
          answer.on("end", () =>
            resolve({
              status: answer.statusCode ?? 500,
              headers: Object.fromEntries(
                Object.entries(answer.headers).filter(([name]) => !OF_CONNECTION.has(name)),
              ),
              body: Buffer.concat(pieces),
            }),
          );
        }).on("error", reject);
      })
    );
  const server = createServer(async (request, response) => {
    const address = request.url ?? "/";
    const kept = copies.get(address) ?? copy(address);
    copies.set(address, kept);
    try {
      const { status, headers, body } = await kept;
      response.writeHead(status, { ...headers, "content-length": body.length }).end(body);
    } catch {
      response.writeHead(502).end();
    }
  });
  return listen(server);
}

/** @param {import("node:http").Server} server */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === "object" ? address?.port : ""}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
