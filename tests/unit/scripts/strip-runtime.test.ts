import { expect, test } from "vitest";
import { stripFile } from "@/scripts/strip-runtime.mjs";

const PRE_PAINT = "document.documentElement.dataset.windows='11'";

/** A page as Next.js 16.4 writes it, in short. */
const page = ({ extra = "" } = {}) =>
  [
    '<!DOCTYPE html><html lang="en"><head>',
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
    '<script src="/_next/static/chunks/c.js" async=""></script>',
    `<script>${PRE_PAINT}</script>`,
    '<script type="module" src="/assets/site-1.js"></script>',
    '<script src="/_next/static/chunks/d.js" noModule=""></script></head><body>',
    '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p>',
    extra,
    '<script id="_R_">self.__next_r="x"</script>',
    "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
    '<script>self.__next_f.push([1,"data"])</script></body></html>',
  ].join("");

test("keeps text, style sheet, modules and data, with the pre-paint script before the sheet", () => {
  const stripped = stripFile(page(), "a.html", PRE_PAINT);
  expect(stripped).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head>',
      `<script>${PRE_PAINT}</script>`,
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
      '<script type="module" src="/assets/site-1.js"></script></head><body>',
      '<script type="application/ld+json">{"a":"\\u003c"}</script><p>Text</p></body></html>',
    ].join(""),
  );
});

test.each([
  ["an inline script that nobody knows", "<script>track()</script>"],
  ["a script from somewhere else", '<script src="https://example.com/x.js"></script>'],
])("stops at %s, and says what to do", (_name, extra) => {
  expect(() => stripFile(page({ extra }), "a.html", PRE_PAINT)).toThrow(
    /a\.html does not have the shape[\s\S]*expected:[\s\S]*found:[\s\S]*KEYLINK_RUNTIME=keep/,
  );
});

test("stops when Next.js no longer writes what is to be taken out", () => {
  const without = page().replace(/<script src="\/_next[^>]*><\/script>/g, "");
  expect(() => stripFile(without, "a.html", PRE_PAINT)).toThrow("0 chunk tags");
});

test("stops when the pre-paint script is not the one that the policy allows", () => {
  expect(() => stripFile(page(), "a.html", "another()")).toThrow("no inline script but");
});
