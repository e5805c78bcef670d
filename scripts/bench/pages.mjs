/*
 * `npm run bench:pages`: how fast pages load and respond, compared with the same text built by Starlight. Three parts:
 *
 *   load          paints, layout shifts and blocking time on a slow processor and network, alternating with Starlight
 *   interactions  ticks, the toggle and the search, right after loading and on an idle page
 *   lighthouse    the mobile preset: alternating with Starlight, and all categories on every template
 *
 *   npm run bench:pages                        5 rounds; about 40 minutes
 *   npm run bench:pages -- --quick             1 round, to see that it runs
 *   npm run bench:pages -- --runs=9 --only=load,interactions
 *
 * Medians and ratios are printed, with the goals beside them. Nothing else may run meanwhile. Both
 * sites are served from memory (serve.mjs); bench:load measures our server.
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { isRoot, provideBrowser } from "../browser.mjs";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { main, Problem, say } from "../process.mjs";
import { LOAD_GOALS as GOALS } from "./budgets.mjs";
import { TEMPLATES } from "./page-bytes.mjs";
import { CATEGORIES, runLighthouse } from "./pages/lighthouse.mjs";
import { installPackages } from "./pages/packages.mjs";
import {
  INTERACTIONS,
  measureInteraction,
  measureLoad,
  SHORTEST_MS,
  STARLIGHT_INTERACTIONS,
} from "./pages/slow-browser.mjs";
import { buildStarlight } from "./pages/starlight.mjs";
import { serve, serveCopies, serveFolder } from "./serve.mjs";

const PARTS = ["load", "interactions", "lighthouse"];
const MOST_RUNS = 25;

/** Starlight has guides and articles only; the other templates are compared with its page of this address. */
const ARTICLE = "/articles/what-linking-does";
const hasStarlight = (/** @type {string} */ address) => /^\/(guides|articles)\//.test(address);
/** Lighthouse compares pages that both builds have. */
const READING_PAGES = TEMPLATES.map(({ address }) => address).filter(hasStarlight);

/** Every template, and the Lighthouse categories that need not be perfect there. */
const LIGHTHOUSE_PAGES = [
  ...TEMPLATES.map((template) => ({ ...template, exempt: /** @type {string[]} */ ([]) })),
  // Search engines are asked not to index it.
  { name: "search", address: "/search?q=motherboard", exempt: ["seo"] },
  { name: "404", address: "/no/such/page", exempt: [...CATEGORIES] },
];

const TIMES = /** @type {const} */ (["fcp", "lcp", "tbt", "cls"]);
/** @typedef {Record<(typeof TIMES)[number], number>} Load */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: PARTS.join(",") },
  },
});

function readOptions() {
  const runs = values.quick ? 1 : Number(values.runs);
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS))
    throw new Problem("--runs is out of range.", {
      expected: `a whole number from 1 to ${MOST_RUNS}`,
      found: values.runs,
      remedy: "give a number in that range",
    });
  const only = values.only.split(",");
  const unknown = only.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0)
    throw new Problem("--only names a part that does not exist.", {
      expected: `one or more of ${PARTS.join(", ")}, separated by commas`,
      found: unknown.join(", "),
      remedy: "for example: npm run bench:pages -- --only=load",
    });
  return { runs, only };
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
    : (sorted[Math.floor(middle)] ?? 0);
}

const ms = (/** @type {number} */ value) =>
  (Number.isFinite(value) ? value.toFixed(0) : "never").padStart(7);
const verdict = (/** @type {boolean} */ reached) => (reached ? "reached" : "MISSED");

/**
 * Measures our page and Starlight's alternately, so that other load on the machine affects both.
 *
 * @template Result
 * @param {number} runs
 * @param {{ ours: string, starlight: string }} urls
 * @param {(url: string) => Promise<Result>} measure
 */
async function alternate(runs, urls, measure) {
  /** @type {{ ours: Result[], starlight: Result[] }} */
  const results = { ours: [], starlight: [] };
  for (let run = 0; run < runs; run += 1) {
    // The second finds a warmer machine, so the order alternates, too.
    const first = run % 2 === 0 ? /** @type {const} */ ("ours") : "starlight";
    const second = first === "ours" ? "starlight" : "ours";
    results[first].push(await measure(urls[first]));
    results[second].push(await measure(urls[second]));
  }
  return results;
}

/**
 * @param {string} address
 * @param {{ ours: Load[], starlight: Load[] }} results
 */
function printLoads(address, results) {
  const of = (/** @type {Load[]} */ loads) =>
    /** @type {Load} */ (
      Object.fromEntries(TIMES.map((time) => [time, median(loads.map((load) => load[time]))]))
    );
  const ours = of(results.ours);
  const starlight = of(results.starlight);
  console.log(`\n${address}`);
  for (const [name, { fcp, lcp, tbt, cls }] of Object.entries({ ours, starlight }))
    console.log(
      `  ${name.padEnd(10)}${ms(fcp)} ${ms(lcp)} ${ms(tbt)} ${cls.toFixed(4).padStart(9)}`,
    );
  const ratio = ours.lcp / starlight.lcp;
  console.log(
    `  LCP ratio ${ratio.toFixed(2)} (goal ${GOALS.lcp}: ${verdict(ratio <= GOALS.lcp)}), ` +
      `FCP ratio ${(ours.fcp / starlight.fcp).toFixed(2)}, ` +
      `blocking time ${(ours.tbt - starlight.tbt).toFixed(0)} ms above Starlight’s (goal ${GOALS.tbt}: ${verdict(ours.tbt <= starlight.tbt + GOALS.tbt)}), ` +
      `CLS ${ours.cls.toFixed(4)} (goal ${GOALS.cls}: ${verdict(ours.cls <= GOALS.cls)})`,
  );
}

const LOAD_TITLE = `  ${"median".padEnd(10)} FCP ms  LCP ms  TBT ms       CLS`;

await main(async () => {
  const { runs, only } = readOptions();
  await install();
  await installPackages();
  await build();
  const launch = {
    executablePath: await provideBrowser(),
    args: ["--disable-background-networking", ...(isRoot() ? ["--no-sandbox"] : [])],
  };
  const site = await serve();
  const browser = await chromium.launch(launch);
  const copies = await serveCopies(site.origin);
  /** @type {Awaited<ReturnType<typeof serveFolder>> | undefined} */
  let starlight;
  try {
    starlight = await serveFolder(await buildStarlight(browser, site.origin), {
      immutable: "/_astro/",
    });
    const origins = { ours: copies.origin, starlight: starlight.origin };
    const urlsOf = (/** @type {string} */ address) => ({
      ours: origins.ours + address,
      starlight: origins.starlight + (hasStarlight(address) ? address : ARTICLE),
    });
    // Warms up the servers.
    for (const { address } of TEMPLATES)
      for (const url of Object.values(urlsOf(address))) await fetch(url);

    if (only.includes("load")) {
      say(`Loads: processor 4 times slower, slow 4G, median of ${runs}`);
      console.log(LOAD_TITLE);
      for (const { address } of TEMPLATES)
        printLoads(
          address,
          await alternate(runs, urlsOf(address), (url) => measureLoad(browser, url)),
        );
    }

    if (only.includes("interactions")) {
      say(`Interactions: processor 4 times slower, slow 4G, median of ${runs}`);
      console.log(
        `Paint: from the click or key to the next frame; the browser reports none below ${SHORTEST_MS} ms.\n` +
          "Shown: until the frame that shows all that follows. Fresh: as soon as a reader can do it;\n" +
          "first: once the scripts have run; later: on a page at rest, done before.\n",
      );
      console.log(
        `${"".padEnd(28)}  fresh    first          later\n${"".padEnd(28)}  paint    paint   shown    paint   shown  ms`,
      );
      for (const [owner, origin, interactions] of /** @type {const} */ ([
        ["ours", origins.ours, INTERACTIONS],
        ["starlight", origins.starlight, STARLIGHT_INTERACTIONS],
      ]))
        for (const interaction of interactions) {
          /** @type {Awaited<ReturnType<typeof measureInteraction>>[]} */
          const results = [];
          for (let run = 0; run < runs; run += 1)
            results.push(await measureInteraction(browser, origin, interaction));
          const of = (
            /** @type {"fresh" | "first" | "later"} */ when,
            /** @type {"paint" | "shown"} */ what,
          ) => median(results.map((result) => result[when][what]));
          const paints = [of("fresh", "paint"), of("first", "paint"), of("later", "paint")];
          const shown = { first: of("first", "shown"), later: of("later", "shown") };
          const { goals } = interaction;
          const isReached =
            Math.max(...paints) <= goals.paint &&
            shown.first <= goals.first &&
            shown.later <= goals.later;
          console.log(
            `${owner.padEnd(11)}${interaction.name.padEnd(17)}${ms(paints[0] ?? 0)}  ${ms(paints[1] ?? 0)} ${ms(shown.first)}  ${ms(paints[2] ?? 0)} ${ms(shown.later)}`,
            owner === "ours"
              ? `  goals ${goals.paint}, ${goals.first}, ${goals.later}: ${verdict(isReached)}`
              : "",
          );
        }
    }

    if (only.includes("lighthouse")) {
      say(`Lighthouse, mobile preset, median of ${runs}`);
      console.log(LOAD_TITLE);
      for (const address of READING_PAGES)
        printLoads(
          address,
          await alternate(runs, urlsOf(address), (url) => runLighthouse(launch, url)),
        );

      say(`Lighthouse, every template; where one run finds less than 100, the median of ${runs}`);
      console.log(
        `\n${"".padEnd(18)}${CATEGORIES.map((category) => category.padStart(16)).join("")}`,
      );
      for (const { name, address, exempt } of LIGHTHOUSE_PAGES) {
        const asked = CATEGORIES.filter((category) => !exempt.includes(category));
        const results = [await runLighthouse(launch, origins.ours + address)];
        if (asked.some((category) => results[0]?.scores[category] !== 100))
          while (results.length < runs)
            results.push(await runLighthouse(launch, origins.ours + address));
        const scoreOf = (/** @type {string} */ category) =>
          median(results.map(({ scores }) => scores[category] ?? 0));
        const cells = CATEGORIES.map((category) =>
          `${scoreOf(category)}${exempt.includes(category) ? " (exempt)" : ""}`.padStart(16),
        );
        const reached = asked.every((category) => scoreOf(category) === 100);
        console.log(
          `${name.padEnd(18)}${cells.join("")}  ${asked.length === 0 ? "" : verdict(reached)}`,
        );
        for (const finding of new Set(results.flatMap(({ findings }) => findings)))
          console.log(`    ${finding}`);
      }
    }
  } finally {
    await browser.close();
    await starlight?.stop();
    await copies.stop();
    await site.stop();
  }
});
