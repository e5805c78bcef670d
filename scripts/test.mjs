/*
 * `npm test`: everything that must hold, in one run, also on a fresh clone.
 *
 *   npm test                        all stages
 *   npm test -- --only=unit,e2e     these, and what they need
 *
 * One stage that fails does not stop the others, so that one run shows all there is to
 * mend. The last line, "N passed, N failed", counts every test of Vitest and Playwright,
 * and one for each other stage.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { provideBrowser } from "./browser.mjs";
import { build, prepare } from "./build.mjs";
import { install } from "./install.mjs";
import { findFreePort } from "./port.mjs";
import { fromRoot, main, Problem, runNode, say, Stopped, toolFile } from "./process.mjs";

/**
 * Looked for once, at the start, so that a long download is seen for what it is.
 *
 * @type {Promise<string> | undefined}
 */
let browser;

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Result */

const UNIT_REPORT = "reports/unit.json";
const E2E_REPORT = "reports/e2e.json";
const RUNTIME_REPORT = "reports/e2e-runtime.json";

/**
 * The stages in their order. `needs`: what has to have passed, or the answer would be
 * about something else.
 *
 * @type {{ name: string, what: string, needs: string[], run: () => Promise<Result> }[]}
 */
const STAGES = [
  {
    name: "format",
    what: "Prettier (npm run format mends)",
    needs: [],
    run: () => tool("prettier", ["--check", "--log-level=warn", "."]),
  },
  {
    name: "lint",
    what: "ESLint",
    needs: [],
    run: () => tool("eslint", [".", "--max-warnings=0"]),
  },
  {
    name: "content",
    what: "Content and what is made from it",
    needs: [],
    run: () => asResult(() => prepare()),
  },
  {
    name: "types",
    what: "TypeScript",
    needs: ["content"],
    run: async () => {
      // Both are written anew by Next.js; a page that is gone would leave its types behind.
      for (const old of [".next/types", ".next/dev/types", ".next-keep/types"]) {
        rmSync(fromRoot(old), { recursive: true, force: true });
      }
      const routes = await tool("next", ["typegen"]);
      return routes.failed ? routes : tool("typescript", ["--noEmit"], "tsc");
    },
  },
  {
    name: "unit",
    what: "Vitest: tests/unit and tests/content",
    needs: ["content"],
    run: async () => {
      rmSync(fromRoot(UNIT_REPORT), { force: true });
      const code = await runNode(
        [
          toolFile("vitest"),
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${UNIT_REPORT}`,
        ],
        { NODE_ENV: "test" },
      );
      return counted(UNIT_REPORT, code, countVitest);
    },
  },
  {
    name: "build",
    what: "The production site",
    needs: ["content"],
    run: () => asResult(() => build()),
  },
  {
    name: "e2e",
    what: "Playwright: tests/e2e",
    needs: ["build"],
    run: async () => {
      rmSync(fromRoot(E2E_REPORT), { force: true });
      const code = await runNode([toolFile("@playwright/test", "playwright"), "test"], {
        KEYLINK_BROWSER: await browser,
        // A port of its own: never somebody else's server, never one with an older build.
        KEYLINK_E2E_PORT: String(await findFreePort()),
      });
      return counted(E2E_REPORT, code, countPlaywright);
    },
  },
  {
    name: "runtime",
    what: "Playwright: the journeys marked @smoke, with the framework's runtime left in the pages",
    needs: ["build"],
    run: async () => {
      rmSync(fromRoot(RUNTIME_REPORT), { force: true });
      const kept = { KEYLINK_RUNTIME: "keep" };
      const built = await runNode([fromRoot("scripts/build.mjs")], kept);
      if (built !== 0) return { passed: 0, failed: 1, skipped: 0, note: "the build failed" };
      const code = await runNode(
        [toolFile("@playwright/test", "playwright"), "test", "--grep", "@smoke"],
        {
          ...kept,
          KEYLINK_BROWSER: await browser,
          KEYLINK_E2E_PORT: String(await findFreePort()),
          KEYLINK_E2E_REPORT: RUNTIME_REPORT,
        },
      );
      return counted(RUNTIME_REPORT, code, countPlaywright);
    },
  },
];

/**
 * Runs a tool as a stage that counts as one check.
 *
 * @param {string} packageName
 * @param {string[]} args
 * @param {string} [command]
 * @returns {Promise<Result>}
 */
async function tool(packageName, args, command) {
  const code = await runNode([toolFile(packageName, command), ...args]);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {() => Promise<unknown>} work @returns {Promise<Result>} */
async function asResult(work) {
  await work();
  return { passed: 1, failed: 0, skipped: 0 };
}

/**
 * Counts from the report of a test runner. A runner that failed without a failed test (it found
 * no tests, or fell over) has failed all the same, and counts as one.
 *
 * @param {string} file
 * @param {number} code
 * @param {(report: any) => Result} count
 * @returns {Result}
 */
function counted(file, code, count) {
  if (!existsSync(fromRoot(file))) {
    return { passed: 0, failed: 1, skipped: 0, note: `no report (exit code ${code})` };
  }
  const result = count(JSON.parse(readFileSync(fromRoot(file), "utf8")));
  if (result.failed === 0 && code !== 0) {
    return { ...result, failed: 1, note: `the test runner itself failed (exit code ${code})` };
  }
  if (result.passed + result.failed === 0) return { ...result, failed: 1, note: "no test ran" };
  return result;
}

/** @param {any} report @returns {Result} */
function countVitest(report) {
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  // A file that cannot be loaded has no tests to fail.
  const broken = files.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report @returns {Result} */
function countPlaywright({ stats }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** The stages that --only names, with what they need, in order. */
function chooseStages() {
  const names = STAGES.map((stage) => stage.name);
  const { values } = parseArgs({ options: { only: { type: "string" } }, strict: false });
  if (typeof values.only !== "string") return new Set(names);
  const chosen = values.only
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0 || chosen.length === 0) {
    throw new Problem("--only names a stage that does not exist.", {
      expected: `one or more of ${names.join(", ")}, separated by commas`,
      found: unknown.join(", ") || "nothing",
      remedy: "for example: npm test -- --only=lint,unit",
    });
  }
  const withNeeds = new Set(chosen);
  for (const stage of [...STAGES].reverse()) {
    if (withNeeds.has(stage.name)) stage.needs.forEach((name) => withNeeds.add(name));
  }
  return withNeeds;
}

/** @type {Map<string, Result & { seconds: number }>} */
const results = new Map();

/** @param {(typeof STAGES)[number]} stage */
async function runStage(stage) {
  const missing = stage.needs.find((name) => results.get(name)?.passed === 0);
  if (missing) {
    results.set(stage.name, {
      passed: 0,
      failed: 0,
      skipped: 1,
      seconds: 0,
      note: `not run, because ${missing} did not pass`,
    });
    return;
  }
  say(`${stage.name}: ${stage.what}`);
  const began = Date.now();
  /** @type {Result} */
  let result;
  try {
    result = await stage.run();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  results.set(stage.name, { ...result, seconds: (Date.now() - began) / 1000 });
}

function printSummary() {
  /** @type {(cells: (string | number)[], note?: string) => string} */
  const row = ([name = "", ...numbers], note = "") =>
    `  ${String(name).padEnd(8)}${numbers.map((cell) => String(cell).padStart(9)).join("")}  ${note}`;
  console.log(`\n${row(["stage", "passed", "failed", "skipped", "seconds"])}`);
  for (const { name } of STAGES) {
    const result = results.get(name);
    if (!result) {
      console.log(row([name, "-", "-", "-", "-"], "not asked for"));
      continue;
    }
    const { passed, failed, skipped, seconds, note } = result;
    const mark = failed > 0 ? "FAILED" : "";
    console.log(
      row(
        [name, passed, failed, skipped, seconds.toFixed(1)],
        [mark, note].filter(Boolean).join(": "),
      ),
    );
  }
}

/** The closing line that CI reads. Nothing may be printed after it. */
function printTotal() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results.values()) {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  if (total.failed > 0) process.exitCode = 1;
}

await main(async () => {
  const chosen = chooseStages();
  try {
    await install();
    mkdirSync(fromRoot("reports"), { recursive: true });
    if (chosen.has("e2e") || chosen.has("runtime")) {
      browser = provideBrowser();
      // Without one, e2e will fail and say so; the other stages need none.
      await browser.catch((error) => {
        if (error instanceof Stopped) throw error;
      });
    }
  } catch (error) {
    if (error instanceof Stopped) throw error;
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    results.set("install", { passed: 0, failed: 1, skipped: 0, seconds: 0 });
    printTotal();
    return;
  }
  for (const stage of STAGES) {
    if (chosen.has(stage.name)) await runStage(stage);
  }
  printSummary();
  printTotal();
});
