/* Servers for a benchmark, each on a free port of this machine. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { siteUrl } from "../build.mjs";
import { findFreePort } from "../port.mjs";
import { ROOT, toolEnvironment, toolFile } from "../process.mjs";

/** Starts `next start` on the built site and promises it once it answers. */
export async function serve() {
  const port = await findFreePort();
  const server = spawn(process.execPath, [toolFile("next"), "start", "-p", String(port)], {
    cwd: ROOT,
    env: { ...toolEnvironment(), NODE_ENV: "production", SITE_URL: siteUrl() },
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
 * Serves a folder of finished pages from memory, compressed once: no slower than any host would be.
 * Names that hold a hash (`immutable`, the start of their path) may be kept by the browser forever.
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
