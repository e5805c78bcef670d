import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import browser from "@/.generated/browser.json";
import sitemap from "@/app/sitemap";
import { getAddresses, getPageLinks } from "@/lib/content/pages";
import { loadFile } from "@/lib/content/load";
import { publisherOf } from "@/lib/schema/publishers";
import { getMarkdownPages } from "@/lib/markdown/page";
import { getSearchDocuments } from "@/lib/search/documents";
import { NOT_INDEXED } from "@/lib/site/kinds";
import { absolute } from "@/lib/site/site";
import { renderPages, wordsOf, type RenderedPage } from "./pages";
import { schemaProblems } from "./schema-org";

let pages: Map<string, RenderedPage>;
beforeAll(async () => {
  pages = await renderPages();
});

/** All links of all pages, resolved: where they stand, where they lead. */
function allLinks(): { on: string; path: string; anchor?: string }[] {
  return [...pages].flatMap(([on, { links }]) =>
    links.flatMap((href) => {
      const url = new URL(href, `http://site.test${on}`);
      if (url.origin !== "http://site.test") return [];
      return [{ on, path: url.pathname, anchor: url.hash.slice(1) || undefined }];
    }),
  );
}

const sorted = (addresses: Iterable<string>) => [...addresses].sort();

test("pages, sitemap, search and the list of addresses agree", () => {
  const addresses = sorted(getAddresses());
  expect(sorted(pages.keys()), "the pages that are built").toEqual(addresses);
  expect(
    sorted(sitemap().map(({ url }) => url)),
    "the sitemap, which leaves out what is not indexed",
  ).toEqual(sorted(addresses.filter((address) => !NOT_INDEXED.has(address)).map(absolute)));

  const written = JSON.parse(readFileSync(".generated/addresses.json", "utf8")) as string[];
  const isFile = (address: string) => /\.[a-z]+$/.test(address) || address.startsWith("/api/");
  expect(
    sorted(written.filter((address) => address.endsWith(".md"))),
    "the pages that have a Markdown copy",
  ).toEqual(sorted(getMarkdownPages().map((address) => `${address}.md`)));
  expect(
    sorted(written.filter((address) => !isFile(address))),
    ".generated/addresses.json",
  ).toEqual(addresses);
});

test("search knows every page with a document, and three that stand by themselves", () => {
  const searched = new Set(getSearchDocuments().map(({ page }) => page));
  expect(sorted(searched)).toEqual(
    sorted([
      ...getPageLinks().map(({ address }) => address),
      "/compare",
      "/sources",
      "/start/license-output",
    ]),
  );
});

test("every section that search leads to exists in its page", () => {
  const lost = getSearchDocuments().filter(
    ({ page, anchor }) => anchor && !pages.get(page)?.ids.includes(anchor),
  );
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test("no link is dead, and no anchor", () => {
  const dead = allLinks().filter(({ path, anchor }) => {
    const page = pages.get(path);
    if (!page) return !/\.[a-z]+$/.test(path);
    return anchor !== undefined && !page.ids.includes(decodeURIComponent(anchor));
  });
  expect(dead).toEqual([]);
});

test("every page is at most four clicks from the home page", () => {
  const links = allLinks();
  const clicks = new Map([["/", 0]]);
  for (const [address, distance] of clicks)
    for (const { on, path } of links)
      if (on === address && pages.has(path) && !clicks.has(path)) clicks.set(path, distance + 1);
  // What search engines do not know is not for readers either, but for the search, which each page has.
  const far = [...pages.keys()].filter(
    (address) => !NOT_INDEXED.has(address) && (clicks.get(address) ?? Infinity) > 4,
  );
  expect(far).toEqual([]);
});

test("every page is linked from another document, not only from its list", () => {
  const documents = new Set(getPageLinks().map(({ address }) => address));
  const linked = new Set(
    allLinks()
      .filter(({ on, path }) => on !== path && documents.has(on) && !on.startsWith("/topics/"))
      .map(({ path }) => path),
  );
  // Codes are looked up, and every page lists its topics.
  const alone = [...documents].filter(
    (address) => !linked.has(address) && !/^\/(errors|topics)\//.test(address),
  );
  expect(alone).toEqual([]);
});

test("ids are unique on a page, and each page has one main heading", () => {
  const wrong = [...pages].flatMap(([address, { html, ids }]) => [
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${address}#${id} twice`),
    ...((html.match(/<h1[ >]/g) ?? []).length === 1 ? [] : [`${address}: not one h1`]),
  ]);
  expect(wrong).toEqual([]);
});

test("readers are sent to Microsoft and standards only, over https", () => {
  const { publishers } = loadFile("publishers");
  const outside = [...pages].flatMap(([on, { links }]) =>
    links.filter((href) => !/^[/#?]/.test(href)).map((href) => ({ on, href })),
  );
  const wrong = outside.filter(({ href }) => {
    // Opens the reader's own Settings or mail.
    if (/^(ms-settings|mailto):/.test(href)) return false;
    if (!href.startsWith("https://")) return true;
    const publisher = publisherOf(href, publishers);
    return publisher?.kind !== "microsoft" && publisher?.kind !== "standard";
  });
  expect(outside.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test("shops, key sellers and activator pages are not named to readers", () => {
  const unnamed = loadFile("publishers").publishers.filter(({ kind }) => kind === "unnamed");
  const told = [...pages].flatMap(([address, page]) => {
    const words = wordsOf(page).toLowerCase();
    return unnamed
      .filter(({ domain }) => words.includes(domain.toLowerCase()))
      .map(({ domain }) => `${address} names ${domain}`);
  });
  expect(unnamed.length).toBeGreaterThan(0);
  expect(told).toEqual([]);
});

/** Names of languages and of the usual look; nothing has to be set for them. */
const HOOKS = /^(search-dialog-all|language-.*|w11)$/;

/** The classes that a style sheet names (and some numbers, which no class is). */
const classesOf = (css: string) =>
  [...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name.replace(/\\(.)/g, "$1"));

test("every class in a page has its styles: no word of another vocabulary, no rule gone", () => {
  const styled = new Set(
    [
      browser.firstPaint,
      browser.guideStyles,
      browser.homeStyles,
      readFileSync(`public${browser.sheet}`, "utf8"),
    ].flatMap(classesOf),
  );
  const unknown = new Map<string, string>();
  for (const [address, { html }] of pages)
    for (const [, names = ""] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of names.replaceAll("&amp;", "&").replaceAll("&gt;", ">").split(" "))
        if (name && !styled.has(name) && !HOOKS.test(name)) unknown.set(name, address);
  expect(Object.fromEntries(unknown)).toEqual({});
});

/** The structured data of a page. */
const structured = ({ html }: RenderedPage) =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, json = ""]) => JSON.parse(json) as Record<string, unknown>,
  );

test("structured data is what schema.org defines: types, their properties, and the values of these", () => {
  const types = new Set<string>();
  const problems = [...pages].flatMap(([address, page]) =>
    structured(page).flatMap((data) => {
      expect(data["@context"], address).toBe("https://schema.org");
      for (const [, type = ""] of JSON.stringify(data).matchAll(/"@type":"(\w+)"/g))
        types.add(type);
      return schemaProblems(data).map((problem) => `${address}: ${problem}`);
    }),
  );
  expect(problems).toEqual([]);
  expect([...types].sort()).toEqual(
    [
      "BreadcrumbList",
      "CollectionPage",
      "DefinedTerm",
      "ListItem",
      "TechArticle",
      "WebSite",
    ].sort(),
  );
  const without = [...pages].filter(
    ([address, page]) => !NOT_INDEXED.has(address) && structured(page).length === 0,
  );
  expect(without.map(([address]) => address)).toEqual([]);
});
