import { describe, expect, test } from "vitest";
import { readingGrade, syllablesIn } from "@/lib/text/reading-level";
import { blocksOf, ownWords, sentencesOf } from "@/lib/text/sentences";
import { parseText } from "@/lib/text/parse-text";

test.each([
  ["key", 1],
  ["linked", 1],
  ["license", 2],
  ["Windows", 2],
  ["added", 2],
  ["boxes", 2],
  ["signed", 1],
  ["you", 1],
  ["account", 2],
  ["table", 2],
  ["device", 2],
  ["activation", 4],
  ["motherboard", 3],
  ["organization", 5],
  ["PC", 2],
  ["isn't", 2],
])("%s has about %i syllables", (word, count) => {
  expect(Math.abs(syllablesIn(word) - count)).toBeLessThanOrEqual(word === "isn't" ? 1 : 0);
});

describe("the grade", () => {
  const easy = "Open the page. Read the line. It says if you are done. ".repeat(4);
  const hard =
    "Organizational administrators subsequently investigate the authorization infrastructure, notwithstanding considerable documentation requirements. ".repeat(
      4,
    );

  test("is low for short words and sentences, high for long ones", () => {
    expect(readingGrade([easy])).toBeLessThan(2);
    expect(readingGrade([hard])).toBeGreaterThan(15);
  });

  test("does not count headings, tables, listings and codes", () => {
    const rest =
      "## Considerable infrastructure\n\n| Notwithstanding | Documentation |\n| --- | --- |\n| Authorization | Requirements |\n\n```\nconsiderable\n```\n";
    expect(readingGrade([easy, rest])).toBe(readingGrade([easy]));
  });

  test("is not given for a few words", () => {
    expect(readingGrade(["Read this."])).toBeUndefined();
  });
});

test("sentences end where they end", () => {
  expect(sentencesOf("Open it. Read, e.g. Windows 10. “Active.” Is it on? Yes!")).toEqual([
    "Open it.",
    "Read, e.g. Windows 10.",
    "“Active.”",
    "Is it on?",
    "Yes!",
  ]);
});

test("own words are without labels, code, components and quotes", () => {
  const [block] = blocksOf(parseText('Choose **Log in**, `cmd` or “Login”. <Fact id="a" />'));
  expect(block && ownWords(block.node)).toBe("Choose … , … or … . …");
});
