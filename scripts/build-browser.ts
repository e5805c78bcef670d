import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { context, build, type BuildOptions, type Metafile } from "esbuild";
import { WAIT } from "../lib/runtime/strip-page.mjs";

/*
 * Bundles browser/ into public/assets with content hashes, and writes .generated/browser.json:
 * the address of each bundle, and as text with their hashes what stands in each page itself, the
 * pre-paint script and the styles of the first paint. `--watch` rebuilds while `npm run dev` runs,
 * without hashes.
 */
const watch = process.argv.includes("--watch");
const ENTRIES = ["site", "guide", "search-dialog", "license-output"];
const WORKER = "search-worker";

const shared: BuildOptions = {
  bundle: true,
  minify: !watch,
  target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
  legalComments: "none",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
};

const files: BuildOptions & { metafile: true } = {
  ...shared,
  format: "esm",
  outdir: "public/assets",
  entryNames: watch ? "[name]" : "[name]-[hash]",
  metafile: true,
};

const worker: typeof files = { ...files, entryPoints: [`browser/${WORKER}.ts`] };

/** The other bundles. The dialog's knows the address of the worker; see browser/search-source.ts. */
const modules = (workerAddress: string): typeof files => ({
  ...files,
  entryPoints: ENTRIES.map((name) => `browser/${name}.ts`),
  define: { SEARCH_WORKER: JSON.stringify(workerAddress) },
});

/** The address of each bundle, by the name of its entry. */
const addressesOf = ({ outputs }: Metafile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[basename(entryPoint, ".ts"), `/assets/${basename(file)}`]] : [],
    ),
  );

/** One file as text, as small as it gets, for a page to carry. */
async function inlined(entryPoint: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    ...options,
    minify: true,
    entryPoints: [entryPoint],
    write: false,
  });
  return (outputFiles?.[0]?.text ?? "").trim();
}

/** How a policy names a text that may stand in the page (CSP 3, section 2.3.1). */
const policyHash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

async function writeManifest(metafile: Metafile): Promise<void> {
  const prePaint = await inlined("browser/pre-paint.ts", { format: "iife" });
  const firstPaint = await inlined("app/first-paint.css");
  const assets = addressesOf(metafile);
  mkdirSync(".generated", { recursive: true });
  writeFileSync(
    ".generated/browser.json",
    JSON.stringify(
      {
        assets,
        prePaint,
        prePaintHash: policyHash(prePaint),
        firstPaint,
        firstPaintHash: policyHash(firstPaint),
        waitHash: policyHash(WAIT),
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
  const workerWatcher = await context(worker);
  await workerWatcher.watch();
  let modulesMade: Metafile | undefined;
  const watcher = await context({
    ...modules(`/assets/${WORKER}.js`),
    plugins: [
      {
        name: "manifest",
        setup: ({ onEnd }) =>
          onEnd(async ({ metafile }) => {
            modulesMade = metafile;
            if (metafile) await writeManifest(metafile);
          }),
      },
    ],
  });
  await watcher.watch();
  // What stands in the page: its text goes into the manifest, no file is written.
  const inPageWatcher = await context({
    ...shared,
    entryPoints: ["browser/pre-paint.ts", "app/first-paint.css"],
    outdir: "public/assets",
    write: false,
    plugins: [
      {
        name: "manifest",
        setup: ({ onEnd }) =>
          onEnd(async ({ errors }) => {
            if (modulesMade && errors.length === 0) await writeManifest(modulesMade);
          }),
      },
    ],
  });
  await inPageWatcher.watch();
} else {
  mkdirSync("public/assets", { recursive: true });
  for (const old of readdirSync("public/assets"))
    if (old.endsWith(".js")) rmSync(`public/assets/${old}`);
  const workerAddress = addressesOf((await build(worker)).metafile)[WORKER];
  if (!workerAddress) throw new Error(`esbuild made no file of browser/${WORKER}.ts.`);
  await writeManifest((await build(modules(workerAddress))).metafile);
}
