import { expect, type Page } from "@playwright/test";
import {
  answer,
  card,
  earlyAnswer,
  GUIDE,
  listed,
  next,
  numberOn,
  outlineOf,
  showAll,
  step,
  stepIds,
  stepsOf,
  summary,
  tick,
  translatePage,
  walkTo,
  wayOf,
} from "./support/guide";
import { savedProgress, KEYS, store, stored } from "./support/storage";
import { test } from "./support/test";
import { ready, watchConsole } from "./support/watch";

const WINDOWS_PC =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";
const PHONE =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36";

/** Verbs. A step whose title begins with anything else is not an instruction. */
const VERBS =
  "Add Answer Ask Change Check Choose Come Compare Find Go Keep Look Make Note Open Pick Read Return Save Say Select Sign Switch Test Wait Write".split(
    " ",
  );

const open = async (page: Page, address = GUIDE) => {
  await page.goto(address);
  await ready(page);
};
const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);
const LINKING = { "activation-message": "not-linked", origin: "unknown" };

test.describe("C1: a guide", () => {
  test("has chapters, parts and steps, each with all that a reader needs for it", async ({
    page,
  }) => {
    await open(page);
    const outline = await outlineOf(page);
    const ids = stepsOf(outline).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(outline.chapters.length).toBeGreaterThanOrEqual(3);
    expect(outline.chapters.length).toBeLessThanOrEqual(5);
    for (const { title } of stepsOf(outline))
      expect(VERBS, `“${title}” begins with a verb`).toContain(title.split(" ")[0]);
    // Everything is in the server's HTML, in this order.
    expect(await stepIds(page, "")).toEqual(ids);
    await walkTo(page, "check-administrator", LINKING);
    const own = step(page, "check-administrator");
    const way = await wayOf(page, LINKING);
    await expect(own.locator(".step-place")).toHaveText(
      `Check · Step ${numberOn(way, "check-administrator")} of ${way.length} · 30 sec`,
    );
    await expect(own.getByText("You should see")).toBeVisible();
    await expect(own.getByText("Needs: internet")).toBeVisible();
    const other = own.getByText("Sign in as the administrator of this PC");
    await expect(other).toBeHidden();
    await own.getByText("I see something else").click();
    await own.getByText("The word is not there").click();
    await expect(other).toBeVisible();
  });

  test("says before step 1 what is needed and how long it takes, as the sum of its steps", async ({
    page,
  }) => {
    await open(page);
    const needs = page.getByRole("region", { name: "Have ready" });
    const named = await needs.getByRole("listitem").allTextContents();
    const onWay = page.locator("[data-step][data-on-way]");
    const used = new Set(
      (await onWay.locator(".step-needs").allTextContents()).flatMap((text) =>
        text.replace("Needs: ", "").split(", "),
      ),
    );
    expect(named).toHaveLength(used.size);
    expect(
      await needs.evaluate((section) =>
        Boolean(
          section.compareDocumentPosition(document.querySelector("[data-step]")!) &
          Node.DOCUMENT_POSITION_FOLLOWING,
        ),
      ),
    ).toBe(true);

    // The sum over the steps on the way, whatever the answers.
    const outline = await outlineOf(page);
    const left = async () => {
      const way = await onWay.evaluateAll((all) =>
        all
          .filter((one) => !["done", "skipped"].includes((one as HTMLElement).dataset.state ?? ""))
          .map((one) => (one as HTMLElement).dataset.step),
      );
      const minutes = stepsOf(outline)
        .filter(({ id }) => way.includes(id))
        .reduce((sum, step) => sum + step.minutes, 0);
      return { steps: way.length, minutes: Math.max(1, Math.round(minutes)) };
    };
    const before = await left();
    await expect(summary(page)).toHaveText(
      `${before.steps} steps, about ${before.minutes} minutes`,
    );
    for (const { id } of await answersOf(page, "activation-message")) {
      if (await page.getByRole("button", { name: "Change “Read the A" }).isVisible())
        await page.getByRole("button", { name: "Change “Read the A" }).click();
      await answer(page, "activation-message", id).press("Enter");
      await expect(step(page, "read-activation")).toHaveAttribute("data-shows", "line");
      const now = await left();
      await expect(summary(page)).toHaveText(
        now.steps === 0
          ? "1 of 1 done, nothing left to do"
          : new RegExp(`^1 of ${now.steps + 1} done, about ${now.minutes} minutes? left$`),
      );
    }
  });
});

const answersOf = (page: Page, question: string) =>
  page
    .locator(`[data-question="${question}"] [data-answer]`)
    .evaluateAll((all) => all.map((one) => ({ id: (one as HTMLElement).dataset.answer ?? "" })));

test.describe("C2: a Settings page", () => {
  const link = (page: Page) =>
    step(page, "read-activation").getByRole("link", { name: "Open Activation on this PC" });
  const byHand = (page: Page) => step(page, "read-activation").locator(".open-by-hand");
  const path = (page: Page) => byHand(page).locator("[data-copies]");

  test.describe("on Windows", () => {
    test.use({ userAgent: WINDOWS_PC });
    test("is a link, beside the written path for the shown version", async ({ page }) => {
      await open(page);
      await expect(link(page)).toHaveAttribute("href", "ms-settings:activation");
      await expect(step(page, "read-activation").getByText("On the PC:")).toBeHidden();
      await expect(path(page)).toBeHidden();
      await byHand(page).locator("summary").click();
      await expect(path(page).getByText("Settings › System › Activation")).toBeVisible();
      await page.locator('label[for="windows-10"]').click();
      await expect(path(page).getByText("Update & Security")).toBeVisible();
      await expect(path(page).getByText("Settings › System › Activation")).toBeHidden();
    });

    test("has a Win+R form that can be copied", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-write"]);
      await open(page);
      await byHand(page).locator("summary").click();
      await expect(path(page)).toContainText("Win + R");
      const copy = path(page).getByRole("button", { name: "Copy" });
      await copy.click();
      await expect(path(page).getByRole("button", { name: "Copied" })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
      // The site may not read the clipboard, so this pastes like a reader.
      const field = page.getByRole("searchbox").first();
      await field.focus();
      await page.keyboard.press("Control+V");
      await expect(page.locator(":focus")).toHaveValue("ms-settings:activation");
    });
  });

  test.describe("elsewhere", () => {
    test.use({ userAgent: PHONE, viewport: { width: 390, height: 844 } });
    test("is described for the PC, without a dead link", async ({ page }) => {
      for (const address of [GUIDE, "/", "/articles/what-signing-in-shares"]) {
        await open(page, address);
        await expect(page.locator('a[href^="ms-settings:"]').filter({ visible: true })).toHaveCount(
          0,
        );
      }
      await open(page);
      await expect(step(page, "read-activation").getByText("On the PC:").first()).toBeVisible();
      await expect(path(page)).toContainText("ms-settings:activation");
    });
  });

  test("has no copy button where the page may not copy", async ({ page, baseURL }) => {
    // Neither HTTPS nor localhost, as on a phone in the home network.
    await page.route("http://keylink.test/**", async (route) => {
      const url = route
        .request()
        .url()
        .replace("http://keylink.test", baseURL ?? "");
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await open(page, `http://keylink.test${GUIDE}`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.locator("[data-copy]").first()).toBeAttached();
    await expect(page.locator("[data-copy] *")).toHaveCount(0);
    await expect(path(page)).toContainText("ms-settings:activation");
    // Everything else works there.
    await answer(page, "activation-message", "not-linked").click();
    const way = await wayOf(page, LINKING);
    await expect(summary(page)).toContainText(`1 of ${way.length} done`);
  });
});

test.describe("C3: a step is done when the reader says so", () => {
  for (const width of [1280, 320])
    test(`by a native checkbox of 44 × 44 pixels at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      await walkTo(page, "check-administrator", LINKING);
      const box = tick(page, "check-administrator");
      await expect(box).toHaveJSProperty("type", "checkbox");
      await expect(box).toHaveAccessibleName("Check that you are an administrator");
      await box.scrollIntoViewIfNeeded();
      const size = await box.boundingBox();
      expect(size?.width).toBeGreaterThanOrEqual(44);
      expect(size?.height).toBeGreaterThanOrEqual(44);
      // All of it is clickable, including the corners.
      await page.mouse.click((size?.x ?? 0) + 1, (size?.y ?? 0) + 1);
      await expect(box).toBeChecked();
      await expect(box).toHaveAccessibleDescription(/Done\.$/);
    });

  test("and not by opening, scrolling, following a link or waiting", async ({ page }) => {
    await open(page, `${GUIDE}#read-activation`);
    await page.mouse.wheel(0, 5000);
    await open(page, `${GUIDE}#check-administrator`);
    await step(page, "check-administrator").getByText("I see something else").click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    expect(await stored(page, KEYS.progress)).toBeNull();
  });
});

test.describe("C4: a step", () => {
  test("is open, done or skipped, and can be put back", async ({ page }) => {
    await open(page);
    await walkTo(page, "check-administrator", LINKING);
    const own = step(page, "check-administrator");
    const skip = own.getByRole("button", { name: "Skip this step" });
    await skip.click();
    await expect(own.getByText("Skipped.")).toBeVisible();
    await expect(tick(page, "check-administrator")).not.toBeChecked();
    await page.reload();
    await own.getByRole("button", { name: "Put it back" }).click();
    await expect(own).toHaveAttribute("data-state", "open");
    await expect(skip).toBeVisible();
    await next(page).click();
    await expect(own.getByText("You should see")).toBeHidden();
    await own.getByRole("button", { name: "Change “Check that" }).press("Enter");
    await expect(own.getByText("You should see")).toBeVisible();
    await tick(page, "check-administrator").uncheck();
    await expect(own).toHaveAttribute("data-state", "open");
    await expect(own).toHaveAttribute("aria-current", "step");
  });

  test("that changed since it was done says so, keeps its tick and can be confirmed", async ({
    page,
  }) => {
    await store(page, {
      [KEYS.progress]: savedProgress({
        done: ["read-activation", "choose-account"],
        answers: { "activation-message": "not-linked" },
      }),
    });
    await open(page, `${GUIDE}#choose-account`);
    const own = step(page, "choose-account");
    await expect(
      own.getByText("This step has changed since you did it. It now also asks for two ways back"),
    ).toBeVisible();
    await expect(tick(page, "choose-account")).toBeChecked();
    await expect(next(page)).toHaveText("Still done");
    await next(page).click();
    await expect(own).toHaveAttribute("data-state", "done");
    await expect(own).toHaveAttribute("data-shows", "line");
  });

  test("of a branch that the answers exclude can still be viewed and taken", async ({ page }) => {
    await open(page);
    await showAll(page);
    const branch = part(page, "verify");
    await expect(branch.getByText("For readers who answered “What does it say?”")).toBeVisible();
    await expect(step(page, "find-in-device-list").getByText("You should see")).toBeVisible();
    await branch.getByRole("button", { name: "Add these steps to mine" }).click();
    await answer(page, "activation-message", "organization").click();
    const own = await wayOf(page, { "activation-message": "organization" });
    const added = (await outlineOf(page)).parts.find(({ id }) => id === "verify")?.steps ?? [];
    expect(own).not.toContain("find-in-device-list");
    await expect(summary(page)).toContainText(`1 of ${own.length + added.length} done`);
    await page
      .locator('[data-part="verify"]')
      .getByRole("button", { name: "Take these steps off mine" })
      .click();
    await expect(summary(page)).toContainText(`1 of ${own.length} done`);
  });

  test("never shares its number with another one, not even on paper", async ({ page }) => {
    const given: Record<string, string>[] = [
      {},
      { "activation-message": "linked" },
      { "activation-message": "not-linked" },
    ];
    for (const answers of given) {
      await store(page, { [KEYS.progress]: savedProgress({ answers }) });
      await open(page);
      // For the rest of the visit.
      if (await page.locator("html:not([data-all])").count()) await showAll(page);
      const numbers = await page
        .locator("[data-tick][data-number]")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.number ?? ""));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    }
  });
});

test("C5: the summary is in words, polite, and Continue leads to the next step", async ({
  page,
}) => {
  await open(page);
  await expect(summary(page)).toHaveRole("status");
  await expect(page.locator('[aria-current="step"]')).toHaveId("read-activation");
  const way = await wayOf(page, LINKING);
  const skipped = numberOn(way, "choose-account");
  const current = way[skipped] ?? "";
  const progress = `${skipped - 1} of ${way.length} done, 1 skipped`;
  expect(await walkTo(page, "choose-account", LINKING)).toHaveLength(skipped - 1);
  await card(page).getByRole("button", { name: "Skip this step" }).click();
  await expect(summary(page)).toHaveText(new RegExp(`^${progress}, about \\d+ minutes left$`));
  await expect(page.locator('[aria-current="step"]')).toHaveId(current);
  // Not here, where the step itself is open: from the first tick on, nor after a reload.
  const continues = page.locator(".continues").filter({ visible: true });
  await expect(continues).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect(continues).toHaveCount(0);
  await page.goto("/guides/before-hardware-change");
  const label = `Continue: step ${skipped + 1}`;
  await expect(continues).toHaveText([`${label}Link your license`]);

  await page.goto("/");
  const region = page.getByRole("region", { name: "Continue" });
  await expect(region).toContainText(progress);
  await expect(
    page.locator("header").getByRole("link", { name: `${label} Link your license`, exact: true }),
  ).toBeVisible();
  await region.getByRole("link", { name: label, exact: true }).click();
  await ready(page);
  await expect(card(page)).toHaveId(current);
  await expect(card(page).locator("h3")).toBeInViewport();
  await expect(card(page)).toHaveAttribute("aria-current", "step");
});

test("C5: the record for Continue is stored with the tick, before the next frame", async ({
  page,
}) => {
  await open(page);
  await walkTo(page, "check-administrator", LINKING);
  const note = await tick(page, "check-administrator").evaluate((box: HTMLInputElement, key) => {
    box.click();
    return localStorage.getItem(key);
  }, KEYS.continue);
  const number = numberOn(await wayOf(page, LINKING), "check-administrator") + 1;
  expect(JSON.parse(note ?? "null")).toMatchObject({ number });
});

test.describe("C6: the answer picks the next part", () => {
  for (const [id, taken, left] of [
    ["linked", "find-in-device-list", "add-on-activation-page"],
    ["not-linked", "add-on-activation-page", "check-expiry"],
    ["organization", "check-expiry", "find-in-device-list"],
  ] as const)
    test(id, async ({ page }) => {
      await open(page);
      await answer(page, "activation-message", id).click();
      await expect(step(page, "read-activation")).toHaveAttribute("data-shows", "line");
      const onWay = await stepIds(page, "[data-on-way]");
      expect(onWay).toEqual(await wayOf(page, { "activation-message": id }));
      expect(onWay).toContain(taken);
      expect(onWay).not.toContain(left);
      // The consequence of the answer is shown once, above the next card.
      await expect(page.locator(".outcome").filter({ visible: true })).toHaveCount(1);
      await expect(
        page.getByRole("button", { name: "Change “Read the Activation sentence”" }),
      ).toBeVisible();
    });

  test("can be changed, and later answers are kept", async ({ page }) => {
    await open(page);
    const change = page.getByRole("button", { name: "Change “Read the Activation sentence”" });
    const [, second = ""] = await wayOf(page, { "activation-message": "linked" });
    await walkTo(page, "answer-hardware-change", { "activation-message": "not-activated" });
    await answer(page, "hardware-change", "not-changed").click();
    await expect(step(page, "answer-hardware-change")).toHaveAttribute("data-shows", "line");
    await change.click();
    await answer(page, "activation-message", "linked").click();
    expect(await listed(page)).not.toContain("answer-hardware-change");
    await page.reload();
    await change.click();
    // Giving the same answer again counts, too.
    await answer(page, "activation-message", "linked").click();
    await expect(card(page)).toHaveId(second);
    await change.click();
    await answer(page, "activation-message", "not-activated").click();
    await expect(step(page, "answer-hardware-change")).toHaveAttribute("data-state", "done");
    await expect(answer(page, "hardware-change", "not-changed")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });

  test("by keyboard: Tab moves through the answers, Enter gives one and goes on", async ({
    page,
  }) => {
    await open(page);
    await answer(page, "activation-message", "linked").focus();
    await page.keyboard.press("Tab");
    await expect(answer(page, "activation-message", "not-linked")).toBeFocused();
    expect(await stored(page, KEYS.progress)).toBeNull();
    await page.keyboard.press("Enter");
    const [, second = ""] = await wayOf(page, { "activation-message": "not-linked" });
    await expect(step(page, second).locator("h3")).toBeFocused();
  });
});

test("C8: linked and verified differ, and each proof is beside its look-alike", async ({
  page,
}) => {
  await open(page);
  const heading = (name: string) => page.getByRole("heading", { name, exact: true });
  await answer(page, "activation-message", "not-linked").click();
  // Looks like proof, but is none.
  await showAll(page);
  for (const [id, words] of [
    ["read-sentence-again", "Only this sentence proves the link."],
    ["find-in-device-list", "The list alone proves nothing: it shows devices, not licenses."],
  ] as const) {
    await step(page, id).locator(".step-why > summary").click();
    await expect(step(page, id).getByText(words)).toBeVisible();
  }
  // The device list alone proves nothing.
  for (const id of await wayOf(page, LINKING))
    if (id !== "read-sentence-again" && id !== "find-in-device-list") await tick(page, id).check();
  await answer(page, "origin", "separate").click();
  await page.getByRole("button", { name: "Show one step" }).click();
  await expect(card(page)).toHaveId("read-sentence-again");
  await card(page).getByRole("button", { name: "Skip this step" }).click();
  await next(page).click();
  await expect(heading("Not proven yet")).toBeVisible();
  await expect(heading("Linked and proven")).toBeHidden();
  await page.getByRole("button", { name: "Put it back “Read the sentence" }).click();
  await expect(card(page)).toHaveId("read-sentence-again");
  await next(page).click();
  await expect(heading("Linked and proven")).toBeVisible();
  await expect(heading("Not proven yet")).toBeHidden();
});

test("C9: a warning comes before what it warns about", async ({ page }) => {
  await open(page);
  await showAll(page);
  for (const [id, warning, instruction] of [
    ["find-in-device-list", "Only look.", "your phone"],
    [
      "return-to-local-sign-in",
      "Have the drive's recovery key on paper first",
      "follow the screens",
    ],
  ] as const) {
    const text = (await step(page, id).textContent()) ?? "";
    expect(text).toContain(warning);
    expect(text.indexOf(instruction)).toBeGreaterThan(text.indexOf(warning));
  }
});

test.describe("C10: without script", () => {
  test.use({ javaScriptEnabled: false });
  test("every step is open, ticks work, and one line says that they are not saved", async ({
    page,
  }) => {
    await page.goto(GUIDE);
    for (const body of await page.locator("[data-step-body]").all())
      await expect(body).toBeVisible();
    for (const outcome of await page.locator(".outcome:not([data-only='10'] *)").all())
      await expect(outcome).toBeVisible();
    await expect(page.getByText("A part of this page did not load")).toBeHidden();
    await expect(page.locator("noscript p", { hasText: "JavaScript is off" })).toBeVisible();
    await tick(page, "check-administrator").check();
    await tick(page, "find-in-device-list").check();
    await earlyAnswer(page, "activation-message", "linked").check();
    await expect(tick(page, "check-administrator")).toBeChecked();
    // No dead control: buttons that need a script are hidden; marks open natively.
    await expect(
      page.locator("main button:not([popovertarget])").filter({ visible: true }),
    ).toHaveCount(0);
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  });
});

test.describe("C10: without script, on a phone", () => {
  test.use({ javaScriptEnabled: false, hasTouch: true, isMobile: true });
  test("no link opens Settings, which are on the PC", async ({ page }) => {
    await page.goto(GUIDE);
    await expect(page.locator(".says-on-the-pc").first()).toBeVisible();
    await expect(page.locator(".opens-on-windows").filter({ visible: true })).toHaveCount(0);
  });
});

test("C10: when the script of the guide does not arrive, the page says so and stays readable", async ({
  page,
}) => {
  await store(page, { [KEYS.progress]: savedProgress({ done: ["check-administrator"] }) });
  await page.route(/\/assets\/guide/, (route) => route.abort());
  await page.goto(GUIDE);
  await expect(page.getByText("A part of this page did not load")).toBeVisible();
  await expect(
    step(page, "find-in-device-list").getByText("Look for this PC's name"),
  ).toBeVisible();
  await tick(page, "check-administrator").check();
  await expect(
    page
      .locator("[data-guide] button:not([data-copy] *, [popovertarget])")
      .filter({ visible: true }),
  ).toHaveCount(0);
});

test("E8: a page translated by the browser still ticks, answers, switches and undoes", async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await open(page);
  expect(await translatePage(page)).toBeGreaterThan(300);
  const way = await wayOf(page, LINKING);
  const following = way[numberOn(way, "check-administrator")] ?? "";
  await answer(page, "activation-message", "not-linked").click();
  await expect(card(page)).toHaveId(way[1] ?? "");
  await walkTo(page, "check-administrator", LINKING);
  await tick(page, "check-administrator").check();
  await expect(card(page)).toHaveId(following);
  await page.locator('label[for="windows-10"]').click();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  await translatePage(page);
  await step(page, "check-administrator").locator('[data-action="undo"]').click();
  await expect(tick(page, "check-administrator")).not.toBeChecked();
  await next(page).press("Enter");
  await card(page).locator("[data-skip]").click();
  await expect(step(page, following)).toHaveAttribute("data-state", "skipped");
  await page.locator("[data-reset]").click();
  await page.locator("[data-recover]").click();
  await expect(step(page, following)).toHaveAttribute("data-state", "skipped");
  expect(complaints).toEqual([]);
});

test("a step that is ticked while its question is unanswered remains the next one", async ({
  page,
}) => {
  await open(page);
  await tick(page, "read-activation").check();
  await expect(card(page)).toHaveId("read-activation");
  await expect(step(page, "read-activation")).toHaveAttribute("aria-current", "step");
  await answer(page, "activation-message", "linked").click();
  const [, second = ""] = await wayOf(page, { "activation-message": "linked" });
  await expect(card(page)).toHaveId(second);
});
