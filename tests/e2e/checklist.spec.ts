import { expect, type Page } from "@playwright/test";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { answer, GUIDE, step, summary, tick, translatePage } from "./support/guide";
import { savedProgress, KEYS, store, stored } from "./support/storage";
import { test } from "./support/test";
import { ready, watchConsole } from "./support/watch";

const WINDOWS_PC =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";
const PHONE =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36";

/** Words that tell somebody to do something. A step whose title begins otherwise is not an instruction. */
const VERBS =
  "Add Answer Ask Change Check Choose Come Compare Find Go Look Make Note Open Read Return Save Say Select Sign Switch Test Wait Write".split(
    " ",
  );

const open = async (page: Page, address = GUIDE) => {
  await page.goto(address);
  await ready(page);
};
const outlineOf = async (page: Page): Promise<GuideOutline> =>
  JSON.parse((await page.locator("#guide-outline").textContent()) ?? "");
const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);
const partBody = (page: Page, id: string) => part(page, id).locator("[data-part-body]");
/** The ids of the parts whose steps are open to the reader. */
const openParts = (page: Page) =>
  page
    .locator("[data-part]:not(:has(> [data-part-body][hidden]))")
    .evaluateAll((parts) => parts.map((section) => (section as HTMLElement).dataset.part));

test.describe("C1: a guide", () => {
  test("is parts and steps, each with all that a reader needs for it", async ({ page }) => {
    await open(page);
    const outline = await outlineOf(page);
    const ids = outline.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(15);
    for (const { title } of outline.parts.flatMap(({ steps }) => steps))
      expect(VERBS, `“${title}” begins with a verb`).toContain(title.split(" ")[0]);
    // In the page as it is without answers: everything is in the server's HTML, in this order.
    const shown = await page
      .locator("[data-step]")
      .evaluateAll((steps) => steps.map((one) => (one as HTMLElement).dataset.step));
    expect(shown).toEqual(ids);
    const onPath = page.locator("[data-part][data-status=shown] [data-step]");
    expect(await onPath.count()).toBeGreaterThan(1);
    for (const one of await onPath.all()) await expect(one.locator("h3")).toHaveText(/^\d+\. /);
    const first = step(page, "read-activation");
    await expect(first.getByText("about a minute")).toBeVisible();
    await expect(first.getByText("You should see")).toBeVisible();
    await expect(first.getByText("Something else on your screen?")).toBeVisible();
    await expect(step(page, "check-administrator").locator("[data-step-state]")).toContainText(
      "Needs: administrator, internet.",
    );
    const otherwise = first.getByText("My Windows is in another language");
    await expect(first.getByText("how to recognize it by place and shape")).toBeHidden();
    await otherwise.click();
    await expect(first.getByText("how to recognize it by place and shape")).toBeVisible();
  });

  test("says before step 1 what is needed and how long it takes, as its steps add up", async ({
    page,
  }) => {
    await open(page);
    const needs = page.getByRole("region", { name: "What you need" });
    const [, least, most, fewest, longest] =
      ((await needs.locator("p").first().textContent()) ?? "").match(
        /(\d+) to (\d+) minutes, (\d+) to (\d+) steps/,
      ) ?? [];
    const named = await needs.getByRole("listitem").allTextContents();
    const used = new Set(
      (await page.locator("[data-step-state]").allTextContents()).flatMap(
        (text) => /Needs: ([^.]+)\./.exec(text)?.[1]?.split(", ") ?? [],
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

    // The checklist counts by other code: walk every way through the answers and compare.
    const ways: { steps: number; minutes: number }[] = [];
    const count = async () => {
      const [, steps, minutes] =
        (await summary(page).textContent())?.match(/^(\d+) steps?, about (\d+) minutes?$/) ?? [];
      if (steps) ways.push({ steps: Number(steps), minutes: Number(minutes) });
    };
    const choose = (question: string, id: string) =>
      answer(page, question, id).evaluate((radio) => (radio as HTMLInputElement).click());
    for (const first of ["linked", "organization", "something-else"]) {
      await choose("activation-message", first);
      await count();
    }
    await choose("activation-message", "not-linked");
    for (const second of ["activation-page", "your-info", "email-accounts"]) {
      await choose("way", second);
      await count();
    }
    await choose("activation-message", "not-activated");
    await choose("hardware-change", "not-changed");
    await count();
    expect(ways).toHaveLength(7);
    const steps = ways.map((one) => one.steps);
    expect([Math.min(...steps), Math.max(...steps)]).toEqual([Number(fewest), Number(longest)]);
    const minutes = ways.map((one) => one.minutes);
    // Rounded up before the start, to the nearest while under way.
    expect(Number(least) - Math.min(...minutes)).toBeLessThanOrEqual(1);
    expect(Number(most) - Math.max(...minutes)).toBeLessThanOrEqual(1);
    expect(Number(least)).toBeGreaterThanOrEqual(Math.min(...minutes));
    expect(Number(most)).toBeGreaterThanOrEqual(Math.max(...minutes));
  });
});

test.describe("C2: a Settings page", () => {
  const link = (page: Page) =>
    step(page, "read-activation").getByRole("link", { name: "Open in Settings" });
  const path = (page: Page) => step(page, "read-activation").locator("[data-copies]");

  test.describe("on Windows", () => {
    test.use({ userAgent: WINDOWS_PC });
    test("is a link, beside its written path for the version shown", async ({ page }) => {
      await open(page);
      await expect(link(page)).toHaveAttribute("href", "ms-settings:activation");
      await expect(path(page)).toContainText(/Settings.*System.*Activation/);
      await expect(path(page).getByText("On the PC:")).toBeHidden();
      await page.locator('label[for="windows-10"]').click();
      await expect(path(page).getByText("Update & Security")).toBeVisible();
      await expect(path(page).getByText("System", { exact: true })).toBeHidden();
    });

    test("has a Win+R form that can be copied", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-write"]);
      await open(page);
      await expect(path(page)).toContainText("Win + R");
      const copy = path(page).getByRole("button", { name: "Copy" });
      await copy.click();
      await expect(path(page).getByRole("button", { name: "Copied" })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
      // The site may not read the clipboard; a reader pastes.
      const field = page.getByRole("searchbox").first();
      await field.focus();
      await page.keyboard.press("Control+V");
      await expect(page.locator(":focus")).toHaveValue("ms-settings:activation");
    });
  });

  test.describe("elsewhere", () => {
    test.use({ userAgent: PHONE, viewport: { width: 390, height: 844 } });
    test("is told for the PC, and no link leads nowhere", async ({ page }) => {
      for (const address of [GUIDE, "/", "/articles/what-signing-in-shares"]) {
        await open(page, address);
        await expect(page.locator('a[href^="ms-settings:"]').filter({ visible: true })).toHaveCount(
          0,
        );
      }
      await open(page);
      await expect(path(page).getByText("On the PC:")).toBeVisible();
      await expect(path(page)).toContainText("ms-settings:activation");
    });
  });

  test("has no copy button where the page may not copy", async ({ page, baseURL }) => {
    // A name that is neither HTTPS nor this computer, as on a phone in the home network.
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
    // All else works there.
    await tick(page, "check-administrator").check();
    await expect(summary(page)).toContainText("1 of 2 done");
  });
});

test.describe("C3: a step is done when the reader says so", () => {
  for (const width of [1280, 320])
    test(`by a native checkbox of 44 × 44 pixels at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      const box = tick(page, "check-administrator");
      await expect(box).toHaveJSProperty("type", "checkbox");
      await expect(box).toHaveAccessibleName(/Check that you are an administrator and online$/);
      await box.scrollIntoViewIfNeeded();
      const size = await box.boundingBox();
      expect(size?.width).toBeGreaterThanOrEqual(44);
      expect(size?.height).toBeGreaterThanOrEqual(44);
      // All of it takes the click: the corners, too.
      await page.mouse.click((size?.x ?? 0) + 1, (size?.y ?? 0) + 1);
      await expect(box).toBeChecked();
      await expect(box).toHaveAccessibleDescription(/^Done\./);
      await expect(step(page, "check-administrator").getByText("Done.")).toBeVisible();
    });

  test("and not by opening, scrolling, following a link or waiting", async ({ page }) => {
    await open(page, `${GUIDE}#read-activation`);
    await page.mouse.wheel(0, 5000);
    await step(page, "check-administrator").locator("summary").first().click();
    await open(page, `${GUIDE}#check-administrator`);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    expect(await stored(page, KEYS.progress)).toBeNull();
  });
});

test.describe("C4: a step", () => {
  test("is open, done or skipped, and can be put back", async ({ page }) => {
    await open(page);
    const own = step(page, "check-administrator");
    await own.getByRole("button", { name: "Not for me" }).click();
    await expect(own.getByText("Skipped: not for me.")).toBeVisible();
    await expect(tick(page, "check-administrator")).not.toBeChecked();
    await page.reload();
    await own.getByRole("button", { name: "Put it back" }).click();
    await expect(own).toHaveAttribute("data-state", "open");
    await expect(own.getByRole("button", { name: "Not for me" })).toBeVisible();
    await tick(page, "check-administrator").check();
    await expect(own.getByText("You should see")).toBeHidden();
    await own.getByRole("button", { name: "Show the step" }).click();
    await expect(own.getByText("You should see")).toBeVisible();
    await expect(own.getByRole("button", { name: "Hide the step" })).toBeFocused();
    await tick(page, "check-administrator").uncheck();
    await expect(own).toHaveAttribute("data-state", "open");
  });

  test("that changed since it was done says so, keeps its tick and can be confirmed", async ({
    page,
  }) => {
    await store(page, {
      [KEYS.progress]: savedProgress({ done: ["check-administrator"], revision: 0 }),
    });
    await open(page);
    const own = step(page, "check-administrator");
    await expect(own.getByText("this step has changed since")).toBeVisible();
    await expect(tick(page, "check-administrator")).toBeChecked();
    await own.getByRole("button", { name: "Mark as done again" }).click();
    await expect(own.locator("[data-step-state]")).toHaveText(/^Done\. /);
    await expect(own).toHaveAttribute("data-state", "done");
    await expect(tick(page, "check-administrator")).toBeFocused();
  });

  test("that cannot start yet says why, and can be looked at all the same", async ({ page }) => {
    await open(page);
    const waiting = part(page, "verify");
    await expect(
      waiting.getByText("Depends on your answer to “What does the Activation page say?”"),
    ).toBeVisible();
    await expect(partBody(page, "verify")).toBeHidden();
    await waiting.getByRole("button", { name: "Show these steps anyway" }).click();
    await expect(tick(page, "read-sentence-again")).toBeVisible();
    await expect(summary(page)).toContainText("5 steps");
    await waiting.getByRole("button", { name: "Hide these steps" }).click();
    await expect(partBody(page, "verify")).toBeHidden();
    await expect(summary(page)).toContainText("2 steps");
  });

  test("no number stands before two steps, on paper neither", async ({ page }) => {
    const given: Record<string, string>[] = [
      {},
      { "activation-message": "linked" },
      { "activation-message": "not-linked" },
    ];
    for (const answers of given) {
      await store(page, { [KEYS.progress]: savedProgress({ answers }) });
      await open(page);
      const titles = await page.locator("[data-step-title]").allTextContents();
      const numbers = titles.flatMap((title) => /^\d+(?=\.)/.exec(title)?.[0] ?? []);
      expect(numbers.length).toBeGreaterThan(1);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  test("that is linked to or found while it waits is shown, and the path stays", async ({
    page,
  }) => {
    await open(page, `${GUIDE}#read-sentence-again`);
    await expect(tick(page, "read-sentence-again")).toBeInViewport();
    await expect(summary(page)).toContainText("2 steps");
    // The browser's own search tells the page by this event, then shows the block.
    await partBody(page, "record").evaluate((body) => {
      body.dispatchEvent(new Event("beforematch", { bubbles: true }));
      body.removeAttribute("hidden");
    });
    await tick(page, "check-administrator").check();
    await expect(tick(page, "write-note")).toBeVisible();
    await expect(summary(page)).toContainText("1 of 2 done");
    await part(page, "record").getByRole("button", { name: "Hide these steps" }).click();
    await expect(partBody(page, "record")).toBeHidden();
  });
});

test("C5: the summary is in words and a bar, polite, and leads to the first open step", async ({
  page,
}) => {
  await open(page);
  const bar = page.getByRole("progressbar", { name: /Steps done/ });
  const values = () =>
    bar.evaluate((element) => {
      const { value, max } = element as HTMLProgressElement;
      return { value, max };
    });
  await expect(summary(page)).toHaveRole("status");
  await expect(page.locator('[aria-current="step"]')).toHaveId("check-administrator");
  await answer(page, "activation-message", "linked").check();
  const total = (await values()).max;
  await tick(page, "check-administrator").check();
  await tick(page, "read-activation").check();
  await step(page, "read-sentence-again").getByRole("button", { name: "Not for me" }).click();
  await expect(summary(page)).toHaveText(
    new RegExp(`^2 of ${total} done, 1 skipped, about \\d+ minutes left$`),
  );
  expect(await values()).toEqual({ value: 3, max: total });
  await expect(page.locator('[aria-current="step"]')).toHaveId("find-in-device-list");
  await expect(page.getByRole("link", { name: "Continue: step 4" }).first()).toBeVisible();

  await page.goto("/");
  const card = page.getByRole("region", { name: "Continue" });
  await expect(card).toContainText(`2 of ${total} done, 1 skipped`);
  await expect(
    page.locator("header").getByRole("link", { name: "Continue: step 4" }),
  ).toBeVisible();
  await card.getByRole("link", { name: "Continue: step 4" }).click();
  await expect(tick(page, "find-in-device-list")).toBeInViewport();
  await expect(step(page, "find-in-device-list")).toHaveAttribute("aria-current", "step");
});

test("C5: the note for Continue is left with the tick, before a frame is painted", async ({
  page,
}) => {
  await open(page);
  const note = await tick(page, "check-administrator").evaluate((box: HTMLInputElement, key) => {
    box.click();
    return localStorage.getItem(key);
  }, KEYS.continue);
  expect(JSON.parse(note ?? "null")).toMatchObject({ number: 2 });
});

test.describe("C6: the answer picks the next part", () => {
  for (const [id, parts] of [
    ["linked", ["check", "verify", "record", "local-sign-in"]],
    ["not-linked", ["check", "account", "link", "verify", "record", "local-sign-in"]],
    ["not-activated", ["check", "not-activated"]],
    ["organization", ["check", "organization"]],
  ] as const)
    test(id, async ({ page }) => {
      await open(page);
      expect(await openParts(page)).toEqual(["check"]);
      await answer(page, "activation-message", id).check();
      expect(await openParts(page)).toEqual(parts);
      // What follows from the answer stands beside it, and only that.
      await expect(page.locator(".answer-outcome").filter({ visible: true }).first()).toBeVisible();
      const question = page.locator('[data-question="activation-message"]');
      await expect(question.getByRole("radio")).toHaveCount(1);
      await expect(question.getByRole("button", { name: "Change the answer" })).toBeVisible();
    });

  test("can be changed, and later answers are kept", async ({ page }) => {
    await open(page);
    const question = page.locator('[data-question="activation-message"]');
    const change = question.getByRole("button", { name: "Change the answer" });
    await answer(page, "activation-message", "not-linked").check();
    await answer(page, "way", "your-info").check();
    expect(await openParts(page)).toContain("way-your-info");
    await change.click();
    await expect(answer(page, "activation-message", "not-linked")).toBeFocused();
    await answer(page, "activation-message", "linked").check();
    expect(await openParts(page)).not.toContain("way-your-info");
    await page.reload();
    await change.click();
    // The same answer once more is an answer, too.
    await answer(page, "activation-message", "linked").click();
    await expect(question.getByRole("radio")).toHaveCount(1);
    await change.click();
    await answer(page, "activation-message", "not-linked").check();
    await expect(answer(page, "way", "your-info")).toBeChecked();
    expect(await openParts(page)).toContain("way-your-info");
  });

  test("by keyboard: arrows pass the answers, leaving the question settles it", async ({
    page,
  }) => {
    await open(page);
    const radios = page.locator('[data-question="activation-message"]').getByRole("radio");
    await radios.first().focus();
    await page.keyboard.press("Space");
    await expect(radios).toHaveCount(1);
    await expect(radios).toBeFocused();
    for (const id of ["not-linked", "product-key", "only-active"]) {
      await page.keyboard.press("ArrowDown");
      await expect(answer(page, "activation-message", id)).toBeChecked();
      await expect(answer(page, "activation-message", id)).toBeFocused();
      await expect(radios).toHaveCount(7);
    }
    await page.keyboard.press("ArrowUp");
    await expect(answer(page, "activation-message", "product-key")).toBeChecked();
    // Tab goes through the links of the answer, then out.
    const question = page.locator('[data-question="activation-message"]');
    do await page.keyboard.press("Tab");
    while (await question.evaluate((element) => element.contains(document.activeElement)));
    await expect(radios).toHaveCount(1);
    await expect(answer(page, "activation-message", "product-key")).toBeChecked();
    await expect(page.locator(":focus")).toBeInViewport();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("button", { name: "Change the answer" }).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(radios).toHaveCount(7);
    await expect(answer(page, "activation-message", "product-key")).toBeFocused();
  });

  test("the answer stays under the pointer when the others fold away", async ({ page }) => {
    await open(page);
    const choose = async (id: string) => {
      const chosen = answer(page, "activation-message", id);
      await chosen.scrollIntoViewIfNeeded();
      const before = await chosen.boundingBox();
      await page.mouse.click((before?.x ?? 0) + 4, (before?.y ?? 0) + 4);
      await expect(chosen).toBeChecked();
      await expect(
        page.locator("[data-question=activation-message]").getByRole("radio"),
      ).toHaveCount(1);
      const after = await chosen.boundingBox();
      expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThanOrEqual(1);
    };
    await choose("not-linked");
    await page.getByRole("button", { name: "Change the answer" }).first().click();
    await choose("organization");
  });
});

test("C8: linked and verified differ, and each proof stands beside its look-alike", async ({
  page,
}) => {
  await open(page);
  await answer(page, "activation-message", "linked").check();
  for (const id of ["read-sentence-again", "find-in-device-list", "sign-in-elsewhere"]) {
    await expect(step(page, id).getByText("Proof:", { exact: true })).toBeVisible();
    await expect(step(page, id).getByText("Looks like proof, and is not:")).toBeVisible();
  }
  await expect(step(page, "find-in-device-list")).toContainText(
    "The list shows devices, not licenses.",
  );
  const reached = (id: string) => page.locator(`[data-verdict="${id}"] [data-verdict-reached]`);
  // Who has read the sentence at the start has the first proof.
  await expect(reached("linked")).toBeVisible();
  await page.getByRole("button", { name: "Change the answer" }).first().click();
  await answer(page, "activation-message", "not-linked").check();
  // The device list alone proves nothing.
  await tick(page, "find-in-device-list").check();
  await expect(step(page, "find-in-device-list")).toHaveAttribute("data-state", "done");
  await expect(reached("linked")).toBeHidden();
  await tick(page, "read-sentence-again").check();
  await expect(reached("linked")).toBeVisible();
  await expect(reached("verified")).toBeHidden();
  await expect(page.locator('[data-verdict="verified"] [data-verdict-open]')).toBeVisible();
  await tick(page, "sign-in-elsewhere").check();
  await expect(reached("verified")).toBeVisible();
  await expect(page.locator('[data-verdict="verified"] [data-verdict-open]')).toBeHidden();
  await tick(page, "read-sentence-again").uncheck();
  await expect(reached("linked")).toBeHidden();
  await expect(reached("verified")).toBeHidden();
});

test("C9: a warning stands before what it warns of", async ({ page }) => {
  await open(page);
  await answer(page, "activation-message", "linked").check();
  for (const [id, warning, instruction] of [
    ["find-in-device-list", "Do not remove a PC from the list", "Read the name of this PC"],
    [
      "return-to-local-sign-in",
      "Save the recovery key of the drive",
      "Sign in with a local account",
    ],
    ["write-note", "Do not write the password", "the address of the Microsoft account"],
  ] as const) {
    const own = step(page, id);
    await expect(own.getByText("Before you do this")).toBeVisible();
    const text = await own.innerText();
    expect(text).toContain(warning);
    expect(text.indexOf(warning)).toBeLessThan(text.indexOf(instruction));
  }
  // The recovery key is saved in a step before the one that may need it.
  const ids = (await outlineOf(page)).parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  expect(ids.indexOf("save-recovery-key")).toBeLessThan(ids.indexOf("return-to-local-sign-in"));
});

test.describe("C10: without script", () => {
  test.use({ javaScriptEnabled: false });
  test("every step is open, ticks work, and one line says that they are not saved", async ({
    page,
  }) => {
    await page.goto(GUIDE);
    for (const body of await page.locator("[data-step-body]").all())
      await expect(body).toBeVisible();
    const titles = await page.locator("[data-step] h3").allTextContents();
    expect(titles.map((title) => title.split(". ")[0])).toEqual(
      titles.map((_, index) => String(index + 1)),
    );
    for (const outcome of await page.locator(".answer-outcome").all())
      await expect(outcome).toBeVisible();
    await expect(page.getByText("A part of this page did not load")).toBeHidden();
    await expect(page.locator("noscript p", { hasText: "JavaScript is off" })).toBeVisible();
    await tick(page, "check-administrator").check();
    await tick(page, "write-note").check();
    await answer(page, "way", "your-info").check();
    await expect(tick(page, "check-administrator")).toBeChecked();
    // No dead control: every button that needs a script is away.
    await expect(page.locator("main button").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText("Your progress")).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  });
});

test("C10: when the script of the guide does not arrive, the page says so and reads on", async ({
  page,
}) => {
  await store(page, { [KEYS.progress]: savedProgress({ done: ["check-administrator"] }) });
  await page.route(/\/assets\/guide/, (route) => route.abort());
  await page.goto(GUIDE);
  await expect(page.getByText("A part of this page did not load")).toBeVisible();
  await expect(step(page, "write-note").getByText("Write down:")).toBeVisible();
  await tick(page, "check-administrator").check();
  await expect(
    page.locator("[data-guide] button:not([data-copy] *)").filter({ visible: true }),
  ).toHaveCount(0);
});

test("E8: a page translated by the browser still ticks, answers, switches and undoes", async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await open(page);
  expect(await translatePage(page)).toBeGreaterThan(300);
  await tick(page, "check-administrator").check();
  await expect(step(page, "check-administrator").getByText("Done.")).toBeVisible();
  await answer(page, "activation-message", "not-linked").check();
  expect(await openParts(page)).toContain("account");
  await page.locator('label[for="windows-10"]').click();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  await expect(page.getByText("«Look next to the word »")).toBeVisible();
  await translatePage(page);
  await step(page, "check-administrator").getByRole("button", { name: "Undo" }).click();
  await expect(tick(page, "check-administrator")).not.toBeChecked();
  await step(page, "choose-account").locator("[data-step-state] button").click();
  await expect(step(page, "choose-account")).toHaveAttribute("data-state", "skipped");
  await page.locator("[data-reset]").click();
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(step(page, "choose-account")).toHaveAttribute("data-state", "skipped");
  expect(complaints).toEqual([]);
});

test("a question in a step that is ticked already is answered by arrow keys, and keeps the focus", async ({
  page,
}) => {
  await page.goto(GUIDE);
  await ready(page);
  await tick(page, "read-activation").check();
  const linked = answer(page, "activation-message", "linked");
  await linked.focus();
  await page.keyboard.press("ArrowDown");
  await expect(answer(page, "activation-message", "not-linked")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(answer(page, "activation-message", "product-key")).toBeFocused();
  await expect(answer(page, "activation-message", "product-key")).toBeChecked();
});
