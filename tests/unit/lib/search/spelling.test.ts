import { describe, expect, test } from "vitest";
import { isDerived, nearSpellings, slipsBetween, splitWord } from "@/lib/search/spelling";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

const vocabulary = (counts: Record<string, number>) => ({
  words: Object.keys(counts).sort(),
  count: (word: string) => counts[word] ?? 0,
});

const near = (word: string, limit: number, counts: Record<string, number>) =>
  nearSpellings(word, limit, vocabulary(counts)).map((spelling) => spelling.word);

describe("slipsBetween", () => {
  test.each([
    ["the same word", "license", "license", 0],
    ["a letter missing", "licnse", "license", 1],
    ["a letter added", "liicense", "license", 1],
    ["a letter changed", "lisense", "license", 1],
    ["two neighbors swapped", "licesne", "license", 1],
    ["a swap and a missing letter", "licesn", "license", 2],
    ["two letters that are no neighbors swapped", "nicelse", "license", 2],
  ])("counts %s", (_name, typed, meant, slips) => {
    expect(slipsBetween(typed, meant, 3)).toBe(slips);
    expect(slipsBetween(meant, typed, 3)).toBe(slips);
  });

  test("stops counting above the limit", () => {
    expect(slipsBetween("activate", "motherboard", 2)).toBe(3);
    expect(slipsBetween("abcdefgh", "hgfedcba", 1)).toBe(2);
  });

  test("never counts more than the limit and one, whatever the words", () => {
    for (const text of hostileTexts(300)) {
      const word = text.slice(0, 30);
      expect(slipsBetween(word, "license", 2)).toBeLessThanOrEqual(3);
      expect(slipsBetween(word, word, 2)).toBe(0);
    }
  });
});

describe("nearSpellings", () => {
  test("puts fewer slips first, then the same first letter, then the more common word", () => {
    expect(near("acount", 2, { account: 9, amount: 1, count: 50, recount: 50 })).toEqual([
      "account",
      "amount",
      "count",
      "recount",
    ]);
    expect(near("gard", 1, { card: 90, hard: 99, gird: 1, guard: 2 })).toEqual([
      "guard",
      "gird",
      "hard",
      "card",
    ]);
  });

  test("offers neither the word itself, nor short words, nor what has digits or signs", () => {
    expect(near("keys", 1, { keys: 5, key: 90 })).toEqual([]);
    expect(near("code", 2, { c0de: 9, "win+r": 9, node: 1 })).toEqual(["node"]);
  });

  test("takes no word for a slip of its opposite", () => {
    expect(near("unbootable", 2, { bootable: 9 })).toEqual([]);
    expect(near("ynbootable", 2, { bootable: 9 })).toEqual(["bootable"]);
  });

  test("finds words with letters beyond a to z", () => {
    expect(near("schlussel", 1, { schlüssel: 1 })).toEqual(["schlüssel"]);
  });
});

describe("splitWord", () => {
  test("finds the two words that were typed without a space", () => {
    expect(splitWord("productkey", vocabulary({ product: 4, key: 9 }))).toEqual(["product", "key"]);
  });

  test("takes the pair whose rarer word is more common", () => {
    const words = vocabulary({ thesis: 9, land: 2, these: 9, island: 5 });
    expect(splitWord("theseisland", words)).toEqual(["these", "island"]);
    const rivals = vocabulary({ newsp: 1, aper: 1, news: 3, paper: 2 });
    expect(splitWord("newspaper", rivals)).toEqual(["news", "paper"]);
  });

  test("makes no pair with an unknown word, nor of fewer than three letters", () => {
    expect(splitWord("productkeys", vocabulary({ product: 4, key: 9 }))).toBeUndefined();
    expect(splitWord("myaccount", vocabulary({ my: 90, account: 9 }))).toBeUndefined();
  });
});

test("a word with an ending is a word of its own, not a slip", () => {
  expect(isDerived("organizational", "organization")).toBe(true);
  expect(isDerived("digitally", "digital")).toBe(true);
  expect(isDerived("motherboatd", "motherboard")).toBe(false);
  expect(isDerived("licensee", "license")).toBe(false);
});
