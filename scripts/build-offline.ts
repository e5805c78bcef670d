import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { makePack } from "../lib/offline/pack";
import { PAGE_HEADERS } from "../lib/security/headers";
import { BASE_PATH } from "../lib/site/site";

/*
 * Writes the files for offline use from the finished pages: public/assets/pages-<hash>.json with all of them, and
 * the service worker, public/sw.js. With OFFLINE=off, that worker removes all offline copies.
 */
const PAGES = ".next/server/app";
/** The framework's own pages, the one for a failing server, and pages for writers only. */
const LEFT_OUT = /^\/(_|failed$|drawings$)/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile());
const json = <Value>(file: string) => JSON.parse(readFileSync(file, "utf8")) as Value;

const browser = json<{
  assets: Record<string, string>;
  sheet: string;
  policies: { page: string; guide: string };
}>(".generated/browser.json");
const search = json<{ index: string; texts: string }>(".generated/search.json");

const pages = new Map(
  filesIn(PAGES)
    .filter((name) => name.endsWith(".html"))
    .map((name): [string, string] => [
      `/${name.replace(/(^|\/)index\.html$|\.html$/, "")}`,
      readFileSync(join(PAGES, name), "utf8"),
    ])
    .filter(([address]) => !LEFT_OUT.test(address)),
);
const texts = Object.fromEntries(
  filesIn(`public${search.texts}`).map((name) => [
    `/${name}`,
    readFileSync(`public${search.texts}/${name}`, "utf8"),
  ]),
);

const pack = JSON.stringify(makePack(pages, texts));
const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);
const packAddress = `/assets/pages-${hash(pack)}.json`;
for (const old of readdirSync("public/assets"))
  if (/^pages-\w+\.json$/.test(old)) rmSync(`public/assets/${old}`);
writeFileSync(`public${packAddress}`, pack);

/** All scripts, including the dialog and the worker, which no page names. */
const scripts = readdirSync("public/assets").filter((name) => name.endsWith(".js"));
const isOff = process.env.OFFLINE === "off";
const { outputFiles } = await build({
  entryPoints: [`browser/${isOff ? "no-service-worker" : "service-worker"}.ts`],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
  tsconfig: "tsconfig.json",
  define: Object.fromEntries(
    Object.entries({
      RELEASE: process.env.KEYLINK_RELEASE || hash(pack),
      MADE: new Date().toLocaleDateString("en-US", {
        timeZone: "UTC",
        year: "numeric",
        month: "long",
        day: "numeric",
      }),
      BASE_PATH,
      PACK: BASE_PATH + packAddress,
      TEXTS: BASE_PATH + search.texts,
      FILES: [
        browser.sheet,
        ...scripts.map((name) => `/assets/${name}`),
        search.index,
        "/icon.svg",
        "/manifest.webmanifest",
      ].map((address) => BASE_PATH + address),
      PAGE_HEADERS: Object.fromEntries(PAGE_HEADERS.map(({ key, value }) => [key, value])),
      POLICIES: browser.policies,
    }).map(([name, value]) => [name, JSON.stringify(value)]),
  ),
});
const worker = outputFiles[0]?.text ?? "";
writeFileSync("public/sw.js", worker);
console.log(
  `Offline: ${pages.size} pages, ${gzipSync(pack).length} B gzip; worker ${gzipSync(worker).length} B gzip${isOff ? ", switched off" : ""}.`,
);
