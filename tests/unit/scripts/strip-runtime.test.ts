import { expect, test } from "vitest";
import { headersOf, stripFile } from "@/scripts/strip-runtime.mjs";

const PRE_PAINT = "document.documentElement.dataset.windows='11'";
const FIRST_PAINT = "h1{margin:0}";
const INLINED = {
  prePaint: PRE_PAINT,
  firstPaint: FIRST_PAINT,
  guideStyles: ".step{margin:0}",
  homeStyles: ".hero{margin:0}",
  windowStyles: ".win{margin:0}",
  speculationRules: '{"prefetch":[]}',
  sheet: "/assets/site-1.css",
  barrier: "0",
};

/** A page as Next.js 16.4 writes it, in short. */
const SHEET = '<link rel="stylesheet" href="/assets/site-1.css"/><script>0</script>';

const page = ({ extra = "" } = {}) =>
  [
    '<!DOCTYPE html><html lang="en"><head>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
    '<link rel="preload" href="/assets/site-1.css" as="style"/>',
    '<script src="/_next/static/chunks/c.js" async=""></script>',
    `<script>${PRE_PAINT}</script><style>${FIRST_PAINT}</style>`,
    '<meta name="keylink-script" content="/assets/site-1.js"/>',
    '<meta name="twitter:card" content="summary"/><meta name="twitter:title" content="Twice"/>',
    '<script src="/_next/static/chunks/d.js" noModule=""></script></head><body>',
    '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p>',
    SHEET,
    extra,
    '<script id="_R_">self.__next_r="x"</script>',
    "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
    '<script>self.__next_f.push([1,"data"])</script></body></html>',
  ].join("");

test("keeps text, data, the names of our scripts, and the style sheet in place", () => {
  const stripped = stripFile(page(), "a.html", INLINED);
  expect(stripped).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head>',
      `<script>${PRE_PAINT}</script><style>${FIRST_PAINT}</style>`,
      '<meta name="keylink-script" content="/assets/site-1.js"/>',
      '<meta name="twitter:card" content="summary"/></head><body>',
      '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p>',
      `${SHEET}</body></html>`,
    ].join(""),
  );
});

test.each(["guideStyles", "homeStyles", "windowStyles"] as const)("keeps the %s", (kind) => {
  const styles = `<style>${INLINED[kind]}</style>`;
  expect(stripFile(page({ extra: styles }), "a.html", INLINED)).toContain(styles);
});

test.each([
  ["an inline script that nobody knows", "<script>track()</script>"],
  ["rules that nobody knows", '<script type="speculationrules">{"prerender":[]}</script>'],
  ["styles that nobody knows", "<style>p{margin:0}</style>"],
  ["a script from somewhere else", '<script src="https://example.com/x.js"></script>'],
  [
    "a script that would not wait for the paint",
    '<script type="module" src="/assets/a.js"></script>',
  ],
])("stops at %s, and says what to do", (_name, extra) => {
  expect(() => stripFile(page({ extra }), "a.html", INLINED)).toThrow(
    /a\.html does not have the shape[\s\S]*expected:[\s\S]*found:[\s\S]*CONTRIBUTING/,
  );
});

test("stops when Next.js no longer writes what has to be stripped", () => {
  const without = page().replace(/<script src="\/_next[^>]*><\/script>/g, "");
  expect(() => stripFile(without, "a.html", INLINED)).toThrow("0 chunk tags");
});

test("stops when the pre-paint script is not the one that the policy allows", () => {
  const another = { ...INLINED, prePaint: "another()" };
  expect(() => stripFile(page(), "a.html", another)).toThrow("no inline script but");
});

test("stops when the styles in the page are not those that the policy allows", () => {
  const another = { ...INLINED, firstPaint: "h1{margin:1px}" };
  expect(() => stripFile(page(), "a.html", another)).toThrow("the styles that the policy names");
});

test.each([
  ["no style sheet", page().replace(SHEET, "")],
  ["it twice", page({ extra: SHEET })],
  [
    "one of Next.js",
    page({ extra: '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>' }),
  ],
])("stops when a page names %s", (_name, html) => {
  expect(() => stripFile(html, "a.html", INLINED)).toThrow(/once <link rel="stylesheet"/);
});

test("a page with a Markdown copy names it and its date in headers; others do not", () => {
  expect(headersOf({ changed: "2026-11-21" }, "/errors")).toEqual({
    link: '</errors.md>; rel="alternate"; type="text/markdown"',
    "last-modified": "Sat, 21 Nov 2026 00:00:00 GMT",
  });
  expect(headersOf(undefined, "/about")).toEqual({});
});
