import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import browser from "@/.generated/browser.json";
import { renderPages } from "./pages";

/** Names of languages and of the usual look; nothing has to be set for them. */
const HOOKS = /^(search-dialog-all|language-.*|w11)$/;

/** The classes that a style sheet names (and some numbers, which no class is). */
const classesOf = (css: string) =>
  [...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name.replace(/\\(.)/g, "$1"));

test("every class in a page has its styles: no word of another vocabulary, no rule gone", async () => {
  const styled = new Set(
    [
      browser.firstPaint,
      browser.guideStyles,
      readFileSync(`public${browser.sheet}`, "utf8"),
    ].flatMap(classesOf),
  );
  const unknown = new Map<string, string>();
  for (const [address, { html }] of await renderPages())
    for (const [, names = ""] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of names.replaceAll("&amp;", "&").replaceAll("&gt;", ">").split(" "))
        if (name && !styled.has(name) && !HOOKS.test(name)) unknown.set(name, address);
  expect(Object.fromEntries(unknown)).toEqual({});
}, 120_000);
