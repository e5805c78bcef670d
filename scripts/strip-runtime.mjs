/*
 * Strips the framework's runtime from the prerendered pages, after `next build`.
 *
 * Nothing on them needs React in the browser: the scripts of browser/ work on the server's HTML. Next.js has
 * no switch for that, so this step rewrites .next/server/app: it removes the chunk tags, their preloads, the inline
 * flight data and the files that only the runtime requests, and checks that what remains is exactly what
 * the Content-Security-Policy allows (docs/decisions/0004). Then it puts the path of SITE_URL before addresses (0013).
 */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { basePathOf, pageBelow } from "../lib/runtime/base-path.mjs";
import { stripPage, UnknownShape } from "../lib/runtime/strip-page.mjs";
import { fromRoot, Problem } from "./process.mjs";
import { siteUrl } from "./variables.mjs";

const PAGES = ".next/server/app";
const PRERENDERED = ".next/prerender-manifest.json";

/** What serve.mjs needs to know about the build: its public address, the policy, and the addresses whose responses are ready. */
export const SERVED = ".next/keylink-served.json";

/** The answer when the server fails itself. Next.js would write one with its runtime, which our policy refuses. */
export const FAILED = ".next/server/pages/500.html";

/** The framework's own pages, which this site never serves as they are. */
const NOT_OURS = new Set(["_global-error.html"]);

/**
 * @param {string} file
 * @param {{ expected: string, found: string }} shape
 */
const unexpected = (file, { expected, found }) =>
  new Problem(`${PAGES}/${file} does not have the shape that lib/runtime/strip-page.mjs knows.`, {
    expected,
    found,
    remedy:
      "after an upgrade of Next.js, go back to the version before it, or adapt that file: CONTRIBUTING.md, “An upgrade of Next.js”",
  });

/**
 * One page of the build without the runtime.
 *
 * @param {string} html as Next.js wrote it
 * @param {string} file its name, for messages
 * @param {import("../lib/runtime/strip-page.mjs").Inlined} inlined
 * @throws {Problem} when the page contains anything unknown
 */
export function stripFile(html, file, inlined) {
  try {
    return stripPage(html, inlined);
  } catch (error) {
    throw error instanceof UnknownShape ? unexpected(file, error) : error;
  }
}

/**
 * The headers of a page that has a Markdown copy: where that is, and when the text changed.
 *
 * @param {{ changed?: string } | undefined} copy
 * @param {string} address of the page
 * @returns {Record<string, string>}
 */
export const headersOf = (copy, address) =>
  copy?.changed
    ? {
        link: `<${address}.md>; rel="alternate"; type="text/markdown"`,
        "last-modified": new Date(copy.changed).toUTCString(),
      }
    : {};

/**
 * Drops what only the runtime requests: a page's payload and its segments. The payload remains as an empty file:
 * without one, Next.js considers the page not rendered yet and renders it again, with the runtime. Adds headers.
 *
 * @param {string} page its HTML file
 * @param {Record<string, string>} headers
 */
function finishPage(page, headers) {
  const beside = (/** @type {string} */ ending) => page.replace(/\.html$/, ending);
  writeFileSync(beside(".rsc"), "");
  rmSync(beside(".segments"), { recursive: true, force: true });
  const { segmentPaths: _dropped, ...meta } = JSON.parse(readFileSync(beside(".meta"), "utf8"));
  writeFileSync(
    beside(".meta"),
    JSON.stringify({ ...meta, headers: { ...meta.headers, ...headers } }),
  );
}

/** Rewrites all prerendered pages. Returns how many, and the bytes saved. */
export function stripRuntime() {
  const inlined = JSON.parse(readFileSync(fromRoot(".generated/browser.json"), "utf8"));
  const machineFiles = JSON.parse(readFileSync(fromRoot(".generated/files.json"), "utf8"));
  const base = basePathOf(siteUrl());
  let pages = 0;
  let saved = 0;
  const chunks = new Set();
  for (const entry of readdirSync(fromRoot(PAGES), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = path.relative(fromRoot(PAGES), file);
    if (NOT_OURS.has(name)) continue;
    const html = readFileSync(file, "utf8");
    const stripped = stripFile(html, name, inlined);
    for (const [, chunk] of html.matchAll(/<script src="\/(_next\/static\/[^"]*)" async=""/g))
      chunks.add(chunk);
    writeFileSync(file, pageBelow(stripped, base));
    const address = `/${name.replaceAll("\\", "/").replace(/\.html$/, "")}`;
    finishPage(file, headersOf(machineFiles[`${address}.md`], base + address));
    pages += 1;
    saved += html.length - stripped.length;
  }
  if (pages === 0) throw unexpected("", { expected: "prerendered pages", found: "none" });
  copyFileSync(fromRoot(PAGES, "failed.html"), fromRoot(FAILED));
  writeFileSync(
    fromRoot(SERVED),
    JSON.stringify({
      site: siteUrl(),
      policy: inlined.policies.page,
      ready: [
        ...Object.keys(JSON.parse(readFileSync(fromRoot(PRERENDERED), "utf8")).routes),
        ...readdirSync(fromRoot("public")).map((name) => `/${name}`),
        ...Object.keys(machineFiles),
      ],
    }),
  );
  // What a page would load with the runtime, for comparison in `npm run bench:bytes`.
  writeFileSync(fromRoot(".next/keylink-runtime.json"), JSON.stringify([...chunks].sort()));
  return { pages, savedBytes: saved };
}
