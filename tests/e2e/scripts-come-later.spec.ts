import { expect, type Page } from "@playwright/test";
import { GUIDE } from "./support/guide";
import { KEYS, savedProgress, store, stored } from "./support/storage";
import { settled, test } from "./support/test";
import { holdRequests, idle, ready } from "./support/watch";

/*
 * Decision 11: the first screen needs nothing but the page itself. Its scripts load once it is shown, except for
 * readers who return to a checklist.
 */

const ARTICLE = "/articles/what-linking-does";

/** Holds the style sheets, and with them the load event; records the requested scripts. */
async function holdSheets(page: Page) {
  const release = await holdRequests(page, /\.css$/);
  const scripts: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/assets\/.*\.js$/.test(pathname)) scripts.push(pathname.replace(/-[^-]*$/, ""));
  });
  return { scripts, release };
}

for (const [address, scripts] of [
  [ARTICLE, ["/assets/site"]],
  [GUIDE, ["/assets/site", "/assets/chunk", "/assets/guide"]],
] as const)
  test(`${address} requests its scripts after it is shown, each of them once`, async ({ page }) => {
    const asked = await holdSheets(page);
    await page.goto(address, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await idle(page);
    expect(asked.scripts).toEqual([]);
    asked.release();
    await ready(page);
    expect(asked.scripts).toEqual(scripts);
  });

test("for a reader with saved steps, the scripts are requested from the start", async ({
  page,
}) => {
  await store(page, { [KEYS.progress]: savedProgress({ done: ["check-administrator"] }) });
  const asked = await holdSheets(page);
  await page.goto(GUIDE, { waitUntil: "commit" });
  await expect
    .poll(() => asked.scripts)
    .toEqual(["/assets/site", "/assets/chunk", "/assets/guide"]);
  asked.release();
  await ready(page);
});

test("a page in a hidden tab, which paints no frames, gets ready, too", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await page.goto(GUIDE);
  await ready(page);
  // The script has set the state of the last visible step.
  await expect(page.locator("[data-step]").last()).toHaveAttribute("data-state", "open");
});

test("a guide keeps a tick that is made between two renderings", async ({ page }) => {
  await page.addInitScript(() => {
    let isTicked = false;
    new MutationObserver(() => {
      if (isTicked) return;
      isTicked = true;
      document.querySelector<HTMLElement>("[data-tick]")?.click();
    }).observe(document, { subtree: true, attributeFilter: ["data-status"] });
  });
  await page.goto(GUIDE);
  await ready(page);
  await expect(page.locator("[data-tick]").first()).toBeChecked();
  expect(await stored(page, KEYS.progress)).toMatch(/"read-activation":\{[^}]*"done"/);
});

test("a branch that no answer has opened is not shown while the scripts load", async ({ page }) => {
  const release = await holdRequests(page, /\/assets\/.*\.js$/);
  await page.goto(GUIDE, { waitUntil: "load" });
  const branch = page.locator("#find-in-device-list [data-step-body]");
  // Delays in CSS are animations.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await idle(page);
  await expect(branch).toBeHidden();
  release();
  await ready(page);
  await expect(branch).toBeHidden();
});

test("a choice made in another tab while a page loads is followed, not undone", async ({
  context,
  page,
}) => {
  const release = await holdRequests(page, /\/assets\/.*\.js$/);
  await page.goto(ARTICLE, { waitUntil: "load" });
  const other = await context.newPage();
  await other.goto(GUIDE);
  await ready(other);
  await other.locator('label[for="windows-10"]').click();
  await expect(other).toHaveURL(/windows=10/);
  await other.locator('label[for="theme-dark"]').click();
  release();
  // A background tab paints no frames.
  await page.bringToFront();
  await ready(page);
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  expect(await stored(page, KEYS.windows)).toBe("10");
  expect(await stored(page, KEYS.theme)).toBe("dark");
});

test("a search submitted before the scripts run is for the shown version", async ({ page }) => {
  await store(page, { [KEYS.windows]: "10" });
  await holdRequests(page, /\/assets\/.*\.js$/);
  await page.goto(ARTICLE, { waitUntil: "load" });
  const field = page.locator("#header-search");
  await field.fill("motherboard");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=motherboard&windows=10$/);
});

test("a reader who has scrolled before the scripts run stays where they are", async ({ page }) => {
  const release = await holdRequests(page, /\/assets\/.*\.js$/);
  await page.goto(`${GUIDE}#find-in-device-list`, { waitUntil: "load" });
  const heading = page.locator("#read-activation h3");
  await heading.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  release();
  await ready(page);
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
});

test("a guide has its own styles inline and links one sheet, which all pages share", async ({
  request,
}) => {
  const sheetsOf = async (address: string) =>
    (await (await request.get(address)).text()).match(/<link rel="stylesheet"[^>]*>/g);
  const sheets = await sheetsOf(GUIDE);
  expect(sheets).toHaveLength(1);
  expect(sheets).toEqual(await sheetsOf(ARTICLE));
});

test("a page is prefetched when the reader points at its link, and is there when they click", async ({
  page,
}) => {
  await page.goto("/guides");
  // Playwright's own events do not include prefetches.
  const session = await page.context().newCDPSession(page);
  const prefetched: string[] = [];
  session.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => {
    if (status === "Ready") prefetched.push(new URL(prefetchUrl).pathname);
  });
  await session.send("Preload.enable");
  const link = page.locator(`main a[href="${GUIDE}"]`).first();
  await link.hover();
  await expect.poll(() => prefetched).toContain(GUIDE);
  await link.click();
  await settled(page);
  const delivery = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as (PerformanceEntry & {
      deliveryType?: string;
    })[];
    return navigation?.deliveryType;
  });
  expect(delivery).toBe("navigational-prefetch");
});
