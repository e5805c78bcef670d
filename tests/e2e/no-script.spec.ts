import { expect } from "@playwright/test";
import { PRODUCT_KEY, searchPath } from "./support/site";
import { ADDRESSES } from "./support/templates";
import { test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("without script no page shows a dead control", async ({ page }) => {
  test.setTimeout(60_000);
  for (const path of ADDRESSES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const buttons = await page
      // Marks open their notes natively.
      .locator("button:not([popovertarget]), [role=button], [data-copy]")
      .filter({ visible: true })
      .evaluateAll((found) =>
        found
          .filter((button) => !(button instanceof HTMLButtonElement && button.type === "submit"))
          .map((button) => button.outerHTML),
      );
    expect(buttons, path).toEqual([]);
    await expect(page.locator(".needs-script").filter({ visible: true }), path).toHaveCount(0);
    await expect(page.locator(".continues").filter({ visible: true }), path).toHaveCount(0);
    const submits = page.locator("button[type=submit]").filter({ visible: true });
    for (const submit of await submits.all())
      expect(
        await submit.evaluate((button: HTMLButtonElement) => button.form?.action),
        path,
      ).toMatch(/\/search$/);
    const dead = await page
      .locator('a:not([href]), a[href="#"], a[href^="javascript:"]')
      .filter({ visible: true })
      .count();
    expect(dead, path).toBe(0);
  }
});

test("the guide is readable to the end", async ({ page }) => {
  await page.goto("/guides/link-your-license");
  const steps = page.locator("main [data-guide] li h3");
  expect(await steps.count()).toBeGreaterThan(5);
  for (const step of await steps.all())
    if (!(await step.evaluate((heading) => heading.closest("[data-only='10']") !== null)))
      await expect(step).toBeVisible();
  await expect(page.locator(".guide-summary noscript p")).toContainText("JavaScript is off.");
  const tick = page.getByRole("checkbox").first();
  await tick.check();
  await expect(tick).toBeChecked();
});

test("each end of a guide says for whom it is", async ({ page }) => {
  await page.goto("/guides/link-your-license");
  const ends = page.locator("[data-finish] > :is(div, article)").filter({ visible: true });
  await expect(ends).toContainText([
    /If you have done “Read the sentence again” .*Linked and proven/s,
    /Nothing to link.*If you answered “What does it say\?” with “It names your organization/s,
    /Activate Windows first.*If you answered “What does it say\?”/s,
    /Choose your sentence.*If you answered “What does it say\?” with “None of these”/s,
    /Not proven yet.*In all other cases/s,
  ]);
});

test("the toggle switches the text, and its help opens @firefox", async ({ page }) => {
  await page.goto("/messages");
  await expect(page.locator('main a[href="/messages/active"]')).toBeVisible();
  await page.getByRole("radio", { name: "Windows 10" }).check();
  await expect(page.locator('main a[href="/messages/active"]')).toBeHidden();
  await expect(page.locator('main a[href="/messages/subscription-10"]')).toBeVisible();
  await page.locator("summary").filter({ hasText: "Not sure?" }).click();
  await expect(page.getByText("winver")).toBeVisible();
});

test("the appearance can be chosen @firefox", async ({ page }) => {
  await page.goto("/about");
  const background = () =>
    page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
  await page.getByRole("radio", { name: "Light" }).check();
  const light = await background();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(await background()).not.toBe(light);
});

test("the header's form searches, and the page obeys the version in its address @firefox", async ({
  page,
}) => {
  await page.goto("/about");
  await page.locator("#header-search").fill("subscription");
  await page.locator("#header-search").press("Enter");
  await expect(page).toHaveURL(/\/search\?q=subscription&windows=11$/);
  await expect(page.getByRole("status")).toHaveText(/^\d+ results$/);
  await page.goto(searchPath("subscription", "10"));
  await expect(page.getByRole("radio", { name: "Windows 10" })).toBeChecked();
  await expect(page.locator("#page-search + *, [name=windows][type=hidden]").first()).toHaveValue(
    "10",
  );
  const first = page.locator("main ol[start] a").first();
  const target = (await first.getAttribute("href")) ?? "";
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
});

test("on a phone the button leads to the search page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/about");
  await page.locator("[data-search-opener]").click();
  await expect(page).toHaveURL(/\/search\?q=&windows=11$/);
  await page.locator("#page-search").fill("0xC004F211");
  await page.getByRole("button", { name: "Search" }).last().click();
  await expect(page.getByText("Exact match")).toBeVisible();
});

test("the list of codes can be filtered", async ({ page }) => {
  await page.goto("/errors");
  const home = page.locator("[data-code-list] [data-audience=home]");
  const volume = page.locator("[data-code-list] [data-audience=volume]");
  const both = page.locator("[data-code-list] [data-audience=both]");
  await page.getByRole("radio", { name: "Home PCs" }).check();
  await expect(home.first()).toBeVisible();
  await expect(both.first()).toBeVisible();
  await expect(volume.filter({ visible: true })).toHaveCount(0);
  await page.getByRole("radio", { name: "Work and school" }).check();
  await expect(volume.first()).toBeVisible();
  await expect(both.first()).toBeVisible();
  await expect(home.filter({ visible: true })).toHaveCount(0);
  await page.getByRole("radio", { name: "All codes" }).check();
  await expect(home.first()).toBeVisible();
  await expect(volume.first()).toBeVisible();
});

test("a code is looked up from the list and from the box", async ({ page }) => {
  await page.goto("/errors");
  await page.getByRole("searchbox", { name: "Error code" }).fill("c004f211");
  await page.getByRole("searchbox", { name: "Error code" }).press("Enter");
  await page.locator("main ol[start] a").first().click();
  await expect(page).toHaveURL(/\/errors\/0xc004f211$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0xC004F211");
});

test("the browser itself refuses a product key in a search field", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  for (const [path, id] of [
    ["/about", "header-search"],
    ["/", "home-search"],
    ["/search", "page-search"],
  ] as const) {
    await page.goto(path);
    for (const key of [
      PRODUCT_KEY,
      PRODUCT_KEY.replaceAll("-", ""),
      PRODUCT_KEY.replaceAll("-", " ").toLowerCase(),
      `my key is ${PRODUCT_KEY}`,
    ]) {
      const field = page.locator(`[id="${id}"]`);
      await field.fill(key);
      expect(
        await field.evaluate((input: HTMLInputElement) => input.validity.patternMismatch),
        key,
      ).toBe(true);
      await field.press("Enter");
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    }
    await page.locator(`[id="${id}"]`).fill("What do Home, Pro and Education mean?");
    expect(
      await page
        .locator(`[id="${id}"]`)
        .evaluate((input: HTMLInputElement) => input.validity.valid),
    ).toBe(true);
  }
  expect(sent.join("\n").toUpperCase()).not.toContain("W269N");
});

test("without script “open it” and “on the PC” are both shown, with a space between", async ({
  page,
}) => {
  await page.goto("/messages/not-activated");
  const gap = await page
    .locator(".opens-on-windows + .says-on-the-pc")
    .first()
    .evaluate((words) => {
      const text = document.createRange();
      text.selectNodeContents(words);
      const link = words.previousElementSibling?.getBoundingClientRect();
      return text.getBoundingClientRect().left - (link?.right ?? Infinity);
    });
  expect(gap).toBeGreaterThan(2);
});

test("the home page tells one way to open Activation beside its button", async ({ page }) => {
  await page.goto("/");
  const ways = page.locator(".hero-open");
  await expect(ways.getByRole("link")).toBeVisible();
  expect(await ways.innerText()).toContain("Or press Win");
  expect(await ways.innerText()).not.toContain("On the PC");
});
