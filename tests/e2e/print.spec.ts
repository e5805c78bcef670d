import { expect } from "@playwright/test";
import { GUIDE, open, showWindows, TEMPLATES, type Template } from "./templates";
import { test } from "./support/test";

/* X6, as far as it goes today: a guide on paper. */

const begun = TEMPLATES.find(({ name }) => name === "guide-begun") as Template;

for (const windows of ["11", "10"] as const)
  test(`a begun guide on paper, Windows ${windows}`, async ({ page }) => {
    await open(page, begun);
    await showWindows(page, windows);
    await page.emulateMedia({ media: "print" });

    for (const chrome of [
      "header",
      "[data-step-state] button",
      "[data-reset]",
      "[data-theme-toggle]",
      "nav",
    ])
      for (const element of await page.locator(chrome).all()) await expect(element).toBeHidden();

    // The chosen version only, its name and the address.
    const other = windows === "11" ? "10" : "11";
    expect(
      await page
        .locator(`[data-only="${other}"]`)
        .evaluateAll((all) => all.filter((element) => element.getClientRects().length > 0).length),
    ).toBe(0);
    const address = page.locator(".printed-address");
    await expect(address).toBeVisible();
    await expect(address).toContainText(GUIDE);
    expect(
      await address.evaluate((element) => getComputedStyle(element, "::after").content),
    ).toContain(`Windows ${windows}`);

    // Done steps, parts that are not needed and folds: all open.
    const steps = page.locator(`[data-step]:not([data-only="${other}"])`);
    for (const step of await steps.all())
      expect(
        await step
          .locator("[data-step-body] > .prose")
          .first()
          .evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true })),
        (await step.getAttribute("data-step")) ?? "",
      ).toBe(true);
    const folds = page.locator("main details.otherwise > :not(summary)");
    expect(await folds.count()).toBeGreaterThan(5);
    expect(
      await folds.evaluateAll(
        (texts) =>
          texts.filter(
            (text) =>
              !text.closest("[data-only][hidden]") && text.getBoundingClientRect().height === 0,
          ).length,
      ),
    ).toBe(0);

    // A tick is ink, not a background that the printer leaves out.
    const tick = page.locator("[data-step][data-state=done] .step-tick").first();
    const [check, box] = await tick.evaluate((element) => [
      getComputedStyle(element, "::after").borderRightColor,
      getComputedStyle(element, "::before").backgroundColor,
    ]);
    expect(box).toBe("rgba(0, 0, 0, 0)");
    expect(check).not.toBe("rgb(255, 255, 255)");
  });

test("paper is light, also for a reader who reads in the dark", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("keylink:theme", "dark"));
  await page.goto(GUIDE);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    "light",
  );
});
