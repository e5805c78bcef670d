/*
 * Takes the framework's runtime out of the prerendered pages, after `next build`.
 *
 * Nothing on them needs React in the browser: the scripts of browser/ do the rest on the
 * server's HTML. Next.js has no switch for that, so this step rewrites .next/server/app:
 * it removes the chunk tags, their preload, the inline flight data and the files that only the
 * runtime asks for, and checks that what is left is exactly what the Content-Security-Policy
 * allows (docs/decisions/0004).
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripPage, UnknownShape } from "../lib/runtime/strip-page.mjs";
import { fromRoot, Problem } from "./process.mjs";

const PAGES = ".next/server/app";
const PRERENDERED = ".next/prerender-manifest.json";

/** What serve.mjs needs to know of the build: the policy, and the addresses whose answers are ready. */
export const SERVED = ".next/keylink-served.json";

/** Pages of the framework itself, which this site never serves as they are. */
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
 * @throws {Problem} when Next.js writes something that is not known
 */
export function stripFile(html, file, inlined) {
  try {
    return stripPage(html, inlined);
  } catch (error) {
    throw error instanceof UnknownShape ? unexpected(file, error) : error;
  }
}

/**
 * Drops what only the runtime asks for: a page's payload and its segments. The payload stays as an
 * empty file, because Next.js takes a page without one for not yet rendered.
 *
 * @param {string} page its HTML file
 */
function dropPayloads(page) {
  const beside = (/** @type {string} */ ending) => page.replace(/\.html$/, ending);
  writeFileSync(beside(".rsc"), "");
  rmSync(beside(".segments"), { recursive: true, force: true });
  const { segmentPaths: _dropped, ...meta } = JSON.parse(readFileSync(beside(".meta"), "utf8"));
  writeFileSync(beside(".meta"), JSON.stringify(meta));
}

/** Rewrites all prerendered pages. Says how many and what it saved. */
export function stripRuntime() {
  const inlined = JSON.parse(readFileSync(fromRoot(".generated/browser.json"), "utf8"));
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
    writeFileSync(file, stripped);
    dropPayloads(file);
    pages += 1;
    saved += html.length - stripped.length;
  }
  if (pages === 0) throw unexpected("", { expected: "prerendered pages", found: "none" });
  writeFileSync(
    fromRoot(SERVED),
    JSON.stringify({
      policy: inlined.policies.page,
      ready: [
        ...Object.keys(JSON.parse(readFileSync(fromRoot(PRERENDERED), "utf8")).routes),
        ...readdirSync(fromRoot("public")).map((name) => `/${name}`),
        ...Object.keys(JSON.parse(readFileSync(fromRoot(".generated/files.json"), "utf8"))),
      ],
    }),
  );
  // What a page would load with the runtime; `npm run bench:bytes` compares with it.
  writeFileSync(fromRoot(".next/keylink-runtime.json"), JSON.stringify([...chunks].sort()));
  return { pages, savedBytes: saved };
}
