import fc from "fast-check";
import { expect, test } from "vitest";
import { makePack, readPage } from "@/lib/offline/pack";

const HEADER = "<header><a href='/'>Keylink, the name of the site</a></header>";

test("what pages have in common is there once", () => {
  const pages = new Map([
    ["/", `<html>${HEADER}<main>One</main></html>`],
    ["/errors", `<html>${HEADER}<main>Two</main></html>`],
  ]);
  const pack = makePack(pages);
  expect(JSON.stringify(pack).split("the name of the site")).toHaveLength(2);
  for (const [address, html] of pages) expect(readPage(pack, address)).toBe(html);
});

test("a page that is not in the pack is not found, whatever its name", () => {
  const pack = makePack(new Map([["/", "<p>"]]));
  for (const address of ["/errors", "constructor", "__proto__", ""])
    expect(readPage(pack, address)).toBeUndefined();
});

test("every page comes out as it went in", () => {
  const html = fc
    .array(
      fc.constantFrom("<p>", "</p>", "><", HEADER, "<li class='long enough to share'>", "text", ""),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(html), (texts) => {
      const pages = new Map(texts.map((text, i) => [`/${i}`, text]));
      const pack = JSON.parse(JSON.stringify(makePack(pages))) as ReturnType<typeof makePack>;
      for (const [address, text] of pages) expect(readPage(pack, address)).toBe(text);
    }),
  );
});
