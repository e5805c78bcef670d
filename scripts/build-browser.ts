import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch as watchFolder,
  writeFileSync,
} from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { context, build, type BuildOptions, type Metafile } from "esbuild";
import { contentSecurityPolicy } from "../lib/security/policy";
import { BASE_PATH } from "../lib/site/site";
import { SPECULATION_RULES } from "../lib/speculation-rules";
import { basePath } from "./base-path-plugin";
import { fromSite } from "./from-site-plugin";
import { tables } from "./kind-tables-plugin";
import { compileStyles } from "./styles";

/*
 * Bundles browser/ into public/assets with content hashes, and writes .generated/browser.json:
 * the address of each bundle and of the style sheet, the text of everything that pages contain inline (the
 * pre-paint script, the styles of the first paint and of guides, the speculation rules), and the policies that
 * allow it. `--watch` rebuilds while `npm run dev` runs, without hashes.
 */
const watch = process.argv.includes("--watch");
/** Identifies the build that a script belongs to (scripts/build.mjs). */
const RELEASE = process.env.KEYLINK_RELEASE ?? "";
/** Editors save in several steps; the styles are rebuilt this long after the last one. */
const QUIET_MS = 100;
/** The scripts that pages name (PageScript). */
const SITE = "site";
const ENTRIES = [SITE, "license-output"];
/** What /search alone needs. */
const SEARCH_PAGE = "search-page";
/** The scripts of pages that show progress. They and their late parts share what a guide has loaded, in one file. */
const PROGRESS_ENTRIES = ["guide", "pcs", "print-sheet"];
const SHARED = "browser/shared.ts";
const IN_SHARED = "lib/progress/progress.ts";
/** Loaded when the search is opened: `site` contains the address of the dialog, and the dialog that of the worker. */
const DIALOG = "search-dialog";
const WORKER = "search-worker";
const PRE_PAINT = "browser/pre-paint.ts";
/** A script that does nothing; see components/layout/sheet.tsx. */
const BARRIER = "0";

const shared: BuildOptions = {
  bundle: true,
  plugins: [tables, basePath],
  minify: !watch,
  target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
  legalComments: "none",
  tsconfig: "tsconfig.json",
  // For a late part that is written in Preact. None is yet: plain elements are lighter, so Preact is not installed.
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  // See browser/base-path.ts.
  define: { BASE_PATH: JSON.stringify(BASE_PATH) },
};

const files: BuildOptions & { metafile: true } = {
  ...shared,
  format: "esm",
  outdir: "public/assets",
  entryNames: watch ? "[name]" : "[name]-[hash]",
  metafile: true,
};

const bundle = (names: string[], define: Record<string, string | boolean> = {}): typeof files => ({
  ...files,
  entryPoints: names.map((name) =>
    existsSync(`browser/${name}.tsx`) ? `browser/${name}.tsx` : `browser/${name}.ts`,
  ),
  define: {
    ...shared.define,
    ...Object.fromEntries(
      Object.entries({ RELEASE, ...define }).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  },
});
const worker = (): typeof files => ({
  ...bundle([WORKER]),
  splitting: true,
  chunkNames: watch ? "search-[name]" : "search-[name]-[hash]",
});
/** See browser/search-source.ts. */
const dialog = (workerAddress: string) =>
  bundle([DIALOG], { SEARCH_WORKER: BASE_PATH + workerAddress });
// Chromium compiles all functions while it loads the script, instead of each at its first call: the first press in a
// guide takes a third less script (https://v8.dev/blog/explicit-compile-hints).
const banner = { js: "//# allFunctionsCalledOnLoad" };
const besideSite = (names: string[], siteAddress: string): typeof files => ({
  ...bundle(names),
  plugins: [fromSite(BASE_PATH + siteAddress), tables, basePath],
});
const searchPage = (siteAddress: string) => besideSite([SEARCH_PAGE], siteAddress);
const progress = (siteAddress: string): typeof files => ({
  ...besideSite(PROGRESS_ENTRIES, siteAddress),
  inject: [SHARED],
  splitting: true,
  // With a hash always, because several of them have no name.
  chunkNames: "[name]-[hash]",
});
/** See browser/search.ts. */
const modules = (dialogAddress: string): typeof files => ({
  // Not in `npm run dev`, which has no releases, nor with the kill switch (browser/offline.ts).
  ...bundle(ENTRIES, {
    SEARCH_DIALOG: BASE_PATH + dialogAddress,
    OFFLINE: !watch && process.env.OFFLINE !== "off",
  }),
  // Loaded at run time from that address.
  external: [`${BASE_PATH}/assets/*`],
  banner,
});

/** The address of each bundle, by the name of its entry. */
const addressesOf = ({ outputs }: Metafile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[basename(entryPoint, ".ts"), `/assets/${basename(file)}`]] : [],
    ),
  );

/** The address of the file with the code that scripts share. */
function sharedAddress(metafiles: Metafile[]): string {
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  const found = outputs.find(([, { entryPoint, inputs }]) => !entryPoint && inputs[IN_SHARED])?.[0];
  if (!found) throw new Error(`Expected a file with ${IN_SHARED} (${SHARED}) and found none.`);
  return `/assets/${basename(found)}`;
}

/** The minified text of the pre-paint script, for inlining into pages. */
async function compilePrePaint(): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    format: "iife",
    minify: true,
    entryPoints: [PRE_PAINT],
    write: false,
  });
  return (outputFiles[0]?.text ?? "").trim();
}

/** Writes the style sheet that pages link and returns its address. */
async function writeSheet(): Promise<string> {
  const css = await compileStyles("app/globals.css");
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 8);
  const file = watch ? "site.css" : `site-${hash}.css`;
  mkdirSync("public/assets", { recursive: true });
  writeFileSync(`public/assets/${file}`, css);
  // A changed address makes the browser load it again.
  return `/assets/${file}${watch ? `?${hash}` : ""}`;
}

/** The hash by which a policy allows an inline text (CSP 3, section 2.3.1). */
const policyHash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

async function writeManifest(...metafiles: Metafile[]): Promise<void> {
  const [prePaint, firstPaint, guideStyles, homeStyles, windowStyles, sheet] = await Promise.all([
    compilePrePaint(),
    compileStyles("app/first-paint.css"),
    compileStyles("app/guide.css"),
    compileStyles("app/home.css"),
    compileStyles("app/screen.css"),
    writeSheet(),
  ]);
  const speculationRules = JSON.stringify(SPECULATION_RULES);
  const assets = Object.assign({}, ...metafiles.map(addressesOf)) as Record<string, string>;
  const guideStylesHash = policyHash(guideStyles);
  const homeStylesHash = policyHash(homeStyles);
  const windowStylesHash = policyHash(windowStyles);
  const inEachPage = {
    prePaintHash: policyHash(prePaint),
    firstPaintHash: policyHash(firstPaint),
    speculationRulesHash: policyHash(speculationRules),
    barrierHash: policyHash(BARRIER),
  };
  mkdirSync(".generated", { recursive: true });
  writeFileSync(
    ".generated/browser.json",
    JSON.stringify(
      {
        assets,
        shared: sharedAddress(metafiles),
        sheet,
        prePaint,
        firstPaint,
        guideStyles,
        guideStylesHash,
        homeStyles,
        homeStylesHash,
        windowStyles,
        windowStylesHash,
        speculationRules,
        barrier: BARRIER,
        policies: {
          page: contentSecurityPolicy({
            ...inEachPage,
            moreStyles: [windowStylesHash, homeStylesHash],
          }),
          guide: contentSecurityPolicy({ ...inEachPage, moreStyles: [guideStylesHash] }),
        },
      },
      null,
      2,
    ),
  );
  const size = (text: string) => `${gzipSync(text).length} B gzip`;
  console.log(
    `Browser scripts: ${Object.keys(assets).length} bundles, pre-paint ${size(prePaint)}, styles of the first paint ${size(firstPaint)}.`,
  );
}

if (watch) {
  await (await context(worker())).watch();
  await (await context(dialog(`/assets/${WORKER}.js`))).watch();
  const progressOptions = progress(`/assets/${SITE}.js`);
  await (await context(progressOptions)).watch();
  const progressMade = (await build({ ...progressOptions, write: false })).metafile;
  const searchPageOptions = searchPage(`/assets/${SITE}.js`);
  await (await context(searchPageOptions)).watch();
  const searchPageMade = (await build({ ...searchPageOptions, write: false })).metafile;
  let modulesMade: Metafile | undefined;
  const watcher = await context({
    ...modules(`/assets/${DIALOG}.js`),
    plugins: [
      tables,
      basePath,
      {
        name: "manifest",
        setup: ({ onEnd }) =>
          onEnd(async ({ metafile }) => {
            modulesMade = metafile;
            if (metafile) await writeManifest(metafile, progressMade, searchPageMade);
          }),
      },
    ],
  });
  await watcher.watch();
  // The inline script goes into the manifest as text; no file is written.
  const inPageWatcher = await context({
    ...shared,
    entryPoints: [PRE_PAINT],
    write: false,
    plugins: [
      {
        name: "manifest",
        setup: ({ onEnd }) =>
          onEnd(async ({ errors }) => {
            if (modulesMade && errors.length === 0)
              await writeManifest(modulesMade, progressMade, searchPageMade);
          }),
      },
    ],
  });
  await inPageWatcher.watch();
  // The styles depend on the files that use them, too.
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ["app", "browser", "components"])
    watchFolder(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (modulesMade)
          writeManifest(modulesMade, progressMade, searchPageMade).catch((error: unknown) =>
            console.error(String(error)),
          );
      }, QUIET_MS);
    });
} else {
  mkdirSync("public/assets", { recursive: true });
  for (const old of readdirSync("public/assets"))
    if (/\.(js|css)$/.test(old)) rmSync(`public/assets/${old}`);
  const addressOf = (name: string, made: Metafile) => {
    const { [name]: address } = addressesOf(made);
    if (!address) throw new Error(`esbuild made no file of ${name}.`);
    return address;
  };
  const made = async (options: typeof files) => (await build(options)).metafile;
  const workerAddress = addressOf(WORKER, await made(worker()));
  const dialogAddress = addressOf(DIALOG, await made(dialog(workerAddress)));
  const modulesMade = await made(modules(dialogAddress));
  const siteAddress = addressOf(SITE, modulesMade);
  const progressMade = await made(progress(siteAddress));
  const searchPageMade = await made(searchPage(siteAddress));
  // Only what a guide runs at once: nobody waits for the functions of its late parts.
  for (const address of [sharedAddress([progressMade]), addressOf("guide", progressMade)])
    writeFileSync(`public${address}`, `${banner.js}\n${readFileSync(`public${address}`, "utf8")}`);
  await writeManifest(modulesMade, progressMade, searchPageMade);
}
