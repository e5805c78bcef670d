import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { LATE_PARTS, SEARCH_ENGINE } from "../../scripts/bench/budgets.mjs";
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

describe("what loads late for several PCs stays within its limits", () => {
  /** As in scripts/build-browser.ts: sizes by output, and what each imports at once or later. */
  async function built() {
    const { outputFiles, metafile } = await build({
      entryPoints: ["pcs-picker", "beside", "pcs", "print-sheet"].map(
        (name) => `browser/${name}.ts`,
      ),
      bundle: true,
      splitting: true,
      minify: true,
      write: false,
      metafile: true,
      outdir: "out",
      plugins: [tables],
      format: "esm",
      target: "es2022",
      tsconfig: "tsconfig.json",
      logLevel: "silent",
      define: { BASE_PATH: '""', RELEASE: '""' },
    });
    const size = (output: string) =>
      gzipSync(outputFiles.find(({ path }) => path.endsWith(`/${output}`))?.contents ?? "").length;
    /** Kilobytes of what these scripts load at once, or also later, without the QR code. */
    return (scripts: string[], later: boolean): number => {
      const found = new Set<string>();
      const add = (output: string) => {
        const made = metafile.outputs[output];
        const isCode = Object.keys(made?.inputs ?? {}).some((file) => file.includes("lean-qr"));
        if (!made || isCode || found.has(output)) return;
        found.add(output);
        for (const { path, kind } of made.imports)
          if (later || kind === "import-statement") add(path);
      };
      for (const script of scripts) add(`out/${script}.js`);
      return [...found].reduce((sum, output) => sum + size(output), 0) / 1024;
    };
  }
  let kilobytes: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    kilobytes = await built();
  });

  test.each([
    ["in a guide", ["pcs-picker", "beside"], true, LATE_PARTS.guide],
    ["the board", ["pcs"], false, LATE_PARTS.board],
    ["the board with all its parts", ["pcs"], true, LATE_PARTS.boardWithAll],
  ] as const)("%s", (_name, scripts, later, most) => {
    const used = kilobytes([...scripts], later);
    expect(used).toBeGreaterThan(most / 2);
    expect(used).toBeLessThanOrEqual(most);
  });
});
