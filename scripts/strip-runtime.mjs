/*
 * Takes the framework's runtime out of the prerendered pages, after `next build`.
 *
 * Nothing on them needs React in the browser: the scripts of browser/ do the rest on the
 * server's HTML. Next.js has no switch for that, so this step rewrites .next/server/app:
 * it removes the chunk tags, their preload and the inline flight data, and checks that what
 * is left is exactly what the Content-Security-Policy allows (docs/decisions/0004).
 *
 * KEYLINK_RUNTIME=keep leaves the pages as Next.js made them: heavier, same behavior,
 * and with a policy that allows inline scripts.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, Problem } from "./process.mjs";

const PAGES = ".next/server/app";

/** Pages of the framework itself, which this site never serves as they are. */
const NOT_OURS = new Set(["_global-error.html"]);

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;

/** @type {(why: string, file: string, found: string) => Problem} */
const unexpected = (why, file, found) =>
  new Problem(`${PAGES}/${file} does not have the shape that scripts/strip-runtime.mjs knows.`, {
    expected: why,
    found,
    remedy:
      "after an upgrade of Next.js, look at what it writes now and adapt that script; until then KEYLINK_RUNTIME=keep builds the heavier pages",
  });

/**
 * What one page is without the runtime.
 *
 * @param {string} html as Next.js wrote it
 * @param {string} file its name, for messages
 * @param {string} prePaint the only inline script that stays
 * @throws {Problem} when Next.js writes something that this does not know
 */
export function stripPage(html, file, prePaint) {
  let flight = 0;
  let chunks = 0;
  let inline = 0;
  const stripped = html
    .replace(SCRIPT, (tag, /** @type {string} */ attributes, /** @type {string} */ code) => {
      if (/\btype="application\/(ld\+)?json"/.test(attributes)) return tag;
      const source = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
      if (source?.startsWith("/_next/static/")) {
        chunks += 1;
        return "";
      }
      if (source?.startsWith("/assets/") && /\btype="module"/.test(attributes)) return tag;
      if (source) throw unexpected("scripts of /_next/static and /assets only", file, source);
      if (code === prePaint) {
        inline += 1;
        return tag;
      }
      if (/^\(?self\.__next_[fr]\b/.test(code) || /\bid="_R_"/.test(attributes)) {
        flight += 1;
        return "";
      }
      throw unexpected(
        "no inline script but the pre-paint script and flight data",
        file,
        code.slice(0, 120),
      );
    })
    .replace(SCRIPT_PRELOAD, "")
    // React parts neighboring texts by comments; nobody reads them any more.
    .replace(/<!--.*?-->/g, "");
  if (chunks === 0 || flight === 0)
    throw unexpected(
      "chunk tags and flight data",
      file,
      `${chunks} chunk tags, ${flight} flight scripts`,
    );
  if (inline !== 1) throw unexpected("the pre-paint script once", file, `${inline} times`);
  if (/_next\/static\/[^"]*\.js/.test(stripped))
    throw unexpected(
      "no address of a chunk left",
      file,
      /_next\/static\/[^"]*\.js/.exec(stripped)?.[0] ?? "",
    );
  return stripped;
}

/** Rewrites all prerendered pages. Says how many and what it saved. */
export function stripRuntime() {
  const { prePaint } = JSON.parse(readFileSync(fromRoot(".generated/browser.json"), "utf8"));
  let pages = 0;
  let saved = 0;
  const chunks = new Set();
  for (const entry of readdirSync(fromRoot(PAGES), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = path.relative(fromRoot(PAGES), file);
    if (NOT_OURS.has(name)) continue;
    const html = readFileSync(file, "utf8");
    const stripped = stripPage(html, name, prePaint);
    for (const [, chunk] of html.matchAll(/<script src="\/(_next\/static\/[^"]*)" async=""/g))
      chunks.add(chunk);
    writeFileSync(file, stripped);
    pages += 1;
    saved += html.length - stripped.length;
  }
  if (pages === 0) throw unexpected("prerendered pages", "", "none");
  // `next start` prefers what it has served before to the file that was rewritten.
  rmSync(fromRoot(".next/server/route-cache"), { recursive: true, force: true });
  // What a page would load with the runtime; `npm run bench:bytes` compares with it.
  writeFileSync(fromRoot(".next/keylink-runtime.json"), JSON.stringify([...chunks].sort()));
  return { pages, savedBytes: saved };
}
