import { chromium, expect, type Page } from "@playwright/test";
import { answer, GUIDE, next, step, tick } from "./support/guide";
import { test } from "./support/test";
import { ready } from "./support/watch";

/*
 * Back and Forward show a page at once and as it was left, from the back/forward cache. A handler for `unload`,
 * `Cache-Control: no-store` or an open channel would exclude a page from it.
 */

/** Opens the same browser with the cache on, which Playwright turns off. */
async function withCache(act: (page: Page) => Promise<void>) {
  const { baseURL, launchOptions } = test.info().project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    await act(await browser.newPage({ baseURL }));
  } finally {
    await browser.close();
  }
}

/** Goes to another page and back; fails with the browser's reasons unless the page was cached. */
async function leaveAndReturn(page: Page) {
  const address = page.url();
  await page.evaluate(() =>
    addEventListener("pageshow", ({ persisted }) => {
      document.documentElement.dataset.persisted = String(persisted);
    }),
  );
  await page.goto("/privacy");
  await ready(page);
  await page.evaluate(() => history.back());
  // Not a navigation that Playwright could wait for: the page was in memory.
  await expect(page).toHaveURL(address);
  await ready(page);
  const reasons = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as (PerformanceEntry & {
      notRestoredReasons?: { reasons: { reason: string }[] } | null;
    })[];
    return navigation?.notRestoredReasons?.reasons.map(({ reason }) => reason);
  });
  await expect(
    page.locator("html"),
    `not kept because: ${reasons?.join(", ") ?? "the browser does not say"}`,
  ).toHaveAttribute("data-persisted", "true");
}

test("a page of each kind comes back as it was left", async () => {
  test.setTimeout(90_000);
  await withCache(async (page) => {
    await page.setViewportSize({ width: 900, height: 400 });
    for (const address of [
      "/",
      "/articles/what-linking-does",
      "/messages/digital-license-linked",
      "/errors/0xc004f211",
      "/glossary/digital-license",
      "/start",
    ]) {
      await page.goto(address);
      await ready(page);
      await page.evaluate(() => scrollTo({ top: 200, behavior: "instant" }));
      await leaveAndReturn(page);
      expect(await page.evaluate(() => Math.round(scrollY)), address).toBe(200);
    }
  });
});

test("a guide comes back with its ticks, and keeps saving them", async () => {
  await withCache(async (page) => {
    await page.goto(GUIDE);
    await ready(page);
    await answer(page, "activation-message", "not-linked").click();
    await answer(page, "origin", "unknown").press("Enter");
    await next(page).press("Enter");
    await expect(step(page, "check-administrator")).toHaveAttribute("data-state", "done");
    const top = await page.evaluate(() => scrollY);
    await leaveAndReturn(page);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await expect(tick(page, "check-administrator")).toBeChecked();
    await tick(page, "check-administrator").uncheck();
    await page.reload();
    await ready(page);
    await expect(tick(page, "check-administrator")).not.toBeChecked();
  });
});

test("the search dialog's code does not exclude a page from the cache", async () => {
  await withCache(async (page) => {
    await page.goto("/articles/what-linking-does");
    await ready(page);
    await page.keyboard.press("Control+k");
    await page.locator("#dialog-search").fill("motherboard");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await leaveAndReturn(page);
  });
});
