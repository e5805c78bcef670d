import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { context, build, type BuildOptions, type Metafile } from "esbuild";

/*
 * Bundles browser/ into public/assets with content hashes, and writes
 * .generated/browser.json: the address of each bundle and the pre-paint script
 * as text. `--watch` rebuilds while `npm run dev` runs, without hashes.
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

async function writeManifest(metafile: Metafile): Promise<void> {
  const prePaint = await build({
    ...shared,
    minify: true,
    entryPoints: ["browser/pre-paint.ts"],
    format: "iife",
    write: false,
  });
  const code = (prePaint.outputFiles?.[0]?.text ?? "").trim();
  const assets = addressesOf(metafile);
  const prePaintHash = `sha256-${createHash("sha256").update(code).digest("base64")}`;
  mkdirSync(".generated", { recursive: true });
  writeFileSync(
    ".generated/browser.json",
    JSON.stringify({ assets, prePaint: code, prePaintHash }, null, 2),
  );
  console.log(
    `Browser scripts: ${Object.keys(assets).length} bundles, pre-paint ${gzipSync(code).length} B gzip.`,
  );
}

if (watch) {
  const workerWatcher = await context(worker);
  await workerWatcher.watch();
  const watcher = await context({
    ...modules(`/assets/${WORKER}.js`),
    plugins: [
      {
        name: "manifest",
        setup: ({ onEnd }) =>
          onEnd(async ({ metafile }) => void (metafile && (await writeManifest(metafile)))),
      },
    ],
  });
  await watcher.watch();
} else {
  mkdirSync("public/assets", { recursive: true });
  for (const old of readdirSync("public/assets"))
    if (old.endsWith(".js")) rmSync(`public/assets/${old}`);
  const workerAddress = addressesOf((await build(worker)).metafile)[WORKER];
  if (!workerAddress) throw new Error(`esbuild made no file of browser/${WORKER}.ts.`);
  await writeManifest((await build(modules(workerAddress))).metafile);
}
