/*
 * What the scripts share: where the project is, how a command is run, how a
 * problem is told. Node alone, because all of this runs before `npm ci` has.
 *
 * It has to run on Node 20.9, the oldest that Next.js 16 accepts; so there is no
 * `import.meta.dirname` (20.11) and no `util.styleText` (20.12).
 */
import { spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** `path` seen from the project folder, wherever the command was called from. */
export const fromRoot = (/** @type {string[]} */ ...parts) => path.join(ROOT, ...parts);

/** Something a person has to mend: says what was expected, what was found and what to do. */
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
      `  to mend:  ${remedy}`,
    ];
    super(lines.filter(Boolean).join("\n"));
    this.found = found;
    this.remedy = remedy;
  }
}

/** Thrown when the person stopped the script while a command ran; nothing to report. */
export class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

/** A line that says what the script does now. */
export const say = (/** @type {string} */ line) => console.log(`\n› ${line}`);

/** How a variable is set for one command, in the words of the reader's shell. */
export const withVariable = (
  /** @type {string} */ name,
  /** @type {string} */ value,
  /** @type {string} */ command,
) =>
  process.platform === "win32"
    ? `$env:${name}="${value}"; ${command}   (in PowerShell)`
    : `${name}=${value} ${command}`;

/**
 * The file behind the command of an installed package. It is given to `node`
 * directly, because the `.cmd` files in node_modules/.bin need a shell on Windows.
 *
 * @param {string} packageName
 * @param {string} [command] where it differs from the package's name
 */
export function toolFile(packageName, command = packageName) {
  const folder = fromRoot("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Our environment, with what all tools should know. */
export const toolEnvironment = () => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  TSX_TSCONFIG_PATH: fromRoot("scripts/tsconfig.json"),
});

/**
 * Runs a command to its end with the terminal as its own, and promises its exit
 * code. SIGINT and SIGTERM are passed on, so that nothing goes on behind the
 * person's back; the promise is then rejected with `Stopped`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] set on top of our own
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...toolEnvironment(), ...env },
      // npm and npx are .cmd files on Windows, which only a shell can start. The
      // arguments given to them here are fixed words, so a shell cannot misread them.
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
 * The arguments with which node runs a TypeScript file of ours.
 *
 * `react-server` is the condition under which `import "server-only"` is silent, so
 * that a script may ask `lib/content`, which only the server may.
 *
 * @param {string} file
 */
export const typeScript = (file) => ["--conditions=react-server", "--import=tsx", fromRoot(file)];

/** Whether this file was called as a command, and not imported. */
export const isCommand = (/** @type {string} */ url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * Runs a script; a problem is told in its own words, without a stack.
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
