/*
 * `npm run dev`: the site for development. Runs three watchers side by side:
 *
 *   contentlayer2 dev            content/ → data
 *   build-browser.ts --watch     browser/ → public/assets; inline styles → .generated
 *   next dev                     everything else, and the pages
 *
 * After an edit in content/, the strict check also runs and reports problems: the watchers alone would show
 * the page as if nothing were wrong.
 */
import { spawn, spawnSync } from "node:child_process";
import { watch } from "node:fs";
import { prepare } from "./build.mjs";
import { install } from "./install.mjs";
import { fromRoot, main, ROOT, say, toolEnvironment, toolFile, typeScript } from "./process.mjs";
import { checkPortIsFree, readPort } from "./port.mjs";

/** Editors save in several steps; the check starts this long after the last one. */
const QUIET_MS = 300;

/** How long a watcher may take to end before it is killed. */
const PATIENCE_MS = 5_000;

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
let isStopping = false;

await main(async () => {
  const port = readPort(process.env.PORT);
  await checkPortIsFree(port, "npm run dev");
  // Finished pages have the path of SITE_URL; `next dev` makes each anew, at the root.
  process.env.SITE_URL = "";
  await install();
  // First, because the pages import its results.
  await prepare("development");

  process
    .on("SIGINT", () => stop(0))
    .on("SIGTERM", () => stop(0))
    .on("SIGHUP", () => stop(0));
  process.on("exit", () => children.forEach((child) => end(child, "SIGKILL")));

  say(`Watching content and code. The site: http://localhost:${port} (Ctrl+C stops)`);
  startWatcher("contentlayer2 dev", [toolFile("contentlayer2"), "dev"]);
  startWatcher("browser scripts", [...typeScript("scripts/build-browser.ts"), "--watch"]);
  startWatcher("next dev", [toolFile("next"), "dev", "-p", String(port)]);
  watchContent();
});

/** @type {(args: string[]) => import("node:child_process").ChildProcess} */
function start(args) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // No standard input: otherwise `next dev` would wait for keys that the other watchers consume.
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...toolEnvironment(), NODE_ENV: "development" },
    // A process group of its own, so that its own children can be ended with it.
    detached: process.platform !== "win32",
  });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

/** Starts a watcher. When one ends, all do: without it, the others would show outdated pages. @type {(name: string, args: string[]) => void} */
function startWatcher(name, args) {
  const child = start(args);
  child.on("close", (code) => {
    if (isStopping) return;
    console.error(`\n${name} ended by itself (exit code ${code}). Its messages are above.\n`);
    void stop(1);
  });
}

function watchContent() {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let check;
  const checkSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The result for outdated files helps nobody.
      if (check) end(check, "SIGTERM");
      check = start(typeScript("tools/check-content.ts"));
      check.on("close", (code) => {
        // `null`: we ended it, because there is something newer to check.
        if (code) console.error("\nFix the problems above: the site cannot be built until then.\n");
        else if (code === 0) {
          start(typeScript("scripts/write-files.ts"));
          start(typeScript("scripts/write-addresses.ts"));
          start(typeScript("scripts/build-search.ts"));
        }
      });
    }, QUIET_MS);
  };
  // lib/, too, because of the schemas.
  for (const folder of ["content", "lib"]) {
    watch(fromRoot(folder), { recursive: true }, checkSoon);
  }
}

/** Ends all children, then this script. @param {number} code */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  const ended = Promise.all(
    [...children].map((child) => new Promise((resolve) => child.on("close", resolve))),
  );
  children.forEach((child) => end(child, "SIGTERM"));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  process.exit(code);
}

/** Ends a child and everything that it started. @type {(child: import("node:child_process").ChildProcess, signal: NodeJS.Signals) => void} */
function end(child, signal) {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has already ended.
  }
}
