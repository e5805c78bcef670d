import { expect } from "@playwright/test";
import {
  attribute,
  forEachOf,
  serve,
  sitemap,
  tags,
  textOf,
  translateLikeBrowser,
  withoutScripts,
} from "./support/site";
import { test } from "./support/test";

const SPELLINGS = [
  "0xC004F211",
  "0XC004F211",
  "c004f211",
  " 0xC004 F211 ",
  "C004-F211",
  "3221549585",
  "-1073417711",
  "0xCOO4F211",
  "Error code: 0xC004F211.",
  "０ｘＣ００４Ｆ２１１",
];

for (const spelling of SPELLINGS) {
  test(`“${spelling}” as an address leads to the page of the code`, async ({ request }) => {
    for (const folder of ["/", "/errors/"]) {
      const answer = await request.get(`${folder}${encodeURIComponent(spelling)}?windows=10`, {
        maxRedirects: 0,
      });
      expect(answer.status(), folder).toBe(308);
      const target = new URL(answer.headers().location ?? "", "http://localhost");
      expect(target.pathname + target.search).toBe("/errors/0xc004f211?windows=10");
    }
  });
}

test("a code typed into the box on /errors leads to its page in two steps", async ({ page }) => {
  await page.goto("/errors");
  await page.getByRole("searchbox", { name: "Error code" }).fill("error code: c004 f211");
  await page.getByRole("searchbox", { name: "Error code" }).press("Enter");
  const first = page.locator("main ol[start] > li").first();
  await expect(first).toContainText("Exact match");
  await first.getByRole("link").click();
  await expect(page).toHaveURL(/\/errors\/0xc004f211$/);
});

test("the server's list has each code, its meaning and whose PCs it affects", async ({
  request,
}) => {
  const html = withoutScripts((await serve(request, "/errors")).html);
  const list = /<ul[^>]*data-code-list[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";
  const items = [...list.matchAll(/<li\b[\s\S]*?<\/li>/g)].map(([item]) => item);
  expect(items.length).toBeGreaterThanOrEqual(20);
  for (const item of items) {
    expect(textOf(item)).toMatch(/^0x[0-9A-F]{8}\S.{8,}(Home PCs|Work and school PCs|work PCs)/);
    expect(item).toMatch(/<code translate="no"/);
  }
});

test("every page of a code has its parts in the right order", async ({ request }) => {
  const paths = (await sitemap(request)).map(({ path }) => path);
  const codes = paths.filter((path) => path.startsWith("/errors/"));
  const wrong: string[] = [];
  await forEachOf(codes, async (path) => {
    const html = withoutScripts((await serve(request, path)).html);
    const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    const places = [
      "What is at fault",
      'id="advice"',
      "What to do, in order",
      "When to wait",
      "Do you need a new license?",
      "Not your case if",
      "In Microsoft’s words",
      "How sure is this?",
      'aria-label="Sources"',
    ]
      .map((text) => main.indexOf(text))
      .filter((place) => place >= 0);
    const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
    if (places.length < 6 || !inOrder) wrong.push(`${path}: order of the parts`);
    // The meaning and the advice each have a grade of their own.
    const grades = main.slice(main.indexOf("How sure is this?"));
    for (const part of ["meaning", "advice"])
      if (!new RegExp(`The ${part}: <[^>]*class="grade grade-`).test(grades))
        wrong.push(`${path}: no grade of the ${part}`);
    const sources = main.slice(main.indexOf('aria-label="Sources"'));
    if (!/checked [A-Z][a-z]+ \d+, \d{4}/.test(textOf(sources)))
      wrong.push(`${path}: no dated source`);
    const advice = textOf(/<h2 id="advice">([^<]*)/.exec(main)?.[1] ?? "");
    if (!advice || /^buy/i.test(advice)) wrong.push(`${path}: “${advice}” comes first`);
  });
  expect(wrong).toEqual([]);
});

test("a code of volume activation says at once to ask the IT team", async ({ page }) => {
  await page.goto("/errors/0xc004f074");
  const note = page.getByText("Work or school PC? Ask your IT team");
  await expect(note).toBeInViewport();
  // The advice above it says so, too; the note stands before “Who sees it”.
  await expect(page.locator(".error-first section")).toContainText("IT team");
  const who = await page.getByText("Who sees it").boundingBox();
  expect((await note.boundingBox())?.y ?? Infinity).toBeLessThan(who?.y ?? 0);
});

test("an unknown code answers 404 with what its number says and the nearest codes", async ({
  page,
}) => {
  const response = await page.goto("/errors/0xC004FFFF");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0xC004FFFF is not explained here yet",
  );
  const main = page.getByRole("main");
  for (const text of [
    "0xC004FFFF",
    "3221553151",
    "-1073414145",
    "4 (one part of Windows",
    "failure",
  ])
    await expect(main.locator("dl")).toContainText(text);
  await expect(main.getByRole("searchbox", { name: "Error code" })).toHaveValue("0xC004FFFF");
  await expect(main.getByText("A code near yours")).toHaveCount(3);
  await main.getByText("A code near yours").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/errors\/0xc004[0-9a-f]{4}$/);
});

test("an incomplete code gets a message at the field, which keeps the input", async ({ page }) => {
  await page.goto("/errors");
  await page.getByRole("searchbox", { name: "Error code" }).fill("0xC004F2Z1");
  await page.getByRole("searchbox", { name: "Error code" }).press("Enter");
  const field = page.locator("#page-search");
  await expect(field).toHaveValue("0xC004F2Z1");
  await expect(field).toHaveAccessibleDescription(/looks like an error code.*not a whole one/);
  await expect(page.getByRole("main").locator('a[href="/errors"]').first()).toBeVisible();
});

test("both codes in a text are offered", async ({ page }) => {
  await page.goto("/errors");
  const field = page.getByRole("searchbox", { name: "Error code" });
  await field.fill("0xC004F211 or 0xC004C003?");
  await field.press("Enter");
  await expect(page.getByText("Exact match")).toHaveCount(2);
});

test("every text of Windows 10 and 11 is on the messages page, and “Active” is explained", async ({
  page,
}) => {
  await page.goto("/messages?windows=11");
  const choices = page.getByRole("main").locator('a[href^="/messages/"]');
  const for11 = await choices.evaluateAll((links) =>
    links.filter((link) => link.checkVisibility()).map((link) => link.getAttribute("href")),
  );
  expect(for11).toContain("/messages/active");
  expect(for11).not.toContain("/messages/subscription-10");
  await page.getByRole("radio", { name: "Windows 10" }).check();
  await expect(page.locator('main a[href="/messages/subscription-10"]')).toBeVisible();
  await expect(page.locator('main a[href="/messages/active"]')).toBeHidden();

  await page.goto("/messages/active");
  await expect(page.getByRole("main")).toContainText(/open the row for the rest/i);
});

test("pasted sentences that differ only at the end lead to different pages", async ({ page }) => {
  for (const [sentence, target] of [
    ["Windows is activated with a digital license", "/messages/digital-license"],
    [
      "Windows is activated with a digital license linked to your Microsoft account",
      "/messages/digital-license-linked",
    ],
  ] as const) {
    await page.goto("/messages");
    const field = page.getByRole("searchbox", { name: "The sentence on your screen" });
    await field.fill(sentence);
    await field.press("Enter");
    const first = page.locator("main ol[start] > li").first();
    await expect(first).toContainText("Exact match");
    await expect(first.getByRole("link")).toHaveAttribute("href", target);
  }
});

test("codes and labels of Windows are marked as not to be translated", async ({ request }) => {
  const html = withoutScripts((await serve(request, "/errors/0xc004f211")).html);
  const heading = /<h1\b[\s\S]*?<\/h1>/.exec(html)?.[0] ?? "";
  expect(tags(heading, "span").map((tag) => attribute(tag, "translate"))).toContain("no");
  const messages = withoutScripts((await serve(request, "/messages/digital-license")).html);
  expect(messages).toMatch(/translate="no"[^>]*>[^<]*Windows is activated with a digital license/);
});

test("each message says how to recognize it by place when Windows is in another language", async ({
  request,
}) => {
  const paths = (await sitemap(request)).map(({ path }) => path);
  for (const path of paths.filter((each) => each.startsWith("/messages/"))) {
    const html = withoutScripts((await serve(request, path)).html);
    expect(textOf(html), path).toMatch(/another language/i);
  }
});

test("a page that the browser has translated still ticks, switches and searches", async ({
  page,
}) => {
  await page.goto("/guides/link-your-license");
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await translateLikeBrowser(page);
  const tick = page.locator("main [data-guide] input[type=checkbox]").first();
  await page.locator('[data-answer="not-linked"] > button').click();
  await expect(page.locator("[data-summary]")).toContainText(/1 of \d+ done/);
  await page.locator("#windows-10").check();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  await expect(page).toHaveURL(/windows=10/);
  await page.reload();
  await expect(tick).toBeChecked();
  await page.locator("#header-search").focus();
  await page.keyboard.type("watermark");
  await expect(page.getByRole("option").first()).toContainText(/watermark/i);
});

test.describe("on a phone, without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("meaning, what is at fault and the next action are in the first screen of all codes and messages", async ({
    page,
    request,
  }) => {
    // Some 250 pages, one after the other.
    test.setTimeout(180_000);
    const below: string[] = [];
    const paths = (await sitemap(request))
      .map(({ path }) => path)
      .filter((path) => /^\/(errors|messages)\/./.test(path));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      await page.goto(path, { waitUntil: "domcontentloaded" });
      const bottom = await page
        .locator("main")
        .evaluate((main) =>
          Math.max(
            ...[...main.querySelectorAll(".button-act, .error-first dd")]
              .slice(0, 2)
              .map((element) => element.getBoundingClientRect().bottom),
          ),
        );
      if (!(bottom > 0 && bottom <= 844)) below.push(`${path}: ${Math.round(bottom)}`);
    }
    expect(below).toEqual([]);
  });
});
