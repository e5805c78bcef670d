/*
 * `npm test`: runs every check, even on a fresh clone.
 *
 *   npm test                        all stages
 *   npm test -- --only=unit,e2e     only these
 *
 * A failing stage does not stop the others, so that one run shows everything there is to fix. The last line,
 * "N passed, N failed", counts every test of Vitest and Playwright, and one for each other stage.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { basePathOf } from "../lib/runtime/base-path.mjs";
import { provideBrowser, provideFirefox, provideShell, provideWebKit } from "./browser.mjs";
import { build, prepare } from "./build.mjs";
import { install } from "./install.mjs";
import { provideNginx } from "./nginx.mjs";
import { findFreePort } from "./port.mjs";
import { siteUrl } from "./variables.mjs";
import { fromRoot, main, Problem, runNode, say, Stopped, toolFile } from "./process.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Result */

const UNIT_REPORT = "reports/unit.json";
const E2E_REPORT = "reports/e2e.json";

/** @type {Promise<void> | undefined} */
let preparing;
/** Once for all stages, since two of them may ask at the same time. */
const prepareOnce = () => (preparing ??= prepare());

/**
 * The stages in order. Each prepares what it needs, which takes no time when it is already there. Those marked
 * `beside` run while the stage before them does, because they use one core, and all of it should take less than
 * 12 minutes on two.
 *
 * @type {{ name: string, what: string, beside?: boolean, run: () => Promise<Result> }[]}
 */
const STAGES = [
  {
    name: "content",
    what: "Content and what is made from it",
    run: () => asResult(prepareOnce),
  },
  {
    name: "format",
    what: "Prettier (npm run format fixes it)",
    beside: true,
    run: () => tool("prettier", ["--check", "--log-level=warn", "."]),
  },
  {
    name: "lint",
    what: "ESLint",
    beside: true,
    run: () => tool("eslint", [".", "--max-warnings=0"]),
  },
  {
    name: "unit",
    what: "Vitest: tests/unit and tests/content",
    run: async () => {
      await prepareOnce();
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
    name: "types",
    what: "TypeScript",
    beside: true,
    run: async () => {
      await prepareOnce();
      // Next.js writes both again; a removed page would leave its types behind.
      for (const old of [".next/types", ".next/dev/types"]) {
        rmSync(fromRoot(old), { recursive: true, force: true });
      }
      const routes = await tool("next", ["typegen"]);
      return routes.failed ? routes : tool("typescript", ["--noEmit"], "tsc");
    },
  },
  {
    name: "build",
    what: "The production site",
    run: () => asResult(() => build()),
  },
  {
    name: "e2e",
    what: "Playwright: tests/e2e, and the main journeys in Firefox and WebKit",
    run: async () => {
      await build();
      await provideNginx();
      rmSync(fromRoot(E2E_REPORT), { force: true });
      // Below a path, only base-path.spec.ts runs, in Chromium.
      const isBelowPath = basePathOf(siteUrl()) !== "";
      const why = { why: "below a path, only Chromium's tests run" };
      const firefox = isBelowPath ? why : await provideFirefox();
      const webkit = isBelowPath ? why : await provideWebKit();
      const code = await runNode([toolFile("@playwright/test", "playwright"), "test"], {
        KEYLINK_FIREFOX: "file" in firefox ? firefox.file : "",
        KEYLINK_WEBKIT: "file" in webkit ? webkit.file : "",
        KEYLINK_SHELL: (await provideShell()) ?? "",
        KEYLINK_BROWSER: await provideBrowser(),
        // A free port, so that no other server is tested by mistake, such as one with an older build.
        KEYLINK_E2E_PORT: String(await findFreePort()),
      });
      const result = counted(E2E_REPORT, code, countPlaywright);
      const absent = isBelowPath ? 0 : [firefox, webkit].filter((one) => "why" in one).length;
      const notes = [result.note, noteOn("Firefox", firefox), noteOn("WebKit", webkit)];
      return {
        ...result,
        skipped: result.skipped + absent,
        note: notes.filter(Boolean).join("; "),
      };
    },
  },
];

/** @param {string} name @param {{ file: string } | { why: string }} browser */
const noteOn = (name, browser) =>
  "file" in browser ? `${name} ran` : `${name} did not run: ${browser.why}`;

/**
 * Runs a tool as a stage, which counts as one check.
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
 * Reads the counts from the report of a test runner. A runner that fails without a failed test (no tests found,
 * or a crash) counts as one failure.
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
  // A file that fails to load has no tests, but counts as a failure.
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

/** The stages that --only names, in order. */
function chooseStages() {
  const names = STAGES.map((stage) => stage.name);
  const { values } = parseArgs({ options: { only: { type: "string" } }, strict: false });
  if (typeof values.only !== "string") return STAGES;
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
  return STAGES.filter((stage) => chosen.includes(stage.name));
}

/** @type {Map<string, Result & { seconds: number }>} */
const results = new Map();

/** @param {string} name @param {() => Promise<Result>} run */
async function record(name, run) {
  const began = Date.now();
  /** @type {Result} */
  let result;
  try {
    result = await run();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  results.set(name, { ...result, seconds: (Date.now() - began) / 1000 });
}

function printSummary() {
  /** @type {(cells: (string | number)[], note?: string) => string} */
  const row = ([name = "", ...numbers], note = "") =>
    `  ${String(name).padEnd(9)}${numbers.map((cell) => String(cell).padStart(9)).join("")}  ${note}`;
  console.log(`\n${row(["stage", "passed", "failed", "skipped", "seconds"])}`);
  for (const name of ["install", ...STAGES.map((stage) => stage.name)]) {
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

/** Prints the last line, which CI reads. Nothing may be printed after it. */
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
  mkdirSync(fromRoot("reports"), { recursive: true });
  await record("install", () => asResult(() => install()));
  // No stage can run without packages.
  const installed = results.get("install")?.failed === 0;
  /** @type {Promise<void>[]} */
  const running = [];
  for (const { name, what, beside, run } of installed ? chosen : []) {
    if (!beside) await Promise.all(running.splice(0));
    say(`${name}: ${what}`);
    running.push(record(name, run));
  }
  await Promise.all(running);
  printSummary();
  printTotal();
});
