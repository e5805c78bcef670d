/*
 * Installs the packages exactly as package-lock.json says, when they are not there
 * already. Called by every other script, so that one command is enough on a fresh clone.
 *
 * It makes no difference whether npm runs the install scripts of packages (npm 10
 * does, npm 11 asks first, some people forbid it): none is needed. esbuild and
 * Next.js find their binaries in optional packages of their own.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, isCommand, main, Problem, run, say } from "./process.mjs";

/**
 * @typedef {{
 *   version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[]
 * }} LockedPackage
 */

/** Makes node_modules what package-lock.json says. Does nothing when it is. */
export async function install() {
  const difference = findDifference();
  if (difference === undefined) return;
  say(`Installing packages (${difference})`);

  // --include=dev: with NODE_ENV=production in the environment npm would leave out the packages
  // that build the site. --loglevel: `npm start --silent` must not hide why an install failed.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // Inside `npm start` this is the npm that runs us, wherever it is installed.
  const npm = process.env.npm_execpath ?? "";
  const code = /npm-cli\.c?js$/.test(npm)
    ? await run(process.execPath, [npm, ...args])
    : await run("npm", args);

  const remaining = code === 0 ? findDifference() : `npm ended with exit code ${code}`;
  if (remaining === undefined) return;
  throw new Problem("The packages could not be installed.", {
    expected: "`npm ci` to install what package-lock.json lists",
    found: remaining,
    remedy:
      "read what npm says above. Without a network: connect and run the command again. " +
      "When package.json and package-lock.json disagree: run `npm install` once and commit both",
  });
}

/**
 * What node_modules lacks or has too much, in a few words; undefined when it matches.
 *
 * npm writes node_modules/.package-lock.json as the last act of an install. Comparing
 * with that, rather than with a mark of our own, is right also after an `npm install`
 * by hand, and after an install that was cut off.
 */
export function findDifference() {
  const record = fromRoot("node_modules", ".package-lock.json");
  if (!existsSync(record)) return "there are none yet";
  const wanted = readPackages(fromRoot("package-lock.json"));
  const installed = readPackages(record);

  for (const [place, { version, optional, devOptional }] of Object.entries(wanted)) {
    const found = installed[place]?.version;
    // Optional ones are for other systems, mostly; npm chose among them.
    const mayBeMissing = found === undefined && (optional || devOptional);
    if (place !== "" && found !== version && !mayBeMissing) {
      return `${nameOf(place)} should be ${version} and is ${found ?? "missing"}`;
    }
  }
  for (const [place, { version, os, cpu }] of Object.entries(installed)) {
    if (!wanted[place]) return `${nameOf(place)} ${version} is not in package-lock.json`;
    // Someone copied node_modules from another system, or uses it from Windows and WSL.
    if (!fits(os, process.platform) || !fits(cpu, process.arch)) {
      return `${nameOf(place)} is for another system than this`;
    }
  }
  return undefined;
}

/** @type {(file: string) => Record<string, LockedPackage>} */
const readPackages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

const nameOf = (/** @type {string} */ place) => path.posix.relative("node_modules", place);

/**
 * npm's rule for `os` and `cpu`: a list of names, or of names that must not be ("!win32").
 *
 * @type {(list: string[] | undefined, mine: string) => boolean}
 */
const fits = (list, mine) =>
  !list ||
  (list.some((name) => !name.startsWith("!")) ? list.includes(mine) : !list.includes(`!${mine}`));

if (isCommand(import.meta.url)) await main(install);
