/* Reads and checks the environment variables of the site. */
import { readPort } from "./port.mjs";
import { Problem } from "./process.mjs";

/**
 * The result of a check. `bad` keeps the site from starting; `note` is worth knowing.
 *
 * @typedef {{ what: string, state: "good" | "note" | "bad", found: string, remedy?: string }} Finding
 */

/** @param {string} what @param {string} found @returns {Finding} */
export const good = (what, found) => ({ what, state: "good", found });
/** @param {string} what @param {string} found @param {string} remedy @returns {Finding} */
export const note = (what, found, remedy) => ({ what, state: "note", found, remedy });
/** @param {string} what @param {string} found @param {string} remedy @returns {Finding} */
export const bad = (what, found, remedy) => ({ what, state: "bad", found, remedy });

/** The path of an address: plain segments, so that it is the same text in every file and every request. */
const PATH = /^(\/[\w.~-]+)*\/*$/;

/** An address for readers: http or https, with or without a path, without query and fragment. @param {string} text */
export function problemOfSiteUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    return "it is no address";
  }
  if (!/^https?:$/.test(url.protocol)) return "it begins with neither https:// nor http://";
  if (url.search || url.hash) return "it has a query or a fragment";
  if (url.username || url.password) return "it has a user name";
  if (!PATH.test(url.pathname))
    return "its path has something other than letters, digits, “-”, “.”, “_” and “~” between single slashes";
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
        ? bad(
            "SITE_URL",
            `“${SITE_URL}”: ${problem}`,
            "write it like https://keylink.example or https://example.org/keylink",
          )
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
      bad("SEARCH_INDEX_LIMIT", `“${SEARCH_INDEX_LIMIT}”`, "a number of bytes: 320000"),
    );
  if (OFFLINE && OFFLINE !== "off")
    findings.push(bad("OFFLINE", `“${OFFLINE}”`, "set it to off, or leave it out"));
  if (OFFLINE === "off")
    findings.push(note("OFFLINE", "off: readers' offline copies are taken away", "leave it out"));
  return findings;
}

/** Throws when an environment variable is wrong: the pages of a whole build would be, too. */
export function checkVariables() {
  const [wrong] = lookAtVariables(process.env).filter(({ state }) => state === "bad");
  if (wrong)
    throw new Problem(`The environment variable ${wrong.what} is wrong.`, {
      found: wrong.found,
      remedy: wrong.remedy ?? "leave it out",
    });
}

/** The address of the site in the pages, as in lib/site/site.ts: SITE_URL, else localhost with the port. */
export const siteUrl = () =>
  process.env.SITE_URL || `http://localhost:${readPort(process.env.PORT)}`;
