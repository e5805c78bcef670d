import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { LATE_PARTS, SEARCH_ENGINE } from "../../scripts/bench/budgets.mjs";
import { basePath } from "../../scripts/base-path-plugin";
import { fromSite } from "../../scripts/from-site-plugin";
import { tables } from "../../scripts/kind-tables-plugin";

/** What each script of browser/ brings to the reader: project paths by script. */
let inputs: Map<string, string[]>;
beforeAll(async () => {
  const scripts = readdirSync("browser").filter((file) => file.endsWith(".ts"));
  inputs = new Map(
    await Promise.all(
      scripts.map(async (script): Promise<[string, string[]]> => {
        const { metafile } = await build({
          entryPoints: [`browser/${script}`],
          bundle: true,
          write: false,
          metafile: true,
          format: "esm",
          tsconfig: "tsconfig.json",
          logLevel: "silent",
        });
        return [script, Object.keys(metafile.inputs)];
      }),
    ),
  );
});

const found = (pattern: RegExp) =>
  [...inputs].flatMap(([script, files]) =>
    files.filter((file) => pattern.test(file)).map((file) => `${script} ← ${file}`),
  );

test("each script of browser/ is bundled with what it imports", () => {
  expect([...inputs.keys()]).toContain("site.ts");
  expect(found(/^lib\//).length).toBeGreaterThan(0);
});

test("the content and the schemas stay on the server", () => {
  expect(found(/^(lib\/(content|schema|text\/parse)|content|\.contentlayer)\b/)).toEqual([]);
  expect(found(/node_modules\/(zod|yaml|contentlayer2|server-only)\//)).toEqual([]);
});

test("the scripts need no framework", () => {
  expect(found(/node_modules\/(react|react-dom|next|scheduler)\//)).toEqual([]);
  expect(found(/^(app|components)\//)).toEqual([]);
});

test(`the search engine stays within ${SEARCH_ENGINE} KB`, async () => {
  const { outputFiles } = await build({
    entryPoints: ["browser/search-worker.ts"],
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: "out",
    plugins: [tables],
    format: "esm",
    tsconfig: "tsconfig.json",
    logLevel: "silent",
  });
  const engine = outputFiles.find(({ path }) => path.endsWith("search-worker.js"));
  expect(gzipSync(engine?.contents ?? "").length / 1024).toBeGreaterThan(5);
  expect(gzipSync(engine?.contents ?? "").length / 1024).toBeLessThanOrEqual(SEARCH_ENGINE);
});

describe("scripts that take from the site what it has loaded", () => {
  const SITE = "/assets/site-A1B2C3D4.js";
  type Built = { outputs: Metafile["outputs"]; text: (output: string) => string };
  /** As scripts/build-browser.ts builds them. */
  async function buildBesideSite(
    names: string[],
    more: Pick<BuildOptions, "inject" | "splitting"> = {},
  ): Promise<Built> {
    const { outputFiles, metafile } = await build({
      entryPoints: names.map((name) => `browser/${name}.ts`),
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      outdir: "out",
      plugins: [fromSite(SITE), basePath, tables],
      format: "esm",
      target: ["es2022", "chrome111", "edge111", "firefox121", "safari16.4"],
      tsconfig: "tsconfig.json",
      logLevel: "silent",
      define: { BASE_PATH: '""', RELEASE: '""' },
      legalComments: "none",
      ...more,
    });
    return {
      outputs: metafile.outputs,
      text: (output) => outputFiles.find(({ path }) => path.endsWith(`/${output}`))?.text ?? "",
    };
  }
  /** Those of pages that show progress. */
  let made: Built;
  let searchPage: Built;
  beforeAll(async () => {
    made = await buildBesideSite(["guide", "pcs", "print-sheet"], {
      inject: ["browser/shared.ts"],
      splitting: true,
    });
    searchPage = await buildBesideSite(["search-page"]);
  });

  /** What a script loads at once, or also later, without the QR code. */
  function loaded(script: string, later: boolean): Set<string> {
    const found = new Set<string>();
    const add = (output: string) => {
      const inputs = Object.keys(made.outputs[output]?.inputs ?? {});
      const isCode = inputs.some((file) => file.includes("lean-qr"));
      if (!made.outputs[output] || isCode || found.has(output)) return;
      found.add(output);
      for (const { path, kind } of made.outputs[output].imports)
        if (later || kind === "import-statement") add(path);
    };
    add(`out/${script}.js`);
    return found;
  }
  /** What loads when it is asked for. */
  const late = (script: string) =>
    new Set([...loaded(script, true)].filter((output) => !loaded(script, false).has(output)));
  const kilobytes = (outputs: Set<string>) =>
    [...outputs].reduce((sum, output) => sum + gzipSync(made.text(output)).length, 0) / 1024;

  test.each([
    ["late in a guide", () => late("guide"), LATE_PARTS.guide],
    [
      "late in a guide and on the board",
      () => new Set([...late("guide"), ...late("pcs")]),
      LATE_PARTS.all,
    ],
    ["the board at once", () => loaded("pcs", false), LATE_PARTS.board],
  ] as const)("%s, within the limit", (_name, outputs, most) => {
    const used = kilobytes(outputs());
    expect(used).toBeGreaterThan(most / 2);
    expect(used).toBeLessThanOrEqual(most);
  });

  test("a guide loads its own file and the shared one", () => {
    expect(loaded("guide", false).size).toBe(2);
  });

  test("nothing that the site or a guide has loaded comes twice", () => {
    const of = (outputs: Iterable<string>) =>
      [...outputs].flatMap((output) =>
        Object.entries(made.outputs[output]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
          bytesInOutput > 0 ? [file] : [],
        ),
      );
    const all = of(Object.keys(made.outputs));
    expect(all).toEqual([...new Set(all)]);
    expect(all.filter((file) => /product-key|storage|notice/.test(file))).toEqual([]);
  });

  test("the site exports all that they take from it", async () => {
    const { metafile } = await build({
      entryPoints: ["browser/from-site.ts"],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      outdir: "out",
      tsconfig: "tsconfig.json",
      logLevel: "silent",
    });
    const exported = metafile.outputs["out/from-site.js"]?.exports ?? [];
    const takenBy = ({ outputs, text }: Built) =>
      Object.keys(outputs).flatMap((output) =>
        [...text(output).matchAll(/import\{([^}]*)\}from"([^"]+)"/g)].flatMap(
          ([, names = "", from]) =>
            from === SITE ? names.split(",").map((name) => name.replace(/ as .*/, "")) : [],
        ),
      );
    expect(takenBy(made)).toContain("showNotice");
    expect(takenBy(searchPage)).toContain("parseWindows");
    const taken = [...takenBy(made), ...takenBy(searchPage)];
    expect(taken.filter((name) => !exported.includes(name))).toEqual([]);
    expect(exported.filter((name) => !taken.includes(name))).toEqual([]);
  });
});
