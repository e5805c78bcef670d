import { expect, test } from "vitest";
import {
  attributeOf,
  elementsOf,
  factsIn,
  isElement,
  linksIn,
  parseText,
  plainText,
} from "@/lib/text/parse-text";

const plain = (
  markdown: string,
  ...rest: Parameters<typeof plainText> extends [unknown, ...infer R] ? R : never
) => plainText(parseText(markdown).children, ...rest);

test("components are found in order, in lines and as blocks", () => {
  const elements = elementsOf(
    parseText('<Warning>\nMind <Fact id="a" /> it.\n</Warning>\n\nPress <Keys press="Win+I" />.'),
  );
  expect(elements.map(({ name }) => name)).toEqual(["Warning", "Fact", "Keys"]);
  expect(elements.every(isElement)).toBe(true);
});

test("an attribute is its text, empty without a value, undefined when absent", () => {
  const [element] = elementsOf(parseText('<Only windows="11" alone>Text</Only>'));
  expect(element && attributeOf(element, "windows")).toBe("11");
  expect(element && attributeOf(element, "alone")).toBe("");
  expect(element && attributeOf(element, "id")).toBeUndefined();
});

test("a tree is parsed once and shared", () => {
  expect(parseText("Same text.")).toBe(parseText("Same text."));
});

test("a text that is no Markdown with components says where", () => {
  expect(() => parseText('Good.\n\n<Only windows="11">open')).toThrow(/3:1|closing tag/);
  expect(() => parseText("An open { brace")).toThrow();
});

test("facts are named once each, in order", () => {
  expect(factsIn('A <Fact id="b" />, b <Fact id="a" />, c <Fact id="b" />.')).toEqual(["b", "a"]);
  expect(factsIn('`<Fact id="a" />` is a sample.')).toEqual([]);
});

test("links are found however they are written", () => {
  expect(linksIn("[a](/a) [b][x] https://c.example\n\n[x]: /b")).toEqual([
    "/a",
    "https://c.example",
    "/b",
  ]);
});

test("plain text keeps the words and leaves the markup", () => {
  expect(plain("**Open** the _page_ [Activation](/x), `slmgr /dli`, ~~not~~ that.")).toBe(
    "Open the page Activation, slmgr /dli, not that.",
  );
});

test("emphasis within a word does not part it", () => {
  expect(plain("un**believ**able")).toBe("unbelievable");
});

test("texts for one version each are parted by a space, and keep their full stops", () => {
  const only = '<Only windows="11">the row.</Only><Only windows="10">the word</Only>.';
  expect(plain(`Look at ${only}`)).toBe("Look at the row. the word.");
});

test("blocks, list entries, table cells and line breaks are parted by one space", () => {
  expect(plain("## Title\n\nOne\ntwo  \nthree\n\n- four\n- five\n\n> six")).toBe(
    "Title One two three four five six",
  );
  expect(plain("| a | b |\n| - | - |\n| 1 | 2 |")).toBe("a b 1 2");
});

test("the text of a command belongs to the text", () => {
  expect(plain("Type:\n\n```cmd\nslmgr /dli\n```")).toBe("Type: slmgr /dli");
});

test("components without text are written by the caller, or not at all", () => {
  const markdown = 'Press <Keys press="Win+I" /> now. <Fact id="a" />';
  expect(plain(markdown)).toBe("Press now.");
  expect(plain(markdown, (element) => attributeOf(element, "press") ?? "")).toBe(
    "Press Win+I now.",
  );
});

test("both Windows versions are written, or the one that is asked for", () => {
  const markdown = 'Choose <Only windows="11">System</Only> <Only windows="10">Update</Only>.';
  expect(plain(markdown)).toBe("Choose System Update.");
  expect(plain(markdown, undefined, "11")).toBe("Choose System.");
  expect(plain(markdown, undefined, "10")).toBe("Choose Update.");
});
