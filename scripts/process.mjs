/*
 * What the scripts share: the project folder, running commands, reporting problems. Uses only Node, because
 * all of this runs before `npm ci`.
 *
 * It has to run on Node 20.9, the oldest that Next.js 16 accepts, so it cannot use `import.meta.dirname` (20.11)
 * or `util.styleText` (20.12).
 */
import { spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A path relative to the project folder, wherever the command was run. */
export const fromRoot = (/** @type {string[]} */ ...parts) => path.join(ROOT, ...parts);

/** Something that a person has to fix: says what was expected, what was found and what to do. */
export class Problem extends Error {
  /**
   * @param {string} what
   * @param {{ expected?: string, found?: string, remedy: string }} details
   */
  constructor(what, { expected, found, remedy }) {
    const lines = [
      what,
      expected && `  expected: ${expected}`,
      found && `  found:    ${found}`,
      `  to fix:   ${remedy}`,
    ];
    super(lines.filter(Boolean).join("\n"));
    this.found = found;
    this.remedy = remedy;
  }
}

/** Thrown when the person stopped the script while a command was running; not worth a report. */
export class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

/** Prints what the script is doing. */
export const say = (/** @type {string} */ line) => console.log(`\n› ${line}`);

/** A command with a variable set, in the syntax of the person's shell. */
export const withVariable = (
  /** @type {string} */ name,
  /** @type {string} */ value,
  /** @type {string} */ command,
) =>
  process.platform === "win32"
    ? `$env:${name}="${value}"; ${command}   (in PowerShell)`
    : `${name}=${value} ${command}`;

/**
 * The file behind the command of an installed package. `node` runs it directly, because the `.cmd` files in
 * node_modules/.bin need a shell on Windows.
 *
 * @param {string} packageName
 * @param {string} [command] if it differs from the package's name
 */
export function toolFile(packageName, command = packageName) {
  const folder = fromRoot("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Our environment, with settings for all tools. */
export const toolEnvironment = () => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  TSX_TSCONFIG_PATH: fromRoot("scripts/tsconfig.json"),
});

/**
 * Runs a command in this terminal and resolves to its exit code. SIGINT and SIGTERM are forwarded, so that nothing
 * keeps running unnoticed; the promise then rejects with `Stopped`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] added to our own
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...toolEnvironment(), ...env },
      // On Windows, npm and npx are .cmd files, which only a shell can start. Their arguments here are fixed words,
      // which a shell cannot misread.
      shell: process.platform === "win32" && !path.isAbsolute(command),
    });

    /** @type {NodeJS.Signals | undefined} */
    let received;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      received = signal;
      child.kill(signal);
    };
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    const settle = () => process.off("SIGINT", passOn).off("SIGTERM", passOn);

    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (code, signal) => {
      settle();
      if (received) reject(new Stopped(received));
      else resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs a JavaScript file; see `run`. @type {(args: string[], env?: Record<string, string | undefined>) => Promise<number>} */
export const runNode = (args, env) => run(process.execPath, args, env);

/**
 * The arguments for node to run one of our TypeScript files.
 *
 * Under the condition `react-server`, `import "server-only"` does not throw, so scripts may use `lib/content`,
 * which is for the server only.
 *
 * @param {string} file
 */
export const typeScript = (file) => ["--conditions=react-server", "--import=tsx", fromRoot(file)];

/** Whether a file was run as a command, not imported. */
export const isCommand = (/** @type {string} */ url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * Runs a script. A problem is reported by its message, without a stack trace.
 *
 * @param {() => Promise<void>} script
 */
export async function main(script) {
  try {
    checkNode();
    await script();
  } catch (error) {
    if (error instanceof Stopped) process.exit(error.exitCode);
    console.error(error instanceof Problem ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}

/** Throws when this Node.js is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Problem("This Node.js is too old for Keylink.", {
    expected: "Node.js 20.9 or newer",
    found: process.versions.node,
    remedy: "install a newer Node.js from https://nodejs.org, then run the command again",
  });
}
