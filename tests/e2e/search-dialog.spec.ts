import { expect, type Page } from "@playwright/test";
import { RESULTS_PER_PAGE } from "@/lib/search/wording";
import {
  collectErrors,
  dialogField,
  dialogOf,
  dialogResults,
  openDialog,
  PRODUCT_KEY,
  resultsOf,
  searchPath,
  serve,
  translateLikeBrowser,
} from "./support/site";
import { blockStorage, KEYS, store, stored } from "./support/storage";
import { test } from "./support/test";
import { holdRequests, idle, slowNetwork } from "./support/watch";

const status = (page: Page) => dialogOf(page).getByRole("status");
const options = (page: Page) => dialogOf(page).getByRole("option");
/** Without the other answers on the pages of the first results. */
const rows = (page: Page) => dialogOf(page).locator("[role=option]:not([data-also])");
const marked = (page: Page) => dialogOf(page).locator("[aria-selected=true]");
const headerField = (page: Page) => page.locator("#header-search");
const isReady = (page: Page) => expect(page.locator("html[data-ready]")).toBeAttached();

/** The page as the build writes it when the index exceeds its limit. */
const serverMode = (page: Page) =>
  page.evaluate(() => (document.documentElement.dataset.searchMode = "server"));

test("Ctrl+K opens a modal dialog with the focus in the field; closing returns it @firefox", async ({
  page,
}) => {
  await page.goto("/guides/link-your-license");
  const opener = page.getByRole("link", { name: "Error codes" }).first();
  await isReady(page);
  for (const close of ["Escape", "button", "backdrop"]) {
    await opener.focus();
    await page.keyboard.press("Control+k");
    await expect(dialogField(page)).toBeFocused();
    expect(await dialogOf(page).evaluate((dialog) => dialog.matches("dialog:modal"))).toBe(true);
    await page.keyboard.type("link");
    if (close === "Escape") await page.keyboard.press("Escape");
    else if (close === "button")
      await dialogOf(page).getByRole("button", { name: "Close" }).click();
    else await page.mouse.click(5, 5);
    await expect(dialogOf(page)).toBeHidden();
    await expect(opener, close).toBeFocused();
  }
});

test("what is typed while the dialog loads is not lost", async ({ page }) => {
  const release = await holdRequests(page, /search-dialog/);
  await page.goto("/guides/link-your-license");
  await isReady(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("mobo");
  release();
  await expect(dialogField(page)).toBeFocused();
  await page.keyboard.type(" swapped");
  await expect(dialogField(page)).toHaveValue("mobo swapped");
  await expect(options(page).first()).toBeVisible();
});

for (const { width, key, text } of [
  { width: 1280, key: "Control+k", text: "mobo swapped" },
  { width: 1280, key: "/", text: "mobo swapped" },
  // The header's field is hidden there.
  { width: 390, key: "Control+k", text: "mobo swapped" },
  { width: 390, key: "/", text: "a/b" },
])
  test(`${key} pressed before the scripts run opens it, and no letter is lost, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const release = await holdRequests(page, "**/assets/site-*.js");
    await page.goto("/guides/link-your-license", { waitUntil: "load" });
    await page.keyboard.press(key);
    await page.keyboard.type(`${text}x`);
    await page.keyboard.press("Backspace");
    release();
    await expect(dialogField(page)).toBeFocused();
    await expect(dialogField(page)).toHaveValue(text);
    await page.keyboard.press("Escape");
    await expect(dialogOf(page)).toBeHidden();
    await expect(
      width === 390 ? page.locator("[data-search-opener]") : headerField(page),
    ).toBeFocused();
  });

test("keys pressed while a page still loads over a slow connection are not lost", async ({
  page,
}) => {
  await slowNetwork(page, 20_000);
  await page.goto("/guides/link-your-license", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("motherboard", { delay: 30 });
  await expect(dialogField(page)).toHaveValue("motherboard", { timeout: 20_000 });
  await expect(options(page).first()).toBeVisible({ timeout: 20_000 });
});

test("a key that opens the search returns the focus to where it was, even before the scripts run", async ({
  page,
}) => {
  const release = await holdRequests(page, "**/assets/site-*.js");
  await page.goto("/guides/link-your-license", { waitUntil: "load" });
  const link = page.getByRole("link", { name: "Error codes" }).first();
  await link.focus();
  await page.keyboard.press("Control+k");
  release();
  await expect(dialogField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
});

test("Ctrl+K at a phone's width leads to the results when the dialog's code does not load", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.route("**/assets/search-dialog-*", (route) => route.abort());
  const release = await holdRequests(page, "**/assets/site-*.js");
  await page.goto("/about", { waitUntil: "load" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("motherboard");
  release();
  await expect(page).toHaveURL(/\/search\?q=motherboard&windows=11$/);
});

test("“/” opens it, too, but not while typing, and can be turned off", async ({ page }) => {
  await page.goto("/search");
  await isReady(page);
  const field = page.locator("#page-search");
  await field.fill("");
  await field.press("/");
  await expect(field).toHaveValue("/");
  await expect(dialogOf(page)).toHaveCount(0);

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(dialogField(page)).toBeFocused();
  await expect(dialogField(page)).toHaveValue("");
  await page.keyboard.press("Escape");

  await page.getByRole("checkbox", { name: "/ opens the search" }).uncheck();
  await page.reload();
  await isReady(page);
  await expect(page.getByRole("checkbox", { name: "/ opens the search" })).not.toBeChecked();
  await page.keyboard.press("/");
  await idle(page);
  await expect(dialogOf(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(dialogField(page)).toHaveValue("");
});

test("the header's field opens it on a click, and on typing without losing a letter", async ({
  page,
}) => {
  await page.goto("/about");
  await isReady(page);
  await headerField(page).click();
  await expect(dialogField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(headerField(page)).toBeFocused();

  await page.reload();
  await isReady(page);
  // What is typed during a slow download of the dialog's code is not lost.
  const release = await holdRequests(page, /\/assets\/search-dialog-/);
  await headerField(page).click();
  await page.keyboard.type("mother");
  await expect(dialogOf(page)).toHaveCount(0);
  release();
  await expect(dialogField(page)).toBeFocused();
  await page.keyboard.type("board");
  await expect(dialogField(page)).toHaveValue("motherboard");
  await page.keyboard.press("Escape");
  await expect(headerField(page)).toHaveValue("motherboard");
  await page.keyboard.type("tpm");
  await expect(dialogField(page)).toHaveValue("tpm");
  await page.keyboard.press("Escape");
  await expect(headerField(page)).toHaveValue("tpm");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=tpm&windows=11$/);
});

test("on a phone the button opens it and regains the focus", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await isReady(page);
  await expect(headerField(page)).toBeHidden();
  const button = page.locator("[data-search-opener]");
  await button.click();
  await expect(dialogField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("is a combobox: expanded only with options, nothing marked before an arrow key @firefox", async ({
  page,
}) => {
  await page.goto("/about");
  const field = await openDialog(page);
  // The ARIA APG pattern: a named text field with the role and a popup.
  await expect(field).toHaveAttribute("type", "text");
  await expect(field).toHaveAttribute("role", "combobox");
  await expect(field).toHaveAccessibleName("Search");
  await expect(field).toHaveAttribute("aria-haspopup", "listbox");
  await expect(dialogOf(page).getByRole("button", { name: "Search" })).toHaveAttribute(
    "type",
    "submit",
  );
  await expect(field).toHaveAttribute("aria-autocomplete", "list");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  const listId = await field.getAttribute("aria-controls");
  await expect(page.locator(`[id="${listId}"]`)).toHaveRole("listbox");

  await field.fill("digital license");
  await expect(rows(page)).toHaveCount(11);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(field).not.toHaveAttribute("aria-activedescendant");
  await expect(marked(page)).toHaveCount(0);
  for (const option of await options(page).all())
    await expect(option).toHaveAttribute("tabindex", "-1");

  await field.press("ArrowDown");
  const first = await options(page).first().getAttribute("id");
  await expect(field).toHaveAttribute("aria-activedescendant", first ?? "");
  await expect(marked(page)).toHaveAttribute("id", first ?? "");
  await expect(field).toBeFocused();

  await field.press("Home");
  await expect(field).not.toHaveAttribute("aria-activedescendant");
  const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart);
  expect(await caret()).toBe(0);
  await field.press("End");
  expect(await caret()).toBe("digital license".length);
  await field.press("ArrowUp");
  await expect(marked(page)).toHaveText(/^All results for/);
  await field.press("s");
  await expect(field).toHaveValue("digital licenses");
  await expect(field).not.toHaveAttribute("aria-activedescendant");

  await field.fill("");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.fill("zzzzqqq");
  await expect(status(page)).toHaveText("No results for “zzzzqqq”");
  await expect(field).toHaveAttribute("aria-expanded", "false");
});

test("the field stays in view while arrow keys move through the results, and hides none of them", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("windows");
  await expect(rows(page)).toHaveCount(RESULTS_PER_PAGE + 1);
  const seen = async () => {
    await expect(field).toBeInViewport({ ratio: 1 });
    const [below, row] = await Promise.all([field.boundingBox(), marked(page).boundingBox()]);
    expect(row?.y ?? 0).toBeGreaterThanOrEqual((below?.y ?? 999) + (below?.height ?? 0));
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(700);
  };
  for (let times = 0; times < 8; times++) await page.keyboard.press("ArrowDown");
  await seen();
  for (let times = 0; times < 6; times++) await page.keyboard.press("ArrowUp");
  await seen();
});

test("does not say that nothing was found while a word is being typed", async ({ page }) => {
  await page.goto("/about");
  const field = await openDialog(page);
  // With the clock stopped, a slow machine does not count as a pause in typing.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 10_000);
  for (const letters of ["j", "how do i li"]) {
    await field.fill(letters);
    await expect(dialogOf(page).getByText("Go on typing …")).toBeVisible();
    await expect(dialogOf(page).getByRole("link")).toHaveCount(0);
    await page.clock.runFor(1200);
    await expect(status(page)).toHaveText(`No results for “${letters}”`);
    await expect(dialogOf(page).getByRole("link").first()).toBeVisible();
  }
});

test("Enter goes to the marked result, and with nothing marked to /search @firefox", async ({
  page,
}) => {
  await page.goto("/about?windows=10");
  let field = await openDialog(page);
  await field.fill("motherboard");
  await expect(options(page).first()).toBeVisible();
  await field.press("ArrowDown");
  const target = await options(page).first().getAttribute("href");
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${target}$`));

  await page.goto("/about?windows=10");
  field = await openDialog(page);
  await field.fill("motherboard");
  await expect(options(page).first()).toBeVisible();
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=motherboard&windows=10$/);
});

test("results are links: Ctrl+click opens a tab, the last row leads to all results", async ({
  page,
  context,
}) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  const target = await options(page).first().getAttribute("href");
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    options(page)
      .first()
      .click({ modifiers: ["Control"] }),
  ]);
  await expect(tab).toHaveURL(new RegExp(`${target}$`));
  await expect(dialogOf(page)).toBeVisible();
  await expect(page).toHaveURL(/\/about$/);

  await expect(options(page).last()).toHaveText("All results for “motherboard”");
  await options(page).last().click();
  await expect(page).toHaveURL(/\/search\?q=motherboard&windows=11$/);
});

test("a result on the same page closes the dialog and scrolls there", async ({ page }) => {
  await page.goto("/guides/link-your-license");
  const field = await openDialog(page);
  await field.fill("find this pc in the device list");
  const here = dialogOf(page).locator('[href^="/guides/link-your-license#"]').first();
  const anchor = (await here.getAttribute("href"))?.split("#")[1];
  await here.click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
});

test("a polite status gives the count once typing pauses, not at each key", async ({ page }) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("product");
  await expect(status(page)).toHaveText(/^\d+ results$/);
  expect(await status(page).evaluate((region) => getComputedStyle(region).display)).not.toBe(
    "none",
  );
  const said = await status(page).evaluateHandle((region) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(region.textContent ?? "")).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  await field.pressSequentially(" key mak", { delay: 30 });
  await expect(status(page)).toHaveText(/^\d+ results?$/);
  await expect.poll(() => said.evaluate((texts) => texts.length)).toBe(1);
});

test("while the index loads it says so, then shows the results", async ({ page }) => {
  const release = await holdRequests(page, "**/search-index*.json");
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText("Loading the search …");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  release();
  await expect(options(page).first()).toBeVisible();
  await expect(status(page)).toHaveText(/results?$/);
});

test("a failed download is reported and retried with the next key", async ({ page }) => {
  const errors = collectErrors(page);
  await page.route("**/search-index*.json", (route) => route.abort());
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboar");
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await expect(dialogOf(page).getByRole("link", { name: "Search on a page" })).toHaveAttribute(
    "href",
    "/search?q=motherboar&windows=11",
  );
  await page.unroute("**/search-index*.json");
  await page.route("**/search-index*.json", (route) => route.fulfill({ status: 503, body: "" }));
  const refused = page.waitForResponse((response) => response.status() === 503);
  await field.pressSequentially("d");
  await refused;
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await page.unroute("**/search-index*.json");
  await field.pressSequentially(" ");
  await expect(options(page).first()).toBeVisible();
  await expect(status(page)).toHaveText(/results?$/);
  await expect(dialogOf(page)).not.toContainText("Check the connection");
  expect(errors).toEqual([]);
});

test("a text in another language fails when its reader does not load, instead of finding similar words", async ({
  page,
}) => {
  await page.route("**/assets/search-read-foreign-*", (route) => route.abort());
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(options(page).first()).toBeVisible();
  await field.fill("Windows ist nicht aktiviert");
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await page.unroute("**/assets/search-read-foreign-*");
  await field.pressSequentially(".");
  await expect(options(page).first()).toContainText("not activated");
});

test("nothing of the search is loaded before it is opened", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const ofSearch = () => loaded.filter((path) => path.includes("/search-"));
  await page.goto("/guides/link-your-license");
  await isReady(page);
  await page.waitForLoadState("networkidle");
  expect(ofSearch()).toEqual([]);
  // A pointer moving to the field announces the intent.
  await page.locator("[data-search-form=header]").hover();
  await expect.poll(ofSearch).toEqual([expect.stringContaining("/assets/search-dialog-")]);
  expect(page.workers()).toEqual([]);
  await headerField(page).click();
  await expect.poll(() => page.workers().length).toBe(1);
  await expect.poll(() => ofSearch().some((path) => path.includes("search-index"))).toBe(true);
});

test("results show at once; their texts follow and move nothing", async ({ page }) => {
  const asked: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/search-texts-*/**", async (route) => {
    asked.push(decodeURI(new URL(route.request().url()).pathname));
    await held;
    // A text that fails leaves its snippet out.
    if (asked.length > 0 && route.request().url().includes("/glossary/")) await route.abort();
    else await route.continue();
  });
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(rows(page)).toHaveCount(11);
  await expect.poll(() => asked.length).toBe(10);
  const sections = (await dialogResults(page)).map((address) => address.replace("#", "/"));
  expect(asked.map((path) => path.replace(/^.*?search-texts-\w+|\.json$/g, "")).sort()).toEqual(
    sections.sort(),
  );
  await expect(dialogOf(page).locator("mark")).toHaveCount(0);
  await field.press("ArrowDown");
  const boxes = () => options(page).evaluateAll((rows) => rows.map((row) => row.clientHeight));
  const before = await boxes();
  release();
  const contextOf = (result: number) => rows(page).nth(result).locator(".search-dialog-context");
  await expect(dialogOf(page).locator("mark").first()).toBeVisible();
  const term = (await dialogResults(page)).findIndex((address) => address.startsWith("/glossary/"));
  expect(term).toBeGreaterThanOrEqual(0);
  await expect(contextOf(term)).toHaveText("");
  expect(await boxes()).toEqual(before);
  await expect(marked(page)).toHaveCount(1);
});

test("the first results say on the page and in the dialog the same, and the same is also here", async ({
  page,
}) => {
  const query = "two-step verification, no way left";
  await page.goto(searchPath(query));
  const onPage = await page.locator("[data-results] > li").evaluateAll((items) =>
    items.slice(0, 3).map((item) => ({
      text: item.querySelector(":scope > a + p")?.textContent,
      also: [...item.querySelectorAll("[data-also]")].map((link) => link.getAttribute("href")),
    })),
  );
  expect(onPage.flatMap(({ also }) => also).length).toBeGreaterThan(0);
  const field = await openDialog(page);
  await field.fill(query);
  const inDialog = () =>
    options(page).evaluateAll((all) => {
      const shown: { text: string; also: (string | null)[] }[] = [];
      for (const option of all)
        if (option.matches("[data-also]")) shown.at(-1)?.also.push(option.getAttribute("href"));
        else {
          const text = option.querySelector(".search-dialog-context")?.textContent;
          // The card is an option, too, and no result.
          if (text !== undefined) shown.push({ text, also: [] });
        }
      return shown.slice(0, 3);
    });
  await expect.poll(inDialog).toEqual(onPage);
  // Nothing is cut, neither by the text nor by the style.
  for (const slot of await rows(page).locator(".search-dialog-whole").all())
    expect(await slot.evaluate((text) => text.scrollHeight - text.clientHeight)).toBe(0);
});

test("other answers on a page are options of their own, below its result @firefox", async ({
  page,
}) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("two-step verification, no way left");
  const other = dialogOf(page).locator("[data-also]").first();
  await expect(other).toHaveText(/^Also here: \S/);
  const place = await options(page).evaluateAll((all) =>
    all.findIndex((option) => option.matches("[data-also]")),
  );
  expect(place).toBeGreaterThan(0);
  const row = options(page).nth(place - 1);
  const target = (await other.getAttribute("href")) ?? "";
  expect(target.split("#")[0]).toBe((await row.getAttribute("href"))?.split("#")[0]);
  for (let times = 0; times <= place; times++) await field.press("ArrowDown");
  await expect(field).toHaveAttribute(
    "aria-activedescendant",
    (await other.getAttribute("id")) ?? "",
  );
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${target}$`));

  // A query with fewer of them leaves none behind.
  await (await openDialog(page)).fill("0xC004F211");
  await expect(options(page).first()).toContainText("0xC004F211");
  await expect(options(page).last()).toHaveText(/^All results/);
  for (const also of await dialogOf(page).locator("[data-also]").all())
    await expect(also).toHaveText(/^Also here: \S/);
});

test("the newest query wins, in whatever order answers arrive", async ({ page }) => {
  const release = await holdRequests(page, "**/search-index-*.json");
  await page.goto("/about");
  const field = await openDialog(page);
  for (const text of ["motherboard", "bitlocker", "", "watermark"]) await field.fill(text);
  release();
  await expect(options(page).last()).toHaveText("All results for “watermark”");
  await expect(rows(page)).toHaveCount(RESULTS_PER_PAGE + 1);
  const shown = await dialogResults(page);
  await expect(
    dialogOf(page)
      .locator("mark", { hasText: /watermark/i })
      .first(),
  ).toBeVisible();
  expect(await dialogResults(page)).toEqual(shown);
  expect(shown[0]).toBe("/glossary/watermark");
});

test("a worker that does not start is reported, and the next key tries a new one", async ({
  page,
}) => {
  const errors = collectErrors(page);
  await page.route("**/assets/search-worker-*", (route) => route.abort());
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboar");
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await expect(dialogOf(page).getByRole("link", { name: "Search on a page" })).toHaveAttribute(
    "href",
    "/search?q=motherboar&windows=11",
  );
  await page.unroute("**/assets/search-worker-*");
  await field.pressSequentially("d");
  await expect(rows(page)).toHaveCount(11);
  expect(errors).toEqual([]);
});

test("a worker that does not answer is reported, and the server answers in its place @firefox", async ({
  page,
}) => {
  const errors = collectErrors(page);
  const release = await holdRequests(page, "**/search-index*.json");
  const releaseServer = await holdRequests(page, "**/api/search?*");
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText("The search is slow to load, so the server is asked …");
  releaseServer();
  await expect(rows(page)).toHaveCount(11);
  await expect(status(page)).toHaveText(/^\d+ results$/);
  // Until the worker answers, each key asks the server at once.
  const asked = page.waitForRequest("**/api/search?q=watermark&windows=11");
  await field.fill("watermark");
  await asked;
  await expect(options(page).first()).toContainText(/watermark/i);

  release();
  // After that, the worker answers again.
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.route("**/api/search?*", (route) => route.abort());
  await expect(async () => {
    await field.fill("");
    await field.fill("bitlocker");
    await expect(status(page)).toHaveText(/^\d+ results$/, { timeout: 1_000 });
  }).toPass();
  expect(errors).toEqual([]);
});

test("an answer that cannot be shown, or a worker that cannot be created, ends in the failed state", async ({
  page,
}) => {
  const failure = "The search could not be loaded.";
  await page.goto("/about");
  await page.evaluate(() => {
    const { Worker } = window;
    Object.assign(window, {
      repair: () => Object.assign(window, { Worker }),
      Worker: class {
        constructor() {
          throw new ReferenceError("No worker in this browser.");
        }
      },
    });
  });
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText(failure);
  await expect(dialogOf(page).getByRole("link", { name: "Search on a page" })).toHaveAttribute(
    "href",
    "/search?q=motherboard&windows=11",
  );
  await page.evaluate("repair()");
  await field.fill("watermark");
  await expect(options(page).first()).toBeVisible();

  await page.reload();
  await isReady(page);
  await serverMode(page);
  await page.route("**/api/search?*", (route) => route.fulfill({ json: { no: "answer" } }));
  await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText(failure);
});

test("without the dialog's code, the header's field remains a plain search form", async ({
  page,
}) => {
  const errors = collectErrors(page);
  await page.route("**/assets/search-dialog-*", (route) => route.abort());
  await page.goto("/about");
  await isReady(page);
  await page.keyboard.press("Control+k");
  await expect(headerField(page)).toBeFocused();
  await page.keyboard.type("motherboard");
  await expect(headerField(page)).toHaveValue("motherboard");
  await expect(page).toHaveURL(/\/about$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=motherboard&windows=11$/);
  expect(errors).toEqual([]);
});

test("when nothing is found, offers spellings, similar codes, the messages, the codes and the guides", async ({
  page,
}) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("actwatiom");
  const links = dialogOf(page).getByRole("listitem").getByRole("link");
  await expect(links.first()).toHaveText("Search for “activation”");
  await field.fill("0xC004F21F");
  await expect(links.first()).toHaveText(/^A code near yours: 0xC004F21\d$/);
  for (const href of ["/messages", "/errors", "/guides"])
    await expect(dialogOf(page).locator(`a[href="${href}"]`)).toBeVisible();
});

test("names a corrected word, and the version that does not apply", async ({ page }) => {
  await page.goto("/about?windows=11");
  const field = await openDialog(page);
  await field.fill("motherbord");
  await expect(dialogOf(page)).toContainText("Showing results for “motherboard”");
  await expect(
    dialogOf(page).getByRole("link", { name: "Search for “motherbord” instead" }),
  ).toHaveAttribute("href", "/search?q=motherbord&windows=11&literal=");
  await field.fill("subscription");
  await expect(dialogOf(page).getByText("Windows 10 only (shown now: Windows 11)")).toBeVisible();
});

test("a query for an activator gets the calm card first, with the lawful way", async ({ page }) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("kms activator");
  const card = dialogOf(page).locator(".note-warn");
  await expect(card).toContainText("run with full rights on your PC");
  await expect(card.getByRole("link")).toHaveAttribute("href", "/messages");
  const below = (await options(page).first().boundingBox())?.y ?? 0;
  expect((await card.boundingBox())?.y ?? Infinity).toBeLessThan(below);
});

const KEY_FIELDS = {
  "the dialog": async (page: Page) => {
    await page.goto("/about");
    return openDialog(page);
  },
  "the header": async (page: Page) => {
    await page.goto("/about");
    await isReady(page);
    return headerField(page);
  },
  "the home page": async (page: Page) => {
    await page.goto("/");
    await isReady(page);
    return page.locator("#home-search");
  },
  "the error lookup": async (page: Page) => {
    await page.goto("/errors");
    await isReady(page);
    return page.locator("#error-search");
  },
};

for (const [where, openField] of Object.entries(KEY_FIELDS)) {
  test(`a product key never leaves the field of ${where}`, async ({ page, context }) => {
    const sent: string[] = [];
    context.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
    for (const text of [PRODUCT_KEY, PRODUCT_KEY.replaceAll("-", "").toLowerCase()]) {
      const field = await openField(page);
      await field.focus();
      await page.keyboard.insertText(text);
      await expect(page.locator("[data-key-note]").first()).toHaveText(/looked like a product key/);
      await expect(field).toHaveValue("");
    }
    await page.keyboard.press("Enter");
    // An empty field in a page leads to the empty search; the other two do not navigate.
    await expect(page).toHaveURL(/\/about$|\/search\?q=&windows=11$/);
    await isReady(page);
    const kept = await page.evaluate(() =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        history.state as unknown,
        location.href,
        [...document.querySelectorAll("input")].map(({ value }) => value),
      ]),
    );
    for (const group of PRODUCT_KEY.split("-"))
      expect([...sent, kept].join("\n").toUpperCase()).not.toContain(group);
  });
}

test("the note about a key disappears once something else is typed", async ({ page }) => {
  await page.goto("/errors");
  await isReady(page);
  const field = page.locator("#error-search");
  await field.focus();
  await page.keyboard.insertText(PRODUCT_KEY);
  await expect(page.locator("[data-key-note]")).toBeVisible();
  await page.keyboard.type("0x");
  await expect(page.locator("[data-key-note]")).toHaveCount(0);
});

test("the results follow a change of version made in another tab", async ({ page, context }) => {
  await page.goto("/messages");
  const field = await openDialog(page);
  await field.fill("subscription");
  await expect(rows(page)).toHaveCount(RESULTS_PER_PAGE + 1);
  const before = await dialogResults(page);
  const other = await context.newPage();
  await other.goto("/messages");
  await other.getByRole("radio", { name: "Windows 10" }).check();
  await expect.poll(() => dialogResults(page)).not.toEqual(before);
});

test("a page that the browser has translated still searches", async ({ page }) => {
  const errors = collectErrors(page);
  await page.goto("/guides/link-your-license");
  await isReady(page);
  await translateLikeBrowser(page);
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText(/results$/);
  await translateLikeBrowser(page);
  await field.fill("watermark");
  await expect(options(page).first()).toContainText(/watermark/i);
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await field.press("ArrowDown");
  const target = await options(page).first().getAttribute("href");
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  expect(errors).toEqual([]);
});

test("the count is shown with its rows, and announced after a pause", async ({ page }) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  await expect(status(page)).toHaveText(/results$/);
  const atAnswer = page.evaluate(
    () =>
      new Promise((resolve) => {
        const list = document.querySelector("#dialog-results");
        new MutationObserver(() => {
          if (list?.hasAttribute("aria-busy")) return;
          const texts = ["p:not([role])", "p[role=status]"].map(
            (selector) => document.querySelector(`.search-dialog > ${selector}`)?.textContent,
          );
          resolve(texts);
        }).observe(list!, { attributeFilter: ["aria-busy"] });
      }),
  );
  await field.fill("zzzzqqqq");
  expect(await atAnswer).toEqual(["Go on typing …", expect.stringMatching(/results$/)]);
  await expect(status(page)).toHaveText("No results for “zzzzqqqq”");
});

test("a click on a row whose result changes meanwhile does nothing; the next click works", async ({
  page,
}) => {
  await page.goto("/about");
  const field = await openDialog(page);
  await field.fill("motherboard");
  const first = options(page).first();
  await expect(first).toContainText(/motherboard/i);
  const before = await first.getAttribute("href");
  await first.hover();
  await page.mouse.down();
  await field.fill("watermark");
  await expect(first).not.toHaveAttribute("href", before ?? "");
  await page.mouse.up();
  await expect(dialogOf(page)).toBeVisible();
  await expect(page).toHaveURL(/\/about$/);
  const target = await first.getAttribute("href");
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
});

test("a click without a pointer, as from assistive technology, follows its row", async ({
  page,
}) => {
  await page.goto("/about");
  await (await openDialog(page)).fill("motherboard");
  const first = options(page).first();
  await expect(first).toContainText(/motherboard/i);
  const target = await first.getAttribute("href");
  await first.evaluate((row: HTMLElement) => row.click());
  await expect(page).toHaveURL(new RegExp(`${target}$`));
});

const recentSearches = (page: Page) =>
  dialogOf(page).locator("li > button:first-child").allInnerTexts();

test("searches that were followed are offered again, and can be deleted", async ({ page }) => {
  await page.goto("/about");
  let field = await openDialog(page);
  // Typed, but not followed: not kept.
  await field.fill("watermark");
  await expect(options(page).first()).toBeVisible();
  await field.fill("motherboard");
  await field.press("Enter");
  await expect(page).toHaveURL(/q=motherboard/);
  field = await openDialog(page);
  await field.fill("device list");
  await expect(options(page).first()).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page).not.toHaveURL(/\/search/);
  for (const text of ["jane.doe@example.org", "why W269N-WFGWX-YVC9B"]) {
    field = await openDialog(page);
    await field.fill(text);
    await field.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=(jane|why)/);
  }

  field = await openDialog(page);
  await expect(field).toHaveValue("");
  expect(await recentSearches(page)).toEqual(["device list", "motherboard"]);
  await dialogOf(page).getByRole("button", { name: "motherboard", exact: true }).click();
  await expect(field).toHaveValue("motherboard");
  await expect(field).toBeFocused();
  await expect(rows(page)).toHaveCount(11);
  await field.fill("");
  await dialogOf(page).getByRole("button", { name: "Delete “motherboard”" }).click();
  expect(await recentSearches(page)).toEqual(["device list"]);
  await expect(field).toBeFocused();
  await dialogOf(page).getByRole("button", { name: "Delete all" }).click();
  await expect(dialogOf(page).getByText("Recent searches, kept")).toHaveCount(0);
  expect(await stored(page, KEYS.searches)).toBeNull();
});

test("foreign data among the stored searches shows as text or not at all", async ({ page }) => {
  const errors = collectErrors(page);
  await store(page, {
    [KEYS.searches]: JSON.stringify(["<img src=x onerror=alert(1)>", 7, PRODUCT_KEY]),
  });
  await page.goto("/about");
  await openDialog(page);
  expect(await recentSearches(page)).toEqual(["<img src=x onerror=alert(1)>"]);
  expect(errors).toEqual([]);
});

test("with storage blocked, the dialog searches and keeps nothing", async ({ page }) => {
  const errors = collectErrors(page);
  await blockStorage(page);
  await page.goto("/about");
  let field = await openDialog(page);
  await field.fill("motherboard");
  await expect(rows(page)).toHaveCount(11);
  await field.press("Enter");
  await expect(page).toHaveURL(/q=motherboard/);
  field = await openDialog(page);
  await expect(field).toHaveValue("");
  expect(await recentSearches(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test("above the limit, the dialog asks the server and shows the same", async ({
  page,
  request,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto("/about?windows=10");
  await isReady(page);
  await serverMode(page);
  const field = await openDialog(page);
  for (const query of ["motherbord", "0xC004F211", "subscription", "kms activator", "zzzzqqq"]) {
    const { html } = await serve(request, searchPath(query, "10"));
    await field.fill(query);
    await expect.poll(() => dialogResults(page), query).toEqual(resultsOf(html));
  }
  await field.fill("watermark");
  await expect(
    dialogOf(page)
      .locator("mark", { hasText: /watermark/i })
      .first(),
  ).toBeVisible();
  expect(loaded.filter((address) => /search-(index|texts|worker)/.test(address))).toEqual([]);
  expect(page.workers()).toEqual([]);

  await page.route("**/api/search?*", (route) => route.abort());
  await field.fill("motherboar");
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await page.unroute("**/api/search?*");
  await field.pressSequentially("d");
  await expect(rows(page)).toHaveCount(11);
});

test("above the limit, a product key is held back while it is typed", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(new URL(request.url()).search));
  await page.goto("/about");
  await isReady(page);
  await serverMode(page);
  for (const key of [PRODUCT_KEY, PRODUCT_KEY.replaceAll("-", "")]) {
    const field = await openDialog(page);
    await field.fill("");
    await field.pressSequentially(key.slice(0, -1), { delay: 10 });
    await expect(status(page)).toHaveText(/part of a product key, so it is not sent/);
    await expect(options(page)).toHaveCount(0);
    await field.press(key.slice(-1));
    await expect(page.locator("[data-key-note]")).toHaveText(/looked like a product key/);
    await expect(field).toHaveValue("");
    await page.keyboard.press("Escape");
  }
  const most = Math.max(
    ...sent.map((search) => (new URLSearchParams(search).get("q") ?? "").replace(/\W/g, "").length),
  );
  expect(sent.length).toBeGreaterThan(5);
  expect(most).toBeLessThanOrEqual(10);
});

test.describe("what the screen says instead, on a step of a guide", () => {
  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }, text);

  test("is read when it is pasted, like a query, and sent nowhere", async ({ page }) => {
    await page.goto("/guides/link-your-license");
    await isReady(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await paste(page, "Windows ist nicht aktiviert");
    await expect(dialogOf(page)).toContainText("German");
    await page.keyboard.press("Escape");
    await paste(page, "0xC004F211");
    await expect.poll(() => dialogResults(page)).toContain("/errors/0xc004f211");
    await page.keyboard.press("Escape");
    await expect(dialogOf(page)).toBeHidden();
    await paste(page, PRODUCT_KEY);
    await expect(dialogField(page)).toHaveValue("");
    expect(asked.filter((address) => /nicht|c004f211\?|W269N/i.test(address))).toEqual([]);
  });

  test("can be typed after “I see something else”", async ({ page }) => {
    await page.goto("/guides/link-your-license");
    await isReady(page);
    const card = page.locator('[data-shows="card"]');
    await card.getByText("I see something else").click();
    await card.getByRole("button", { name: "Paste or type what you see" }).click();
    await expect(dialogField(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card.getByRole("button", { name: "Paste or type what you see" })).toBeFocused();
  });
});
