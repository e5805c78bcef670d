/*
 * Measures a page as on a slow phone or an old laptop: paints, layout shifts and blocking time while it loads, and the
 * delay of interactions. With a processor four times slower, Lighthouse's "slow 4G" network and an empty cache.
 */
import { errors } from "@playwright/test";

/** Lighthouse's DevTools throttling: 90 % of 1.6 Mbps, and 150 ms of latency × 3.75. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const SLOWER_PROCESSOR = 4;

/** Lighthouse's phone, and an old laptop. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
const LAPTOP = { viewport: { width: 1280, height: 800 } };

/** The longest wait for a result. */
const WAIT_MS = 20_000;

/** Event timing rounds to 8 ms and omits faster events. */
export const SHORTEST_MS = 16;

/**
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {{ paints: { fcp: number, lcp: number }, shift: number, longTasks: { start: number, ms: number }[], events: { id: number, ms: number }[], input: number, changed: number }} Record_
 *   `input`: the last click or key; `changed`: the first moment after the frame that shows the last change of
 *   the page. Both in ms since navigation.
 */

/** Runs in the page before anything else: records what the browser observes. */
function observe() {
  /** @type {Record_} */
  const record = {
    paints: { fcp: 0, lcp: 0 },
    shift: 0,
    longTasks: [],
    events: [],
    input: 0,
    changed: 0,
  };
  Object.assign(window, { benchRecord: record });
  /** @type {(type: string, keep: (entry: any) => void, options?: object) => void} */
  const watch = (type, keep, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") record.paints.fcp = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => (record.paints.lcp = startTime));
  watch("layout-shift", ({ hadRecentInput, value }) => {
    if (!hadRecentInput) record.shift += value;
  });
  watch("longtask", ({ startTime, duration }) =>
    record.longTasks.push({ start: startTime, ms: duration }),
  );
  watch(
    "event",
    ({ interactionId, duration }) => {
      if (interactionId) record.events.push({ id: interactionId, ms: duration });
    },
    { durationThreshold: 16 },
  );
  for (const type of ["click", "keydown"])
    addEventListener(type, ({ timeStamp }) => (record.input = timeStamp), { capture: true });
  // The count of results is said to screen readers later, on purpose: once typing pauses (S4).
  const isShown = (/** @type {MutationRecord} */ { target }) =>
    !(target instanceof Element && target.matches("dialog > .sr-only[role=status]"));
  new MutationObserver((changes) => {
    if (changes.some(isShown))
      requestAnimationFrame(() => setTimeout(() => (record.changed = performance.now())));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

const recordOf = (/** @type {Page} */ page) =>
  page.evaluate(
    () => /** @type {{ benchRecord: Record_ }} */ (/** @type {any} */ (window)).benchRecord,
  );

/**
 * Opens an address in a slowed-down browser context of its own, acts on the page and closes it.
 *
 * @template Result
 * @param {import("@playwright/test").Browser} browser
 * @param {import("@playwright/test").BrowserContextOptions} device
 * @param {string} url
 * @param {(page: Page) => Promise<Result>} act called once the page starts to load
 * @returns {Promise<Result>}
 */
async function withSlowPage(browser, device, url, act) {
  const context = await browser.newContext(device);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    await page.addInitScript(observe);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
    await page.goto(url, { waitUntil: "commit" });
    return await act(page);
  } finally {
    await context.close();
  }
}

/** Waits until the browser has notified its observers of the last change. */
const settle = async (/** @type {Page} */ page) => {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.waitForTimeout(500);
};

/**
 * A cold load on a phone, in ms except for `cls`: first and largest contentful paint, the time that long tasks block
 * after the first paint, and the sum of all layout shifts (never below the CLS).
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} url
 */
export const measureLoad = (browser, url) =>
  withSlowPage(browser, PHONE, url, async (page) => {
    await page.waitForLoadState("networkidle");
    await settle(page);
    const { paints, shift, longTasks } = await recordOf(page);
    const blocking = longTasks
      .filter(({ start, ms }) => start + ms > paints.fcp)
      .reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0);
    return { ...paints, tbt: blocking, cls: shift };
  });

/**
 * @typedef {{
 *   name: string, address: string, goals: { paint: number, first: number, later: number },
 *   fresh: (page: Page) => Promise<unknown>, ready: (page: Page) => Promise<unknown>,
 *   rested: (page: Page) => Promise<unknown>, act: (page: Page) => Promise<unknown>
 * }} Interaction `goals` in ms. `fresh` waits for the first moment at which a reader can do it, `ready` until the
 *   scripts are there that answer it, `rested` until nothing is left to load for it and it was done before.
 */

const painted = (/** @type {Page} */ page) =>
  page.waitForFunction(
    () =>
      /** @type {{ benchRecord: Record_ }} */ (/** @type {any} */ (window)).benchRecord.paints.fcp >
      0,
  );
const atRest = (/** @type {Page} */ page) => page.waitForLoadState("networkidle");
const scriptsRun = (/** @type {Page} */ page) =>
  page.locator("html[data-ready]").waitFor({ state: "attached" });
const pressSearchKey = (/** @type {Page} */ page) => page.keyboard.press("Control+k");
/** As fast as a good typist. */
const typeWord = (/** @type {Page} */ page) => page.keyboard.type("motherboard", { delay: 120 });

/**
 * Opening the search, and typing into it. Before the scripts have loaded, the browser handles both (a field, a link), so
 * the measurement begins once they have.
 *
 * @param {{ ready: string, field: string, result: string, plainField?: string }} parts of the page, as selectors
 * @returns {Interaction[]}
 */
function searching({ ready, field, result, plainField }) {
  const address = "/articles/what-linking-does";
  const goals = { paint: 200, first: 400, later: 200 };
  const scriptsHere = (/** @type {Page} */ page) =>
    page.locator(ready).waitFor({ state: "attached" });
  const open = async (/** @type {Page} */ page) => {
    await pressSearchKey(page);
    await page.locator(field).waitFor();
  };
  // The field in the header accepts text before the dialog exists.
  const inField = async (/** @type {Page} */ page) => {
    await scriptsHere(page);
    if (plainField) await page.locator(plainField).focus();
    else await open(page);
  };
  return [
    {
      name: "open search",
      address,
      goals,
      fresh: scriptsHere,
      ready: async (page) => {
        await scriptsHere(page);
        await atRest(page);
      },
      rested: async (page) => {
        await atRest(page);
        await open(page);
        await page.keyboard.press("Escape");
        await atRest(page);
      },
      act: async (page) => {
        await pressSearchKey(page);
        await page.locator(field).waitFor();
      },
    },
    {
      name: "type in search",
      address,
      goals,
      fresh: inField,
      ready: async (page) => {
        await inField(page);
        await atRest(page);
      },
      rested: async (page) => {
        await atRest(page);
        await open(page);
        await page.keyboard.type("license");
        await page.locator(result).first().waitFor();
        await page.locator(field).fill("");
        await atRest(page);
      },
      act: async (page) => {
        await typeWord(page);
        await page.locator(result).first().waitFor();
      },
    },
  ];
}

const GUIDE = "/guides/link-your-license";
const shownStep = (/** @type {Page} */ page) => page.locator('[data-step][data-shows="card"]');
const tick = (/** @type {Page} */ page) =>
  shownStep(page).locator("[data-tick]").first().click({ force: true });
/** The primary button of the open card, or the first choice of its question. */
const goOn = (/** @type {Page} */ page) =>
  shownStep(page).locator("[data-next], .choice-button").locator("visible=true").first().click();
const toggle =
  (/** @type {import("../../../lib/windows/version.ts").Windows} */ windows) =>
  (/** @type {Page} */ page) =>
    page.locator(`label[for=windows-${windows}]`).click({ force: true });

/** @type {(first: Interaction["act"]) => Interaction["rested"]} */
const secondTime = (first) => async (page) => {
  await atRest(page);
  await first(page);
  await settle(page);
};

/** @type {Interaction[]} */
export const INTERACTIONS = [
  {
    name: "tick a step",
    address: GUIDE,
    goals: { paint: 50, first: 200, later: 100 },
    fresh: painted,
    ready: scriptsRun,
    rested: secondTime(goOn),
    act: tick,
  },
  {
    name: "next card",
    address: GUIDE,
    goals: { paint: 100, first: 100, later: 100 },
    fresh: scriptsRun,
    ready: scriptsRun,
    rested: secondTime(goOn),
    act: goOn,
  },
  {
    name: "toggle Windows",
    address: GUIDE,
    goals: { paint: 50, first: 200, later: 100 },
    fresh: painted,
    ready: scriptsRun,
    rested: secondTime(toggle("10")),
    act: async (page) => {
      const other = await page.evaluate(() =>
        document.documentElement.dataset.windows === "11" ? "10" : "11",
      );
      await toggle(other)(page);
    },
  },
  ...searching({
    ready: "html[data-ready]",
    field: "#dialog-search",
    result: "#dialog-results [role=option]",
    plainField: "#header-search",
  }),
];

/** The same on Starlight's pages. */
export const STARLIGHT_INTERACTIONS = searching({
  ready: "button[data-open-modal]:enabled",
  field: "dialog[open] input",
  result: "dialog[open] .pagefind-ui__result-link",
});

/** @typedef {{ paint: number, shown: number }} Delay in ms from the last click or key: until the next paint, until all that it brings is on the screen; the latter is Infinity when that did not come within `WAIT_MS` */

/** @param {Page} page @param {Interaction} interaction @returns {Promise<Delay>} */
async function perform(page, { act }) {
  const before = (await recordOf(page)).events.length;
  // A search that loses what is typed while it loads never shows results.
  const isShown = await act(page).then(
    () => true,
    (error) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
  await settle(page);
  const { events, input, changed } = await recordOf(page);
  return {
    paint: Math.max(SHORTEST_MS, ...events.slice(before).map(({ ms }) => ms)),
    shown: isShown ? Math.max(0, changed - input) : Infinity,
  };
}

/**
 * One interaction as the very first thing on a fresh page, on one whose scripts have just run, and on one that
 * has come to rest and where it was done before. What a fresh page brings is not timed: it waits for the network.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 * @param {Interaction} interaction
 */
export async function measureInteraction(browser, origin, interaction) {
  const url = origin + interaction.address;
  /** @param {(page: Page) => Promise<unknown>} until */
  const after = (until) =>
    withSlowPage(browser, LAPTOP, url, async (page) => {
      await until(page);
      return perform(page, interaction);
    });
  return {
    fresh: await after(interaction.fresh),
    first: await after(async (page) => {
      await interaction.ready(page);
      await settle(page);
    }),
    later: await after(interaction.rested),
  };
}
