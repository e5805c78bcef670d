import { expect, type Page } from "@playwright/test";
import { GUIDE } from "./support/guide";
import { KEYS, savedProgress, store } from "./support/storage";
import { settled, test } from "./support/test";
import { ready } from "./support/watch";

/*
 * Decision 11: what a page needs for its first screen is the page itself. Its scripts come once it is
 * shown, except for those who come back to a checklist.
 */

const ARTICLE = "/articles/what-linking-does";

/** Keeps the style sheets from arriving, and with them the load event; notes the scripts asked for. */
async function holdSheets(page: Page) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.css$/, async (route) => {
    await held;
    await route.continue();
  });
  const scripts: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/assets/")) scripts.push(pathname.replace(/-[^-]*$/, ""));
  });
  return { scripts, release };
}

for (const [address, scripts] of [
  [ARTICLE, ["/assets/site"]],
  [GUIDE, ["/assets/site", "/assets/guide"]],
] as const)
  test(`${address} asks for its scripts once it is there, and then for each once`, async ({
    page,
  }) => {
    const asked = await holdSheets(page);
    await page.goto(address, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForTimeout(300);
    expect(asked.scripts).toEqual([]);
    asked.release();
    await ready(page);
    expect(asked.scripts).toEqual(scripts);
  });

test("a reader with saved steps, who waits for them, has the scripts asked for from the start", async ({
  page,
}) => {
  await store(page, { [KEYS.progress]: savedProgress({ done: ["check-administrator"] }) });
  const asked = await holdSheets(page);
  await page.goto(GUIDE, { waitUntil: "commit" });
  await expect.poll(() => asked.scripts).toEqual(["/assets/site", "/assets/guide"]);
  asked.release();
  await ready(page);
});

test("a page in a tab that is not seen, where no frame is painted, gets ready as well", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await page.goto(GUIDE);
  await ready(page);
  await expect(page.locator("[data-summary-text]")).toContainText("steps");
});

test("a guide carries its own styles and names one sheet, the one that all pages share", async ({
  request,
}) => {
  const sheetsOf = async (address: string) =>
    (await (await request.get(address)).text()).match(/<link rel="stylesheet"[^>]*>/g);
  const sheets = await sheetsOf(GUIDE);
  expect(sheets).toHaveLength(1);
  expect(sheets).toEqual(await sheetsOf(ARTICLE));
});

test("a page is fetched as soon as the reader points at its link, and is there when they press", async ({
  page,
}) => {
  await page.goto("/guides");
  const link = page.locator(`main a[href="${GUIDE}"]`).first();
  await link.hover();
  // What the browser waits before it takes a pause for an intent is 200 ms; then the page has to come.
  await page.waitForTimeout(1_000);
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
