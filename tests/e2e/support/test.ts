import { test as base, type Page } from "@playwright/test";

/**
 * Playwright's `test`, with a page that waits after `goto` and `reload` until the site's scripts are ready, have
 * failed, or will never run (none are named, or scripting is off). They load after the load event
 * (browser/pre-paint.ts), at which Playwright stops waiting. A test that passes `waitUntil` sees the page
 * before.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    page.goto = async (address, options) => {
      const response = await goto.call(page, address, options);
      if (!options?.waitUntil) await settled(page);
      return response;
    };
    page.reload = async (options) => {
      const response = await reload.call(page, options);
      if (!options?.waitUntil) await settled(page);
      return response;
    };
    await use(page);
  },
});

/** See `test`. */
export const settled = (page: Page) =>
  page
    .locator(
      [
        "html[data-ready]:not(:has(.when-idle))",
        "html[data-failed]",
        "html:not([data-windows])",
        'html:not(:has(meta[name="keylink-script"]))',
      ].join(),
    )
    .waitFor({ state: "attached" });
