import { expect, type Page } from "@playwright/test";
import { GUIDE, open, showWindows, TEMPLATES, type Template } from "./support/templates";
import { KEYS, savedProgress, store, twentyPcs } from "./support/storage";
import { test } from "./support/test";
import { ready } from "./support/watch";

/* X6: a guide on paper is the reader's own way; the run sheet and the License card fit their pages. */

const begun = TEMPLATES.find(({ name }) => name === "guide-begun") as Template;
const BEFORE = "/guides/before-hardware-change";
const RESCUE = "/guides/not-activated-after-hardware-change";

/** Width in CSS pixels, without margins. */
const PAPER = { A4: 794, Letter: 816 };
const FORMATS = ["A4", "Letter"] as const;

/** The number of pages, with the margins that browsers leave. Only Chromium makes PDFs. */
async function sheets(page: Page, format: (typeof FORMATS)[number]): Promise<number> {
  const margin = "10mm";
  const pdf = await page.pdf({
    format,
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Text and fields that reach beyond the paper or their box. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        // For screen readers only.
        if (width <= 1 || height <= 1 || element.closest(".sr-only, svg")) return false;
        const { overflowX } = getComputedStyle(element);
        return (
          right > clientWidth + 1 ||
          left < -1 ||
          (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map((element) => `${element.className} “${element.innerText.slice(0, 40)}”`);
  });

/** The steps whose instructions are printed. */
const printedSteps = (page: Page) =>
  page
    .locator("[data-step]")
    .evaluateAll((all) =>
      all
        .filter((one) => one.querySelector(".step-text")!.getClientRects().length > 0)
        .map((one) => (one as HTMLElement).dataset.step),
    );

for (const windows of ["11", "10"] as const)
  test(`a begun guide on paper, Windows ${windows}`, async ({ page }) => {
    await open(page, begun);
    await showWindows(page, windows);
    await page.emulateMedia({ media: "print" });

    for (const chrome of [
      "header",
      "[data-step-actions] button",
      "[data-next]",
      "[data-skip]",
      "[data-reset]",
      "[data-theme-toggle]",
      ".sources",
      "nav",
    ])
      for (const element of await page.locator(chrome).all()) await expect(element).toBeHidden();

    // Only the chosen version, its name and the address.
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

    // The steps on the way, whether done, open or skipped, with their collapsed parts.
    const onWay = await page
      .locator("[data-step][data-on-way]")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.step));
    expect(onWay).toHaveLength(8);
    expect(await printedSteps(page)).toEqual(onWay);
    const folds = page.locator("[data-on-way] details.otherwise > :not(summary, .no-print)");
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
    // For both questions, only the given answers.
    await expect(page.locator(".question-answer").filter({ visible: true })).toHaveCount(2);

    // A tick is ink, not a background, which printers leave out.
    const tick = page.locator("[data-step][data-state=done] .step-tick").first();
    const [check, box] = await tick.evaluate((element) => [
      getComputedStyle(element, "::after").borderRightColor,
      getComputedStyle(element, "::before").backgroundColor,
    ]);
    expect(box).toBe("rgba(0, 0, 0, 0)");
    expect(check).not.toBe("rgb(255, 255, 255)");
  });

test("Print leads to the reader's steps, everything, the card and the run sheet", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { print: () => dispatchEvent(new Event("printed")) });
    addEventListener("printed", () => {
      document.title = `printed ${document.documentElement.dataset.print}`;
      dispatchEvent(new Event("afterprint"));
    });
  });
  await page.goto(GUIDE);
  await ready(page);
  for (const [name, what] of [
    ["My steps", "way"],
    ["Everything", "all"],
  ] as const) {
    await page.locator("[data-print-menu] > summary").click();
    await page.getByRole("button", { name }).click();
    await expect(page).toHaveTitle(`printed ${what}`);
    await expect(page.locator("html")).not.toHaveAttribute("data-print");
  }
  await page.evaluate(() => (document.documentElement.dataset.print = "all"));
  await page.emulateMedia({ media: "print" });
  const all = await page.locator("[data-step]:not([data-only='10'])").count();
  expect(await printedSteps(page)).toHaveLength(all);
});

test.describe("sheets of paper", () => {
  const way = [
    "read-activation",
    "say-where-windows-came-from",
    "check-administrator",
    "choose-account",
    "add-on-activation-page",
    "go-through-screens",
    "read-sentence-again",
    "find-in-device-list",
  ];
  const answers = { "activation-message": "not-linked" };
  for (const [name, done] of [
    ["a blank form", undefined],
    ["half way", way.slice(0, 3)],
    ["finished", way],
  ] as const)
    test(`the main guide takes at most three: ${name}`, async ({ page }) => {
      if (done)
        await store(page, {
          [KEYS.progress]: savedProgress({ done: [...done], answers, revision: 2 }),
        });
      await page.goto(GUIDE);
      await ready(page);
      for (const format of FORMATS)
        expect(await sheets(page, format), format).toBeLessThanOrEqual(3);
    });

  for (const [address, most] of [
    [GUIDE, 3],
    [BEFORE, 3],
    [RESCUE, 3],
    ["/print/license-card", 1],
    ["/print/run-sheet", 2],
  ] as const)
    test(`${address}: at most ${most}, and nothing is cut`, async ({ page }) => {
      await page.goto(address);
      await ready(page);
      await page.emulateMedia({ media: "print" });
      for (const format of FORMATS) {
        expect(await sheets(page, format), format).toBeLessThanOrEqual(most);
        // Between margins of 10 mm.
        await page.setViewportSize({ width: PAPER[format] - 76, height: 1000 });
        expect(await cut(page), format).toEqual([]);
      }
    });

  for (const [count, most] of [
    [8, 1],
    [20, 2],
  ] as const)
    test(`${count} PCs: at most ${most}, and nothing is cut`, async ({ page }) => {
      await page.addInitScript(() =>
        Object.assign(window, { print: () => (window.name = "printed") }),
      );
      await store(page, { [KEYS.progress]: twentyPcs(count) });
      await page.goto("/pcs");
      await page.getByRole("button", { name: "Print all" }).click();
      await page.waitForFunction(() => window.name === "printed");
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("svg.qr")).toHaveCount(count);
      for (const format of FORMATS) {
        expect(await sheets(page, format), format).toBeLessThanOrEqual(most);
        await page.setViewportSize({ width: PAPER[format] - 76, height: 1000 });
        expect(await cut(page), format).toEqual([]);
      }
    });

  test("neither the card nor the run sheet asks for a key or a password", async ({ page }) => {
    for (const address of ["/print/license-card", "/print/run-sheet"]) {
      await page.goto(address);
      for (const label of await page.locator(".sheet-field > span:first-child").allTextContents())
        expect(label).not.toMatch(/password|recovery key:|^product key/i);
    }
  });
});

test("paper is light, even for a reader with the dark theme", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("keylink:theme", "dark"));
  await page.goto(GUIDE);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    "light",
  );
});
