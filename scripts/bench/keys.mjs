/*
 * `npm run bench:keys`: the time from a key press to painted results in the search dialog, on a CPU slowed down four
 * times. Goal: p95 at most 100 ms, which people perceive as instant (decision 7). The questions of the fixture are typed
 * letter by letter. Nothing else should run meanwhile.
 *
 * The browser only slows down the page's own thread. The worker's time is printed beside it.
 */
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { parse } from "yaml";
import { provideBrowser } from "../browser.mjs";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { main } from "../process.mjs";
import { serve } from "./serve.mjs";

const SLOWED = 4;
/**
 * The interval between keys at 60 words a minute. The page is not polled meanwhile: a test tool that waits for results
 * queries the slow page again and again, and that would distort the figures.
 */
const PACE_MS = 200;
/** How long people hold a key: its release is an event of its own. */
const HELD_MS = 80;
const QUERIES = 24;

/** Runs in the page: records for each key when its results are painted. */
function watchKeys() {
  const list = document.querySelector("#dialog-results");
  const field = document.querySelector("#dialog-search");
  if (!list || !field) throw new Error("The dialog is not open.");
  /** @type {number[]} */
  const times = [];
  let key = 0;
  let inFrame = false;
  const nextFrame = requestAnimationFrame.bind(window);
  // Lets the observer know whether the list changed in a callback of the frame that will paint it.
  window.requestAnimationFrame = (act) =>
    nextFrame((time) => {
      inFrame = true;
      act(time);
      queueMicrotask(() => (inFrame = false));
    });
  field.addEventListener("keydown", ({ timeStamp }) => (key = timeStamp), { capture: true });
  new MutationObserver(() => {
    if (list.hasAttribute("aria-busy")) return;
    const begun = key;
    // This task runs after the frame that paints them.
    const note = () => setTimeout(() => times.push(performance.now() - begun));
    if (inFrame) note();
    else nextFrame(note);
  }).observe(list, { attributeFilter: ["aria-busy"] });
  Object.assign(window, { keyTimes: times });
}

/** Runs in the worker: records when each query arrives and when its answer is sent. */
function watchAnswers() {
  /** @type {Map<number, number>} */
  const came = new Map();
  /** @type {Map<number, number>} */
  const went = new Map();
  const send = self.postMessage.bind(self);
  // The worker's own listener came first and may already have answered, so the event's time stamp counts.
  self.addEventListener("message", ({ data, timeStamp }) => came.set(data.id, timeStamp));
  self.postMessage = (/** @type {{ id: number }} */ message) => {
    // A query's second answer has the texts.
    if (!went.has(message.id)) went.set(message.id, performance.now());
    send(message);
  };
  Object.assign(self, {
    answerTimes: () => [...went].map(([id, time]) => time - (came.get(id) ?? NaN)),
  });
}

/** @param {number[]} times */
function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN)
      .toFixed(0)
      .padStart(4);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  most ${at(1)} ms`;
}

await main(async () => {
  await install();
  await build();
  /** @type {{ questions: { q: string }[] }} */
  const { questions } = parse(readFileSync("tests/fixtures/questions.yaml", "utf8"));
  const step = Math.max(1, Math.floor(questions.length / QUERIES));
  const queries = questions.filter((_, i) => i % step === 0).slice(0, QUERIES);
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/guides/link-your-license`);
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox");
    await field.fill("motherboard");
    await page.locator("[role=option] mark").first().waitFor();
    const worker = page.workers()[0];
    if (!worker) throw new Error("The dialog has no worker.");
    await page.evaluate(watchKeys);
    await worker.evaluate(watchAnswers);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });

    for (const { q } of queries) {
      await field.fill("");
      await page.waitForTimeout(PACE_MS);
      for (const letter of q) {
        await page.keyboard.type(letter, { delay: HELD_MS });
        await page.waitForTimeout(PACE_MS - HELD_MS);
      }
    }
    await page.waitForTimeout(500);
    /** @type {number[]} */
    const shown = await page.evaluate("keyTimes");
    /** @type {number[]} */
    const answered = await worker.evaluate("answerTimes()");
    const keys = queries.reduce((sum, { q }) => sum + q.length, 0);
    console.log(`\n${queries.length} questions, ${keys} keys, ${shown.length} painted\n`);
    console.log(`page, ${SLOWED} times slower    ${percentiles(shown)}`);
    console.log(`worker, full speed      ${percentiles(answered)}`);
  } finally {
    await browser.close();
    await site.stop();
  }
});
