import { expect, type Page } from "@playwright/test";
import type { Windows } from "../../lib/windows/version";
import { answer, GUIDE, step } from "./support/guide";
import { blockStorage, KEYS, store, stored, twentyPcs } from "./support/storage";
import { test } from "./support/test";
import {
  expectNoLayoutShift,
  holdRequests,
  watchConsole,
  watchLayoutShifts,
} from "./support/watch";

/* Several PCs: the menu in a guide and the board (P3, P4). */

const menu = (page: Page) => page.locator("[data-pc-menu]");
const openMenu = async (page: Page) => {
  await menu(page).locator("summary").click();
  await expect(menu(page).getByRole("button", { name: /^Add/ })).toBeVisible();
};
const dialog = (page: Page) => page.getByRole("dialog");
async function addPc(page: Page, name: string, windows: Windows) {
  await openMenu(page);
  await menu(page).getByRole("button", { name: /^Add/ }).click();
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByLabel(`Windows ${windows}`).check();
  await dialog(page).getByRole("button", { name: "Add" }).click();
  await expect(menu(page).locator("summary")).toHaveText(name);
}
const windowsShown = (page: Page) => page.locator("html").getAttribute("data-windows");

test.describe("in a guide", () => {
  test("one PC is a quiet word; its menu loads when it is opened", async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await page.goto(GUIDE);
    await expect(menu(page).locator("summary")).toHaveText("This PC");
    await expect(menu(page)).not.toHaveAttribute("data-several");
    expect(scripts.filter((url) => url.includes("/pcs"))).toEqual([]);
    await openMenu(page);
    await expect(menu(page).getByRole("button")).toHaveText([
      "Add another PC …",
      "Rename This PC …",
    ]);
    await expect(menu(page).getByRole("link")).toHaveText("My PCs");
  });

  test("each PC has its ticks and its version, and switching PC switches the toggle", async ({
    page,
  }) => {
    const complaints = watchConsole(page);
    await page.goto(GUIDE);
    await answer(page, "activation-message", "not-linked").click();
    await addPc(page, "Mum’s laptop", "10");
    expect(await windowsShown(page)).toBe("10");
    await expect(page.locator("#windows-10")).toBeChecked();
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "open");

    await openMenu(page);
    await menu(page).getByRole("button", { name: "PC 1", exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-windows", "11");
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "done");
    await expect(menu(page).locator("summary")).toBeFocused();

    // The toggle belongs to the PC that is shown.
    await page.locator("label[for=windows-10]").click();
    await openMenu(page);
    await menu(page).getByRole("button", { name: "Mum’s laptop", exact: true }).click();
    await page.locator("label[for=windows-11]").click();
    await page.goto(GUIDE);
    await expect(page.locator("html")).toHaveAttribute("data-windows", "11");
    await openMenu(page);
    await menu(page).getByRole("button", { name: "PC 1", exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
    expect(complaints).toEqual([]);
  });

  test("a PC is deleted at once, and Undo brings it back with its ticks", async ({ page }) => {
    await page.clock.install();
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop", "11");
    await answer(page, "activation-message", "not-linked").click();
    await openMenu(page);
    await menu(page).getByRole("button", { name: "Delete Mum’s laptop" }).click();
    await expect(menu(page).locator("summary")).toHaveText("This PC");
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "open");
    await page.clock.runFor(10_000);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(menu(page).locator("summary")).toHaveText("Mum’s laptop");
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "done");
  });

  test("works by keyboard, and a product key is refused as a name", async ({ page }) => {
    await page.goto(GUIDE);
    await menu(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(menu(page).getByRole("button").first()).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const name = dialog(page).getByLabel("Name");
    await expect(name).toBeFocused();
    await page.keyboard.type("VK7JG-NPHTM-C97JM-9MPGT-3V66T");
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toContainText("That is a product key");
    await expect(name).toHaveValue("");
    await page.keyboard.type("Ben’s PC");
    await page.keyboard.press("Enter");
    await expect(menu(page).locator("summary")).toHaveText("Ben’s PC");
    await expect(menu(page).locator("summary")).toBeFocused();
    expect(await stored(page, KEYS.progress)).not.toContain("VK7JG");
    await page.keyboard.press("Enter");
    await expect(menu(page).getByRole("button").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu(page)).not.toHaveAttribute("open");
  });

  test("a tab follows the other one to another PC; a tick belongs to the PC that is shown", async ({
    page,
    context,
  }) => {
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop", "10");
    const other = await context.newPage();
    await other.goto(GUIDE);
    await other.locator("html[data-ready]").waitFor();
    await expect(menu(other).locator("summary")).toHaveText("Mum’s laptop");
    await openMenu(page);
    await menu(page).getByRole("button", { name: "PC 1", exact: true }).click();
    await expect(menu(other).locator("summary")).toHaveText("PC 1", { timeout: 1000 });
    await expect(other.locator("html")).toHaveAttribute("data-windows", "11");
  });

  test("a phone offers it, too; the home page says which guide and PC to continue with", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(GUIDE);
    await expect(menu(page).locator("summary")).toBeInViewport();
    await answer(page, "activation-message", "not-linked").click();
    await page.goto("/");
    const link = page.getByRole("region", { name: "Continue" }).getByRole("link");
    await expect(link).toHaveText(/^Continue: step 2\s*Link your license$/);
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop", "10");
    await answer(page, "activation-message", "not-linked").click();
    await page.goto("/");
    await expect(link.locator("[data-continue-where]")).toBeVisible();
    await expect(link.locator("[data-continue-where]")).toHaveText(
      "Mum’s laptop: Link your license",
    );
  });

  test("the header of every page names guide and PC in place, as far as there is room", async ({
    page,
  }) => {
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop with a name that is long", "10");
    await answer(page, "activation-message", "not-linked").click();
    for (const [width, height] of [
      [320, 700],
      [390, 844],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await watchLayoutShifts(page);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url() + (request.postData() ?? "")));
      await page.goto("/articles/what-linking-does");
      await page.locator("html[data-ready]").waitFor();
      const link = page.locator("header").getByRole("link", {
        name: "Continue: step 2 Mum’s laptop with a name that is long: Link your license",
      });
      await expect(link).toBeInViewport({ ratio: 1 });
      expect((await link.boundingBox())?.height).toBeLessThan(48);
      for (const row of await page.locator("header > div").all())
        expect((await row.boundingBox())?.height ?? 0).toBeLessThan(80);
      await expectNoLayoutShift(page);
      expect(requests.filter((text) => /Mum/.test(decodeURIComponent(text)))).toEqual([]);
    }
  });

  test("twenty PCs scroll in the menu, and what can be done with them stays on the screen", async ({
    page,
  }) => {
    await store(page, { [KEYS.progress]: twentyPcs() });
    for (const [width, height] of [
      [390, 844],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(GUIDE);
      await openMenu(page);
      const all = menu(page).getByRole("button");
      await expect(all).toHaveCount(23);
      await expect(menu(page).locator("[aria-current]")).toBeInViewport();
      for (const name of [/^Add/, /^Rename/, /^Delete/])
        await expect(menu(page).getByRole("button", { name })).toBeInViewport({ ratio: 1 });
      await menu(page).getByRole("button", { name: "Number 20", exact: true }).click();
      await expect(menu(page).locator("summary")).toHaveText("Number 20");
    }
  });

  test("a guide for several PCs moves nothing when it opens", async ({ page }) => {
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop with a long name", "10");
    await watchLayoutShifts(page);
    await page.goto(GUIDE);
    await page.locator("html[data-ready]").waitFor();
    await expectNoLayoutShift(page);
  });
});

test.describe("the board", () => {
  test("shows its buttons once they work", async ({ page }) => {
    const release = await holdRequests(page, /\/assets\/pcs-[^/]*\.js$/);
    await page.goto("/pcs", { waitUntil: "commit" });
    const move = page.getByRole("button", { name: "Move to another device" });
    await expect(page.locator("[data-move]")).toBeAttached();
    await expect(page.locator('link[rel="modulepreload"][href*="/site-"]')).toBeAttached();
    await expect(move).toBeHidden();
    release();
    await move.click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  const pcs = (page: Page) => page.locator("[data-board] > li");
  const records = { n: 1, by: "a", at: 1_790_000_000_000 };
  const done = (ids: string[]) =>
    Object.fromEntries(ids.map((id) => [id, { state: "done", revision: 9, ...records }]));
  const details = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, ...records }]));
  const FAMILY = JSON.stringify({
    schema: 2,
    current: { computer: "ben", ...records },
    computers: {
      pc: {
        details: details({ name: "Mum’s laptop", windows: "11" }),
        guides: {
          "link-your-license": {
            steps: done(["check-administrator"]),
            answers: {},
            shown: {},
            details: details({ "card-account": "m•••@outlook.com" }),
          },
        },
      },
      ben: {
        details: details({ name: "Ben’s gaming PC", windows: "10", added: "yes" }),
        guides: {
          "link-your-license": {
            steps: done([
              "read-activation",
              "read-sentence-again",
              "find-in-device-list",
              "write-note",
            ]),
            answers: { "activation-message": { answer: "linked", ...records } },
            shown: {},
            details: details({
              "card-edition": "pro",
              "card-origin": "no",
              "card-seen": "2026-11-02",
              "card-recovery-key": "yes",
            }),
          },
        },
      },
    },
  });

  test("what Continue says follows the board: a new name, and nothing about another PC", async ({
    page,
  }) => {
    await page.goto(GUIDE);
    await addPc(page, "Mum’s laptop", "10");
    await answer(page, "activation-message", "not-linked").click();
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "done");
    await page.goto("/pcs");
    const own = pcs(page).filter({ hasText: "Mum’s laptop" });
    await own.getByRole("button", { name: "Rename" }).click();
    await dialog(page).getByLabel("Name").fill("Ben’s PC");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await expect.poll(() => stored(page, KEYS.continue)).toContain("Ben’s PC");
    expect(await stored(page, KEYS.continue)).not.toContain("Mum");
    await pcs(page).filter({ hasText: "Ben’s PC" }).getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => stored(page, KEYS.continue)).toBeNull();
  });

  test("says for each PC what is proven, when, and what is next; Continue goes there", async ({
    page,
  }) => {
    await store(page, { [KEYS.progress]: FAMILY });
    await page.goto("/pcs");
    await expect(page.locator("[data-board-summary]")).toHaveText(
      "1 of 2 are linked and proven. Next: Mum’s laptop.",
    );
    await expect(pcs(page).nth(0)).toContainText("Mum’s laptop");
    await expect(pcs(page).nth(0)).toContainText("Not checked yet");
    await expect(pcs(page).nth(0)).toContainText("m•••@outlook.com");
    const ben = pcs(page).nth(1);
    for (const words of [
      "Windows 10 Pro",
      "Linked and proven",
      "Recovery key kept",
      "November 2, 2026",
      "No, bought separately",
      "Look again by November 2027",
    ])
      await expect(ben).toContainText(words);
    await pcs(page).nth(0).getByRole("link", { name: "Continue" }).click();
    await page.locator("html[data-ready]").waitFor();
    await expect(menu(page).locator("summary")).toHaveText("Mum’s laptop");
    await expect(page.locator("html")).toHaveAttribute("data-windows", "11");
    expect(new URL(page.url()).pathname).toBe(GUIDE);
  });

  test("adds, renames and deletes PCs, undoes it, and restores one after a reload", async ({
    page,
  }) => {
    await page.goto("/pcs");
    await expect(pcs(page)).toHaveCount(1);
    await expect(pcs(page).getByRole("button", { name: /^Delete/ })).toBeHidden();
    await page.getByRole("button", { name: "Add a PC" }).click();
    await dialog(page).getByLabel("Name").fill("Mum’s laptop");
    await dialog(page).getByRole("button", { name: "Add" }).click();
    await expect(pcs(page)).toHaveCount(2);
    await expect(pcs(page).nth(1)).toContainText("Start");

    await pcs(page).nth(1).getByRole("button", { name: "Rename" }).click();
    await dialog(page).getByLabel("Name").fill("PC 1");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await expect(dialog(page)).toContainText("Another PC has this name");
    await dialog(page).getByLabel("Name").fill("Mother’s laptop");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await expect(pcs(page).nth(1)).toContainText("Mother’s laptop");
    await expect(pcs(page).nth(1).getByRole("button", { name: "Rename" })).toBeFocused();

    const remove = pcs(page).nth(1).getByRole("button", { name: "Delete" });
    await remove.focus();
    await page.keyboard.press("Enter");
    await expect(pcs(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Undo", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(pcs(page).nth(1).getByRole("link", { name: "Start" })).toBeFocused();

    await remove.click();
    await expect(pcs(page)).toHaveCount(1);
    await page.reload();
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(pcs(page)).toHaveCount(2);
    await expect(pcs(page).nth(1)).toContainText("Mother’s laptop");
    expect(page.url()).not.toMatch(/Mother|Mum/);
    await expect(page).toHaveTitle(/^My PCs/);
  });

  test("with storage blocked works for as long as it is open, and says so", async ({ page }) => {
    const complaints = watchConsole(page);
    await blockStorage(page);
    await page.goto("/pcs");
    await expect(page.locator("[data-board-saving]")).toContainText("does not let this site save");
    await page.getByRole("button", { name: "Add a PC" }).click();
    await dialog(page).getByLabel("Name").fill("Mum’s laptop");
    await dialog(page).getByRole("button", { name: "Add" }).click();
    await expect(pcs(page)).toHaveCount(2);
    expect(complaints).toEqual([]);
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });
    test("says what it needs", async ({ page }) => {
      await page.goto("/pcs");
      // Playwright turns scripting off after parsing, so <noscript> has no elements here; readers see it.
      expect(await (await page.request.get("/pcs")).text()).toMatch(
        /<noscript>.*This page needs JavaScript/s,
      );
      await expect(page.locator("[data-board]")).toBeHidden();
    });
  });
});
