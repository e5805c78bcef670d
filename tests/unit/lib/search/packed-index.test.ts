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

test("what the ways to ask say is left out and given back, and is not believed where it is wrong", () => {
  const plain = {
    fieldIds: { questions: 0 },
    averageFieldLength: [3],
    documentCount: 4,
    fieldLength: Object.fromEntries([0, 1, 2, 3].map((id) => [id, [3]])),
    // Section 1 has a key combination, which is another word, and section 3 is not an answer.
    index: [["win", { "0": { 0: 2, 2: 1, 3: 1 } }]],
  } as unknown as Parameters<typeof packIndex>[0];
  const ways = [["win win"], ["win + r"], ["how to WIN"], undefined];
  const packed = packIndex(plain, ways);
  const whole = openPostings(packIndex(plain), 4).find("win");
  const { sections, scores } = openPostings(packed, 4, ways).find("win");
  const byNumber = (a: number, b: number) => a - b;
  expect([...sections].sort(byNumber)).toEqual([0, 2, 3]);
  expect([...scores].sort(byNumber)).toEqual([...whole.scores].sort(byNumber));
  // In no way, though one looks like it.
  const titled = {
    ...plain,
    fieldIds: { title: 0, questions: 1 },
    averageFieldLength: [3, 3],
    fieldLength: Object.fromEntries([0, 1, 2, 3].map((id) => [id, [3, 3]])),
    index: [["win", { "0": { 3: 1 } }]],
  } as unknown as typeof plain;
  const another = [undefined, ["win + r"], undefined, undefined];
  expect([...openPostings(packIndex(titled, another), 4, another).find("win").sections]).toEqual([
    3,
  ]);
  // Told are section 1, which the ways have wrong, and section 3, which has no ways.
  expect(packed.occurrences[0]).toHaveLength(2 + 3);
});
