import { expect, test } from "vitest";
import { openPostings, packIndex } from "@/lib/search/packed-index";

/** What MiniSearch gives for one word in these sections, with how often it occurs in each. */
const plainIndex = (sections: Record<string, number>, documentCount: number) =>
  ({
    fieldIds: { text: 0 },
    averageFieldLength: [3],
    documentCount,
    fieldLength: Object.fromEntries(Object.keys(sections).map((id) => [id, [3]])),
    index: [["word", { "0": sections }]],
  }) as unknown as Parameters<typeof packIndex>[0];

test("a packed index gives back every section of a word, however far apart and often", () => {
  const sections = { 0: 1, 29: 2, 30: 59, 31: 60, 32: 61, 961: 92, 99_999: 5_000 };
  const packed = JSON.parse(JSON.stringify(packIndex(plainIndex(sections, 100_000)))) as ReturnType<
    typeof packIndex
  >;
  const postings = openPostings(packed, 100_000);
  expect([...postings.find("word").sections]).toEqual(Object.keys(sections).map(Number));
  expect(postings.count("word")).toBe(7);
  const { scores } = postings.find("word");
  expect(scores.at(-1)).toBeGreaterThan(scores[0] ?? 0);
});
