import { pathToFileURL } from "node:url";
import { expect, type APIRequestContext } from "@playwright/test";
import { answer, card, GUIDE } from "./support/guide";
import { PRODUCT_KEY, serve, sitemap, tags, attribute } from "./support/site";
import { test } from "./support/test";
import { ready } from "./support/watch";

const FILES = [
  ["/feed.xml", "application/atom+xml"],
  ["/opensearch.xml", "application/opensearchdescription+xml"],
  ["/llms.txt", "text/plain"],
  ["/llms-full.txt", "text/plain"],
  ["/guides/link-your-license.md", "text/markdown"],
  ["/errors/0xc004f211.md", "text/markdown"],
  ["/guides.md", "text/markdown"],
  ["/api/v1/errors", "application/json"],
  ["/api/v1/errors/0xc004f211", "application/json"],
  ["/api/v1/messages", "application/json"],
  ["/api/v1/messages/digital-license-linked", "application/json"],
  ["/api/v1/answers", "application/json"],
  ["/api/v1/search?q=motherboard", "application/json"],
  ["/api/v1/openapi.json", "application/json"],
] as const;

for (const [address, type] of FILES)
  test(`${address} has its type, and is not sent again when it is unchanged`, async ({
    request,
  }) => {
    const first = await request.get(address);
    expect(first.status()).toBe(200);
    const headers = first.headers();
    expect(headers["content-type"]).toMatch(
      new RegExp(`^${type.replace("+", "\\+")}; charset=utf-8`),
    );
    expect(headers["cache-control"]).toContain("max-age=0");
    // Chromium would obey it and show an outdated page.
    expect(headers["cache-control"]).not.toContain("stale-while-revalidate");
    expect(headers["cdn-cache-control"]).toContain("stale-while-revalidate");
    expect(headers.etag).toMatch(/^W\/"[\w-]+"$/);
    expect(headers["x-robots-tag"]).toBe("noindex");
    const again = await request.get(address, { headers: { "If-None-Match": headers.etag ?? "" } });
    expect(again.status()).toBe(304);
    expect(await again.text()).toBe("");
  });

test("the API and the copies are open to every origin, pages are not", async ({ request }) => {
  for (const address of ["/api/v1/errors", "/api/v1/search?q=x", "/errors.md", "/feed.xml"]) {
    const headers = (await request.get(address)).headers();
    expect(headers["access-control-allow-origin"], address).toBe("*");
    expect(headers["cross-origin-resource-policy"], address).toBe("cross-origin");
  }
  const page = (await request.get("/errors")).headers();
  expect(page["access-control-allow-origin"]).toBeUndefined();
  expect(page["cross-origin-resource-policy"]).toBe("same-origin");
});

test("the API takes a code in any spelling, and answers unknown ones in JSON", async ({
  request,
}) => {
  for (const spelling of ["0xC004F211", "c004f211", "3221549585", "-1073417711"]) {
    const answer = await request.get(`/api/v1/errors/${spelling}`);
    expect(((await answer.json()) as { code: string }).code, spelling).toBe("0xC004F211");
  }
  for (const address of ["/api/v1/errors/0xc004ffff", "/api/v1/messages/none", "/api/v1/x/y"]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(404);
    expect(await answer.json()).toMatchObject({
      error: expect.any(String),
      help: expect.any(String),
    });
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  }
});

const suggestions = async (request: APIRequestContext, q: string) =>
  (await (await request.get(`/api/suggest?${new URLSearchParams({ q })}`)).json()) as [
    string,
    string[],
    string[],
    string[],
  ];

test("suggestions have the form that address bars expect, and there are none for what may become a product key", async ({
  request,
}) => {
  const [query, titles, notes, addresses] = await suggestions(request, "0xC004F211");
  expect(query).toBe("0xC004F211");
  expect(titles.length).toBeGreaterThan(0);
  expect(notes).toHaveLength(titles.length);
  expect(addresses[0]).toMatch(/^https?:\/\/.*\/errors\/0xc004f211$/);
  expect((await suggestions(request, PRODUCT_KEY.slice(0, 23)))[1]).toEqual([]);
  expect((await suggestions(request, ""))[1]).toEqual([]);
});

test("the short answer to a question is the first suggestion, and no suggestion is given twice", async ({
  request,
}) => {
  const [, titles, notes, addresses] = await suggestions(request, "do i have to link my license");
  expect(titles[0]).toMatch(/^Do I have to link/);
  expect(notes[0]).toMatch(/^Short answer/);
  expect(addresses[0]).toContain("#a-");
  expect(addresses.length).toBeGreaterThan(1);
  expect(addresses.length).toBeLessThanOrEqual(6);
  expect(addresses).toEqual([...new Set(addresses)]);
});

test("the feed, the search description and all addresses in them exist", async ({
  page,
  request,
}) => {
  await page.goto("/about");
  for (const address of ["/feed.xml", "/opensearch.xml", "/sitemap.xml"]) {
    const xml = await (await request.get(address)).text();
    const { problem, links } = await page.evaluate((text) => {
      const request = new XMLHttpRequest();
      request.open("GET", text, false);
      request.overrideMimeType("application/xml");
      request.send();
      const parsed = request.responseXML;
      return {
        problem: parsed?.querySelector("parsererror")?.textContent ?? (parsed ? "" : "no XML"),
        links: [...(parsed?.querySelectorAll("entry > link[rel=alternate]") ?? [])].map(
          (link) => link.getAttribute("href") ?? "",
        ),
      };
    }, address);
    expect(xml).toMatch(/^<\?xml/);
    expect(problem, address).toBe("");
    for (const link of links.slice(0, 20))
      expect((await request.get(new URL(link).pathname)).status(), link).toBe(200);
  }
});

test("pages name their Markdown copy, the feed and the search description", async ({ request }) => {
  for (const path of ["/guides/link-your-license", "/errors", "/start"]) {
    const { html } = await serve(request, path);
    const alternates = tags(html, "link").filter((tag) => attribute(tag, "rel") === "alternate");
    const ofType = (type: string) =>
      alternates.find((tag) => attribute(tag, "type") === type) ?? "";
    expect(attribute(ofType("text/markdown"), "href")).toMatch(new RegExp(`${path}\\.md$`));
    expect(attribute(ofType("application/atom+xml"), "href")).toBe("/feed.xml");
    expect(html).toContain('rel="search"');
  }
  const headers = (await request.get("/guides/link-your-license")).headers();
  expect(headers.link).toBe(
    '</guides/link-your-license.md>; rel="alternate"; type="text/markdown"',
  );
  expect(headers["last-modified"]).toMatch(/^\w{3}, \d\d \w{3} 20\d\d 00:00:00 GMT$/);
  const about = await serve(request, "/about");
  expect(about.html).not.toContain("text/markdown");
});

test("the sitemap says when pages changed", async ({ request }) => {
  const xml = await (await request.get("/sitemap.xml")).text();
  const entries = xml.split("<url>").slice(1);
  const dated = entries.filter((entry) => /<lastmod>\d{4}-\d\d-\d\d/.test(entry));
  expect(dated.length).toBeGreaterThan(entries.length - 10);
  expect((await sitemap(request)).length).toBe(entries.length);
});

test("“Copy page as Markdown” copies the page, and is a link without script", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"]);
  // The page's own policy forbids reading the clipboard.
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  await page.goto("/errors/0xc004f211");
  const link = page.getByRole("link", { name: "Copy page as Markdown" });
  await expect(link).toHaveAttribute("href", "/errors/0xc004f211.md");
  await link.click();
  await expect(page.getByRole("link", { name: "Copied" })).toBeVisible();
  const [text] = await page.evaluate(() => (window as unknown as { copied: string[] }).copied);
  expect(text).toMatch(/^# 0xC004F211/);
});

test("a guide can be taken along as one file, which works from a disk without a network", async ({
  page,
  browser,
}) => {
  await page.goto(GUIDE);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "This guide as one file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("keylink-link-your-license.html");
  const path = test.info().outputPath("guide.html");
  await download.saveAs(path);

  const away = await browser.newContext({ offline: true });
  const file = await away.newPage();
  const asked: string[] = [];
  file.on("request", (request) => asked.push(request.url()));
  await file.goto(pathToFileURL(path).href);
  await ready(file);
  await expect(file.locator("[data-beside]")).toBeHidden();
  await answer(file, "activation-message", "not-linked").click();
  await expect(card(file)).toHaveId("say-where-windows-came-from");
  await file.locator('label[for="windows-10"]').click();
  await expect(file.locator("html")).toHaveAttribute("data-windows", "10");
  // A busy Chromium can load a file again in another process before that one knows of the last write.
  await expect(async () => {
    await file.reload();
    await ready(file);
    await expect(card(file)).toHaveId("say-where-windows-came-from", { timeout: 1000 });
  }).toPass();
  await expect(file.locator("#error-codes")).toBeAttached();
  expect(asked.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
  await away.close();
});

test("a page names a picture for links to it, which anybody may load", async ({ request }) => {
  for (const path of ["/", "/guides/link-your-license", "/errors/0xc004f211"]) {
    const { html } = await serve(request, path);
    const meta = (property: string) => {
      const tag = tags(html, "meta").find((one) => attribute(one, "property") === property) ?? "";
      return attribute(tag, "content") ?? "";
    };
    expect(meta("og:image"), path).toMatch(/^https?:\/\/[^/]+\/assets\/previews\/\w+\.png$/);
    expect(meta("og:image:width") + meta("og:image:height")).toBe("1200630");
    expect(meta("og:image:alt")).not.toBe("");
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    const picture = await request.get(new URL(meta("og:image")).pathname);
    expect(picture.headers()["content-type"], path).toBe("image/png");
    expect(picture.headers()["cache-control"]).toContain("immutable");
  }
});
