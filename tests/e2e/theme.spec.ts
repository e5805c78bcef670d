import { expect, type Page } from "@playwright/test";
import { blockStorage, KEYS, store, stored } from "./support/storage";
import { test } from "./support/test";
import { holdRequests, ready, slowDown, slowNetwork, watchConsole } from "./support/watch";

/** Dark or light, by the painted background of the page. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.documentElement)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return red + green + blue < 384 ? "dark" : "light";
  });
const choose = (page: Page, theme: string) => page.locator(`label[for="theme-${theme}"]`).click();

for (const system of ["light", "dark"] as const)
  test.describe(`X7: on a ${system} system`, () => {
    test.use({ colorScheme: system });
    const other = system === "light" ? "dark" : "light";

    test("the page follows it until the reader sets another one", async ({ page }) => {
      await page.goto("/");
      await ready(page);
      expect(await painted(page)).toBe(system);
      await choose(page, other);
      expect(await painted(page)).toBe(other);
      await page.goto("/about");
      expect(await painted(page)).toBe(other);
      await expect(page.locator(`#theme-${other}`)).toBeChecked();
      await choose(page, "system");
      expect(await painted(page)).toBe(system);
      expect(await stored(page, KEYS.theme)).toBeNull();
    });

    test("no frame flashes in the system's colors when the other theme is set", async ({
      page,
    }) => {
      await store(page, { [KEYS.theme]: other });
      await page.addInitScript(() => {
        window.wrongFrames = [];
        const look = () => {
          const { backgroundColor } = getComputedStyle(document.documentElement);
          const checked = document.querySelector('[name="theme"]:checked')?.id;
          window.wrongFrames.push(`${backgroundColor} ${checked ?? ""}`.trim());
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await slowDown(page, 4);
      await slowNetwork(page, 120_000);
      await page.goto("/guides/link-your-license");
      await ready(page);
      const frames = await page.evaluate(() => window.wrongFrames);
      expect(frames.length).toBeGreaterThan(5);
      const ground = frames.at(-1)?.replace(/ theme.*/, "");
      // The same background from the first frame on; the radio is right as soon as it exists.
      expect(new Set(frames)).toEqual(
        new Set([...(frames.includes(ground ?? "") ? [ground] : []), `${ground} theme-${other}`]),
      );
      expect(await painted(page)).toBe(other);
    });
  });

test("X7: a choice made before the scripts run is shown and kept @firefox", async ({ page }) => {
  await store(page, { [KEYS.theme]: "dark" });
  const release = await holdRequests(page, /\/assets\/.*\.js$/);
  await page.goto("/", { waitUntil: "commit" });
  await choose(page, "system");
  expect(await painted(page)).toBe("light");
  await choose(page, "light");
  release();
  await ready(page);
  expect(await painted(page)).toBe("light");
  expect(await stored(page, KEYS.theme)).toBe("light");
});

test("X7: with storage blocked, the choice works on the page", async ({ page }) => {
  const complaints = watchConsole(page);
  await blockStorage(page);
  await page.goto("/");
  await choose(page, "dark");
  expect(await painted(page)).toBe("dark");
  expect(complaints).toEqual([]);
});

test.describe("X7: without script", () => {
  test.use({ javaScriptEnabled: false, colorScheme: "light" });
  test("the choice works on the page", async ({ page }) => {
    await page.goto("/");
    await choose(page, "dark");
    await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
    await choose(page, "system");
    await expect(page.locator("html")).toHaveCSS("color-scheme", "light dark");
  });
});
