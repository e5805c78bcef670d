import { expect } from "@playwright/test";
import { hostileTexts } from "../fixtures/hostile-texts";
import {
  collectErrors,
  dialogField,
  dialogOf,
  forEachOf,
  openDialog,
  resultsOf,
  searchPath,
  serve,
  textOf,
  withoutScripts,
} from "./support/site";
import { test } from "./support/test";

/** Elements that injected markup would add to a page. The barrier behind the sheet is ours. */
const ADDED = "main :is(script:not(link[rel=stylesheet] + script), img, svg[onload])";

const MARKUP = [
  "<script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  '"><svg onload=window.hit=1>',
  "'-window.hit=1-'",
  "</title><script>window.hit=1</script>",
  "</script><script>window.hit=1</script>",
  "<mark>license</mark>",
];

test("markup in a query is shown as text, on the page and in the dialog", async ({ page }) => {
  const errors = collectErrors(page);
  for (const markup of MARKUP) {
    await page.goto(searchPath(`${markup} license`));
    await expect(page.locator("#page-search")).toHaveValue(`${markup} license`);
    await expect(page).toHaveTitle(/^Search: /);
    expect(await page.locator(ADDED).count(), markup).toBe(0);
  }
  await page.goto("/about");
  const field = await openDialog(page);
  for (const markup of MARKUP) {
    await field.fill(`${markup} license`);
    await expect(dialogOf(page).getByRole("option").last()).toContainText(
      `All results for “${markup}`,
    );
    expect(await dialogOf(page).locator(":is(script, img, svg)").count(), markup).toBe(0);
  }
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  expect(errors).toEqual([]);
});

test("markup in an address is shown as text", async ({ page }) => {
  for (const markup of MARKUP) {
    const response = await page.goto(`/${encodeURIComponent(markup)}`);
    expect(response?.status(), markup).toBe(404);
    expect(await page.locator(ADDED).count(), markup).toBe(0);
  }
  await page.goto(`/about?windows=${encodeURIComponent(MARKUP[1] ?? "")}#${MARKUP[0]}`);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
});

test("a query of 10,000 characters gets a clear answer", async ({ request }) => {
  for (const long of ["motherboard ".repeat(834), "x".repeat(10_000), "é".repeat(1_600)]) {
    const { status, html } = await serve(request, searchPath(long));
    expect(status).toBe(200);
    expect(textOf(withoutScripts(html))).toMatch(/Left out|No results/);
  }
  const pasted = await serve(request, searchPath(`0xC004F211 ${"and so on ".repeat(999)}`));
  expect(resultsOf(pasted.html)[0]).toBe("/errors/0xc004f211");
});

test("a field takes a long paste without losing the page", async ({ page }) => {
  const errors = collectErrors(page);
  await page.goto("/about");
  const field = await openDialog(page);
  await page.keyboard.insertText("motherboard ".repeat(834));
  await expect(dialogField(page)).not.toHaveValue("");
  await expect(dialogOf(page).getByRole("option").first()).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("main")).toContainText("only the words that say most were searched");
  expect(errors).toEqual([]);
});

test("a version that does not exist is ignored", async ({ page, request }) => {
  for (const value of ["13", "", "10&windows=11&windows=13", "ten", "[object Object]"]) {
    const { status, html } = await serve(request, `/search?q=subscription&windows=${value}`);
    expect(status, value).toBe(200);
    const windows = value.startsWith("10") ? "10" : "11";
    const expected = await serve(request, searchPath("subscription", windows));
    expect(resultsOf(html), value).toEqual(resultsOf(expected.html));
  }
  await page.goto("/guides/link-your-license?windows=13");
  await expect(page.getByRole("radio", { name: "Windows 11" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "11");
});

test("a page number beyond the end shows the last page, one below 1 the first", async ({
  request,
}) => {
  const first = resultsOf((await serve(request, searchPath("account"))).html);
  for (const page of ["-1", "0", "1.9", "x", "", "NaN", "-1e9"]) {
    const { status, html } = await serve(request, `${searchPath("account")}&page=${page}`);
    expect(status, page).toBe(200);
    expect(resultsOf(html), page).toEqual(first);
  }
  const lasts = [];
  for (const page of ["1e9", "1000000000", "Infinity", "99999999999999999999"]) {
    const { status, html } = await serve(request, `${searchPath("account")}&page=${page}`);
    expect(status, page).toBe(200);
    expect(resultsOf(html).length, page).toBeGreaterThan(0);
    expect(html).not.toContain("More results</a>");
    lasts.push(resultsOf(html).join());
  }
  expect(new Set(lasts).size).toBe(1);
  const none = await serve(request, `${searchPath("zzzzqqq")}&page=7`);
  expect(textOf(withoutScripts(none.html))).toContain("No results for “zzzzqqq”");
});

test("broken escapes and empty, repeated and foreign parameters never break the search", async ({
  request,
}) => {
  for (const query of [
    "q=%",
    "q=%E0%A4%A",
    "q=%00",
    "q=%ED%A0%80",
    "q",
    "q=&q=",
    "q=link&q=motherboard",
    "q[]=link",
    "q[a]=link",
    "__proto__=x&constructor=y&q=link",
    "q=link&kind=nonsense&literal=maybe&key=removed",
    "?q=link",
    "q=link&page=1&page=2",
  ])
    for (const path of ["/search", "/api/search"]) {
      const answer = await request.get(`${path}?${query}`);
      expect(answer.status(), `${path}?${query}`).toBe(200);
    }
  const doubled = await serve(request, "/search?q=motherboard&q=link");
  expect(resultsOf(doubled.html)).toEqual(
    resultsOf((await serve(request, searchPath("motherboard"))).html),
  );
});

test("no typed text makes the server fail", async ({ request }) => {
  await forEachOf(hostileTexts(40), async (text) => {
    // Longer addresses never reach the site: Node.js answers them with 431.
    const query = String(new URLSearchParams({ q: text.slice(0, 1000) })).slice(2);
    // A product key is answered with a redirect.
    const answers = await Promise.all([
      request.get(`/search?q=${query}`, { maxRedirects: 0 }),
      request.get(`/api/search?q=${query}`, { maxRedirects: 0 }),
      request.get(`/errors/${query.replaceAll("+", "%20")}`, { maxRedirects: 0 }),
    ]);
    for (const answer of answers) {
      expect([200, 303, 308, 404], `${answer.url()}: ${answer.status()}`).toContain(
        answer.status(),
      );
    }
  });
});

test("a broken or strange fragment leaves the page as it is", async ({ page }) => {
  const errors = collectErrors(page);
  for (const fragment of [
    "%E0%A4%A",
    "",
    "<b>",
    "__proto__",
    "constructor",
    "%00",
    "a".repeat(5000),
  ]) {
    await page.goto("about:blank");
    await page.goto(`/messages#${fragment}`);
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test("damaged stored values fall back without an error", async ({ page }) => {
  const errors = collectErrors(page);
  for (const value of [
    "",
    "{",
    "null",
    "[]",
    '{"schema":99}',
    "\u0000",
    "13",
    "x".repeat(10_000),
  ]) {
    await page.goto("/robots.txt");
    await page.evaluate((stored) => {
      for (const key of ["windows", "theme", "slash", "continue", "progress"])
        localStorage.setItem(`keylink:${key}`, stored);
    }, value);
    await page.goto("/guides/link-your-license");
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await expect(page.getByRole("radio", { name: "Windows 11" })).toBeChecked();
    await page.keyboard.press("Control+k");
    await expect(dialogField(page)).toBeFocused();
  }
  expect(errors).toEqual([]);
});

test("unexpected methods and bodies do not make the server fail", async ({ request }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
    for (const path of ["/search", "/api/search", "/errors", "/nowhere"]) {
      const answer = await request.fetch(path, {
        method,
        data: method === "HEAD" ? undefined : "{",
      });
      expect(answer.status(), `${method} ${path}`).toBeLessThan(500);
    }
});
