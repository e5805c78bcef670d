/*
 * What progress costs on a CPU slowed four times, with 20 PCs, each with all steps of 12 guides done:
 * `npm run bench:progress`. First the store alone, in Node: this machine's time, four times. Then a tick in
 * a guide in the browser, from the click to the frame that shows it. Run it when the machine does nothing else.
 *
 *   --store    the store alone, without a build
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build as bundle } from "esbuild";
import { serializeProgress, STORAGE_KEY } from "../../lib/progress/saved-progress";
import { isRoot, provideBrowser } from "../browser.mjs";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { fromRoot, main } from "../process.mjs";
import { GOALS, GUIDE, numbers, print, progress, SLOWED } from "./progress-store";
import { serve } from "./serve.mjs";

/** From the click on a tick to the frame that shows it, as the browser itself measures it (Event Timing). */
async function measureTicks(): Promise<void> {
  await install();
  await build();
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: isRoot() ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage({ serviceWorkers: "block" });
    await page.goto(`${site.origin}/robots.txt`);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      STORAGE_KEY,
      serializeProgress(progress),
    ] as const);
    await page.goto(`${site.origin}/guides/${GUIDE}`);
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "Show all steps" }).click();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { tickTimes: times });
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === "click") times.push(duration);
        // Events under 16 ms are not reported.
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    });
    const ticks = page.locator("[data-tick]:visible");
    const count = Math.min(8, await ticks.count());
    const rounds = 40;
    for (const round of numbers(rounds)) {
      await ticks.nth(round % count).scrollIntoViewIfNeeded();
      await ticks.nth(round % count).click({ force: true });
      await page.waitForTimeout(400);
    }
    const times = await page.evaluate(
      () => (window as unknown as { tickTimes: number[] }).tickTimes,
    );
    const quick = numbers(Math.max(0, rounds - times.length)).map(() => 16);
    print("Browser: a tick, from click to frame", [...quick, ...times], GOALS.tick);
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** As readers get it: tsx gives each function its name anew, which takes half of the time. */
async function measureStoreBundled(): Promise<void> {
  const { outputFiles } = await bundle({
    entryPoints: [fromRoot("scripts/bench/progress-store.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const loaded = (await import(`data:text/javascript;base64,${code}`)) as {
    measureStore: () => void;
  };
  loaded.measureStore();
}

await main(async () => {
  const { values } = parseArgs({ options: { store: { type: "boolean", default: false } } });
  await measureStoreBundled();
  if (!values.store) await measureTicks();
});
