import { expect, test } from "vitest";
import { headingsOf, sectionsOf } from "@/lib/text/headings";
import { parseText, plainText } from "@/lib/text/parse-text";

const ids = (markdown: string) => [...headingsOf(parseText(markdown)).values()].map(({ id }) => id);

test("an anchor is made from the words of its heading", () => {
  const [heading] = headingsOf(parseText("## What **does not** change, and `why`?")).values();
  expect(heading).toEqual({
    id: "what-does-not-change-and-why",
    title: "What does not change, and why?",
    depth: 2,
  });
});

test("two headings with the same words have two anchors", () => {
  expect(ids("## Steps\n\nA\n\n## Steps\n\nB")).toEqual(["steps", "steps-1"]);
});

test("headings of both Windows versions are anchors of one page", () => {
  expect(
    ids(
      '<Only windows="11">\n## Open it\n</Only>\n\n<Only windows="10">\n## Open it\n</Only>\n\n## Then',
    ),
  ).toEqual(["open-it", "open-it-1", "then"]);
});

test("headings in quotes and lists count too, so that those after them keep their anchors", () => {
  expect(ids("> ## Quoted\n\n- ### Listed\n\n## After")).toEqual(["quoted", "listed", "after"]);
});

test("a text falls into its beginning and one section for each heading", () => {
  const sections = sectionsOf(
    parseText("Before.\n\n## One\n\nA.\n\nB.\n\n### Two\n\n## Three\n\nC."),
  );
  expect(
    sections.map(({ heading, nodes }) => [heading?.id, heading?.depth, plainText(nodes)]),
  ).toEqual([
    [undefined, undefined, "Before."],
    ["one", 2, "A. B."],
    ["two", 3, ""],
    ["three", 2, "C."],
  ]);
});

test("a text that begins with a heading has no section without one", () => {
  expect(sectionsOf(parseText("## One\n\nA.")).map(({ heading }) => heading?.id)).toEqual(["one"]);
  expect(sectionsOf(parseText(""))).toEqual([]);
});

test("each section knows the anchor that the page gives its heading", () => {
  const sections = sectionsOf(parseText("## Same\n\nA\n\n## Same\n\nB"));
  expect(sections.map(({ heading }) => heading?.id)).toEqual(["same", "same-1"]);
});
