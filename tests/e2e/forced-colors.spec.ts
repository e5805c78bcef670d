import { expect, type Locator } from "@playwright/test";
import { numberOn, wayOf } from "./support/guide";
import { BEGUN, open, SKIPPED, TEMPLATES, type Template } from "./support/templates";
import { test } from "./support/test";

/*
 * X2: contrast themes of Windows. The browser replaces all colors and drops most backgrounds, so each state needs
 * something else: a line, a mark, a word. The screenshots in reports/screenshots/ are for people.
 */
test.use({ forcedColors: "active" });

const template = (name: string) => TEMPLATES.find((one) => one.name === name) as Template;

// They assert nothing, so they are off by default: KEYLINK_SCREENSHOTS=1 npm test -- --only=e2e
for (const one of process.env.KEYLINK_SCREENSHOTS ? TEMPLATES : [])
  test(`screenshots: ${one.name}`, async ({ page }) => {
    await open(page, one);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme, forcedColors: "active" });
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
        await page.screenshot({
          path: `reports/screenshots/forced-colors-${one.name}-${colorScheme}-${width}.png`,
          // A long guide repeats itself; its beginning has every kind of element.
          clip: { x: 0, y: 0, width, height: 2400 },
          fullPage: true,
        });
      }
  });

/** The painted style of an element or of its ::before or ::after. */
const style = (element: Locator, property: string, pseudo = "") =>
  element.evaluate(
    (node, [property, pseudo]) =>
      getComputedStyle(node, pseudo || null).getPropertyValue(property as string),
    [property, pseudo],
  );

test("a guide: every state has a line, a mark or a word", async ({ page }) => {
  await open(page, template("guide-begun"));
  const step = (state: string) => page.locator(`[data-step][data-state=${state}]:visible`).first();

  // The mark of a tick is drawn only when ticked, in another color than its box.
  const done = step("done").locator(".step-tick");
  const undone = step("open").locator(".step-tick");
  expect(await style(done, "content", "::after")).not.toBe("none");
  expect(await style(undone, "content", "::after")).toBe("none");
  expect(await style(done, "border-right-color", "::after")).not.toBe(
    await style(done, "background-color", "::before"),
  );
  expect(await style(undone, "border-top-style", "::before")).toBe("solid");
  await expect(step("done").locator("[data-step-state]")).toHaveText("Done.");
  await expect(step("skipped")).toContainText("Skipped.");

  // Only the current step is framed.
  expect(await style(page.locator("[aria-current=step]"), "outline-style")).toBe("solid");
  expect(await style(step("done"), "outline-style")).toBe("none");

  // The current chapter has a frame of its own.
  const bar = (state: string) => page.locator(`.chapters > [data-state=${state}] > progress`);
  expect(await style(bar("current").first(), "border-top-color")).not.toBe(
    await style(bar("ahead").first(), "border-top-color"),
  );
  await expect(page.locator(".chapters > [data-state=done] .icon").first()).toBeVisible();

  // The given answer is framed.
  await page.getByRole("button", { name: "Change “Read the A" }).click();
  const given = page.locator('.choice-button[aria-pressed="true"]:visible');
  expect(await style(given, "outline-style")).toBe("solid");
  expect(
    await style(
      page.locator('.choice-button[aria-pressed="false"]:visible').first(),
      "outline-style",
    ),
  ).toBe("none");

  // Progress is in words, and its bar has a frame and a fill that differ from the page.
  const way = await wayOf(page, BEGUN);
  await expect(page.locator("[data-summary]")).toContainText(
    `${numberOn(way, SKIPPED) - 1} of ${way.length} done, 1 skipped`,
  );
  const filling = page.locator(".chapters progress").first();
  expect(await style(filling, "border-top-style")).toBe("solid");
  const filled = await filling.screenshot();
  await filling.evaluate((element) => element.setAttribute("value", "0"));
  expect(filled.equals(await filling.screenshot())).toBe(false);
});

test("drawn windows: the marked words have the two colors of the theme that belong together", async ({
  page,
}) => {
  await page.goto("/drawings");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    const expected = await page.evaluate(() => {
      const pair = document.createElement("p");
      pair.style.cssText = "forced-color-adjust: none; color: MarkText; background: Mark";
      document.body.append(pair);
      const { color, backgroundColor } = getComputedStyle(pair);
      pair.remove();
      return { color, backgroundColor };
    });
    for (const mark of await page.locator(".win mark").all()) {
      expect(await style(mark, "color")).toBe(expected.color);
      expect(await style(mark, "background-color")).toBe(expected.backgroundColor);
    }
  }
  expect(await page.locator(".win mark").count()).toBeGreaterThan(1);
});

test("drawn windows: links look like links of the theme, and are none", async ({ page }) => {
  await page.goto("/drawings");
  const links = page.locator(".win-link, .w10 .win-does > .win-line").filter({ visible: true });
  expect(await links.count()).toBeGreaterThan(10);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    const [linkText, text] = await page.evaluate(() =>
      ["LinkText", "CanvasText"].map((color) => {
        const probe = document.createElement("p");
        probe.style.cssText = `forced-color-adjust: none; color: ${color}`;
        document.body.append(probe);
        const computed = getComputedStyle(probe).color;
        probe.remove();
        return computed;
      }),
    );
    expect(linkText).not.toBe(text);
    const drawn = await links.evaluateAll((all) =>
      all.map((link) => {
        const { color, textDecorationLine } = getComputedStyle(link);
        return `${color} ${textDecorationLine} ${link.closest("a, button")?.tagName}`;
      }),
    );
    expect(new Set(drawn)).toEqual(new Set([`${linkText} underline undefined`]));
  }
});

test("the toggle: the chosen version is underlined and bold", async ({ page }) => {
  await open(page, template("home"));
  const chosen = page.locator("[data-windows-toggle] label:has(:checked)");
  const other = page.locator("[data-windows-toggle] label:not(:has(:checked))");
  expect(await style(chosen, "text-decoration-line")).toBe("underline");
  expect(await style(other, "text-decoration-line")).toBe("none");
  expect(await style(chosen, "color")).not.toBe(await style(chosen, "background-color"));
});

test("the search dialog: the marked option is framed", async ({ page }) => {
  await open(page, template("search-dialog"));
  await page.keyboard.press("ArrowDown");
  expect(await style(page.locator("[role=option][aria-selected=true]"), "outline-style")).toBe(
    "solid",
  );
  expect(await style(page.locator("[role=option]").nth(3), "outline-style")).toBe("none");
});

test("the focus ring has a color of the theme", async ({ page }) => {
  await open(page, template("home"));
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await style(focused, "outline-style")).toBe("solid");
  expect(parseFloat(await style(focused, "outline-width"))).toBeGreaterThanOrEqual(2);
});
