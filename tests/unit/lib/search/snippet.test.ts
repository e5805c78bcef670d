import { expect, test } from "vitest";
import { makeSnippet, SNIPPET_CHARACTERS } from "@/lib/search/snippet";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";
import type { TextSegment } from "@/lib/search/types";

const plain = (segments: TextSegment[]) => segments.map(({ text }) => text).join("");
const marked = (segments: TextSegment[]) =>
  segments.filter((segment) => segment.marked).map(({ text }) => text);

const TEXT =
  "This page is about something else at first, and it goes on about that for quite a while before it comes to the point. " +
  "A new motherboard takes the activation away. The troubleshooter brings it back when the license was linked before. " +
  "After that there is more text that nobody searched for, again at some length, until the end of it all is reached.";

test("shows the stretch with most of the words and marks them", () => {
  const snippet = makeSnippet(TEXT, { motherboard: 0, troubleshooter: 1, linked: 2 });
  expect(marked(snippet)).toEqual(["motherboard", "troubleshooter", "linked"]);
  expect(plain(snippet)).toMatch(/^…A new motherboard takes/);
});

test("is short and cuts no word", () => {
  const snippet = plain(makeSnippet(TEXT, { motherboard: 0 }));
  expect(snippet.length).toBeLessThanOrEqual(SNIPPET_CHARACTERS);
  for (const word of snippet.replaceAll("…", "").split(" "))
    expect(TEXT.split(" ")).toContain(word);
});

test("shows the description when the text has none of the words", () => {
  const snippet = makeSnippet(TEXT, { license2: 0, account: 1 }, "Link it to an account.");
  expect(plain(snippet)).toBe("Link it to an account.");
  expect(marked(snippet)).toEqual(["account"]);
});

test("shows the beginning when nothing matches", () => {
  expect(plain(makeSnippet(TEXT, {}))).toMatch(/^This page is about/);
  expect(plain(makeSnippet("Short.", {}))).toBe("Short.");
  expect(makeSnippet("", {})).toEqual([]);
});

test("marks a phrase as a whole, and its words only together", () => {
  const marks = { not_activ: 0 };
  expect(
    marked(makeSnippet("Windows is not activated. It was activated, not now.", marks)),
  ).toEqual(["not activated"]);
});

test("marks by the query, also in a text that was read for another one", () => {
  const text = "Link the license to your Microsoft account.";
  expect(marked(makeSnippet(text, { license: 0 }))).toEqual(["license"]);
  expect(marked(makeSnippet(text, { microsoft_account: 0, link: 1 }))).toEqual([
    "Link",
    "Microsoft account",
  ]);
  expect(marked(makeSnippet(text, {}))).toEqual([]);
});

test("marks a code in the spelling of the text", () => {
  expect(marked(makeSnippet("See C004 F211 or 0xc004f211", { "0xc004f211": 0 }))).toEqual([
    "C004 F211",
    "0xc004f211",
  ]);
});

test("keeps markup as text", () => {
  const snippet = makeSnippet('<b onclick="x">license</b>', { license: 0 });
  expect(plain(snippet)).toBe('<b onclick="x">license</b>');
  expect(marked(snippet)).toEqual(["license"]);
});

test("changes and breaks no text, whatever it is", () => {
  for (const text of hostileTexts(1_000)) {
    const snippet = makeSnippet(text, { windows: 0, licence: 1, constructor: 2, a: 3 });
    expect(plain(snippet).length).toBeLessThanOrEqual(SNIPPET_CHARACTERS);
    const shown = plain(snippet).replace(/^…|…$/g, "");
    expect(text.replace(/\s+/g, " ")).toContain(shown);
  }
});
