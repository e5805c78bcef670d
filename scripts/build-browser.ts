import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
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

const shared: BuildOptions = {
  bundle: true,
  minify: !watch,
  target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
  legalComments: "none",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
};

const modules: BuildOptions = {
  ...shared,
  entryPoints: ENTRIES.map((name) => `browser/${name}.ts`),
  format: "esm",
  outdir: "public/assets",
  entryNames: watch ? "[name]" : "[name]-[hash]",
  metafile: true,
};

async function writeManifest(metafile: Metafile): Promise<void> {
  const prePaint = await build({
    ...shared,
    minify: true,
    entryPoints: ["browser/pre-paint.ts"],
    format: "iife",
    write: false,
  });
  const code = (prePaint.outputFiles?.[0]?.text ?? "").trim();
  const assets = Object.fromEntries(
    Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint ? [[basename(entryPoint, ".ts"), `/assets/${basename(file)}`]] : [],
    ),
  );
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
  const watcher = await context({
    ...modules,
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
  rmSync("public/assets", { recursive: true, force: true });
  const { metafile } = await build(modules);
  if (metafile) await writeManifest(metafile);
}
