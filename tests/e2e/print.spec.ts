import { expect, type Page } from "@playwright/test";
import { GUIDE, wayOf } from "./support/guide";
import { BEGUN, open, showWindows, TEMPLATES, type Template } from "./support/templates";
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
    expect(onWay).toEqual(await wayOf(page, BEGUN));
    expect(await printedSteps(page)).toEqual(onWay);
    const bodies = page.locator("[data-on-way] details.otherwise > :not(summary, .no-print)");
    expect(await bodies.count()).toBeGreaterThan(5);
    expect(
      await bodies.evaluateAll(
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

test("on a phone, all that can be printed is at the foot of the guide", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    Object.assign(window, {
      print: () => (document.title = `printed ${document.documentElement.dataset.print}`),
    });
  });
  await page.goto(GUIDE);
  await ready(page);
  const foot = page.locator(".print-foot");
  await foot.getByRole("button", { name: "My steps" }).click();
  await expect(page).toHaveTitle("printed way");
  await foot.getByRole("button", { name: "Everything" }).click();
  await expect(page).toHaveTitle("printed all");
  await expect(foot.getByRole("link")).toHaveText([
    "License card to fill in",
    "Run sheet for a repair",
  ]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(foot).toBeHidden();
});

test.describe("sheets of paper", () => {
  const answers = { "activation-message": "not-linked" };
  for (const [name, doneOf] of [
    ["a blank form", undefined],
    ["half way", (way: string[]) => way.slice(0, way.length / 2)],
    ["finished", (way: string[]) => way],
  ] as const)
    test(`the main guide takes at most three: ${name}`, async ({ page }) => {
      const done = doneOf?.(await wayOf(page, answers));
      if (done)
        await store(page, { [KEYS.progress]: savedProgress({ done, answers, revision: 2 }) });
      await page.goto(GUIDE);
      await ready(page);
      for (const format of FORMATS)
        expect(await sheets(page, format), `${format}: at most three sheets`).toBeLessThanOrEqual(
          3,
        );
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

  const firstAnswer = (answer: string) => () => ({
    done: ["read-activation"],
    answers: { "activation-message": answer },
  });
  for (const [name, seen, savedOf] of [
    ["nothing answered", "write down the whole sentence", () => ({})],
    ["not linked", "Not linked to a Microsoft account yet", firstAnswer("not-linked")],
    ["linked", "linked to your Microsoft account", firstAnswer("linked")],
    [
      "the sentence read at the end",
      "linked to your Microsoft account",
      (way: string[]) => ({ done: way, answers }),
    ],
  ] as const)
    test(`the License card says only what was seen: ${name}`, async ({ page }) => {
      const saved = savedOf(await wayOf(page, answers));
      await store(page, { [KEYS.progress]: savedProgress({ ...saved, revision: 2 }) });
      await page.goto("/print/license-card");
      await ready(page);
      await expect(page.locator(".sheet-said").filter({ visible: true })).toHaveText(
        new RegExp(seen),
      );
    });

  test("the License card warns about a preinstalled license, and leaves the account to write", async ({
    page,
  }) => {
    await store(page, {
      [KEYS.progress]: savedProgress({ done: ["read-activation"], answers: { origin: "with-pc" } }),
    });
    await page.goto("/print/license-card");
    await ready(page);
    await expect(page.getByText("A new board normally needs a new license")).toBeVisible();
    await expect(
      page.locator(".sheet-field", { hasText: "Microsoft account" }).locator(".sheet-line"),
    ).toHaveText("");
  });

  test("what was reached is on the finished guide, links with their addresses", async ({
    page,
  }) => {
    const done = await wayOf(page, answers);
    await store(page, { [KEYS.progress]: savedProgress({ done, answers, revision: 2 }) });
    await page.goto(GUIDE);
    await ready(page);
    await page.getByLabel("Edition").selectOption("Home");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeVisible();
    await expect(page.locator("[data-card-printed]")).toContainText("Edition: Home");
    const link = page.locator("[data-on-way] .otherwise a[href='/messages']").first();
    expect(
      await link.evaluate((element) => getComputedStyle(element, "::after").content),
    ).toContain("/messages");
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });
    test("the License card claims nothing", async ({ page }) => {
      await page.goto("/print/license-card");
      await expect(page.locator(".sheet-said").filter({ visible: true })).toHaveText(
        /write down the whole sentence/,
      );
    });
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
