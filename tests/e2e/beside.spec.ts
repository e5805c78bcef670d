import { expect, type Page } from "@playwright/test";
import {
  answer,
  GUIDE,
  next,
  numberOn,
  openCards,
  outlineOf,
  step,
  stepsOf,
  walkTo,
  wayOf,
} from "./support/guide";
import { test } from "./support/test";
import { ready, watchConsole } from "./support/watch";

/* Beside Settings: the open card in a small window that stays on top, and a phone whose screen stays on. */

/** What the window says; undefined while there is none. */
const windowText = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { documentPictureInPicture: { window: Window | null } })
        .documentPictureInPicture.window?.document.body.innerText,
  );

/** Presses a control in the window. */
const pressThere = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const { window: beside } = (
      window as unknown as { documentPictureInPicture: { window: Window } }
    ).documentPictureInPicture;
    beside.document.querySelector<HTMLElement>(selector)?.click();
  }, selector);

test("the open card stays on top of Settings, and page and window follow each other", async ({
  page,
}) => {
  const complaints = watchConsole(page);
  const answers = { "activation-message": "not-linked", origin: "unknown" };
  const way = await wayOf(page, answers);
  const steps = stepsOf(await outlineOf(page));
  const titleOf = (id = "") => steps.find((one) => one.id === id)?.title ?? id;
  await page.goto(GUIDE);
  await ready(page);
  await page.getByRole("button", { name: "Keep on top" }).click();
  await expect.poll(() => windowText(page)).toContain(titleOf("read-activation"));
  await pressThere(page, '[data-answer="not-linked"] button');
  expect(await openCards(page)).toEqual([way[1]]);
  await expect.poll(() => windowText(page)).toContain(titleOf(way[1]));
  await walkTo(page, "check-administrator", answers);
  await expect.poll(() => windowText(page)).toContain(titleOf("check-administrator"));
  await expect
    .poll(() => windowText(page))
    .toContain(`Step ${numberOn(way, "check-administrator")} of ${way.length}`);
  await pressThere(page, "[data-next]");
  await expect(step(page, "check-administrator")).toHaveAttribute("data-shows", "line");
  await expect(next(page)).toBeVisible();
  await expect.poll(() => windowText(page)).not.toContain(titleOf("check-administrator"));
  expect(complaints).toEqual([]);
});

test("at the end the window says which one it is", async ({ page }) => {
  await page.goto(GUIDE);
  await ready(page);
  await answer(page, "activation-message", "something-else").click();
  await page.getByRole("button", { name: "Keep on top" }).click();
  await walkTo(page);
  await expect.poll(() => windowText(page)).toMatch(/^Choose your sentence\s+Change your first/);
});

test("without such windows there is no button", async ({ page }) => {
  await page.addInitScript(() => {
    delete (window as { documentPictureInPicture?: unknown }).documentPictureInPicture;
  });
  await page.goto(GUIDE);
  await ready(page);
  await expect(page.locator("[data-beside]")).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the screen stays on only where the reader asks for it, and again after a look elsewhere", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      Object.defineProperty(navigator, "wakeLock", {
        value: {
          request: (kind: string) => {
            asked.push(kind);
            return Promise.resolve({ release: () => Promise.resolve(asked.push("released")) });
          },
        },
      });
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
    await page.goto(GUIDE);
    await ready(page);
    expect(await asked()).toEqual([]);
    const box = page.getByRole("checkbox", { name: "Keep the screen on" });
    await box.check();
    await expect.poll(asked).toEqual(["screen"]);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(asked).toEqual(["screen", "screen"]);
    await box.uncheck();
    await expect.poll(asked).toEqual(["screen", "screen", "released"]);
  });
});

test("the policy of a page lets it keep the screen on", async ({ page }) => {
  await page.goto(GUIDE);
  // The other test replaces the wake lock, which a browser without a screen does not grant.
  const allows = await page.evaluate(() =>
    (
      document as unknown as { featurePolicy: { allowsFeature: (name: string) => boolean } }
    ).featurePolicy.allowsFeature("screen-wake-lock"),
  );
  expect(allows).toBe(true);
});
