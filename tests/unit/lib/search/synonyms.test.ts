import { describe, expect, test } from "vitest";
import { FROM_TERM_WEIGHT, TO_TERM_WEIGHT } from "@/lib/search/ranking";
import {
  indexTerms,
  isPhraseTerm,
  phraseStems,
  phraseTerm,
  prepareSynonyms,
} from "@/lib/search/synonyms";

const synonyms = prepareSynonyms([
  { term: "motherboard", also: ["mobo", "main board"] },
  { term: "product key", also: ["serial", "serial number"] },
  { term: "edition", also: ["Home", "Pro"] },
]);

const others = (phrase: string, position = 0) =>
  synonyms.match(phrase.split(" "), position)?.others.map(({ term }) => term);

describe("what readers type", () => {
  test("leads to the site's term, and counts nearly as much", () => {
    expect(synonyms.match(["mobo"], 0)).toEqual({
      length: 1,
      others: [{ term: "motherboard", weight: TO_TERM_WEIGHT }],
    });
  });

  test("is led to by the site's term, and counts less", () => {
    expect(synonyms.match(["motherboard"], 0)?.others).toEqual([
      { term: "mobo", weight: FROM_TERM_WEIGHT },
      { term: phraseTerm(["main", "board"]), weight: FROM_TERM_WEIGHT },
    ]);
  });

  test("does not lead to other words for the same term", () => {
    expect(others("home")).toEqual(["edition"]);
    expect(others("pro")).toEqual(["edition"]);
  });

  test("matches in other forms of a word, too", () => {
    expect(others("motherboards")).toEqual(others("motherboard"));
    expect(others("serial numbers")).toEqual([phraseTerm(["product", "key"])]);
  });
});

describe("a phrase", () => {
  test("is matched from the position asked for, the longest one first", () => {
    const words = ["the", "serial", "number", "is", "gone"];
    expect(synonyms.match(words, 0)).toBeUndefined();
    expect(synonyms.match(words, 1)?.length).toBe(2);
    expect(synonyms.match(["serial"], 0)?.length).toBe(1);
    expect(synonyms.match(words, 9)).toBeUndefined();
  });

  test("has a term of its own that no word can have", () => {
    const term = phraseTerm(["product", "keys"]);
    expect(isPhraseTerm(term)).toBe(true);
    expect(isPhraseTerm("product")).toBe(false);
    expect(phraseStems(term)).toEqual(phraseStems(phraseTerm(["product", "key"])));
    expect(synonyms.match(["product", "key"], 0)?.phrase).toBe(term);
  });
});

test("a group of two spellings of one word leads nowhere: they are the same already", () => {
  const none = prepareSynonyms([{ term: "license", also: ["licence", "licenses"] }]);
  expect(none.match(["licence"], 0)).toBeUndefined();
  expect(none.match(["license"], 0)).toBeUndefined();
});

test("no word of a synonym is taken for a typo", () => {
  const words = "motherboard mobo main board product key serial number edition home pro";
  expect(synonyms.words).toEqual(new Set(words.split(" ")));
});

test("a text is indexed by its words and, of its phrases, those that have synonyms", () => {
  expect(indexTerms("The product key of the main board was lost", synonyms)).toEqual([
    "product",
    "key",
    "main",
    "board",
    "lost",
    phraseTerm(["product", "key"]),
    phraseTerm(["main", "board"]),
  ]);
});
