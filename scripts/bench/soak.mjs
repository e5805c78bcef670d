/*
 * `npm run bench:soak`: several tabs of one guide in a real browser, ticked, unticked, undone, reset,
 * brought back and reloaded at random for ten minutes. After each round all tabs and the storage must
 * say the same, and no tick may be gone that nobody took away. Ends with code 1 when one is.
 *
 *   --minutes 10
 *   --tabs 4
 *   --seed 1     the same acts again
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { isRoot, provideBrowser } from "../browser.mjs";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { main, Problem } from "../process.mjs";
import { serve } from "./serve.mjs";

const GUIDE = "/guides/before-hardware-change";
/** Each tab follows the others within a second (P2). */
const PATIENCE_MS = 1_000;

/** Mulberry32, so that a seed gives the same acts again. @param {number} seed */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** The steps that a tab shows as ticked. @param {import("@playwright/test").Page} page */
const ticked = (page) =>
  page.locator("[data-tick]:checked").evaluateAll((ticks) =>
    ticks
      .map((tick) => tick.closest("[data-step]")?.getAttribute("data-step"))
      .sort()
      .join(" "),
  );

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      tabs: { type: "string", default: "4" },
      seed: { type: "string", default: "1" },
    },
  });
  const random = randomOf(Number(values.seed));
  const pick = (/** @type {string[]} */ list) =>
    /** @type {string} */ (list[Math.floor(random() * list.length)]);
  await install();
  await build();
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: isRoot() ? ["--no-sandbox"] : [],
  });
  /** @type {Record<string, number>} */
  const counts = { rounds: 0, ticks: 0, unticks: 0, reloads: 0, resets: 0, writes: 0 };
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    // A write that answers a write would go on without end.
    await context.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Object.assign(window, { writes: 0 });
      Storage.prototype.setItem = function (
        /** @type {string} */ name,
        /** @type {string} */ value,
      ) {
        if (name === "keylink:progress") /** @type {any} */ (window).writes += 1;
        return setItem.call(this, name, value);
      };
    });
    const open = async () => {
      const page = await context.newPage();
      await page.goto(site.origin + GUIDE);
      await page.locator("html[data-ready]").waitFor();
      return page;
    };
    const tabs = await Promise.all(Array.from({ length: Number(values.tabs) }, open));
    await tabs[0]?.getByRole("button", { name: "Show all steps" }).click();
    const steps = await tabs[0]
      ?.locator("[data-step]:not([data-only])")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && !one.querySelector("[data-question]"))
          .map((one) => one.getAttribute("data-step") ?? ""),
      );
    if (!steps || steps.length < 4) throw new Error("The guide shows too few steps to begin with.");

    /** What must be ticked. */
    const expected = new Set();
    const end = Date.now() + Number(values.minutes) * 60_000;
    /** @param {import("@playwright/test").Page} page @param {string} step */
    const press = (page, step) =>
      page
        .locator(`[data-step="${step}"] [data-tick]`)
        .evaluate((tick) => /** @type {HTMLElement} */ (tick).click());
    const agree = async () => {
      const wanted = [...expected].sort().join(" ");
      const since = performance.now();
      for (;;) {
        const shown = await Promise.all(tabs.map(ticked));
        if (shown.every((one) => one === wanted)) return;
        if (performance.now() - since < PATIENCE_MS) continue;
        throw new Problem("The tabs do not show what was ticked.", {
          expected: wanted || "no tick",
          found: shown
            .map((one, tab) => `tab ${tab + 1}: ${one || "no tick"}`)
            .join("\n            "),
          remedy: `repeat it: npm run bench:soak -- --seed ${values.seed}, round ${counts.rounds}`,
        });
      }
    };
    while (Date.now() < end) {
      counts.rounds = (counts.rounds ?? 0) + 1;
      // Two acts on different steps in different tabs, at the same moment.
      const [one, other] = [...tabs].sort(() => random() - 0.5);
      const first = pick(steps);
      const second = pick(steps.filter((step) => step !== first));
      if (!one || !other) break;
      await Promise.all([press(one, first), press(other, second)]);
      for (const step of [first, second]) {
        const isTicked = !expected.delete(step);
        if (isTicked) expected.add(step);
        counts[isTicked ? "ticks" : "unticks"] = (counts[isTicked ? "ticks" : "unticks"] ?? 0) + 1;
      }
      await agree();
      const chance = random();
      if (chance < 0.1) {
        await one.reload();
        await one.locator("html[data-ready]").waitFor();
        counts.reloads = (counts.reloads ?? 0) + 1;
      } else if (chance < 0.13 && expected.size > 0) {
        // Everything is gone in all tabs, and another tab brings it back.
        const before = [...expected];
        await one
          .locator("[data-reset]")
          .evaluate((button) => /** @type {HTMLElement} */ (button).click());
        expected.clear();
        await agree();
        await other
          .locator("[data-recover]")
          .evaluate((button) => /** @type {HTMLElement} */ (button).click());
        for (const step of before) expected.add(step);
        counts.resets = (counts.resets ?? 0) + 1;
      }
      await agree();
    }
    // Nothing is written any more once nobody does anything.
    const writes = () => Promise.all(tabs.map((tab) => tab.evaluate("writes")));
    const before = await writes();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const after = await writes();
    if (String(before) !== String(after)) throw new Error("Tabs write although nobody acts.");
    counts.writes = after.reduce((sum, count) => sum + Number(count), 0);
    console.log(
      `\nNo tick was lost: ${Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(", ")} (writes since the last reload of each tab), ${tabs.length} tabs.`,
    );
  } finally {
    await browser.close();
    await site.stop();
  }
});
