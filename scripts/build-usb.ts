import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { KINDS, usbAddress } from "../lib/site/kinds";
import { BASE_PATH } from "../lib/site/site";
import { tables } from "./kind-tables-plugin";

/*
 * `npm run pack`: each guide as one HTML file that opens from a USB stick without a network, with both versions of
 * Windows, drawings and ticks, and the table of error codes. Made from the finished pages; `npm run build` makes
 * them, too, and each guide offers its own for download.
 */
const PAGES = ".next/server/app/guides";
const OUT = "public/usb";

const json = <Value>(file: string) => JSON.parse(readFileSync(file, "utf8")) as Value;
const browser = json<{ sheet: string }>(".generated/browser.json");
const { items: codes } = json<{
  items: { code: string; title: string; first: { "11": string } }[];
}>(".generated/files/api+v1+errors");

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
/** Markdown as plain text: links become their text, bold is dropped. */
const words = (markdown: string) =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`\\]/g, "");

const errorTable = `<section class="wrap" aria-labelledby="error-codes"><h2 id="error-codes">${KINDS.error.many}</h2><div class="wide-table" role="region" aria-label="${KINDS.error.many}" tabindex="0"><table><thead><tr><th>Code</th><th>What it is, and what to do first</th></tr></thead><tbody>${codes
  .map(
    ({ code, title, first }) =>
      `<tr id="${code.toLowerCase()}"><td translate="no">${code}</td><td><b>${escaped(title.replace(`${code}: `, ""))}</b> ${escaped(words(first["11"]))}</td></tr>`,
  )
  .join("")}</tbody></table></div></section>`;

/** The scripts of a guide as one, without the search, which needs a server or a worker. */
const { outputFiles } = await build({
  stdin: {
    contents: 'import "./site"; import "./guide";',
    resolveDir: "browser",
    loader: "ts",
  },
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  plugins: [tables],
  target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
  legalComments: "none",
  tsconfig: "tsconfig.json",
  // Not in the file: the menu of PCs then has only its link, and the button for the small window goes.
  external: ["../pcs-picker", "../beside"],
  define: {
    SEARCH_DIALOG: '""',
    RELEASE: '""',
    OFFLINE: "false",
    // Links of a file lead to the site by its whole address (linkFromFile).
    BASE_PATH: '""',
  },
});
// A script element ends at the first such tag, even inside a string.
const script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
const sheet = readFileSync(`public${browser.sheet}`, "utf8").replaceAll("</style", "<\\/style");

const slugs = readdirSync(PAGES).flatMap((name) =>
  name.endsWith(".html") ? [name.slice(0, -".html".length)] : [],
);
const fileOf = (slug: string) => basename(usbAddress(slug));

/** Where a link of the page leads from the file: to another file, to the table, else to the site. */
function linkFromFile(href: string, site: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(href) ?? [];
  const guide = /^\/guides\/([^/]+)$/.exec(path)?.[1];
  if (guide && slugs.includes(guide)) return fileOf(guide) + rest;
  const code = /^\/errors\/(0x[0-9a-f]{8})$/.exec(path)?.[1];
  if (code) return `#${code}`;
  if (path === "/errors") return "#error-codes";
  return site + href;
}

function packed(html: string): string {
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? "";
  const site = canonical.replace(/\/guides\/.*$/, "");
  return (
    html
      .replace(/<link rel="(manifest|search|alternate|icon|apple-touch-icon|preload)"[^>]*>/g, "")
      .replace(/<meta name="keylink-script"[^>]*>/g, "")
      .replace(/<script type="speculationrules">[\s\S]*?<\/script>/g, "")
      // Forms need the server's search, and the copy button a file on the server.
      .replace(/<form role="search"[\s\S]*?<\/form>/g, "")
      .replace(/<a [^>]*data-copy-page=""[^>]*>[^<]*<\/a>/g, "")
      .replace(/<button [^>]*data-beside=""[^>]*>[^<]*<\/button>/g, "")
      .replace(
        `<link rel="stylesheet" href="${BASE_PATH}${browser.sheet}"/>`,
        () => `<style>${sheet}</style>`,
      )
      .replace(
        /(<a [^>]*?href=")(\/[^"]*)"/g,
        (_tag, before: string, href: string) =>
          `${before}${linkFromFile(href.slice(BASE_PATH.length), site)}"`,
      )
      .replace("</main>", () => `</main>${errorTable}`)
      .replace("</body>", () => `<script>${script}</script></body>`)
  );
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
let largest = 0;
for (const slug of slugs) {
  const html = packed(readFileSync(`${PAGES}/${slug}.html`, "utf8"));
  // Nothing may remain that the browser would fetch by itself.
  const fetched = /(?:src|<link[^>]*href)="(?!data:)(?!http[^"]*"[^>]*rel="canonical)\/[^"]*"/.exec(
    html,
  );
  if (fetched)
    throw new Error(
      `${fileOf(slug)}: expected nothing that is fetched, found ${fetched[0]}. To fix it, take it out in scripts/build-usb.ts.`,
    );
  writeFileSync(`${OUT}/${fileOf(slug)}`, html);
  largest = Math.max(largest, gzipSync(html).length);
}
console.log(`Files for a USB stick: ${slugs.length} in ${OUT}, the largest ${largest} B gzip.`);
