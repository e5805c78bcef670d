/*
 * `npm run doctor`: finds what keeps Keylink from starting on this machine, and says how to fix it. Changes
 * nothing. Exits with 1 when something must be fixed.
 */
import { statfsSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { buildState } from "./build.mjs";
import { findDifference } from "./install.mjs";
import { checkPortIsFree, readPort } from "./port.mjs";
import { checkNode, fromRoot, isCommand, Problem } from "./process.mjs";
import { bad, good, lookAtVariables, note } from "./variables.mjs";

/** @typedef {import("./variables.mjs").Finding} Finding */

/** A build with its caches takes about 400 MB, an install about 700 MB. */
const DISK_BYTES = 1_500_000_000;

/** @param {string} what @param {() => Finding | Promise<Finding>} look @returns {Promise<Finding>} */
async function looked(what, look) {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Problem)) return bad(what, String(error), "report this as a mistake");
    return bad(what, error.found ?? error.message, error.remedy);
  }
}

/** The finding for the state of the build. @param {ReturnType<typeof buildState>} state @returns {Finding} */
export function lookAtBuild(state) {
  switch (state) {
    case "fresh":
      return good("Build", "fits what is here");
    case "none":
      return note("Build", "none yet", "npm start makes it, in about a minute");
    case "stale":
      return note("Build", "older than what is here", "npm start makes a new one");
    case "broken":
      return bad("Build", "half written, or changed since", "delete .next and run npm start");
  }
}

/** Runs all checks. @returns {Promise<Finding[]>} */
export async function examine() {
  return [
    await looked("Node.js", () => {
      checkNode();
      return good("Node.js", process.versions.node);
    }),
    await looked("Packages", () => {
      const difference = findDifference();
      return difference
        ? note("Packages", difference, "npm start installs them; by hand: npm ci")
        : good("Packages", "as package-lock.json says");
    }),
    await looked("Port", async () => {
      const port = readPort(process.env.PORT);
      await checkPortIsFree(port, "npm start");
      return good("Port", `${port} is free`);
    }),
    await looked("Build", () => lookAtBuild(buildState())),
    await looked("Disk", () => {
      const { bavail, bsize } = statfsSync(fromRoot("."));
      const free = `${(Number(bavail * bsize) / 1e9).toFixed(1)} GB free`;
      return bavail * bsize < DISK_BYTES
        ? bad("Disk", free, "free some space: an install and a build need 1.5 GB")
        : good("Disk", free);
    }),
    await looked("Browser for tests", () => {
      const browser = findBrowser();
      return browser
        ? good("Browser for tests", browser)
        : note("Browser for tests", "none found", "npm test installs one");
    }),
    ...lookAtVariables(process.env),
  ];
}

const MARKS = { good: "ok  ", note: "note", bad: "BAD " };

/** The findings as lines for a terminal. @param {Finding[]} findings */
export function report(findings) {
  const lines = findings.flatMap(({ what, state, found, remedy }) => [
    `${MARKS[state]}  ${what}: ${found}`,
    ...(remedy && state !== "good" ? [`      → ${remedy}`] : []),
  ]);
  const count = findings.filter(({ state }) => state === "bad").length;
  const end = count === 0 ? "Nothing keeps Keylink from starting." : `${count} to fix.`;
  return [...lines, "", end].join("\n");
}

if (isCommand(import.meta.url)) {
  const findings = await examine();
  console.log(report(findings));
  if (findings.some(({ state }) => state === "bad")) process.exitCode = 1;
}
