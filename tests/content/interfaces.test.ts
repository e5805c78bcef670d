import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { beforeAll, expect, test } from "vitest";
import {
  errorAnswer,
  errorList,
  messageAnswer,
  messageList,
  answerList,
  searchReply,
} from "@/lib/api/schemas";
import { getSearchReply } from "@/lib/api/answers";
import { getOpenApi } from "@/lib/api/openapi";
import { lastChanged } from "@/lib/content/changes";
import { getErrorCodes, getGuides, getMessages } from "@/lib/content/pages";
import { getMarkdownPages } from "@/lib/markdown/page";
import { writeText } from "@/lib/markdown/write-text";
import { markdownAddress } from "@/lib/site/markdown-address";
import { getSiteFiles, type SiteFile } from "@/lib/site-files";
import { readSearch } from "@/lib/search/search-request";
import { getSiteIndex } from "@/lib/search/site-index";
import { absolute } from "@/lib/site/site";

let files: Map<string, SiteFile>;
beforeAll(() => {
  files = getSiteFiles();
}, 120_000);
const textOf = (address: string) => files.get(address)?.text ?? "";
const read = (address: string): unknown => JSON.parse(textOf(address));

/** What must not be left of our components in a copy. */
const LEFT_OVER =
  /<\/?(Only|Fact|Message|SettingsPath|Keys|EitherLabel|Warning)\b|undefined|\[object/;

test("every page with a copy has one that says where it is from, when it changed and what it rests on", () => {
  const pages = getMarkdownPages();
  expect(pages.length).toBeGreaterThan(300);
  for (const address of pages) {
    const text = textOf(`${address}.md`);
    expect(text, address).toMatch(/^# \S/);
    expect(text, address).toContain(`Source: <${absolute(address)}>`);
    expect(text, address).toMatch(/\nUpdated \d{4}-\d\d-\d\d\./);
    expect(text, address).not.toMatch(LEFT_OVER);
    // Each mark has its note, each note its mark.
    const used = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    const noted = new Set([...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number));
    for (const number of used) expect(noted, `${address} [^${number}]`).toContain(number);
  }
});

test("a copy is Markdown without HTML, with addresses that lead somewhere from anywhere", () => {
  for (const address of getMarkdownPages()) {
    const text = textOf(`${address}.md`);
    expect(text, address).not.toMatch(/\]\(\//);
    visit(unified().use(remarkParse).use(remarkGfm).parse(text), "html", ({ value }) => {
      throw new Error(`${address}: ${value} would be HTML`);
    });
  }
});

test("notes say how sure a fact is, when it was checked, and who says so", () => {
  const text = textOf("/errors/0xc004f211.md");
  expect(text).toMatch(
    /^\[\^1\]: confirmed by Microsoft; checked \d{4}-\d\d-\d\d\. Microsoft.*: <https:/m,
  );
  expect(text).toContain("The meaning is confirmed by Microsoft");
});

test("a copy contains both versions, each labeled, or only the requested one", () => {
  const markdown = 'Press <Only windows="11">**Start**</Only><Only windows="10">**Menu**</Only>.';
  expect(writeText(markdown)).toBe("Press (Windows 11: **Start**) (Windows 10: **Menu**).");
  expect(writeText(markdown, { windows: "10" })).toBe("Press **Menu**.");
});

test("llms.txt names every document once, and the full text holds them all", () => {
  const text = textOf("/llms.txt");
  for (const address of getMarkdownPages())
    if (
      ![
        "/guides",
        "/articles",
        "/messages",
        "/errors",
        "/glossary",
        "/topics",
        "/answers",
      ].includes(address)
    )
      expect(text.split(`(${absolute(`${address}.md`)})`), address).toHaveLength(2);
  const full = textOf("/llms-full.txt");
  for (const { title } of getGuides()) expect(full).toContain(`# ${title}`);
  const notes = [...full.matchAll(/^(\[\^[^\]]+\]):/gm)].map(([, name]) => name);
  expect(new Set(notes).size).toBe(notes.length);
});

test("facts with the same sources share one mark after a claim", () => {
  for (const address of getMarkdownPages())
    expect(textOf(`${address}.md`), address).not.toMatch(/(\[\^\d+\])\s+\1(?!:)/);
});

test("only documents, their lists and the reader of license output have a copy", () => {
  expect(markdownAddress("/start/license-output")).toBe("/start/license-output.md");
  expect(markdownAddress("/guides")).toBe("/guides.md");
  expect(markdownAddress("/start")).toBe("/start.md");
  expect(markdownAddress("/start/map")).toBeUndefined();
  expect(markdownAddress("/about")).toBeUndefined();
  expect(markdownAddress("/")).toBeUndefined();
});

test("the feed is Atom: every entry once, the newest first, each with what RFC 4287 demands", () => {
  const text = textOf("/feed.xml");
  const entries = text.split("<entry>").slice(1);
  expect(entries.length).toBeGreaterThan(20);
  const [head = ""] = text.split("<entry>");
  for (const element of ["id", "title", "updated", "author"])
    expect(head).toContain(`<${element}>`);
  expect(head).toContain('rel="self"');
  const one = (entry: string, element: string) =>
    [...entry.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
      ([, value = ""]) => value,
    );
  const ids = entries.flatMap((entry) => one(entry, "id"));
  expect(new Set(ids).size).toBe(entries.length);
  const days = entries.flatMap((entry) => one(entry, "updated"));
  expect(days).toHaveLength(entries.length);
  expect([...days].sort().reverse()).toEqual(days);
  for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  expect(one(head, "updated")).toEqual([days[0]]);
  // No stray markup: every & begins an entity.
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/);
});

test("a list is as new as what it leads to, a page with answers as new as they are", () => {
  const newest = getGuides()
    .map(({ address }) => lastChanged(address) ?? "")
    .sort()
    .at(-1);
  expect(lastChanged("/guides")).toBe(newest);
  expect(lastChanged("/about")).toBeUndefined();
});

const asked = (query: string) => readSearch((name) => (name === "q" ? query : undefined));

test("every answer of the API has the shape that its description promises", () => {
  expect(errorList.parse(read("/api/v1/errors")).count).toBe(getErrorCodes().length);
  expect(messageList.parse(read("/api/v1/messages")).count).toBe(getMessages().length);
  expect(answerList.parse(read("/api/v1/answers")).count).toBeGreaterThan(20);
  for (const { code } of getErrorCodes())
    expect(
      () => errorAnswer.parse(read(`/api/v1/errors/${code.toLowerCase()}`)),
      code,
    ).not.toThrow();
  for (const { slug } of getMessages())
    expect(() => messageAnswer.parse(read(`/api/v1/messages/${slug}`)), slug).not.toThrow();
  for (const query of [
    "0xC004F211",
    "new motherboard",
    "kms activator",
    "0xC004FFFF",
    "zzzz",
    "",
    "was ist das",
  ])
    expect(() => searchReply.parse(getSearchReply(asked(query))), query).not.toThrow();
});

test("the search of the API says what the site says", () => {
  const reply = getSearchReply(asked("0xC004F211"));
  expect(reply).toMatchObject({ exact: "code", total: expect.any(Number) });
  expect(reply.results[0]?.url).toBe(absolute("/errors/0xc004f211"));
  expect(getSearchReply(asked("0xC004FFFF")).unknownCodes).toEqual(["0xC004FFFF"]);
});

test("the search of the site never repeats a product key", () => {
  const key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
  for (const query of [
    key,
    `is ${key} blocked`,
    `${"a ".repeat(985)}${key}`,
    key.replaceAll("-", " "),
  ]) {
    const answer = getSiteIndex().search(query, { windows: "11", limit: 10 });
    expect(JSON.stringify(answer)).not.toMatch(/VK7JG|3V66T/i);
  }
});

test("the OpenAPI file describes what is there", () => {
  const api = getOpenApi();
  expect(Object.keys(api.paths)).toEqual([
    "/api/v1/errors",
    "/api/v1/errors/{code}",
    "/api/v1/messages",
    "/api/v1/messages/{slug}",
    "/api/v1/answers",
    "/api/v1/search",
  ]);
  const named = [...JSON.stringify(api).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  for (const name of named) expect(Object.keys(api.components.schemas)).toContain(name);
  const ids = Object.values(api.paths).map(({ get }) => get.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});
