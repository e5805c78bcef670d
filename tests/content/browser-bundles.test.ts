import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { SEARCH_ENGINE } from "../../scripts/bench/budgets.mjs";
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
