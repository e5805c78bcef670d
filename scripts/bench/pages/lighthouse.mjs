/* Runs Lighthouse with its mobile preset and all four categories. */
import { chromium } from "@playwright/test";
import { findFreePort } from "../../port.mjs";
import { Problem } from "../../process.mjs";
import { load } from "./packages.mjs";

export const CATEGORIES = /** @type {const} */ ([
  "performance",
  "accessibility",
  "best-practices",
  "seo",
]);

/**
 * @typedef {{
 *   scores: Record<string, number>, fcp: number, lcp: number, tbt: number, cls: number, findings: string[]
 * }} LighthouseResult scores from 0 to 100, times in ms; findings: the audits that cost points
 */

/**
 * A run in a browser of its own.
 *
 * @param {import("@playwright/test").LaunchOptions} launch
 * @param {string} url
 * @returns {Promise<LighthouseResult>}
 */
export async function runLighthouse(launch, url) {
  const { default: lighthouse } = await load("lighthouse/core/index.js");
  const port = await findFreePort();
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const look = () =>
      lighthouse(url, {
        port,
        logLevel: "error",
        onlyCategories: CATEGORIES,
        // The page for unknown addresses answers 404, as it should.
        ignoreStatusCode: true,
      });
    let { lhr } = await look();
    // Chromium's trace sometimes lacks the start of the navigation; Lighthouse asks to run it again.
    for (let tries = 1; tries < 3 && lhr.runtimeError?.code === "NO_NAVSTART"; tries += 1)
      ({ lhr } = await look());
    if (lhr.runtimeError)
      throw new Problem(`Lighthouse could not measure ${url}.`, {
        found: lhr.runtimeError.message,
        remedy: "open the address in a browser; if it is there, run the command again",
      });
    const value = (/** @type {string} */ audit) => lhr.audits[audit].numericValue;
    /** @type {Record<string, number>} */
    const scores = {};
    /** @type {string[]} */
    const findings = [];
    for (const category of CATEGORIES) {
      const { score, auditRefs } = lhr.categories[category];
      scores[category] = Math.round(score * 100);
      if (scores[category] === 100) continue;
      for (const { id, weight } of auditRefs)
        if (weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
          findings.push(`${category}: ${lhr.audits[id].title} (${id})`);
    }
    return {
      scores,
      fcp: value("first-contentful-paint"),
      lcp: value("largest-contentful-paint"),
      tbt: value("total-blocking-time"),
      cls: value("cumulative-layout-shift"),
      findings,
    };
  } finally {
    await browser.close();
  }
}
