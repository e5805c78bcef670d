import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import {
  alterPage,
  answer,
  card,
  earlyAnswer,
  goOn,
  GUIDE,
  next,
  numberOn,
  showAll,
  step,
  summary,
  tick,
  walkTo,
  wayOf,
} from "./support/guide";
import { blockStorage, fillStorage, KEYS, savedProgress, store, stored } from "./support/storage";
import { test } from "./support/test";
import {
  expectNoLayoutShift,
  holdRequests,
  ready,
  stopAnimations,
  watchConsole,
  watchLayoutShifts,
} from "./support/watch";

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/progress/${name}.json`, import.meta.url), "utf8");

const open = async (page: Page, address = GUIDE) => {
  await page.goto(address);
  await ready(page);
};
const LINKING = { "activation-message": "not-linked", origin: "unknown" };
const LINKED = { "activation-message": "linked", origin: "with-pc" };
type Stored = {
  computers: Record<
    string,
    { guides: Record<string, { steps: Record<string, { state: string }> }> }
  >;
};
/** The steps stored for a guide on the first computer. */
const storedSteps = async (page: Page, guide = "link-your-license") =>
  (JSON.parse((await stored(page, KEYS.progress)) ?? "{}") as Stored).computers.pc?.guides[guide]
    ?.steps ?? {};
/** Expects an answer to be given, as its button says. */
const isAnswered = (page: Page, id: string, options?: { timeout: number }) =>
  expect(answer(page, "activation-message", id)).toHaveAttribute("aria-pressed", "true", options);
const recovery = (page: Page) =>
  page.locator("[data-recovery]").getByRole("button", { name: "Bring them back" });
const startOver = (page: Page) => page.getByRole("button", { name: "Start over" });

test.describe("P1: progress", () => {
  test("survives a reload and a restart of the browser @firefox", async ({
    page,
    browser,
    baseURL,
  }) => {
    await open(page);
    await walkTo(page, "find-in-device-list", LINKED);
    await card(page).getByRole("button", { name: "Skip this step" }).click();
    await page.reload();
    const isThere = async (where: Page) => {
      await expect(tick(where, "say-where-windows-came-from")).toBeChecked();
      await isAnswered(where, "linked");
      await expect(step(where, "find-in-device-list")).toHaveAttribute("data-state", "skipped");
    };
    await isThere(page);
    const storageState = await page.context().storageState();
    const restarted = await browser.newContext({ storageState, baseURL });
    const later = await restarted.newPage();
    await open(later);
    await isThere(later);
    await restarted.close();
  });

  test("of an older release is read, and what this release does not know is kept", async ({
    page,
  }) => {
    await store(page, { [KEYS.progress]: fixture("first-release") });
    // A release renamed one step and split another.
    await alterPage(page, GUIDE, (html) =>
      html.replace(
        '"aliases":{',
        '"aliases":{"open-activation":["read-activation"],"verify":["read-sentence-again","find-in-device-list"],',
      ),
    );
    await open(page);
    await showAll(page);
    await expect(tick(page, "check-administrator")).toBeChecked();
    await expect(step(page, "read-activation")).toHaveAttribute("data-state", "done");
    // Both halves of the split step keep the tick and say that they have changed.
    for (const id of ["read-sentence-again", "find-in-device-list"]) {
      await expect(tick(page, id)).toBeChecked();
      await expect(step(page, id).getByText("this step has changed since").first()).toBeVisible();
    }
    // A newly inserted step is open.
    await expect(tick(page, "say-where-windows-came-from")).not.toBeChecked();
    await tick(page, "say-where-windows-came-from").check();
    const steps = await storedSteps(page);
    expect(steps["say-where-windows-came-from"]).toMatchObject({ state: "done" });
    for (const id of ["open-activation", "note-the-key", "verify"])
      expect(steps[id]).toMatchObject({ state: "done" });
    expect(await storedSteps(page, "a-guide-that-is-gone")).toHaveProperty("some-step");
  });

  test("of the release before the walk is shown in it, with nothing lost", async ({ page }) => {
    const kept = ["check-administrator", "read-activation", "choose-account", "go-through-screens"];
    // Three ways became one step, two proofs another; steps that ask for more say so.
    const former = {
      "choose-way": "add-on-activation-page",
      "switch-on-your-info": "add-on-activation-page",
      "sign-in-elsewhere": "find-in-device-list",
    };
    const known = new Set([...kept, ...Object.values(former)]);
    const inserted = (await wayOf(page, LINKING)).filter((id) => !known.has(id));
    await store(page, {
      [KEYS.progress]: savedProgress({
        done: [...kept, ...Object.keys(former)],
        skipped: ["save-recovery-key"],
        answers: { "activation-message": "not-linked", way: "your-info" },
      }),
    });
    await open(page);
    for (const id of ["check-administrator", "add-on-activation-page", "go-through-screens"])
      await expect(tick(page, id)).toBeChecked();
    await expect(step(page, "choose-account")).toHaveAttribute("data-state", "changed");
    // Inserted steps, one with a question, are the next ones.
    expect(inserted).toContain("say-where-windows-came-from");
    expect(await walkTo(page, undefined, LINKING)).toEqual(inserted);
    const steps = await storedSteps(page);
    for (const id of Object.keys(former)) expect(steps[id]).toMatchObject({ state: "done" });
    expect(steps["save-recovery-key"]).toMatchObject({ state: "skipped" });
  });

  test("that is damaged keeps its valid parts, and markup in it stays text", async ({ page }) => {
    const complaints = watchConsole(page);
    const damaged = fixture("first-release")
      .replace('"answer": "linked"', '"answer": "<img src=x onerror=alert(1)>"')
      .replace('"note-the-key": {', '"read-activation": { "state": 7 }, "note-the-key": {');
    await store(page, { [KEYS.progress]: damaged });
    await open(page);
    await expect(tick(page, "check-administrator")).toBeChecked();
    await expect(tick(page, "read-activation")).not.toBeChecked();
    await expect(page.locator('[data-question] [aria-pressed="true"]')).toHaveCount(0);
    await expect(page.locator("img[src=x]")).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test("of a newer release is left alone, and the page says why", async ({ page }) => {
    const newer = fixture("newer-schema");
    await store(page, { [KEYS.progress]: newer });
    await open(page);
    await expect(page.getByText("A newer version of this page saved your progress")).toBeVisible();
    await answer(page, "activation-message", "not-linked").click();
    const { length } = await wayOf(page, LINKING);
    await expect(summary(page)).toContainText(`1 of ${length} done`);
    expect(await stored(page, KEYS.progress)).toBe(newer);
  });
});

test("P2: two tabs merge their ticks, and each follows the other within a second @firefox", async ({
  context,
}) => {
  // One after the other, because a background tab paints no frames.
  const one = await context.newPage();
  await open(one);
  const two = await context.newPage();
  await open(two);
  await one.bringToFront();
  await answer(one, "activation-message", "not-linked").click();
  await isAnswered(two, "not-linked", { timeout: 1000 });
  await two.bringToFront();
  await walkTo(two, "check-administrator", LINKING);
  await next(two).click();
  await expect(tick(one, "check-administrator")).toBeChecked({ timeout: 1000 });
  // In both at the same moment.
  await Promise.all([
    tick(one, "choose-account").evaluate((box) => (box as HTMLInputElement).click()),
    tick(two, "go-through-screens").evaluate((box) => (box as HTMLInputElement).click()),
  ]);
  for (const tab of [one, two])
    for (const id of ["check-administrator", "choose-account", "go-through-screens"])
      await expect(tick(tab, id)).toBeChecked({ timeout: 1000 });
  // The newer record of a step wins, and no other step is affected.
  await tick(two, "check-administrator").evaluate((box) => (box as HTMLInputElement).click());
  await expect(tick(one, "check-administrator")).not.toBeChecked({ timeout: 1000 });
  await one.reload();
  for (const id of ["choose-account", "go-through-screens"])
    await expect(tick(one, id)).toBeChecked();
  await expect(tick(one, "check-administrator")).not.toBeChecked();
  // A reset in one is a reset in the other.
  await startOver(two).click();
  await expect(tick(one, "choose-account")).not.toBeChecked({ timeout: 1000 });
  await expect(recovery(one)).toBeVisible();
});

test.describe("P4: undo", () => {
  /** Everything before one step is done. */
  const begun = (way: string[], current: string, ...done: string[]) => ({
    [KEYS.progress]: savedProgress({
      done: [...way.slice(0, way.indexOf(current)), ...done],
      answers: { "activation-message": "not-linked" },
    }),
  });

  test("of a tick and of a skip, by keyboard @firefox", async ({ page }) => {
    const way = await wayOf(page, LINKING);
    const following = way[numberOn(way, "check-administrator")] ?? "";
    await store(page, begun(way, "check-administrator"));
    await open(page);
    const own = step(page, "check-administrator");
    await tick(page, "check-administrator").focus();
    await page.keyboard.press("Space");
    // The tick is native and shows a frame before its consequences.
    await expect(own).toHaveAttribute("data-state", "done");
    await expect(tick(page, "check-administrator")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toHaveAccessibleName(/^Undo/);
    await page.keyboard.press("Enter");
    await expect(tick(page, "check-administrator")).not.toBeChecked();
    await expect(tick(page, "check-administrator")).toBeFocused();

    await own.getByRole("button", { name: "Skip this step" }).focus();
    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "skipped");
    await expect(step(page, following).locator("h3")).toBeFocused();
    await own.getByRole("button", { name: "Undo" }).focus();
    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "open");
    await expect(tick(page, "check-administrator")).toBeFocused();
  });

  test("of a tick is offered for more than ten seconds, and after other ticks", async ({
    page,
  }) => {
    await page.clock.install();
    const way = await wayOf(page, LINKING);
    const following = way[numberOn(way, "check-administrator")] ?? "";
    await store(page, begun(way, "check-administrator"));
    await open(page);
    await next(page).click();
    await next(page).press("Enter");
    await page.clock.runFor(11_000);
    await step(page, "check-administrator").getByRole("button", { name: "Undo" }).press("Enter");
    await expect(tick(page, "check-administrator")).not.toBeChecked();
    await expect(tick(page, following)).toBeChecked();
  });

  test("of unticking restores the former state", async ({ page }) => {
    await store(page, begun(await wayOf(page, LINKING), "check-administrator", "choose-account"));
    await open(page, `${GUIDE}#choose-account`);
    await expect(step(page, "choose-account")).toHaveAttribute("data-state", "changed");
    await tick(page, "choose-account").uncheck();
    await step(page, "choose-account").getByRole("button", { name: "Undo" }).click();
    await expect(step(page, "choose-account")).toHaveAttribute("data-state", "changed");
  });
});

test.describe("P4: a reset", () => {
  test("names what it deletes, can be undone by keyboard, and touches only its own keys", async ({
    page,
  }) => {
    await store(page, {
      "another-program": "its text",
      [KEYS.windows]: "10",
      [KEYS.theme]: "dark",
    });
    await open(page);
    await expect(startOver(page)).toBeDisabled();
    await walkTo(page, "say-where-windows-came-from", LINKED);
    await answer(page, "origin", "unknown").click();
    const ticks = numberOn(await wayOf(page, LINKED), "say-where-windows-came-from");
    await startOver(page).focus();
    await page.keyboard.press("Enter");
    // The first card has the focus and is on the screen, and so is the way back.
    await expect(step(page, "read-activation").locator("h3")).toBeFocused();
    await expect(step(page, "read-activation").locator("h3")).toBeInViewport({ ratio: 1 });
    const notice = page.getByRole("region", { name: "Notice" });
    await expect(notice).toContainText(`Deleted: ${ticks} ticks and 2 answers of this guide.`);
    await expect(notice.getByRole("button", { name: "Bring them back" })).toBeInViewport();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(page.locator("html")).not.toHaveAttribute("data-continue");
    expect(await stored(page, "another-program")).toBe("its text");
    expect(await stored(page, KEYS.windows)).toBe("10");
    expect(await stored(page, KEYS.theme)).toBe("dark");
    await recovery(page).press("Enter");
    await expect(tick(page, "say-where-windows-came-from")).toBeChecked();
    await isAnswered(page, "linked");
    await expect(startOver(page)).toBeFocused();
    await expect(notice).toHaveCount(0);
    await expect(recovery(page)).toHaveCount(0);
  });

  test("stays recoverable after a reload and with new ticks, until the next one @firefox", async ({
    page,
  }) => {
    await open(page);
    await answer(page, "activation-message", "linked").click();
    await startOver(page).press("Enter");
    await page.reload();
    await expect(
      page.locator("[data-recovery]").getByText("Deleted: 1 tick and 1 answer of this guide."),
    ).toBeVisible();
    await showAll(page);
    // By keyboard: steps that come near the screen are laid out only then, and Firefox's driver sometimes clicks where a
    // control was a frame before.
    const press = async (id: string) => {
      await tick(page, id).press("Space");
      await expect(tick(page, id)).toBeChecked();
    };
    await press("find-in-device-list");
    await recovery(page).press("Enter");
    for (const id of ["read-activation", "find-in-device-list"])
      await expect(tick(page, id)).toBeChecked();
    await startOver(page).press("Enter");
    await expect(
      page.locator("[data-recovery]").getByText("Deleted: 2 ticks and 1 answer of this guide."),
    ).toBeVisible();
    // The next reset names what it deletes, while the first can still be recovered.
    await press("find-in-device-list");
    await startOver(page).press("Enter");
    await expect(
      page.locator("[data-recovery]").getByText("Deleted: 1 tick and 0 answers of this guide."),
    ).toBeVisible();
    await recovery(page).press("Enter");
    await expect(tick(page, "find-in-device-list")).toBeChecked();
    await expect(tick(page, "read-activation")).not.toBeChecked();
  });
});

test("W2 and C3: ticks and answers given before the script runs are kept", async ({ page }) => {
  const release = await holdRequests(page, /\/assets\/guide/);
  await page.goto(GUIDE, { waitUntil: "commit" });
  // Without the script, only the open card is shown, which is a question.
  await tick(page, "read-activation").check();
  await earlyAnswer(page, "activation-message", "linked").check();
  release();
  await ready(page);
  await expect(tick(page, "read-activation")).toBeChecked();
  await isAnswered(page, "linked");
  await expect(summary(page)).toContainText(`1 of ${(await wayOf(page, LINKED)).length} done`);
  await page.reload();
  await expect(tick(page, "read-activation")).toBeChecked();
  await isAnswered(page, "linked");
});

test.describe("P8: without storage", () => {
  test("that throws, the page works and says once that nothing is saved @firefox", async ({
    page,
  }) => {
    const complaints = watchConsole(page);
    await blockStorage(page);
    await open(page);
    const words = page.getByText("Your browser does not let this site save");
    await expect(words).toBeVisible();
    await expect(words).toHaveCount(1);
    await answer(page, "activation-message", "linked").click();
    await expect(summary(page)).toContainText(`1 of ${(await wayOf(page, LINKED)).length} done`);
    await step(page, "read-activation").getByRole("button", { name: "Undo" }).press("Enter");
    await walkTo(page, "check-administrator", LINKING);
    await next(page).press("Enter");
    await startOver(page).click();
    await recovery(page).click();
    await expect(tick(page, "check-administrator")).toBeChecked();
    await page.goto("/");
    await page.locator('label[for="windows-10"]').click();
    await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
    expect(complaints).toEqual([]);
  });

  test("the browser is asked to keep it after the third tick, and not before", async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { asked: 0 });
      Object.defineProperty(navigator, "storage", {
        value: { persist: async () => ++(window as unknown as { asked: number }).asked > 0 },
      });
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
    await open(page);
    for (let done = 0; done < 2; done += 1) await goOn(page, LINKING);
    await expect(summary(page)).toContainText("2 of");
    expect(await asked()).toBe(0);
    await goOn(page, LINKING);
    await expect.poll(asked).toBe(1);
  });

  test("a file keeps what was done, on a phone too", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await blockStorage(page);
    await open(page);
    await answer(page, "activation-message", "not-linked").click();
    const menu = page.locator("[data-pc-menu]");
    await menu.locator("summary").click();
    const downloading = page.waitForEvent("download");
    await menu.getByRole("button", { name: "Save a file" }).click();
    const [text] = await (await (await downloading).createReadStream()).toArray();
    expect(JSON.parse(String(text))).toMatchObject({
      keylink: "progress",
      progress: {
        computers: {
          pc: {
            guides: { "link-your-license": { steps: { "read-activation": { state: "done" } } } },
          },
        },
      },
    });
  });

  test("that is full, the page works, says so, and loses nothing that was saved", async ({
    page,
  }) => {
    const complaints = watchConsole(page);
    await fillStorage(page);
    await open(page);
    await expect(page.getByText("Saved in this browser only.")).toBeVisible();
    const first = await goOn(page, LINKING);
    const words = page.getByText("storage is full");
    await expect(words).toBeVisible();
    await expect(words).toHaveRole("status");
    await expect(tick(page, first)).toBeChecked();
    // With free space again, the next tick saves the previous one, too.
    await page.evaluate(() => localStorage.removeItem("another-program"));
    const second = await goOn(page, LINKING);
    await expect(page.getByText("Saved in this browser only.")).toBeVisible();
    await page.reload();
    for (const id of [first, second]) await expect(tick(page, id)).toBeChecked();
    expect(complaints).toEqual([]);
  });

  test("that was cleared meanwhile, as Safari does, the page starts over", async ({ page }) => {
    const complaints = watchConsole(page);
    await open(page);
    await answer(page, "activation-message", "linked").click();
    await page.evaluate(() => localStorage.clear());
    await page.goto("/");
    await expect(page.getByRole("link", { name: /^Continue/ })).toHaveCount(0);
    await open(page);
    await expect(summary(page)).toContainText(`${(await wayOf(page)).length} steps`);
    expect(complaints).toEqual([]);
  });
});

test.describe("P9: a returning reader sees their progress, and nothing moves", () => {
  const CURRENT = "go-through-screens";
  const answers = { "activation-message": "not-linked" };
  const halfWay = (way: string[]) =>
    savedProgress({ done: way.slice(0, way.indexOf(CURRENT)), answers, revision: 2 });
  const STATES = {
    "half way": halfWay,
    "with answers only": () => savedProgress({ answers }),
    "at the end": (way: string[]) => savedProgress({ done: way, answers, revision: 2 }),
  };

  for (const [name, state] of Object.entries(STATES))
    for (const width of [1280, 390])
      test(`${name}, ${width} pixels wide, even when the script is late`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await store(page, { [KEYS.progress]: state(await wayOf(page, answers)) });
        // The previous visit, which also stored its record for “Continue”.
        await open(page);
        await watchLayoutShifts(page);
        await stopAnimations(page);
        const release = await holdRequests(page, /\/assets\/guide/);
        await page.goto(GUIDE, { waitUntil: "commit" });
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        // Steps are hidden until they are right.
        await expect(step(page, "read-activation")).toBeHidden();
        release();
        await ready(page);
        await isAnswered(page, "not-linked");
        await page.waitForLoadState("load");
        await expectNoLayoutShift(page);
      });

  for (const width of [1280, 390])
    test(`a reload returns to where they were, ${width} pixels wide${width === 390 ? " @firefox" : ""}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await store(page, { [KEYS.progress]: halfWay(await wayOf(page, answers)) });
      await open(page);
      const read = step(page, CURRENT);
      const place = () => read.evaluate((element) => element.getBoundingClientRect().top);
      await read.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
      await expect(page.locator(".when-idle")).toHaveCount(0);
      const before = await place();
      expect(Math.abs(before)).toBeLessThan(400);
      await page.reload();
      await ready(page);
      await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(5);
    });

  test("unless the script is very late: then the steps are shown as they are", async ({ page }) => {
    await store(page, { [KEYS.progress]: halfWay(await wayOf(page, answers)) });
    await holdRequests(page, /\/assets\/guide/);
    await page.goto(GUIDE, { waitUntil: "commit" });
    await expect(
      step(page, "find-in-device-list").getByText("Look for this PC's name"),
    ).toBeVisible();
    await expect(page.locator("html")).not.toHaveAttribute("data-ready");
  });

  test("nor on the home page and in the header, nor at the step to continue with", async ({
    page,
  }) => {
    const way = await wayOf(page, answers);
    const number = numberOn(way, CURRENT);
    await store(page, { [KEYS.progress]: halfWay(way) });
    await open(page);
    await watchLayoutShifts(page);
    const release = await holdRequests(page, /\/assets\/.*\.js$/);
    await page.goto("/", { waitUntil: "commit" });
    const card = page.getByRole("region", { name: "Continue" });
    // In words from the first frame on, before the scripts run.
    await expect(card).toContainText(`${number - 1} of ${way.length} done`);
    const link = card.getByRole("link", { name: `Continue: step ${number}`, exact: true });
    await expect(link).toBeVisible();
    release();
    await ready(page);
    await expectNoLayoutShift(page);
    await link.click();
    await ready(page);
    await page.waitForLoadState("load");
    const top = await step(page, CURRENT).evaluate(
      (element) => element.getBoundingClientRect().top,
    );
    expect(top).toBeGreaterThan(50);
    expect(top).toBeLessThan(400);
    await expectNoLayoutShift(page);
  });
});
