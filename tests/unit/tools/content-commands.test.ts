import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallContent, withContentFolder } from "@/tests/fixtures/small-content";

// Starting the commands takes longer than calling their functions.
const SLOW = 60_000;

/** The commands, compiled once: `tsx`, with which npm runs them, compiles them again at every start. */
const compiled = mkdtempSync(join(tmpdir(), "keylink-commands-"));
beforeAll(() => {
  buildSync({
    entryPoints: ["check-content", "new-content", "import-article"].map(
      (name) => `tools/${name}.ts`,
    ),
    outdir: compiled,
    bundle: true,
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    conditions: ["react-server"],
    // For the packages in it that are CommonJS.
    banner: {
      js: 'import { createRequire } from "module"; const require = createRequire(import.meta.url);',
    },
    tsconfig: "scripts/tsconfig.json",
  });
});
afterAll(() => rmSync(compiled, { recursive: true }));

/** Runs a command as `npm run content:…` does, with lines typed at its questions. */
function run(script: string, args: string[], typed = "") {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--conditions=react-server", join(compiled, `${script}.mjs`), ...args],
    { encoding: "utf8", input: typed },
  );
  return { said: stdout, mistakes: stderr, status };
}

test("content:check prints warnings and passes all the same", { timeout: SLOW }, () => {
  const content = smallContent();
  content["articles/what-linking-does.md"].body += "\n\nClick the row.";
  withContentFolder(content, (folder) => {
    const { said, mistakes, status } = run("check-content", [folder, "--links"]);
    expect(said).toContain("Warning: ");
    expect(said).toContain("https://support.microsoft.com/windows");
    expect(said).toMatch(/all in order, \d+ warnings?\.\s*$/);
    expect(mistakes).toBe("");
    expect(status).toBe(0);
  });
});

describe("content:new", () => {
  test("asks, checks the answers, writes a draft and says what is left", { timeout: SLOW }, () => {
    withContentFolder(smallContent(), (folder) => {
      const typed = [
        "glosary",
        "glossary",
        "Product Key",
        "product-key",
        "Product key",
        "",
        "linking",
        "",
      ].join("\n");
      const { said, status } = run("new-content", ["--folder", folder], typed);
      expect(said).toContain("Did you mean “glossary”?");
      expect(said).toContain("Only lower-case letters, digits and single hyphens.");
      expect(said).toContain("One of: linking");
      expect(said).toContain("Left to write (TODO): description, definition.");
      expect(said).toContain("The check accepts it as a draft.");
      expect(status).toBe(0);
      expect(readFileSync(join(folder, "glossary/product-key.yaml"), "utf8")).toContain(
        "title: Product key\n",
      );
    });
  });

  test("takes flags instead, and says what the check still stops at", { timeout: SLOW }, () => {
    withContentFolder(smallContent(), (folder) => {
      const { said, status } = run("new-content", [
        "--folder",
        folder,
        "--defaults",
        "--collection",
        "errors",
        "--slug",
        "0xc0000001",
        "--topics",
        "linking",
        "--family",
        "hardware-changed",
      ]);
      expect(said).toContain("the fact “todo-fact” does not exist");
      expect(status).toBe(0);
      expect(readFileSync(join(folder, "errors/0xc0000001.yaml"), "utf8")).toContain(
        'code: "0xC0000001"',
      );
    });
  });

  test.each([
    [["--collection", "glossary", "--slug", "digital-license"], /exists already/],
    [["--collection", "glossary", "--slug", "x", "--titel", "X"], /Did you mean --title\?/],
    [["--collection", "settings-pages", "--slug", "x"], /--uri is missing/],
    [["--collection", "messages", "--slug", "x", "--linked", "maybe"], /one of: yes, no, unknown/],
  ])("writes nothing for %j", { timeout: SLOW }, (args, mistake) => {
    withContentFolder(smallContent(), (folder) => {
      const { mistakes, status } = run("new-content", ["--folder", folder, "--defaults", ...args]);
      expect(mistakes).toMatch(mistake);
      expect(status).toBe(1);
      expect(existsSync(join(folder, `${args[1]}/x.yaml`))).toBe(false);
    });
  });
});

describe("content:import", () => {
  test("writes draft and report, and no second time", { timeout: SLOW }, () => {
    const reports = mkdtempSync(join(tmpdir(), "keylink-report-"));
    withContentFolder(smallContent(), (folder) => {
      const report = join(reports, "deep/report.md");
      const args = [
        "tests/fixtures/import/hexo-link-farm.md",
        "--folder",
        folder,
        "--slug",
        "old-one",
        "--report",
        report,
      ];
      const first = run("import-article", args);
      expect(first.status).toBe(0);
      expect(first.said.trim()).toBe(readFileSync(report, "utf8").trim());
      expect(first.said).toContain("The check rejects topics[0]");
      expect(readFileSync(join(folder, "articles/old-one.md"), "utf8")).toContain("draft: true");
      expect(run("import-article", args)).toMatchObject({
        status: 1,
        mistakes: expect.stringContaining("exists already"),
      });
    });
    rmSync(reports, { recursive: true });
  });

  test("refuses a file that is not text, and says what to do", { timeout: SLOW }, () => {
    const folder = mkdtempSync(join(tmpdir(), "keylink-import-"));
    const gbk = join(folder, "gbk.md");
    writeFileSync(gbk, Buffer.from([0xbc, 0xa4, 0xbb, 0xee]));
    for (const [source, mistake] of [
      [folder, `There is no file “${folder}”.\n    → Name a Markdown file`],
      [gbk, `${gbk}: expected text in UTF-8, found another encoding.\n    → Save the file`],
    ] as const) {
      const { mistakes, status } = run("import-article", [source]);
      expect(mistakes).toContain(mistake);
      expect(mistakes).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
    }
    rmSync(folder, { recursive: true });
  });
});
