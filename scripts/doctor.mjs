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

/**
 * The result of a check. `bad` keeps the site from starting; `note` is worth knowing.
 *
 * @typedef {{ what: string, state: "good" | "note" | "bad", found: string, remedy?: string }} Finding
 */

/** A build with its caches takes about 400 MB, an install about 700 MB. */
const DISK_BYTES = 1_500_000_000;

/** @param {string} what @param {string} found @returns {Finding} */
const good = (what, found) => ({ what, state: "good", found });
/** @param {string} what @param {string} found @param {string} remedy @returns {Finding} */
const note = (what, found, remedy) => ({ what, state: "note", found, remedy });
/** @param {string} what @param {string} found @param {string} remedy @returns {Finding} */
const bad = (what, found, remedy) => ({ what, state: "bad", found, remedy });

/** @param {string} what @param {() => Finding | Promise<Finding>} look @returns {Promise<Finding>} */
async function looked(what, look) {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Problem)) return bad(what, String(error), "report this as a mistake");
    return bad(what, error.found ?? error.message, error.remedy);
  }
}

/** An address for readers: http or https, without path, query or fragment. @param {string} text */
export function problemOfSiteUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    return "it is no address";
  }
  if (!/^https?:$/.test(url.protocol)) return "it begins with neither https:// nor http://";
  if (url.search || url.hash) return "it has a query or a fragment";
  if (url.pathname.replace(/\/+$/, "") !== "")
    return "it has a path: the site needs a host name of its own";
  return undefined;
}

/**
 * Checks the environment variables; each wrong one gets a remedy.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Finding[]}
 */
export function lookAtVariables(env) {
  const findings = [];
  const { SITE_URL, REPOSITORY_URL, REPORT_EMAIL, SECURITY_CONTACT, SEARCH_INDEX_LIMIT, OFFLINE } =
    env;
  if (!SITE_URL)
    findings.push(
      note(
        "SITE_URL",
        "not set: pages name the local address",
        "set it when the site is published: SITE_URL=https://keylink.example",
      ),
    );
  else {
    const problem = problemOfSiteUrl(SITE_URL);
    findings.push(
      problem
        ? bad("SITE_URL", `“${SITE_URL}”: ${problem}`, "write it like https://keylink.example")
        : good("SITE_URL", SITE_URL),
    );
  }
  if (!REPOSITORY_URL && !REPORT_EMAIL)
    findings.push(
      note(
        "Reports of mistakes",
        "no page has “Report a mistake”",
        "set REPOSITORY_URL=https://github.com/<owner>/<name>, or REPORT_EMAIL",
      ),
    );
  if (REPOSITORY_URL && !/^https:\/\/[^/]+\/[^/]+\/[^/]+\/?$/.test(REPOSITORY_URL))
    findings.push(
      bad(
        "REPOSITORY_URL",
        `“${REPOSITORY_URL}”`,
        "write it like https://github.com/<owner>/<name>",
      ),
    );
  if (REPORT_EMAIL && !/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(REPORT_EMAIL))
    findings.push(
      bad("REPORT_EMAIL", `“${REPORT_EMAIL}”`, "write it like editors@keylink.example"),
    );
  if (SECURITY_CONTACT && !/^(https:|mailto:)/.test(SECURITY_CONTACT))
    findings.push(
      bad(
        "SECURITY_CONTACT",
        `“${SECURITY_CONTACT}”`,
        "begin it with https: or mailto: (RFC 9116)",
      ),
    );
  if (SEARCH_INDEX_LIMIT && !/^\d+$/.test(SEARCH_INDEX_LIMIT))
    findings.push(
      bad("SEARCH_INDEX_LIMIT", `“${SEARCH_INDEX_LIMIT}”`, "a number of bytes: 300000"),
    );
  if (OFFLINE && OFFLINE !== "off")
    findings.push(bad("OFFLINE", `“${OFFLINE}”`, "set it to off, or leave it out"));
  if (OFFLINE === "off")
    findings.push(note("OFFLINE", "off: readers' offline copies are taken away", "leave it out"));
  return findings;
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
        ? bad("Disk", free, "make room: an install and a build need 1.5 GB")
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
  const end = count === 0 ? "Nothing keeps Keylink from starting." : `${count} to mend.`;
  return [...lines, "", end].join("\n");
}

if (isCommand(import.meta.url)) {
  const findings = await examine();
  console.log(report(findings));
  if (findings.some(({ state }) => state === "bad")) process.exitCode = 1;
}
