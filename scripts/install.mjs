/*
 * Installs the packages exactly as in package-lock.json, unless they already are. Every other script calls this,
 * so that one command is enough on a fresh clone.
 *
 * No install scripts of packages are needed, so it does not matter whether npm runs them (npm 10 does, npm 11 asks
 * first, some people forbid it): esbuild and Next.js find their binaries in optional packages.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, isCommand, main, Problem, run, say } from "./process.mjs";

/**
 * @typedef {{
 *   version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[]
 * }} LockedPackage
 */

/** Makes node_modules match package-lock.json. Does nothing when it already does. */
export async function install() {
  const difference = findDifference();
  if (difference === undefined) return;
  say(`Installing packages (${difference})`);

  // --include=dev: with NODE_ENV=production, npm would omit the packages that build the site.
  // --loglevel: `npm start --silent` must not hide why an install failed.
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
 * What is missing from node_modules or superfluous in it, in a few words; undefined when it matches.
 *
 * npm writes node_modules/.package-lock.json at the very end of an install. Unlike a stamp of our own, it is
 * also right after a manual `npm install` and after an interrupted one.
 */
export function findDifference() {
  const record = fromRoot("node_modules", ".package-lock.json");
  if (!existsSync(record)) return "there are none yet";
  const wanted = readPackages(fromRoot("package-lock.json"));
  const installed = readPackages(record);

  for (const [place, { version, optional, devOptional }] of Object.entries(wanted)) {
    const found = installed[place]?.version;
    // Optional packages are mostly for other systems; npm has chosen among them.
    const mayBeMissing = found === undefined && (optional || devOptional);
    if (place !== "" && found !== version && !mayBeMissing) {
      return `${nameOf(place)} should be ${version} and is ${found ?? "missing"}`;
    }
  }
  for (const [place, { version, os, cpu }] of Object.entries(installed)) {
    if (!wanted[place]) return `${nameOf(place)} ${version} is not in package-lock.json`;
    // node_modules was copied from another system, or is used from both Windows and WSL.
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
 * npm's rule for `os` and `cpu`: a list of names, or of excluded names ("!win32").
 *
 * @type {(list: string[] | undefined, mine: string) => boolean}
 */
const fits = (list, mine) =>
  !list ||
  (list.some((name) => !name.startsWith("!")) ? list.includes(mine) : !list.includes(`!${mine}`));

if (isCommand(import.meta.url)) await main(install);
