import { describe, expect, test } from "vitest";
import { understandQuery, type IndexWords } from "@/lib/search/query";
import {
  BEGINNING_IMPORTANCE,
  CORRECTED_QUERY_WORDS,
  CODE_WEIGHT,
  CORRECTION_WEIGHTS,
  JOINED_WEIGHT,
  QUERY_CHARACTERS,
  QUERY_WORDS,
  STEM_WEIGHT,
  WEAK_WORD_WEIGHT,
} from "@/lib/search/ranking";
import { stem } from "@/lib/search/stem";
import { phraseTerm, prepareSynonyms } from "@/lib/search/synonyms";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

/** In how many of 100 sections each word of a small index stands. */
const COUNTS: Record<string, number> = {
  "0xc004f211": 2,
  "0xc004f213": 1,
  10: 30,
  11: 30,
  account: 20,
  activate: 15,
  activated: 12,
  activation: 18,
  amount: 1,
  fix: 3,
  key: 30,
  keyboard: 1,
  license: 40,
  linked: 10,
  motherboard: 5,
  next: 2,
  product: 25,
  [phraseTerm(["product", "key"])]: 20,
  signin: 4,
  sign: 6,
  windows: 60,
};

const words = Object.keys(COUNTS).sort();
const count = (word: string) => COUNTS[word] ?? 0;
const index: IndexWords = {
  words,
  count,
  correctable: { words, count },
  beginnings: (letters) => [
    ...new Set(
      words.filter(({ length }) => length > letters).map((word) => word.slice(0, letters)),
    ),
  ],
  stem,
  isWeak: (word) => word === "fix",
  importance: (sections) => 100 / (1 + sections),
};

const synonyms = prepareSynonyms([
  { term: "product key", also: ["serial number"] },
  { term: "motherboard", also: ["mobo"] },
]);

const understand = (query: string, literal = false) =>
  understandQuery(query, index, synonyms, literal);

/** The forms of the word typed, for each part of the query. */
const typed = (query: string, literal?: boolean) =>
  understand(query, literal).parts.map((part) =>
    part.typed.map(({ forms }) => forms.map(({ term }) => term)),
  );

const weightOf = (query: string, term: string) =>
  understand(query)
    .parts.flatMap((part) => part.typed)
    .flatMap(({ forms }) => forms)
    .find((form) => form.term === term)?.weight ?? 0;

describe("words", () => {
  test("leave out those that are in every text, unless there is nothing else", () => {
    expect(typed("how do I link the account ")).toEqual([[["linked"]], [["account"]]]);
    expect(understand("who are you ").parts).toHaveLength(3);
  });

  test("count once, however often and in whatever form they are typed", () => {
    expect(typed("account accounts account ")).toHaveLength(1);
  });

  test("bring their other forms along, which count a little less", () => {
    expect(weightOf("activated ", "activated")).toBe(1);
    expect(typed("activated ")[0]?.[0]).toContain("activate");
    // A form that is commoner than the word typed.
    expect(weightOf("activated ", "activate")).toBeCloseTo(STEM_WEIGHT);
  });

  test("tell more the rarer they are, and less when they only ask", () => {
    const importance = (query: string) => understand(query).parts[0]?.importance ?? 0;
    expect(importance("motherboard ")).toBeGreaterThan(importance("license "));
    expect(importance("fix ")).toBeCloseTo((100 / 4) * WEAK_WORD_WEIGHT);
  });

  test("that match nothing have no share of the query", () => {
    expect(understand("qqqq ").parts[0]?.importance).toBe(0);
  });

  test("in British spelling are the site's American ones", () => {
    expect(typed("licence ")).toEqual([[["license"]]]);
  });
});

describe("the word that is still being typed", () => {
  test("stands for every word that it begins, a finished one only for itself", () => {
    expect(typed("moth")).toEqual([[["motherboard"]]]);
    expect(typed("key")[0]?.[0]).toEqual(["key", "keyboard"]);
    expect(typed("key ")[0]?.[0]).toEqual(["key"]);
  });

  test("stands for the codes that it begins, also without 0x", () => {
    expect(typed("0xc004f2")[0]?.[0]).toEqual(["0xc004f211", "0xc004f213"]);
    expect(typed("c004f2")[0]?.[0]).toEqual(["0xc004f211", "0xc004f213"]);
  });

  test("hardly counts while it is one letter of a much commoner word", () => {
    const { parts } = understand("license w");
    expect(parts[1]?.typed[0]?.importance).toBe(BEGINNING_IMPORTANCE);
  });

  test("may have a slip in its beginning", () => {
    const { parts, corrected } = understand("mothet");
    expect(parts[0]?.typed[0]?.forms.map(({ term }) => term)).toContain("motherboard");
    expect(corrected).toBeUndefined();
  });
});

describe("a slip", () => {
  test("is corrected, and the query is told with it", () => {
    const query = understand("Link my acount!");
    expect(query.corrected).toBe("Link my account!");
    expect([...query.corrections]).toEqual([["acount", "account"]]);
  });

  test("brings its rivals along, which count less", () => {
    expect(weightOf("acount ", "account")).toBeCloseTo(CORRECTION_WEIGHTS[0]);
    expect(weightOf("acount ", "amount")).toBeGreaterThan(0);
    expect(weightOf("acount ", "amount")).toBeLessThan(CORRECTION_WEIGHTS[0]);
  });

  test("of a missing space is two words", () => {
    expect(understand("licensekey ").corrected).toBe("license key");
  });

  test("is left alone when every word is to be taken as typed, and spellings are offered", () => {
    const query = understand("acount ", true);
    expect(query.corrected).toBeUndefined();
    expect(query.spellings).toEqual(["account", "amount"]);
  });

  test("is not looked for in short words, codes, and words of synonyms", () => {
    for (const query of ["kex ", "0xc004f212 ", "serial ", "mobo "])
      expect(understand(query).corrected, query).toBeUndefined();
  });

  test("is corrected in a short query, while a story has too many words that only look like slips", () => {
    const story = (words: number) => `${"my pc ".repeat(words)}acount `;
    expect(understand(story(CORRECTED_QUERY_WORDS / 2 - 1)).corrected).toBeDefined();
    expect(understand(story(CORRECTED_QUERY_WORDS / 2)).corrected).toBeUndefined();
  });

  test("splits two words in a story, too", () => {
    const names = Array.from(
      { length: QUERY_WORDS },
      (_, i) => `name${String.fromCharCode(97 + i)}`,
    );
    expect(understand(`productkey ${names.join(" ")} `).corrected).toContain("product key");
  });

  test("too far from every word leaves the word as it is", () => {
    const query = understand("zzzzqqqq ");
    expect(query.corrections.size).toBe(0);
    expect(query.spellings).toEqual([]);
  });
});

describe("phrases", () => {
  test("count as a whole, beside their words and what means the same", () => {
    const [part] = understand("product key ").parts;
    expect(part?.typed).toHaveLength(2);
    expect(part?.together?.forms[0]?.term).toBe(phraseTerm(["product", "key"]));
  });

  test("that readers type lead to the site's term", () => {
    const [part] = understand("serial number ").parts;
    expect(part?.others.map(({ word }) => word.forms[0]?.term)).toEqual([
      phraseTerm(["product", "key"]),
    ]);
    expect(part?.importance).toBeGreaterThan(0);
  });

  test("with a space too many or too few are found all the same", () => {
    const [apart] = understand("mother board ").parts;
    expect(apart?.others).toEqual([
      {
        word: expect.objectContaining({ forms: [{ term: "motherboard", weight: 1 }] }),
        weight: JOINED_WEIGHT,
      },
    ]);
    const [compound] = understand("sign-in ").parts;
    expect(compound?.others.map(({ word }) => word.forms[0]?.term)).toEqual(["signin"]);
  });
});

test("a code counts more than the words around it", () => {
  const [, code] = understand("windows 0xC004F211 ").parts;
  expect(code?.importance).toBeCloseTo((100 / 3) * CODE_WEIGHT);
});

test.each([
  ["activate windows 10", "10"],
  ["Win11 license", "11"],
  ["w10 to w11", undefined],
  ["windows 7", undefined],
  ["windows 100", undefined],
])("reads the version that “%s” names", (query, version) => {
  expect(understand(query).namedVersion).toBe(version);
});

describe("a query beyond the limits", () => {
  test("is read up to the limit of words, and says what was left out", () => {
    const words = Array.from(
      { length: QUERY_WORDS + 2 },
      (_, i) => `term${String.fromCharCode(97 + i)}xx`,
    );
    const { parts, ignored } = understand(words.join(" "));
    expect(parts).toHaveLength(QUERY_WORDS);
    // The last one may still be in the making.
    expect(ignored).toBe(words.slice(QUERY_WORDS - 1, -1).join(" "));
  });

  test("has no phrases of words between which others were left out", () => {
    const fillers = Array.from(
      { length: QUERY_WORDS },
      (_, i) => `term${String.fromCharCode(97 + i)}xx`,
    );
    const phrases = (query: string) =>
      understand(query).parts.filter(({ together }) => together !== undefined);
    expect(phrases(`product key ${fillers.join(" ")} license`)).toHaveLength(1);
    const { ignored } = understand(`product fix key ${fillers.join(" ")} license`);
    expect(ignored).toContain("fix");
    expect(phrases(`product fix key ${fillers.join(" ")} license`)).toHaveLength(0);
  });

  test("is cut between words at the limit of characters", () => {
    const { ignored } = understand(`${"license ".repeat(QUERY_CHARACTERS / 8)}motherboard`);
    expect(ignored).toBe("motherboard");
  });
});

test("understands any text", () => {
  for (const text of hostileTexts(300))
    for (const { importance, typed, others } of understand(text).parts) {
      expect(importance).toBeGreaterThanOrEqual(0);
      for (const { forms } of [...typed, ...others.map(({ word }) => word)])
        for (const { term } of forms) expect(count(term), term).toBeGreaterThan(0);
    }
});

const importanceOf10 = (query: string) =>
  understand(query)
    .parts.flatMap(({ typed }) => typed)
    .find(({ forms }) => forms[0]?.term === "10")?.importance;
const whole = index.importance(count("10"));

test("a version beside other words says for whom, and counts less than half", () => {
  const importance = importanceOf10("my Windows 10 product key of this account");
  expect(importance).toBeGreaterThan(0);
  expect(importance).toBeLessThan(whole / 2);
});

test.each([
  ["Windows 10 license", "is half of what is asked"],
  ["account after Windows 10 to Windows 11 product key", "is the subject"],
])("the version in %s counts as any other word: it %s", (query) => {
  expect(importanceOf10(query)).toBeCloseTo(whole);
});
