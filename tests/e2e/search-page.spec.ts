import { expect, type APIRequestContext } from "@playwright/test";
import {
  attribute,
  dialogResults,
  openDialog,
  PRODUCT_KEY,
  resultsOf,
  searchPath,
  serve,
  tags,
  textOf,
  withoutScripts,
} from "./support/site";
import { ADDRESSES } from "./support/templates";
import { settled, test } from "./support/test";
import { holdRequests } from "./support/watch";

type Answer = {
  total: number;
  exact?: string;
  correctedTo?: string;
  results: { address: string; page: string; exact?: boolean; otherVersionOnly?: string }[];
};

async function ask(request: APIRequestContext, query: string, windows = "11"): Promise<Answer> {
  const parameters = new URLSearchParams({ q: query, windows });
  return (await request.get(`/api/search?${parameters}`)).json() as Promise<Answer>;
}

const pagesOf = ({ results }: Answer) => results.map(({ page }) => page);

test("the server answers with a count, a numbered list and the query in its field", async ({
  request,
}) => {
  const { status, html } = await serve(request, searchPath("new motherboard"));
  expect(status).toBe(200);
  const shown = withoutScripts(html);
  const count = Number(/<p[^>]*role="status"[^>]*>([\s\S]*?)<\/p>/.exec(shown)?.[1]?.match(/\d+/));
  expect(count).toBeGreaterThan(0);
  expect(resultsOf(html)).toHaveLength(Math.min(10, count));
  const field = tags(shown, "input").find((tag) => attribute(tag, "id") === "page-search");
  expect(attribute(field ?? "", "value")).toBe("new motherboard");
  expect(shown).toMatch(/<meta name="robots" content="noindex/);
});

test("every page has a search form that leads to /search with its version", async ({ request }) => {
  for (const path of ADDRESSES) {
    const { html } = await serve(request, path);
    // Guides also have forms in which PCs are named.
    const forms = [...withoutScripts(html).matchAll(/<form\b[\s\S]*?<\/form>/g)]
      .map(([form]) => form)
      .filter((form) => form.includes("data-search-form"));
    expect(forms.length, path).toBeGreaterThan(0);
    for (const form of forms) {
      const [tag = ""] = tags(form, "form");
      expect(attribute(tag, "role"), path).toBe("search");
      expect(attribute(tag, "action"), path).toBe("/search");
      expect(attribute(tag, "method") ?? "get", path).toBe("get");
      const names = tags(form, "input").map((input) => attribute(input, "name"));
      expect(names, path).toEqual(["q", "windows"]);
      expect(form, path).toMatch(/<button type="submit"/);
    }
  }
});

test("links to results also send the version and follow the toggle", async ({ page }) => {
  await page.goto("/search?q=motherbord");
  const example = page
    .getByRole("main")
    .getByRole("link", { name: "Search for “motherbord” instead" });
  await expect(example).toHaveAttribute("href", /windows=11/);
  await page.getByRole("radio", { name: "Windows 10" }).check();
  await expect(example).toHaveAttribute("href", /windows=10/);
  await example.click();
  await expect(page).toHaveURL(/\/search\?q=motherbord&windows=10&literal=$/);
  await expect(page.getByRole("radio", { name: "Windows 10" })).toBeChecked();
});

test("the results follow the toggle without navigating @firefox", async ({ page, request }) => {
  const query = "subscription";
  const results = page.locator("[data-search-answer] ol > li > a");
  const shown = () =>
    results.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const for11 = resultsOf((await serve(request, searchPath(query, "11"))).html);
  const for10 = resultsOf((await serve(request, searchPath(query, "10"))).html);
  expect(for10).not.toEqual(for11);

  await page.goto(searchPath(query, "11"));
  expect(await shown()).toEqual(for11);
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await page.getByRole("radio", { name: "Windows 10" }).check();
  await expect.poll(shown).toEqual(for10);
  await expect(page).toHaveURL(/windows=10/);
  await expect(page.getByRole("radio", { name: "Windows 10" })).toBeFocused();
  expect(await page.evaluate(() => "stays" in window)).toBe(true);
  await page.getByRole("radio", { name: "Windows 11" }).check();
  await expect.poll(shown).toEqual(for11);
});

/** Typical queries of readers. */
const QUERIES = [
  "0xC004F211",
  "Error code: 0xC004C003.",
  "-1073417711",
  "link",
  "link my license",
  "licence",
  "new motherboard",
  "mobo",
  "motherbord",
  "digital license",
  "digital entitlement",
  "add account button missing",
  "Windows is activated with a digital license linked to your Microsoft account",
  "Windows is not activated",
  "Active",
  "watermark",
  "product key",
  "where is my key",
  "kms",
  "kms activator",
  "cheap key",
  "bitlocker recovery key",
  "local account",
  "esu",
  "windows 10 end of support",
  "subscription",
  "organization activation server",
  "activ",
  "troubleshooter",
  "device list",
  "zzzzqqq",
];

for (const windows of ["11", "10"]) {
  test(`the page, its JSON and the dialog give the same order for Windows ${windows}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(60_000);
    await page.goto(`/about?windows=${windows}`);
    const field = await openDialog(page);
    // Every other query: tests/content/search.test.ts compares hundreds for both.
    for (const query of QUERIES.filter((_, i) => i % 2 === Number(windows) % 2)) {
      const onPage = resultsOf((await serve(request, searchPath(query, windows))).html);
      const inJson = (await ask(request, query, windows)).results.map(({ address }) => address);
      expect(inJson, query).toEqual(onPage);
      await field.fill(query);
      await expect
        .poll(() => dialogResults(page), { message: query, intervals: [20, 50, 100] })
        .toEqual(onPage);
    }
  });
}

test("without a version in the address, both rank for Windows 11", async ({ request }) => {
  const { html } = await serve(request, "/search?q=subscription");
  expect(resultsOf(html)).toEqual(
    resultsOf((await serve(request, searchPath("subscription"))).html),
  );
  const json = (await (await request.get("/api/search?q=subscription")).json()) as Answer;
  expect(json.results.map(({ address }) => address)).toEqual(resultsOf(html));
});

test("a match inside a page leads to its heading, with the matched words marked @firefox", async ({
  page,
}) => {
  await page.goto(searchPath("find this pc in the device list"));
  const item = page
    .locator("main ol[start] > li")
    .filter({ has: page.locator('a[href*="#"]:not([href*="#a-"])') })
    .filter({ has: page.locator("mark") })
    .first();
  const inside = item.locator("> a");
  const target = (await inside.getAttribute("href")) ?? "";
  await expect(inside).toContainText(" › ");
  await expect(item.locator("mark").first()).toHaveText(/^(find|pc|device|list)/i);
  await expect(item.locator("p").first()).toHaveText(/Guide|Article|Answers/);
  await inside.click();
  const heading = page.locator(`[id="${target.split("#")[1]}"]`);
  await expect(heading).toBeInViewport();
});

test("the first three results show their answers whole, and none repeats the card", async ({
  page,
}) => {
  const seen = { answers: 0, cards: 0 };
  for (const query of [
    "how do i link my license",
    "two-step verification, no way left",
    "do i need a phone number for a microsoft account",
    "will a new processor deactivate windows",
  ]) {
    await page.goto(searchPath(query));
    const items = page.locator("[data-results] > li");
    const texts = await items.evaluateAll((all) =>
      all.map((item) => item.querySelector(":scope > a + p")?.textContent ?? ""),
    );
    const addresses = (await items
      .locator("> a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")))) as string[];
    const answers = addresses.flatMap((address, i) =>
      i < 3 && address.includes("#a-") ? [texts[i] ?? ""] : [],
    );
    seen.answers += answers.length;
    for (const text of answers) {
      expect(text, query).not.toMatch(/^…|…$/);
      expect(text.split(" ").length, query).toBeGreaterThan(10);
    }
    const card = page.locator("section.card");
    if ((await card.count()) === 0) continue;
    seen.cards++;
    const answer = (await card.locator("h2 + p").textContent()) ?? "";
    for (const text of texts) expect(text, query).not.toContain(answer.slice(0, 60));
    // The lead of a page has the address of the page.
    const address = await card.locator("h2 a").getAttribute("href");
    if (address?.includes("#")) expect(addresses).not.toContain(address);
  }
  expect(seen.answers).toBeGreaterThan(0);
  expect(seen.cards).toBeGreaterThan(0);
});

test("at most two other answers of the same page are named below a result", async ({
  page,
  request,
}) => {
  const query = "two-step verification, no way left";
  await page.goto(searchPath(query));
  const items = page.locator("[data-results] > li");
  for (const [i, item] of (await items.all()).entries()) {
    const others = item.locator("[data-also]");
    const count = await others.count();
    expect(count).toBeLessThanOrEqual(i < 3 ? 2 : 0);
    const pageOf = async (link: ReturnType<typeof item.locator>) =>
      (await link.getAttribute("href"))?.split("#")[0];
    for (const other of await others.all())
      expect(await pageOf(other)).toBe(await pageOf(item.locator("> a")));
  }
  // They are no results: the count and the pages of results stay.
  await expect(items).toHaveCount(10);
  const { total } = await ask(request, query);
  await expect(page.getByRole("status").first()).toHaveText(`${total} results`);
  const other = page.locator("[data-also]").first();
  const question = (await other.textContent()) ?? "";
  await other.click();
  await expect(page.getByText(question).first()).toBeInViewport();
});

test("the first result begins in the first screen of a phone, also below a card", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const query of ["how do i link my license", "motherboard", "0xC004F211"]) {
    await page.goto(searchPath(query));
    const first = await page.locator("[data-results] > li").first().boundingBox();
    expect(first?.y, query).toBeLessThan(844 - 48);
  }
});

test("every result shows its type, a title and its context", async ({ page }) => {
  await page.goto(searchPath("digital license"));
  const items = page.locator("main ol[start] > li");
  await expect(items).toHaveCount(10);
  for (const [i, item] of (await items.all()).entries()) {
    await expect(item.locator("p").first()).toHaveText(
      /Guide|Article|On your screen|Error code|Glossary|Topic|Answers/,
    );
    await expect(item.locator("> a")).toHaveText(/\S{3,}/);
    const context = (await item.locator("> a + p").innerText()).trim();
    expect(context.length).toBeGreaterThan(15);
    // The first three may be whole answers.
    if (i < 3) expect(context.split(" ").length).toBeLessThanOrEqual(64);
    else expect(context.length).toBeLessThan(320);
  }
});

test("a page for the other version ranks below the one for the reader's and says so", async ({
  request,
}) => {
  for (const [windows, other] of [
    ["10", "11"],
    ["11", "10"],
  ] as const) {
    const path = searchPath("subscription activated", windows);
    const html = withoutScripts((await serve(request, path)).html);
    const items = [...html.matchAll(/<li class="border-t border-line py-4">[\s\S]*?<\/li>/g)].map(
      ([item]) => textOf(item),
    );
    const own = items.findIndex((item) => item.includes(`Windows ${windows} only`));
    const theirs = items.findIndex((item) => item.includes(`Windows ${other} only`));
    expect(own, items.join("\n")).toBeGreaterThanOrEqual(0);
    expect(theirs).toBeGreaterThan(own);
  }
});

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

test("a code in any spelling is found first and alone as “Exact match”", async ({ request }) => {
  for (const spelling of SPELLINGS) {
    const html = withoutScripts((await serve(request, searchPath(spelling))).html);
    expect(resultsOf(html)[0], spelling).toBe("/errors/0xc004f211");
    expect(html.match(/Exact match/g), spelling).toHaveLength(1);
    expect(html.indexOf("Exact match")).toBeLessThan(html.indexOf('href="/errors/0xc004f211"'));
  }
});

test("a pasted text with two codes offers both", async ({ request }) => {
  const answer = await ask(request, "first 0xC004F211 and then 0xC004C003 came up");
  expect(pagesOf(answer).slice(0, 2)).toEqual(["/errors/0xc004f211", "/errors/0xc004c003"]);
  expect(answer.results.map(({ exact }) => exact ?? false).slice(0, 3)).toEqual([
    true,
    true,
    false,
  ]);
});

test("a pasted sentence of the Activation page finds its page", async ({ request }) => {
  for (const [sentence, page] of [
    [
      "Windows is activated with a digital license linked to your Microsoft account",
      "/messages/digital-license-linked",
    ],
    ["windows is activated with a digital licence.", "/messages/digital-license"],
    [
      "“Windows is activated using your organization's activation service”",
      "/messages/organization",
    ],
    ["Active", "/messages/active"],
  ] as const) {
    const answer = await ask(request, sentence);
    expect(answer.results[0]?.page, sentence).toBe(page);
    expect(answer.results[0]?.exact, sentence).toBe(true);
  }
});

test("British spelling finds what American spelling finds", async ({ request }) => {
  for (const [british, american] of [
    ["digital licence", "digital license"],
    ["organisation", "organization"],
  ] as const)
    expect(pagesOf(await ask(request, british)), british).toEqual(
      pagesOf(await ask(request, american)),
    );
});

test("one slip in a word of five letters or more is corrected, and the page says so", async ({
  request,
}) => {
  for (const [slip, meant] of [
    ["motherbord", "motherboard"],
    ["actvation", "activation"],
    ["licesne", "license"],
    ["watermrak", "watermark"],
  ] as const) {
    const answer = await ask(request, slip);
    expect(answer.correctedTo, slip).toBe(meant);
    expect(answer.results[0]?.page, slip).toBe((await ask(request, meant)).results[0]?.page);
  }
  const html = withoutScripts((await serve(request, searchPath("motherbord"))).html);
  expect(textOf(html)).toContain("Showing results for motherboard.");
  expect(textOf(html)).toContain("Search for “motherbord” instead");
  const { html: literal } = await serve(request, `${searchPath("motherbord")}&literal=`);
  expect(textOf(withoutScripts(literal))).toContain("No results for “motherbord”");
});

test("readers' own words find the page about the site's term", async ({ request }) => {
  for (const [typed, page] of [
    ["digital entitlement", "/glossary/digital-license"],
    ["mobo", "/glossary/motherboard"],
    ["mainboard", "/glossary/motherboard"],
    ["offline account", "/glossary/local-account"],
    ["serial number", "/guides/find-your-product-key"],
    ["preinstalled", "/glossary/oem"],
    ["device encryption", "/glossary/bitlocker"],
  ] as const)
    expect(pagesOf(await ask(request, typed)).slice(0, 5), typed).toContain(page);
});

test("a word that is still being typed finds its completions", async ({ request }) => {
  for (const [typed, page] of [
    ["motherb", "/glossary/motherboard"],
    ["troublesh", "/articles/activation-troubleshooter"],
    ["waterm", "/glossary/watermark"],
  ] as const)
    expect(pagesOf(await ask(request, typed)).slice(0, 3), typed).toContain(page);
});

for (const { name, query, says } of [
  { name: "words that are nowhere", query: "zzzzqqq", says: /No results for “zzzzqqq”/ },
  { name: "a code that nobody explains", query: "0xC004FFFF", says: /No page explains 0xC004FFFF/ },
  { name: "half a code", query: "0xC004F2Z1", says: /not a whole one/ },
]) {
  test(`no dead end: ${name} lead on to messages, codes and guides`, async ({ page }) => {
    await page.goto(searchPath(query));
    const main = page.getByRole("main");
    await expect(main).toContainText(says);
    await expect(main.getByRole("searchbox")).toHaveValue(query);
    for (const href of ["/messages", "/errors", "/guides/link-your-license"])
      await expect(main.locator(`a[href="${href}"]`).first()).toBeVisible();
  });
}

test("for an unknown code, the nearest codes are offered", async ({ page }) => {
  await page.goto(searchPath("0xC004F21F"));
  await expect(page.getByRole("link", { name: /^0xC004F21\d: / }).first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "0xC004F21F" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "0xC004F21F is not explained here yet",
  );
});

test("for a word with too many slips to be corrected, similar spellings are offered", async ({
  page,
}) => {
  await page.goto(searchPath("actwatiom"));
  const spelling = page
    .getByRole("main")
    .locator("li")
    .filter({ hasText: "Did you mean" })
    .getByRole("link")
    .first();
  await expect(spelling).toHaveText("activation");
  await spelling.click();
  await expect(page.getByRole("status").first()).toHaveText(/results?$/);
});

test("all results can be paged through, each of them once", async ({ page, request }) => {
  const { total } = await ask(request, "troubleshooter");
  expect(total).toBeGreaterThan(20);
  const seen: string[] = [];
  await page.goto(searchPath("troubleshooter"));
  for (;;) {
    const list = page.locator("main ol[start]");
    await expect(list).toHaveAttribute("start", String(seen.length + 1));
    seen.push(
      ...(await list
        .locator("> li > a")
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute("href")?.split("#")[0] ?? ""),
        )),
    );
    const more = page.getByRole("link", { name: "More results" });
    if ((await more.count()) === 0) break;
    await more.click();
    await expect(list).toHaveAttribute("start", String(seen.length + 1));
    await settled(page);
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
});

test("a version chosen before the scripts run sorts the results, too", async ({ page }) => {
  const release = await holdRequests(page, /\/assets\/site-.*\.js$/);
  await page.goto(searchPath("activation", "10"), { waitUntil: "commit" });
  await page.locator('label[for="windows-11"]').click();
  release();
  await expect(page.locator('[data-search-answer="11"]')).toBeAttached();
  await expect(
    page.getByRole("navigation", { name: "Filter the results" }).locator("[aria-current=true]"),
  ).toHaveText([/^✓All/, /Windows 11$/]);
});

test("the results can be filtered by kind, with links that keep the rest of the search", async ({
  page,
  request,
}) => {
  await page.goto(`${searchPath("microsoft account", "10")}&literal=`);
  const filters = page.getByRole("navigation", { name: "Filter the results" });
  const chosen = filters.locator("[aria-current=true]");
  const chip = (name: RegExp) => filters.getByRole("link", { name });
  const results = page.locator("main ol[start] > li");
  await expect(chosen).toHaveText([/All \d+$/, /Windows 10$/]);
  const all = Number(/\d+/.exec(await chip(/^All/).innerText()));
  const counts = (await filters.locator("ul").first().getByRole("link").allInnerTexts())
    .slice(1)
    .filter((text) => !/Windows \d\d$/.test(text))
    .map((text) => Number(/\d+$/.exec(text)));
  expect(counts.length).toBeGreaterThan(4);
  expect(counts.reduce((sum, count) => sum + count)).toBe(all);
  await expect(page.getByRole("status").first()).toHaveText(`${all} results`);

  const ofTerms = Number(/\d+/.exec(await chip(/^Glossary/).innerText()));
  expect(ofTerms).toBeGreaterThan(10);
  await chip(/^Glossary/).click();
  await expect(page).toHaveURL(/\/search\?q=microsoft\+account&windows=10&kind=term&literal=$/);
  await expect(chosen).toHaveText([/Glossary \d+$/, /Windows 10$/]);
  await expect(page.getByRole("status").first()).toHaveText(`${ofTerms} results`);
  await expect(results).toHaveCount(10);
  await expect(results.filter({ hasText: /^Glossary/ })).toHaveCount(10);
  await page.getByRole("link", { name: "More results" }).click();
  await expect(page).toHaveURL(/kind=term&literal=&page=2$/);
  await expect(page.getByRole("status").first()).toHaveText(
    `${ofTerms} results, page 2 of ${Math.ceil(ofTerms / 10)}`,
  );
  await expect(results.first()).toHaveText(/^Glossary/);
  await page.getByRole("link", { name: "Previous results" }).click();
  await expect(page).toHaveURL(/kind=term&literal=$/);

  // The toggle and the link with the version's name are the same choice.
  await page.getByRole("radio", { name: "Windows 11" }).check();
  await expect(chosen).toHaveText([/Glossary \d+$/, /Windows 11$/]);
  await expect(page).toHaveURL(/windows=11&kind=term/);
  await chip(/^Windows 10$/).click();
  await expect(page).toHaveURL(/windows=10&kind=term/);
  await expect(page.getByRole("radio", { name: "Windows 10" })).toBeChecked();

  const path = `${new URL(page.url()).search}`;
  const { html } = await serve(request, `/search${path}`);
  expect(html).toMatch(/<meta name="robots" content="noindex/);
  const json = (await (await request.get(`/api/search${path}`)).json()) as Answer;
  expect(json.results.map(({ address }) => address)).toEqual(resultsOf(html));
  expect(json.total).toBe(ofTerms);
});

test("an unknown kind is ignored, and one without results says so", async ({ request }) => {
  const plain = await serve(request, searchPath("watermark"));
  for (const kind of ["nonsense", "", "toString", "Glossary", "%3Cscript%3E"]) {
    const { status, html } = await serve(request, `${searchPath("watermark")}&kind=${kind}`);
    expect(status).toBe(200);
    expect(resultsOf(html), kind).toEqual(resultsOf(plain.html));
    expect(withoutScripts(html)).not.toContain("kind=nonsense");
  }
  const { html } = await serve(request, `${searchPath("watermark")}&kind=page`);
  const text = textOf(withoutScripts(html));
  expect(text).toContain("No results for “watermark” under “Pages”");
  expect(text).toMatch(/All \d+/);
  const nothing = await serve(request, searchPath("zzzzqqq"));
  expect(nothing.html).not.toContain("Filter the results");
});

test("the row of filters fits a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${searchPath("microsoft account")}&kind=message`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

const ARRIVALS = {
  "as a query": `/search?q=${PRODUCT_KEY}`,
  "among words": `/search?q=my+key+${PRODUCT_KEY}+fails&windows=10`,
  "without dashes": `/search?q=${PRODUCT_KEY.replaceAll("-", "")}`,
  "in small letters with spaces": `/search?q=${PRODUCT_KEY.replaceAll("-", "%20").toLowerCase()}`,
  "as a second query": `/search?q=link&q=${PRODUCT_KEY}`,
  "at the JSON": `/api/search?q=${PRODUCT_KEY}`,
  "as another parameter": `/errors?note=${PRODUCT_KEY}`,
  "as an address": `/${PRODUCT_KEY}`,
  "as an error code": `/errors/${PRODUCT_KEY}`,
  "with plus signs in the address": `/${PRODUCT_KEY.replaceAll("-", "+")}`,
  "behind an escape that is none": `/%zz%${PRODUCT_KEY.charCodeAt(0).toString(16)}${PRODUCT_KEY.slice(1).replaceAll("-", "%2D")}`,
  "behind an escape that is no text": `/%E0${PRODUCT_KEY.replaceAll("-", "%20")}`,
  "in two parameters": `/search?q=${PRODUCT_KEY.slice(0, 11)}&more=${PRODUCT_KEY.slice(12)}`,
  "in five parameters": `/search?${PRODUCT_KEY.split("-")
    .map((group, i) => `q${i}=${group}`)
    .join("&")}`,
};

for (const [how, path] of Object.entries(ARRIVALS)) {
  test(`a product key that arrives ${how} is redirected away and not kept`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()["cache-control"]).toBe("no-store");
    const location = answer.headers().location ?? "";
    const page = await request.get(location);
    expect(page.status()).toBe(200);
    for (const text of [location, await answer.text(), await page.text()])
      for (const group of PRODUCT_KEY.split("-")) expect(text.toUpperCase()).not.toContain(group);
    if (location.startsWith("/search"))
      expect(textOf(withoutScripts(await page.text()))).toContain("removed and not searched");
  });
}

test("a word with dashes or the shape of a key is not a key", async ({ request }) => {
  for (const query of ["XXXXX-XXXXX-XXXXX-XXXXX-XXXXX", "where does every small point stand"])
    expect((await request.get(searchPath(query), { maxRedirects: 0 })).status(), query).toBe(200);
});

for (const query of ["kms activator", "irm https://get.activated.win | iex", "cheap windows key"]) {
  test(`a calm card with the lawful way comes before the results of “${query}”`, async ({
    page,
  }) => {
    await page.goto(searchPath(query));
    const card = page.getByRole("region", { name: "Before you run or buy anything" });
    await expect(card).toBeVisible();
    await expect(card.getByRole("link")).toHaveAttribute("href", "/messages");
    const cardTop = (await card.boundingBox())?.y ?? Infinity;
    const first = page.locator("main [data-search-answer] [role=status]");
    expect(cardTop).toBeLessThan((await first.boundingBox())?.y ?? 0);
  });
}

test("lawful questions get no such card", async ({ page }) => {
  for (const query of ["kms", "how do I activate windows", "product key"]) {
    await page.goto(searchPath(query));
    await expect(page.getByRole("heading", { name: "Before you run or buy anything" })).toHaveCount(
      0,
    );
  }
});
