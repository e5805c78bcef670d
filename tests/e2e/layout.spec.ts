import { devices, expect, type Page } from "@playwright/test";
import { GUIDE } from "./support/guide";
import { KEYS, savedProgress, store } from "./support/storage";
import { open, TEMPLATES, type Template } from "./support/templates";
import { test } from "./support/test";
import { ready } from "./support/watch";

// Many small checks of one page take their time on a busy machine.
test.setTimeout(90_000);

const template = (name: string) => TEMPLATES.find((one) => one.name === name) as Template;

test("the header stays on one line, even with “Continue: step 12”", async ({ page }) => {
  await open(page, template("article"));
  const top = page.locator("header > div").nth(0);
  const below = page.locator("header > div").nth(1);
  for (const width of [1440, 1280, 1260, 768, 390, 375, 360]) {
    await page.setViewportSize({ width, height: 844 });
    expect((await top.boundingBox())?.height, `first row at ${width} px`).toBeLessThan(80);
    if (width < 1280)
      expect((await below.boundingBox())?.height, `second row at ${width} px`).toBeLessThan(56);
    await expect(page.getByRole("link", { name: "Continue: step 12" })).toBeVisible();
  }
});

for (const width of [390, 1280])
  test(`on the home page, the note of a choice begins below its sentence, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/");
    const notes = page.locator(".hero-choice small");
    await expect(notes.first()).toBeVisible();
    for (const note of await notes.all()) {
      const sentence = await note.locator("xpath=preceding-sibling::span").boundingBox();
      expect((await note.boundingBox())?.x).toBe(sentence?.x);
    }
  });

test.describe("on a phone", () => {
  test.use({
    userAgent: devices["iPhone 13"].userAgent,
    viewport: { width: 390, height: 844 },
  });
  for (const windows of ["11", "10"])
    test(`the first choice of the home page is in the first screen, Windows ${windows}`, async ({
      page,
    }) => {
      await page.goto(`/?windows=${windows}`);
      await ready(page);
      const choice = await page.locator(".hero-choice").first().boundingBox();
      expect(choice?.y).toBeLessThanOrEqual(700);
    });

  test("what follows from a chosen sentence comes into view", async ({ page }) => {
    await page.goto("/");
    await ready(page);
    const choice = page.locator(".hero-choice").nth(1);
    await choice.getByRole("radio").check();
    await expect(choice.locator(".button")).toBeInViewport({ ratio: 1 });
  });

  test("also above a guide to continue, with its whole box", async ({ page }) => {
    const answers = { "activation-message": "not-linked" };
    await store(page, { [KEYS.progress]: savedProgress({ done: ["read-activation"], answers }) });
    await page.goto(GUIDE);
    await ready(page);
    await page.goto("/");
    await ready(page);
    await expect(page.locator(".hero-continue")).toBeVisible();
    const choice = await page.locator(".hero-choice").first().boundingBox();
    expect((choice?.y ?? 0) + (choice?.height ?? 0)).toBeLessThanOrEqual(844 - 8);
  });
});

test("on a phone the sections open from the menu, even without script", async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto("/");
  const guides = page.getByRole("navigation", { name: "Sections" }).getByRole("link", {
    name: "Guides",
  });
  await expect(guides).toBeHidden();
  await page.getByText("Menu", { exact: true }).click();
  await guides.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Guides");
  await context.close();
});

/** The focused element: its name, whether its ring is visible, and whether anything covers it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // The toggle's radios are visually hidden; their labels have the ring.
    const drawn = (element.closest(".segments label") as HTMLElement | null) ?? element;
    const style = getComputedStyle(drawn);
    const box = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect();
    // Corners are round and controls overlap by a pixel, so this looks inside.
    const points = [0.5, 0.15, 0.85].map((part) => [
      box.left + Math.min(box.width * part, box.width - 3),
      box.top + Math.min(box.height * part, box.height - 3),
    ]);
    const over = points.map(([x = 0, y = 0]) => document.elementFromPoint(x, y));
    const seen =
      // What is one pixel large is hidden.
      Math.min(box.width, box.height) > 1 &&
      over.some((at) => at !== null && (drawn.contains(at) || at.contains(drawn)));
    return {
      name: `${element.tagName.toLowerCase()} “${(element.textContent?.trim() || element.id).slice(0, 50)}”`,
      body: element === document.body,
      ring:
        (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) ||
        (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2),
      seen,
      over: `${over[0]?.tagName} ${over[0]?.className} at ${Math.round(box.top)}–${Math.round(box.bottom)}`,
      inside: box.bottom > 0 && box.top < innerHeight,
    };
  });

for (const { name, stops } of [
  { name: "home-begun", stops: 40 },
  { name: "guide-begun", stops: 45 },
  { name: "error list", stops: 25 },
])
  for (const width of [1280, 390])
    test(`the focus is always visible: ${name} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(page, template(name));
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
        getSelection()?.removeAllRanges();
        scrollTo(0, 0);
      });
      // After a click, the browser continues from there, so start over.
      if (name === "guide-begun") await page.reload();
      await page.locator("html[data-ready]").waitFor();
      const bad: string[] = [];
      const step = async (key: string) => {
        await page.keyboard.press(key);
        const { name, body, ring, seen, over, inside } = await focused(page);
        if (!body && !(ring && seen && inside))
          bad.push(
            `${key}: ${name}${ring ? "" : ": no ring"}${seen ? "" : `: covered by ${over}`}`,
          );
        return name;
      };
      expect(await step("Tab")).toContain("Skip to the content");
      for (let count = 1; count < stops; count += 1) await step("Tab");
      // Going backward is when a sticky header covers things.
      for (let count = 1; count < stops / 2; count += 1) await step("Shift+Tab");
      expect(bad).toEqual([]);
    });

test("the skip link leads past the header", async ({ page }) => {
  await page.goto("/messages");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(
    await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement)),
  ).toBe(true);
});

test("ticks and the toggle are 44 px", async ({ page }) => {
  await open(page, template("guide"));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const box of await page.locator(".step-tick:visible").all()) {
      const { width, height } = (await box.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    for (const label of await page.locator("[data-windows-toggle] label:visible").all()) {
      const { width, height } = (await label.boundingBox())!;
      expect(width).toBeGreaterThanOrEqual(44);
      // The group's border belongs to no label, so 42 of its 46 px are clickable.
      expect(height).toBeGreaterThanOrEqual(42);
    }
  }
});

test("the focus ring stands out, light and dark", async ({ page }) => {
  await page.goto(GUIDE);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const ratios = await page.evaluate(() => {
      const channels = (color: string) => {
        const context = new OffscreenCanvas(1, 1).getContext("2d")!;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
      };
      const luminance = (color: string) => {
        const [red = 0, green = 0, blue = 0] = channels(color);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ratio = (one: string, other: string) => {
        const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
      };
      const link = document.querySelector<HTMLElement>("main a")!;
      link.focus({ focusVisible: true } as FocusOptions);
      const ring = getComputedStyle(link).outlineColor;
      return ["html", "header > div", ".step", ".segments"].map((selector) =>
        ratio(ring, getComputedStyle(document.querySelector(selector)!).backgroundColor),
      );
    });
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(3);
  }
});

test("nothing moves for a reader who prefers reduced motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const one of ["home", "guide-begun", "search-dialog"]) {
    await open(page, template(one));
    expect(
      await page.evaluate(() => {
        const moves = (element: Element) => {
          const { scrollBehavior, transitionDuration, animationDuration } =
            getComputedStyle(element);
          const lasts = (durations: string) => durations.split(",").some((d) => parseFloat(d) > 0);
          return (
            scrollBehavior === "smooth" || lasts(transitionDuration) || lasts(animationDuration)
          );
        };
        return [...document.querySelectorAll("*")].filter(moves).map(({ className }) => className);
      }),
    ).toEqual([]);
  }
});
