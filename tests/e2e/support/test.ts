import { test as base, type Page } from "@playwright/test";

/**
 * Playwright's `test`, whose page waits after `goto` and `reload` until the scripts of the site
 * have done their part, have failed, or never will (none are named, or scripting is off): they
 * come after the page's load event (browser/pre-paint.ts), where Playwright stops to wait.
 * With `waitUntil` given, a test looks at what is there before.
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
