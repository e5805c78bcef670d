import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

/** Pages that begin with what a reader came for, one of each kind. */
const READING_PAGES = [
  "/",
  "/messages/digital-license-linked",
  "/guides/link-your-license",
  "/guides/not-activated-after-hardware-change",
  "/articles/what-linking-does",
  "/errors/0xc004f211",
  "/errors/0xc004f074",
  "/glossary/digital-license",
  "/topics/linking",
  "/topics/windows-10",
  "/messages",
];

/** Lists also begin with a paragraph that is larger than those of their entries. */
const LISTS = ["/glossary", "/errors", "/guides", "/topics", "/answers", "/articles"];

const VIEWS = [
  { width: 390, height: 844, forcedColors: "none" },
  { width: 1280, height: 900, forcedColors: "none" },
  { width: 1280, height: 900, forcedColors: "active" },
] as const;

/** What the reader sees above the sheets: each element with its position and colors. */
const shownAbove = (page: Page) =>
  page.evaluate(() => {
    const sheet = document.querySelector("link[rel=stylesheet]");
    const shown = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element === sheet) break;
      if (!element.checkVisibility()) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      // The text of the other Windows version, which is hidden, but can be found by the browser.
      if (width === 0 || height === 0) continue;
      const { color, backgroundColor, fontWeight, textDecorationLine } = getComputedStyle(element);
      // A container may grow with what follows; its contents must not move.
      const rest = element.contains(sheet) ? [x, y, width] : [x, y, width, height];
      shown.push(
        [
          element.tagName,
          element.className,
          ...rest.map(Math.round),
          color,
          backgroundColor,
          fontWeight,
          textDecorationLine,
        ].join(" "),
      );
    }
    return shown;
  });

for (const address of READING_PAGES)
  test(`${address} shows its first screen before its style sheets, which change nothing there`, async ({
    page,
  }) => {
    for (const { width, height, forcedColors } of VIEWS) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ forcedColors });
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      let asked = 0;
      await page.route(/\.css$/, async (route) => {
        asked += 1;
        await held;
        await route.continue();
      });
      await page.goto(address, { waitUntil: "commit" });
      await expect
        .poll(() =>
          page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length),
        )
        .toBe(1);
      await expect(page.locator("main h1")).toBeVisible();
      await expect(page.locator("body link[rel=stylesheet]").first()).toBeAttached();
      const before = await shownAbove(page);
      expect(asked).toBeGreaterThan(0);
      expect(before.length).toBeGreaterThan(30);
      release();
      await page.waitForLoadState("load");
      await expect(page.locator("html[data-ready]")).toBeAttached();
      const view = `${width} px, forced colors ${forcedColors}`;
      expect(await shownAbove(page), view).toEqual(before);
      await page.unrouteAll();
    }
  });

for (const address of [...READING_PAGES, ...LISTS])
  test(`${address} shows its largest paint before its style sheets`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 823 });
    await page.goto(address);
    await expect(page.locator("html[data-ready]")).toBeAttached();
    const isBelow = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) =>
          new PerformanceObserver((list) => {
            const { element } = list.getEntries().at(-1) as PerformanceEntry & { element: Element };
            const sheet = document.querySelector("body link[rel=stylesheet]");
            resolve(
              !sheet ||
                (sheet.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
            );
          }).observe({ type: "largest-contentful-paint", buffered: true }),
        ),
    );
    expect(isBelow).toBe(false);
  });
