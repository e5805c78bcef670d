import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { NetworkLog } from "./network";

/**
 * Playwright's `test`. A request that carries the reader's progress fails it, from whichever page (P3, O1). Its
 * page waits after `goto` and `reload` until the site's scripts are ready, have failed, or will never run (none
 * are named, or scripting is off). They load after the load event (browser/pre-paint.ts), at which Playwright
 * stops waiting. A test that passes `waitUntil` sees the page before.
 */
export const test = base.extend<{ network: NetworkLog }>({
  network: [
    async ({ browser }, use) => {
      const network = new NetworkLog();
      const watch = (context: BrowserContext) => network.watch(context);
      browser.on("context", watch);
      await use(network);
      browser.off("context", watch);
      expect(network.leaks(), "requests that carry progress").toEqual([]);
    },
    { auto: true },
  ],
  browser: [
    async ({ browser }, use) => {
      allowMissingMedia(browser);
      await use(browser);
    },
    { scope: "worker" },
  ],
  page: async ({ page, network, browserName, javaScriptEnabled }, use) => {
    if (browserName === "firefox" && !javaScriptEnabled) await removeScripts(page);
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
    await network.noteSaved();
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

/**
 * What `javaScriptEnabled: false` does elsewhere; it has no effect over WebDriver BiDi. With Firefox's own setting,
 * Playwright could not wait for anything, since it does that with a script.
 */
const removeScripts = (page: Page) =>
  page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": "script-src 'none'" },
      body: (await response.text()).replace(/<\/?noscript>/g, ""),
    });
  });

type Send = (method: string, ...rest: unknown[]) => Promise<unknown>;
type Inside = { _browserSession?: { send: Send } };

/**
 * Firefox before 154 does not emulate media features, and Playwright 1.65 sets them for each page: skips the command,
 * where there is such a browser, instead of failing. Tests that need the emulation are tagged `@chromium`.
 */
function allowMissingMedia(browser: Browser) {
  const { _connection } = browser as unknown as {
    _connection: { toImpl?: (x: unknown) => Inside };
  };
  const session = _connection.toImpl?.(browser)._browserSession;
  if (!session || browser.browserType().name() !== "firefox") return;
  const { send } = session;
  session.send = (method, ...rest) =>
    method === "emulation.setMediaFeaturesOverride"
      ? Promise.resolve({})
      : send.call(session, method, ...rest);
}
