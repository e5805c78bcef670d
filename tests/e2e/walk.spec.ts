import { expect, type Page } from "@playwright/test";
import {
  answer,
  card,
  goOn,
  GUIDE,
  leadsOn,
  listed,
  next,
  numberOn,
  openCards,
  outlineOf,
  step,
  summary,
  tick,
  walkTo,
  wayOf,
  type Answers,
} from "./support/guide";
import { KEYS, savedProgress, store, stored } from "./support/storage";
import { test } from "./support/test";
import { ready, watchConsole } from "./support/watch";

/*
 * A guide is shown card by card (C11 to C14). The three paths are measured as a reader on a phone meets them: cards,
 * words on the cards, clicks, and the height of a card.
 */

const PHONE = { width: 390, height: 844 };
const BEFORE = "/guides/before-hardware-change";
const RESCUE = "/guides/not-activated-after-hardware-change";

declare global {
  interface Window {
    headings: { text: string; isHeading: boolean; moved: number; atEnd: boolean }[];
  }
}

const open = async (page: Page, address = GUIDE) => {
  await page.goto(address);
  await ready(page);
};

const LINKING = { "activation-message": "not-linked", origin: "unknown" };

type Figures = { cards: string[]; words: number; presses: number; heights: number[] };

/** What readers can be expected to take (C11). A limit on the content: a writer who passes it shortens the guide. */
const LIMITS = {
  "activated, not linked": { cards: 8, words: 700, presses: 12 },
  "already linked": { cards: 4 },
  "new board, never linked": { cards: 12 },
};
/** Of a card, with its button. */
const MOST_SCREENS = 2;

/** The words on the open card before anything is expanded, without its picture. */
const cardWords = (page: Page) =>
  card(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const gone of copy.querySelectorAll(
      ".step-picture, .step-told, details > :not(summary), .unseen, [hidden], .step-note, .outcome, .step-next-place",
    ))
      gone.remove();
    const version = document.documentElement.dataset.windows;
    for (const other of copy.querySelectorAll<HTMLElement>("[data-only]"))
      if (other.dataset.only !== version) other.remove();
    for (const hidden of copy.querySelectorAll(".opens-on-windows")) hidden.remove();
    return (copy.textContent ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
      .length;
  });

/** Walks a guide to its end. */
async function walk(page: Page, answers: Answers): Promise<Figures> {
  const figures: Figures = { cards: [], words: 0, presses: 0, heights: [] };
  while ((await card(page).count()) > 0 && figures.cards.length < 20) {
    figures.words += await cardWords(page);
    const button = await leadsOn(page, answers);
    // From the top of the card to the end of the button: the distance that a reader scrolls.
    figures.heights.push(
      await button.evaluate((element) => {
        const from = element.closest("[data-step]")?.getBoundingClientRect().top ?? 0;
        const body = element.closest(".step-next") ?? element;
        const before = [
          ...(element.closest("[data-step]")?.querySelectorAll(".step-see") ?? []),
        ].at(-1);
        return Math.round(
          Math.max(
            before?.getBoundingClientRect().bottom ?? 0,
            question_(element) ? element.getBoundingClientRect().bottom : 0,
          ) +
            (body as HTMLElement).offsetHeight -
            from,
        );
        function question_(one: Element) {
          return one.closest("[data-question]") !== null;
        }
      }),
    );
    figures.cards.push(await goOn(page, answers));
    figures.presses += 1;
  }
  return figures;
}

/** Prints the figures of a path, and names each limit that they pass. */
const expectWithinLimits = (name: keyof typeof LIMITS, figures: Figures) => {
  const { cards, words, presses, heights } = figures;
  const text = `${name}: ${cards.length} cards, ${words} words, ${presses} presses, highest card ${Math.max(...heights)} px (${heights.join(", ")})`;
  test.info().annotations.push({ type: "figures", description: text });
  console.log(text);
  const found = { cards: cards.length, words, presses };
  for (const [what, limit] of Object.entries(LIMITS[name]))
    expect
      .soft(
        found[what as keyof typeof found],
        `“${name}” may have ${limit} ${what} at most: ${cards.join(", ")}`,
      )
      .toBeLessThanOrEqual(limit);
  expect
    .soft(Math.max(...heights), `a card may be ${MOST_SCREENS} screens high at most`)
    .toBeLessThanOrEqual(MOST_SCREENS * PHONE.height);
};

test.describe("the paths, on a phone", () => {
  test.use({ viewport: PHONE });

  test("activated, not linked, Windows 11, local account @firefox", async ({ page }) => {
    await open(page);
    const figures = await walk(page, { "activation-message": "not-linked", origin: "with-pc" });
    expectWithinLimits("activated, not linked", figures);
    await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeFocused();
  });

  test("already linked", async ({ page }) => {
    await open(page);
    const figures = await walk(page, { "activation-message": "linked", origin: "with-pc" });
    expectWithinLimits("already linked", figures);
    await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeFocused();
  });

  test("what was proved and answered there is not asked again before a change", async ({
    page,
  }) => {
    await open(page);
    await walk(page, { "activation-message": "linked", origin: "with-pc" });
    await page.getByRole("link", { name: "Next: before you change hardware" }).click();
    await ready(page);
    await expect(card(page)).toHaveAttribute("data-step", "say-what-changes");
    const { cards } = await walk(page, {
      change: "board",
      after: "activated",
    });
    expect(cards).toContain("ask-maker-first");
    for (const known of ["say-where-windows-came-from", "read-state", "link-and-verify"])
      expect(cards).not.toContain(known);
  });

  test("new board, not activated, never linked", async ({ page }) => {
    await open(page, RESCUE);
    const figures = await walk(page, await worstAnswers(page));
    expectWithinLimits("new board, never linked", figures);
    await expect(page.locator("[data-finish] h2:visible")).toBeFocused();
  });
});

/** The answers in the rescue guide of a reader whom nothing helps. */
async function worstAnswers(page: Page): Promise<Answers> {
  const questions = await page.locator("[data-question]").evaluateAll((all) =>
    all.map((one) => ({
      id: (one as HTMLElement).dataset.question ?? "",
      answers: [...one.querySelectorAll<HTMLElement>("[data-answer]")].map(
        ({ dataset }) => dataset.answer ?? "",
      ),
    })),
  );
  const worst = [
    "not-activated",
    "not-linked",
    "no",
    "none",
    "refused",
    "preinstalled",
    "still-not",
  ];
  return Object.fromEntries(
    questions.map(({ id, answers }) => [
      id,
      worst.find((one) => answers.includes(one)) ?? answers.at(-1) ?? "",
    ]),
  );
}

test.describe("the end", () => {
  /** The card at the end, whose title has the focus, and its button. */
  const ends = async (page: Page, title: string, leadsTo: string) => {
    const end = page.locator("[data-finish] article:visible");
    await expect(end.getByRole("heading", { name: title })).toBeFocused();
    await expect(end.locator(".button")).toHaveAttribute("href", leadsTo);
    return end;
  };

  test("comes in each guide, whatever was answered, and leads on", async ({ page }) => {
    await open(page, "/guides/reinstall-and-keep-activated");
    await walkTo(page, undefined, { hardware: "board" });
    await ends(page, "Another guide helps", "/guides/before-hardware-change");

    await open(page, "/guides/move-retail-license");
    await walkTo(page, undefined, { bought: "do-not-know" });
    await ends(page, "Find out first", "/guides/which-license");
  });

  test("never says activated to a reader who is not", async ({ page }) => {
    await open(page, "/guides/before-hardware-change");
    await walkTo(page, undefined, { change: "system-disk", after: "not-activated" });
    const end = await ends(
      page,
      "Now activate it again",
      "/guides/not-activated-after-hardware-change",
    );
    await expect(end).not.toHaveAttribute("data-good");
    await page.getByRole("button", { name: /^Change “Change the part/ }).click();
    await answer(page, "after", "activated").press("Enter");
    await ends(page, "Through the change", "/guides/link-your-license");
  });

  test("comes anew after a changed answer: what was seen without its steps is asked again", async ({
    page,
  }) => {
    const answers = { linked: "linked-no", now: "now-not", outcome: "ended-not" };
    const change = async (title: string, question: string, to: string) => {
      await page.getByRole("button", { name: `Change “${title}”` }).press("Enter");
      await answer(page, question, to).press("Enter");
    };
    await open(page, RESCUE);
    await walkTo(page, undefined, { ...answers, decision: "new-license" });
    await ends(page, "A new license comes next", "/answers/money");
    await change("Find out whether it was linked", "linked", "linked-likely");
    await expect(card(page)).toHaveId("open-troubleshooter");
    await walkTo(page, "read-again", { result: "result-list" });
    await expect(answer(page, "now", "now-not")).toHaveAttribute("aria-pressed", "true");
    await expect(card(page)).toContainText("Is your answer below still right?");
    await walkTo(page, undefined, { ...answers, decision: "old-board" });
    await ends(page, "The old board comes back", "/guides/link-your-license");
    // Who says that Windows is activated is not asked whether it is, and not told to buy.
    await change("Enter the old key, if you have one", "key-result", "key-activated");
    await expect(step(page, "say-how-it-ended")).toContainText("Activated");
    await expect(card(page)).toHaveId("read-proof");
    await walkTo(page);
    await ends(page, "Activated, and linked", "/guides/before-hardware-change");
  });

  test("in the rescue guide never offers a purchase before the key and the shop were tried", async ({
    page,
  }) => {
    await open(page, RESCUE);
    await walkTo(page, undefined, { result: "result-activated", now: "now-activated" });
    await ends(page, "Activated, and linked", "/guides/before-hardware-change");
    await page.getByRole("button", { name: "Change “Say how it ended”" }).press("Enter");
    await answer(page, "outcome", "ended-not").press("Enter");
    await expect(step(page, "read-again")).toContainText("Still not activated");
    await expect(card(page)).toHaveId("enter-old-key");
  });

  test("does not call a link proven whose first sentence reads otherwise now", async ({ page }) => {
    await open(page);
    await walkTo(page, undefined, LINKING);
    const proven = page.getByRole("heading", { name: "Linked and proven" });
    await expect(proven).toBeFocused();
    await page
      .getByRole("button", { name: "Change “Read the Activation sentence”" })
      .press("Enter");
    await answer(page, "activation-message", "product-key").press("Enter");
    await expect(proven).toHaveCount(0);
    await expect(card(page)).toHaveId("read-sentence-again");
  });
});

test.describe("C11: one step is open", () => {
  test("as a card; the others are lines, and branches that no answer has opened are not listed", async ({
    page,
  }) => {
    await open(page);
    const { chapters, parts } = await outlineOf(page);
    const way = await wayOf(page, LINKING);
    const chapterOf = (id: string) =>
      chapters.findIndex(
        ({ id: chapter }) =>
          parts.find(({ steps }) => steps.some((one) => one.id === id))?.chapter === chapter,
      );
    /** The way up to the end of a step's chapter. */
    const upTo = (id: string) => way.filter((one) => chapterOf(one) <= chapterOf(id));
    expect(await listed(page)).toEqual(["read-activation"]);
    await expect(page.locator("[data-step-body]").filter({ visible: true })).toHaveCount(1);
    await answer(page, "activation-message", "not-linked").click();
    // The rest of its chapter follows.
    expect(await listed(page)).toEqual(upTo("read-activation"));
    expect(upTo("read-activation")).not.toContain("choose-account");
    await walkTo(page, "say-where-windows-came-from");
    await answer(page, "origin", "with-pc").click();
    // Bad news comes before time is spent.
    await expect(
      page.locator("[data-step-told]").getByText("normally needs a new license, linked or not"),
    ).toBeVisible();
    await walkTo(page, "add-on-activation-page");
    expect(await listed(page)).toEqual(upTo("add-on-activation-page"));
    expect(upTo("add-on-activation-page")).not.toContain("find-in-device-list");
    await expect(step(page, "read-activation")).toContainText("“…with a digital license”");
    await expect(
      step(page, "check-administrator").getByRole("button", { name: "Change “Check" }),
    ).toBeVisible();
  });

  for (const viewport of [PHONE, { width: 1280, height: 900 }])
    for (const guide of [GUIDE, BEFORE, RESCUE])
      test(`every press of ${guide} brings the next heading to the same place, focused, ${viewport.width} px`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await open(page, guide);
        await page.evaluate(() => {
          // Where the heading of the open card is at the moment of the press, after whatever scrolling led to the button.
          const heading = () => document.querySelector("[data-step][data-shows=card] h3");
          const inCard = (title?: Element | null) =>
            (title?.getBoundingClientRect().top ?? 0) -
            (title?.closest("[data-step], article")?.getBoundingClientRect().top ?? 0);
          window.headings = [];
          document.addEventListener(
            "click",
            () => {
              const left = heading();
              const before = left?.getBoundingClientRect().top ?? 0;
              const leftInCard = inCard(left);
              // The next task: after the listeners of the site, which do all in the same one.
              setTimeout(() => {
                const focused = document.activeElement;
                const chapters = document.querySelector("[data-chapters]");
                const sticks = getComputedStyle(chapters!).position === "sticky";
                const { top, height } = chapters!.getBoundingClientRect();
                const header = document.querySelector("header > *")!.getBoundingClientRect().bottom;
                window.headings.push({
                  text: focused?.textContent ?? "",
                  isHeading: focused?.matches("h2, h3") ?? false,
                  moved:
                    (focused?.getBoundingClientRect().top ?? 0) -
                    Math.max(
                      before,
                      // Never under what stays at the top of the window.
                      (sticks ? top + height : header) + 8 + Math.max(leftInCard, inCard(focused)),
                    ),
                  atEnd: scrollY + innerHeight >= document.documentElement.scrollHeight - 1,
                });
              });
            },
            true,
          );
        });
        const cards = [];
        while ((await card(page).count()) > 0) {
          cards.push(await goOn(page, LINKING));
          const told = page.locator("[data-step-told][data-tells]:not(:empty)");
          for (const one of await told.all()) await expect(one).toBeInViewport({ ratio: 1 });
        }
        await expect
          .poll(() => page.evaluate(() => window.headings.length), { message: "headings noted" })
          .toBe(cards.length);
        const headings = await page.evaluate(() => window.headings);
        expect(
          headings.filter(
            ({ isHeading, moved, atEnd }) => !isHeading || (Math.abs(moved) > 3 && !atEnd),
          ),
        ).toEqual([]);
      });

  test.describe("a second press at once", () => {
    test("a double click does one step", async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page);
      const way = await wayOf(page, LINKING);
      await answer(page, "activation-message", "not-linked").dblclick();
      await expect(card(page)).toHaveAttribute("data-step", way[1] ?? "");
      await walkTo(page, way[2], LINKING);
      await next(page).dblclick();
      await expect(card(page).locator("h3")).toBeFocused();
      await expect(card(page)).toHaveAttribute("data-step", way[3] ?? "");
      expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
    });

    test("nor do two clicks between which the mouse slipped, or the second one on a link of the end", async ({
      page,
    }) => {
      await open(page);
      const way = await wayOf(page, LINKING);
      await walkTo(page, way[2], LINKING);
      const pressTwice = async () => {
        await next(page).scrollIntoViewIfNeeded();
        const { x, y, width, height } = (await next(page).boundingBox())!;
        await page.mouse.click(x + width / 2, y + height / 2);
        await page.mouse.click(x + width / 2 + 12, y + height / 2);
      };
      await pressTwice();
      await page.waitForTimeout(600);
      await expect(card(page)).toHaveAttribute("data-step", way[3] ?? "");

      await open(page, RESCUE);
      await answer(page, "state", "organization").press("Enter");
      const end = page.locator(".finish-card").filter({ visible: true });
      // Wherever the end's link is after the press, the second click hits it.
      await page.evaluate(() => {
        const link = [...document.querySelectorAll<HTMLElement>(".finish-next a")].find((one) =>
          one.closest('[data-finish-end="0"]'),
        );
        link!.style.cssText = "position: fixed; inset: 0; z-index: 999";
      });
      await pressTwice();
      await expect(end).toHaveCount(1);
      await page.waitForTimeout(600);
      expect(new URL(page.url()).pathname).toBe(RESCUE);
      await page.mouse.click(200, 200);
      await page.waitForURL("**/messages/organization");
    });

    test.describe("with a finger", () => {
      test.use({ viewport: PHONE, hasTouch: true, isMobile: true });
      test("a double tap does one step; a tap after reading does the next", async ({ page }) => {
        await open(page);
        const way = await wayOf(page, LINKING);
        await walkTo(page, way[2], LINKING);
        const { x, y, width, height } = (await next(page).boundingBox())!;
        const tapThere = () => page.touchscreen.tap(x + width / 2, y + height / 2);
        await tapThere();
        await tapThere();
        await expect(card(page)).toHaveAttribute("data-step", way[3] ?? "");
        await page.waitForTimeout(600);
        await expect(card(page)).toHaveAttribute("data-step", way[3] ?? "");
        await tapThere();
        await expect(card(page)).toHaveAttribute("data-step", way[4] ?? "");
      });
    });
  });

  test("the consequence of an answer is below the next heading, and announced", async ({
    page,
  }) => {
    await open(page);
    const [, second = ""] = await wayOf(page, LINKING);
    await answer(page, "activation-message", "not-linked").click();
    await expect(step(page, second).locator("h3")).toBeFocused();
    await expect(step(page, second).getByText("Linking is free")).toBeInViewport();
    await expect(page.getByRole("status").filter({ hasText: "Linking is free" })).toHaveCount(1);
    // It is gone with the next press, and beside its answer in the card that gave it.
    await walkTo(page, "choose-account", LINKING);
    await page.getByRole("button", { name: "Change “Read the Activation sentence”" }).click();
    await expect(step(page, second).getByText("Linking is free")).toHaveCount(0);
    await expect(step(page, "read-activation").getByText("Linking is free")).toBeVisible();
  });

  test("Change opens a done step again; its answer can be changed or kept @firefox", async ({
    page,
  }) => {
    await open(page);
    const number = numberOn(await wayOf(page, LINKING), "choose-account");
    await walkTo(page, "choose-account", LINKING);
    await page.getByRole("button", { name: "Change “Read the Activation sentence”" }).click();
    await expect(step(page, "read-activation").locator("h3")).toBeFocused();
    expect(await openCards(page)).toEqual(["read-activation"]);
    await expect(answer(page, "activation-message", "not-linked")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await answer(page, "activation-message", "not-linked").click();
    expect(await openCards(page)).toEqual(["choose-account"]);
    await page.getByRole("button", { name: "Change “Check that you" }).press("Enter");
    await expect(next(page)).toHaveText(`Back to step ${number}`);
    await next(page).press("Enter");
    expect(await openCards(page)).toEqual(["choose-account"]);
    await expect(tick(page, "check-administrator")).toBeChecked();
  });

  test("Show all steps expands everything, for the visit", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Show all steps" }).click();
    const bodies = page.locator("[data-step-body]");
    expect(await bodies.count()).toBeGreaterThan(12);
    for (const body of await bodies.all()) await expect(body).toBeVisible();
    await page.reload();
    await ready(page);
    await expect(step(page, "go-through-screens").locator("[data-step-body]")).toBeVisible();
    await page.getByRole("button", { name: "Show one step" }).click();
    await expect(page.locator("[data-step-body]").filter({ visible: true })).toHaveCount(1);
    await page.reload();
    await ready(page);
    await expect(page.locator("[data-step-body]").filter({ visible: true })).toHaveCount(1);
  });

  test("the browser's own search opens what it finds", async ({ page }) => {
    await open(page);
    const body = step(page, "go-through-screens").locator("[data-step-body]");
    await expect(body).toHaveAttribute("hidden", "until-found");
    // The browser dispatches this event, then shows the block.
    await body.evaluate((element) => {
      element.dispatchEvent(new Event("beforematch", { bubbles: true }));
      element.removeAttribute("hidden");
    });
    await expect(body).toBeVisible();
    expect(await openCards(page)).toEqual(["go-through-screens"]);
    const { length } = await wayOf(page);
    await expect(summary(page)).toHaveText(new RegExp(`^${length} steps, about \\d+ minutes$`));
  });

  test("an address opens its step: a current one, a replacement, the first of a part @firefox", async ({
    page,
  }) => {
    const { parts } = await outlineOf(page);
    const firstOf = (part: string) => parts.find(({ id }) => id === part)?.steps[0]?.id ?? "";
    for (const [hash, id] of [
      ["go-through-screens", "go-through-screens"],
      ["sign-in-elsewhere", "find-in-device-list"],
      ["verify", firstOf("verify")],
      ["local-sign-in", firstOf("local-sign-in")],
    ] as const) {
      await page.goto("/robots.txt");
      await open(page, `${GUIDE}#${hash}`);
      expect(await openCards(page), hash).toEqual([id]);
      await expect(step(page, id).locator("h3")).toBeInViewport();
    }
  });

  test("chapters are there from the start, and their progress never falls back when an answer adds steps", async ({
    page,
  }) => {
    await open(page);
    const values = () =>
      page
        .getByRole("progressbar")
        .evaluateAll((bars) => bars.map((bar) => (bar as HTMLProgressElement).value));
    const { chapters } = await outlineOf(page);
    await expect(page.getByRole("list", { name: "Chapters" }).getByRole("listitem")).toHaveText(
      chapters.map(({ title }) => new RegExp(`^${title}`)),
    );
    let before = await values();
    for (const id of ["something-else", "not-activated", "not-linked"]) {
      if (id !== "something-else")
        await page.getByRole("button", { name: "Change “Read the A" }).click();
      await answer(page, "activation-message", id).press("Enter");
      await expect.poll(async () => Math.max(...(await values()))).toBeGreaterThan(0);
      const now = await values();
      for (const [index, value] of now.entries())
        expect(value).toBeGreaterThanOrEqual(before[index] ?? 0);
      before = now;
    }
  });
});

test.describe("on a phone, the bar at the bottom", () => {
  test.use({ viewport: PHONE });

  test("names the step, leads on, and never covers the focus @firefox", async ({ page }) => {
    await open(page);
    await walkTo(page, "check-administrator", LINKING);
    await expect(next(page)).toBeInViewport();
    const way = await wayOf(page, LINKING);
    await expect(card(page).locator(".step-next-place")).toContainText(
      `Step ${numberOn(way, "check-administrator")} of ${way.length}`,
    );
    // Through everything focusable in the card, forward and backward.
    for (const key of ["Tab", "Shift+Tab"])
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press(key);
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused?.closest("[data-shows=card]") || focused.closest(".step-next")) return false;
          const bar = document
            .querySelector("[data-shows=card] .step-next")
            ?.getBoundingClientRect();
          const own = focused.getBoundingClientRect();
          return bar !== undefined && own.bottom > bar.top + 1 && own.top < bar.bottom - 1;
        });
        expect(
          covered,
          await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)),
        ).toBe(false);
      }
  });
});

test.describe("C13: an answer from another page", () => {
  test("opens the guide with the question answered, and disappears from the address", async ({
    page,
  }) => {
    await open(page, `${GUIDE}?windows=11&answer=activation-message.not-activated`);
    await expect(answer(page, "activation-message", "not-activated")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(page).toHaveURL(`${GUIDE}?windows=11`);
    const [, second] = await wayOf(page, { "activation-message": "not-activated" });
    expect(await openCards(page)).toEqual([second]);
    await expect(page.getByText("Windows has to be activated")).toBeVisible();
  });

  test("never overrules one that was given there: the guide asks", async ({ page }) => {
    await store(page, {
      [KEYS.progress]: savedProgress({
        done: ["read-activation"],
        answers: { "activation-message": "linked" },
      }),
    });
    await open(page, `${GUIDE}?answer=activation-message.not-linked`);
    await expect(answer(page, "activation-message", "linked")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const notice = page.getByRole("region", { name: "Notice" });
    await expect(notice).toHaveText(
      /^You answered “…linked to your Microsoft account” here before\. The link says “…with a digital license”\./,
    );
    await notice.getByRole("button", { name: "Take the new one" }).click();
    await expect(answer(page, "activation-message", "not-linked")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const [, second] = await wayOf(page, { "activation-message": "not-linked" });
    expect(await openCards(page)).toEqual([second]);
  });

  for (const wrong of [
    "activation-message.nonsense",
    "nothing.linked",
    "<b>",
    "activation-message",
  ])
    test(`that the guide does not know changes nothing: ${wrong}`, async ({ page }) => {
      const complaints = watchConsole(page);
      await open(page, `${GUIDE}?answer=${encodeURIComponent(wrong)}`);
      expect(await listed(page)).toEqual(["read-activation"]);
      expect(await stored(page, KEYS.progress)).toBeNull();
      expect(complaints).toEqual([]);
    });
});

test.describe("C14: success", () => {
  test("is celebrated at the sentence, and ends with a License card", async ({ page }) => {
    const answers = { "activation-message": "not-linked" };
    const way = await wayOf(page, answers);
    const all = `${way.length} of ${way.length} done`;
    const done = way.slice(0, way.indexOf("read-sentence-again"));
    await store(page, { [KEYS.progress]: savedProgress({ done, answers }) });
    await open(page);
    await expect(card(page)).toHaveId("read-sentence-again");
    await next(page).click();
    const moment = page.locator('[data-moment="linked"]');
    await expect(moment).toBeInViewport();
    await expect(moment).toContainText(
      "Windows is activated with a digital license linked to your Microsoft account",
    );
    await expect(
      page.getByRole("status").filter({ hasText: "Linked. Windows is activated with" }),
    ).toHaveCount(1);
    await next(page).click();
    await expect(moment).toBeHidden();
    await walkTo(page);
    await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeFocused();
    await expect(page.getByRole("link", { name: "Print the card" })).toBeVisible();
    // What can undo the link is not a step; it is offered now, with what to read first.
    await expect(summary(page)).toContainText(all);
    await page.getByRole("link", { name: "Prefer a local sign-in? Read this first" }).click();
    await expect(card(page)).toHaveId("return-to-local-sign-in");
    await expect(card(page).getByText("recovery key on paper first")).toBeVisible();
    await expect(summary(page)).toContainText(all);
  });

  test("the card keeps what the reader adds, the account masked, never a key or a password", async ({
    page,
  }) => {
    const answers = { "activation-message": "linked" };
    const done = await wayOf(page, answers);
    await store(page, { [KEYS.progress]: savedProgress({ done, answers, revision: 2 }) });
    await open(page);
    const account = page.getByLabel("Account, to remember which");
    for (const secret of [
      "W269N-WFGWX-YVC9B-4J6C9-T83GX",
      "correct horse battery staple",
      "hunter2",
    ]) {
      await account.fill(secret);
      await account.press("Enter");
      await expect(page.locator("[data-card-note]")).toContainText("Nothing was saved");
      expect(await stored(page, KEYS.progress)).not.toContain(secret);
    }
    await account.fill("mum.smith@Outlook.com");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(page.getByText("m•••@outlook.com", { exact: true })).toBeVisible();
    await page.getByLabel("Edition").selectOption("Home");
    const seenBy = page.getByLabel("Seen by");
    await seenBy.fill("W269N-WFGWX-YVC9B-4J6C9-T83GX");
    await seenBy.blur();
    await expect(seenBy).toHaveValue("");
    await seenBy.fill("Ben");
    await seenBy.blur();
    // A step of the guide asks for it, too.
    await page
      .locator("[data-license-card]")
      .getByRole("group", { name: "Did Windows come with this PC?" })
      .getByRole("radio", { name: "Yes" })
      .check();
    await expect(page.getByText("A new board normally needs a new license")).toBeVisible();
    expect(await stored(page, KEYS.progress)).not.toMatch(/mum\.smith/i);
    await page.reload();
    await ready(page);
    await expect(page.getByText("m•••@outlook.com", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Edition")).toHaveValue("home");
    await expect(seenBy).toHaveValue("Ben");
    await page.getByRole("link", { name: "Print the card" }).click();
    await ready(page);
    await expect(page.locator("[data-sheet]")).toContainText("m•••@outlook.com");
    await expect(page.locator("[data-sheet]")).toContainText("Windows 11 Home");
    await expect(page.locator("[data-sheet]")).toContainText("Ben");
  });
});

test("on a wide screen the chapters stay in view and cover no card", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page);
  await answer(page, "activation-message", "not-linked").click();
  const current = page.locator("[data-chapter][data-state=current]");
  await page.locator("footer").scrollIntoViewIfNeeded();
  await card(page).locator("[data-next], [data-answer]").last().scrollIntoViewIfNeeded();
  await expect(current).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("End");
  await card(page).locator("[data-answer]").first().click();
  const chapters = await page.locator("[data-chapters]").boundingBox();
  const next = await card(page).boundingBox();
  expect(next?.y).toBeGreaterThanOrEqual((chapters?.y ?? 0) + (chapters?.height ?? 0));
});

test("the last cards of the rescue guide can be done, and say what they cost", async ({ page }) => {
  await open(page, RESCUE);
  await expect(step(page, "find-reason").locator(".step-text a[href='/errors']")).toHaveCount(1);
  await expect(step(page, "say-how-it-ended").locator("figcaption").first()).toContainText(
    "not activated",
  );
  await expect(step(page, "decide").locator(".step-text")).toContainText("139 US dollars");
});

test("at most 900 elements are laid out initially", async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    // Measuring rectangles would lay out collapsed elements; this does not.
    const count = await page.evaluate(
      () => [...document.querySelectorAll("*")].filter((one) => one.checkVisibility()).length,
    );
    expect(count).toBeLessThanOrEqual(900);
  }
});

test("reduced motion is respected", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await answer(page, "activation-message", "not-linked").click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
