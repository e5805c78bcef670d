import { expect, test } from "vitest";
import { classesOf, moveSheetsDown } from "@/lib/runtime/strip-page.mjs";
import { stripFile } from "@/scripts/strip-runtime.mjs";

const PRE_PAINT = "document.documentElement.dataset.windows='11'";
const FIRST_PAINT = "h1{margin:0}";
const INLINED = {
  prePaint: PRE_PAINT,
  firstPaint: FIRST_PAINT,
  guideStyles: ".step{margin:0}",
  speculationRules: '{"prefetch":[]}',
};

/** A page as Next.js 16.4 writes it, in short. */
const page = ({ extra = "" } = {}) =>
  [
    '<!DOCTYPE html><html lang="en"><head>',
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
    '<script src="/_next/static/chunks/c.js" async=""></script>',
    `<script>${PRE_PAINT}</script><style>${FIRST_PAINT}</style>`,
    '<meta name="keylink-script" content="/assets/site-1.js"/>',
    '<meta name="twitter:card" content="summary"/><meta name="twitter:title" content="Twice"/>',
    '<script src="/_next/static/chunks/d.js" noModule=""></script></head><body>',
    '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p>',
    extra,
    '<script id="_R_">self.__next_r="x"</script>',
    "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
    '<script>self.__next_f.push([1,"data"])</script></body></html>',
  ].join("");

test("keeps text, style sheet, the names of our scripts and data, with what stands in the page before the sheet", () => {
  const stripped = stripFile(page(), "a.html", INLINED);
  expect(stripped).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head>',
      `<script>${PRE_PAINT}</script><style>${FIRST_PAINT}</style>`,
      '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
      '<meta name="keylink-script" content="/assets/site-1.js"/>',
      '<meta name="twitter:card" content="summary"/></head><body>',
      '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p></body></html>',
    ].join(""),
  );
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

test("stops when Next.js no longer writes what is to be taken out", () => {
  const without = page().replace(/<script src="\/_next[^>]*><\/script>/g, "");
  expect(() => stripFile(without, "a.html", INLINED)).toThrow("0 chunk tags");
});

test("stops when the pre-paint script is not the one that the policy allows", () => {
  const another = { ...INLINED, prePaint: "another()" };
  expect(() => stripFile(page(), "a.html", another)).toThrow("no inline script but");
});

test("draws the icon with the mark of the page, which is there already", () => {
  const drawing = '<rect width="32" height="32" stroke="none"></rect><path d="M1 2"></path>';
  const html = page({
    extra: `<link rel="icon" href="/icon.svg" type="image/svg+xml"/><svg viewBox="0 0 32 32" class="mark" aria-hidden="true">${drawing}</svg>`,
  });
  const icon = /<link rel="icon" href='data:image\/svg\+xml,(<svg [^']*)'\/>/.exec(
    stripFile(html, "a.html", INLINED),
  )?.[1];
  expect(icon).toContain(`>${drawing}</svg>`);
  // A "#" would end the address.
  expect(icon).not.toContain("#");
});

test("leaves the icon where a page has no mark", () => {
  const icon = '<link rel="icon" href="/icon.svg" type="image/svg+xml"/>';
  expect(stripFile(page({ extra: icon }), "a.html", INLINED)).toContain(icon);
});

test("stops when the styles in the page are not those that the policy allows", () => {
  const another = { ...INLINED, firstPaint: "h1{margin:1px}" };
  expect(() => stripFile(page(), "a.html", another)).toThrow("the styles that the policy names");
});

test("stops when a page names no style sheet", () => {
  const without = page().replace(/<link rel="stylesheet"[^>]*>/, "");
  expect(() => stripFile(without, "a.html", INLINED)).toThrow("a style sheet");
});

const WAITS = "<script>0</script>";
const SHEETS = '<link rel="stylesheet" href="/a.css"/><link rel="stylesheet" href="/b.css"/>';
const body = (...parts: string[]) => `<body><main><h1>Title</h1>${parts.join("")}</main></body>`;
const inHead = (html: string) => `<head><style></style>${SHEETS}</head>${html}`;
const moved = (html: string) =>
  moveSheetsDown(inHead(html), {
    inPage: new Set(["prose", "both"]),
    inSheets: new Set(["both", "mt-4"]),
  });

test("names the sheets before the section of the second heading", () => {
  const first = '<section class="prose"><h2>First</h2><p class="both unstyled">Text</p></section>';
  const second = '<section class="prose"><div class="mt-4"><h2>Second</h2></div></section>';
  expect(moved(body(first, second))).toBe(
    `<head><style></style></head>${body(first, SHEETS + WAITS, second)}`,
  );
});

test("names them before the first heading when what stands above the second needs them", () => {
  const first = '<h2>First</h2><p class="prose mt-4">Text</p>';
  const second = "<h2>Second</h2>";
  expect(moved(body(first, second))).toBe(
    `<head><style></style></head>${body(SHEETS + WAITS, first, second)}`,
  );
});

test("takes no account of what is folded", () => {
  const folded = '<details><summary>More</summary><p class="mt-4">Text</p></details>';
  expect(moved(body(folded, "<h2>Second</h2>"))).toContain(`${folded}${SHEETS}`);
});

test("takes account of what is unfolded, and of classes with a sign that HTML escapes", () => {
  const open = '<details open=""><summary>More</summary><p class="mt-4">Text</p></details>';
  expect(moved(body(open, "<h2>First</h2>"))).toBe(inHead(body(open, "<h2>First</h2>")));
  const html = inHead(body('<p class="[&amp;_a]:x">Text</p>', "<h2>First</h2>"));
  const classes = { inPage: new Set<string>(), inSheets: new Set(["[&_a]:x"]) };
  expect(moveSheetsDown(html, classes)).toBe(html);
});

test.each([
  ["needs them above the first heading", body('<p class="mt-4">Text</p>', "<h2>First</h2>")],
  ["has no heading of level 2", body("<p>Text</p>")],
])("leaves them in the head of a page that %s", (_name, html) => {
  expect(moved(html)).toBe(inHead(html));
});

test("reads the classes of a sheet, with what is escaped in them", () => {
  const css = String.raw`.a>.b-c:hover,.md\:px-1\.5{margin:.5em 1.25rem}@media print{.d{color:red}}.\[\&_a\]\:x{}`;
  expect([...classesOf(css)]).toEqual(
    expect.arrayContaining(["a", "b-c", "md:px-1.5", "d", "[&_a]:x"]),
  );
});
