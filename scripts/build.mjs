/*
 * Builds the site in two parts. Each is skipped when nothing that it reads has changed:
 *
 *   prepare   checks the content, turns it into data (contentlayer2), writes the list of
 *             addresses, bundles the scripts of browser/. Tests and types need this, too.
 *   build     `next build` on top, then strip-runtime.mjs on its pages.
 *
 * After each, a stamp file says what it was made from. Delete `.next` to start over.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { install } from "./install.mjs";
import { keepAssets } from "./keep-assets.mjs";
import {
  fromRoot,
  isCommand,
  main,
  Problem,
  runNode,
  say,
  toolFile,
  typeScript,
} from "./process.mjs";
import { checkNobodyIsServed } from "./running.mjs";
import { FAILED, stripRuntime } from "./strip-runtime.mjs";
import { checkVariables, siteUrl } from "./variables.mjs";

/** The results of `prepare`. */
const PREPARED = [".contentlayer/generated", ".generated", "public/assets"];
const PREPARED_STAMP = ".next/cache/keylink-prepared";

const BUILD_STAMP = ".next/keylink-build";

/**
 * Everything that can change the result. When in doubt, include it: an unnecessary build costs a minute, an
 * outdated page costs trust.
 */
export const SOURCES = [
  "app",
  "browser",
  "components",
  "content",
  "lib",
  "public",
  "scripts",
  "tools",
  "contentlayer.config.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
];

/** Environment variables that end up in the pages (lib/site/site.ts, scripts/build-search.ts). A test keeps the list complete. */
export const BUILD_VARIABLES = [
  "SITE_URL",
  "REPOSITORY_URL",
  "REPORT_EMAIL",
  "SECURITY_CONTACT",
  "SEARCH_INDEX_LIMIT",
  "OFFLINE",
];

const sourcesNow = (/** @type {string} */ mode) =>
  fingerprint(SOURCES, {
    without: ["public/assets", "public/previous", "public/sw.js", "public/usb"],
    settings: {
      mode,
      node: process.versions.node.split(".")[0],
      system: `${process.platform}-${process.arch}`,
      variables: BUILD_VARIABLES.map((name) =>
        name === "SITE_URL" ? siteUrl() : (process.env[name] ?? null),
      ),
    },
  });

/**
 * Checks the content and writes everything derived from it.
 *
 * @param {"production" | "development"} mode
 */
export async function prepare(mode = "production") {
  checkVariables();
  const sources = sourcesNow(mode);
  if (isFresh(PREPARED_STAMP, sources, PREPARED)) return;
  await checkBeforeWriting();
  rmSync(fromRoot(PREPARED_STAMP), { force: true });

  const env = { NODE_ENV: mode, SITE_URL: siteUrl(), KEYLINK_RELEASE: sources.slice(0, 12) };
  await step("Checking the content", typeScript("tools/check-content.ts"), env);
  // A command of its own, because contentlayer2's plug-in for Next.js only supports webpack.
  await step("Reading the content", [toolFile("contentlayer2"), "build"], env);
  if (!existsSync(fromRoot(".contentlayer/generated/index.mjs"))) {
    throw new Problem("contentlayer2 wrote no data.", {
      expected: ".contentlayer/generated/index.mjs",
      found: "no such file",
      remedy: "read its messages above; contentlayer.config.ts is the place to look first",
    });
  }
  // The pictures need nothing of the others, and take as long as all of them.
  const drawing = step(
    "Drawing the pictures of pages",
    typeScript("scripts/build-previews.tsx"),
    env,
  );
  const rest = async () => {
    // First, because the files for machines describe the API, which searches; and because the search worker
    // contains the addresses of the index and the texts.
    await step("Indexing for the search", typeScript("scripts/build-search.ts"), env);
    await step("Writing the files for machines", typeScript("scripts/write-files.ts"), env);
    await step("Writing the addresses", typeScript("scripts/write-addresses.ts"), env);
    await step("Bundling the browser scripts", typeScript("scripts/build-browser.ts"), env);
  };
  // Neither is left behind running when the other fails.
  const failed = (await Promise.allSettled([drawing, rest()])).find(isRejected);
  if (failed) throw failed.reason;
  writeStamp(PREPARED_STAMP, sources, PREPARED);
}

/** What is served. These reveal a build that was interrupted and files that were lost or changed, as by `npm run dev`. */
const BUILT = [
  ".next/BUILD_ID",
  ".next/build-manifest.json",
  ".next/keylink-served.json",
  ".next/prerender-manifest.json",
  ".next/required-server-files.json",
  ".next/routes-manifest.json",
  ".next/server",
  ".next/static",
  "public/assets",
  "public/previous",
  "public/sw.js",
  "public/usb",
];

/** Builds the site for production, unless the existing build is up to date. */
export async function build() {
  checkVariables();
  const state = buildState();
  if (state === "fresh") {
    say("The build is up to date.");
    return;
  }
  if (state === "broken")
    say("The last build was interrupted, or its files have changed since: it is made again.");
  const sources = sourcesNow("production");
  await checkBeforeWriting();
  rmSync(fromRoot(BUILD_STAMP), { force: true });
  await prepare("production");
  // `next dev` leaves types of routes that may no longer exist, on which the type check would fail.
  rmSync(fromRoot(".next/dev/types"), { recursive: true, force: true });
  await step("Building the pages", [toolFile("next"), "build"], {
    NODE_ENV: "production",
    SITE_URL: siteUrl(),
  });
  const { pages, savedBytes } = stripRuntime();
  finishStandalone();
  say(`Took the runtime out of ${pages} pages: ${Math.round(savedBytes / pages / 1024)} KB each.`);
  await step("Packing the pages for offline", typeScript("scripts/build-offline.ts"), {
    KEYLINK_RELEASE: sources.slice(0, 12),
  });
  await step("Packing the guides for a USB stick", typeScript("scripts/build-usb.ts"), {});
  keepAssets({
    assets: fromRoot("public/assets"),
    previous: fromRoot("public/previous"),
    memory: fromRoot(".next/cache/keylink-assets"),
  });
  // The sources before the build, not those now: a file saved meanwhile has not been built.
  writeStamp(BUILD_STAMP, sources, BUILT);
}

/** Brings the pages in .next/standalone up to date: Next.js copies them there before they are stripped. */
function finishStandalone() {
  const [pages, copy] = [
    fromRoot(".next/server/app"),
    fromRoot(".next/standalone/.next/server/app"),
  ];
  rmSync(copy, { recursive: true });
  cpSync(pages, copy, { recursive: true, filter: (file) => !file.endsWith(".map") });
  cpSync(fromRoot(FAILED), fromRoot(".next/standalone", FAILED));
}

/** Throws when the build cannot be replaced, because it is being served or the disk is not writable. */
async function checkBeforeWriting() {
  await checkNobodyIsServed();
  const probe = fromRoot(".next", "keylink-probe");
  try {
    mkdirSync(path.dirname(probe), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Problem("The site has to be built, and its folder cannot be written to.", {
      expected: "a folder for `.next` that takes new files",
      found: /** @type {Error} */ (error).message,
      remedy:
        "free the disk or make the folder writable; or build on another disk (`npm run build`) " +
        "and copy the whole folder here",
    });
  }
}

/**
 * The state of the build: none, up to date, out of date, or interrupted or changed afterwards.
 *
 * @returns {"none" | "fresh" | "stale" | "broken"}
 */
export function buildState() {
  if (!existsSync(fromRoot(".next/BUILD_ID"))) return "none";
  const sources = sourcesNow("production");
  if (isFresh(BUILD_STAMP, sources, BUILT)) return "fresh";
  if (!existsSync(fromRoot(BUILD_STAMP))) return "broken";
  const result = readFileSync(fromRoot(BUILD_STAMP), "utf8").split("\n")[1];
  return result === `result ${fingerprint(BUILT)}` ? "stale" : "broken";
}

/**
 * @param {string} what
 * @param {string[]} command for node
 * @param {Record<string, string>} env
 */
async function step(what, command, env) {
  say(what);
  const code = await runNode(command, env);
  if (code === 0) return;
  throw new Problem(`The build stopped at this step: ${what}.`, {
    remedy: "the messages above name the file and what to do; then run the command again",
  });
}

/** @type {(result: PromiseSettledResult<unknown>) => result is PromiseRejectedResult} */
const isRejected = (result) => result.status === "rejected";

/** @type {(stamp: string, sources: string, results: string[]) => boolean} */
function isFresh(stamp, sources, results) {
  if (!existsSync(fromRoot(stamp))) return false;
  return readFileSync(fromRoot(stamp), "utf8") === stampText(sources, results);
}

/** @type {(stamp: string, sources: string, results: string[]) => void} */
function writeStamp(stamp, sources, results) {
  mkdirSync(path.dirname(fromRoot(stamp)), { recursive: true });
  writeFileSync(fromRoot(stamp), stampText(sources, results));
}

/** @type {(sources: string, results: string[]) => string} */
const stampText = (sources, results) => `made from ${sources}\nresult ${fingerprint(results)}\n`;

if (isCommand(import.meta.url)) {
  await main(async () => {
    await install();
    await build();
  });
}
