import { expect, test } from "vitest";
import { createIndex } from "@/lib/search/create-index";
import { loadIndex } from "@/lib/search/engine";
import { readForeign } from "@/lib/wordings/read-foreign";
import { QUERY_CHARACTERS, QUERY_WORDS } from "@/lib/search/ranking";
import type { SearchTexts } from "@/lib/search/section-text";
import { addSnippets } from "@/lib/search/snippet";
import type { SearchDocument, SearchOptions } from "@/lib/search/types";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

const index = createIndex(SEARCH_DOCUMENTS, SYNONYMS);

function search(query: string, options: Partial<SearchOptions> = {}) {
  return index.search(query, { windows: "11", limit: 10, ...options });
}

const pages = (query: string, options?: Partial<SearchOptions>) =>
  search(query, options).results.map(({ page }) => page);

test.each([
  "0xC004F211",
  "c004f211",
  " 0xC004 F211 ",
  "C004-F211",
  "3221549585",
  "-1073417711",
  "0xCOO4F211",
  "Error code: 0xC004F211.",
  "windows activation error c004f211",
])("puts the page of a code first, as the exact match: %s", (query) => {
  const answer = search(query);
  expect(answer.exact).toBe("code");
  expect(answer.results[0]).toMatchObject({ page: "/errors/0xc004f211", exact: true });
  expect(answer.results.filter(({ exact }) => exact)).toHaveLength(1);
});

test("offers both codes of a pasted text", () => {
  const exact = search("0xC004C003 then 0xC004F034").results.filter((result) => result.exact);
  expect(exact.map(({ page }) => page)).toEqual(["/errors/0xc004c003", "/errors/0xc004f034"]);
});

test("shows pages that mention a code behind its own page", () => {
  expect(pages("0xC004C003")).toEqual(["/errors/0xc004c003", "/errors/0xc004c008"]);
});

test("finds codes by their beginning while they are typed", () => {
  expect(pages("0xc004f2")[0]).toBe("/errors/0xc004f211");
  expect(pages("c004f2")[0]).toBe("/errors/0xc004f211");
  expect(pages("803f")[0]).toBe("/errors/0x803f7001");
});

test("names the nearest known codes for an unknown one", () => {
  const answer = search("0xC004F212");
  expect(answer.exact).toBeUndefined();
  expect(answer.unknownCodes).toEqual(["0xC004F212"]);
  expect(answer.suggestions.codes[0]).toBe("0xC004F211");
});

test.each([
  ["the last digits of a code", "f211"],
  ["a code with a digit too many", "0xC004F2111"],
  ["a code that lost a digit", "c04f211"],
])("offers the code that is meant by %s", (_what, query) => {
  expect(search(query).suggestions.codes).toContain("0xC004F211");
});

test("offers no codes for words and numbers that only look a little like one", () => {
  for (const query of ["decade", "2024", "24h2", "face it", "kb5034441", "0xC004F211"])
    expect(search(query).suggestions.codes).toEqual([]);
});

test("puts a pasted message first", () => {
  for (const { message, page } of SEARCH_DOCUMENTS) {
    if (!message) continue;
    const answer = search(message);
    expect(answer.results[0], message).toMatchObject({ page, exact: true });
    expect(answer.exact, message).toBe("message");
  }
});

test("tells the longer of two messages only by its further words", () => {
  expect(pages("Windows is activated with a digital licence")[0]).toBe("/messages/digital-license");
  expect(
    pages("Windows is activated with a digital licence linked to your Microsoft account")[0],
  ).toBe("/messages/digital-license-linked");
});

test("recognizes a message that was retyped with a slip", () => {
  expect(pages("Windows is actvated with a digital license")[0]).toBe("/messages/digital-license");
});

test("reads a code at the end of a long pasted text", () => {
  const text = `${"Something went wrong on this PC and nobody knows why. ".repeat(10)}0xC004F211`;
  expect(pages(text)[0]).toBe("/errors/0xc004f211");
});

test("finds a term by its own name before pages about it", () => {
  expect(pages("digital license")[0]).toBe("/glossary/digital-license");
});

test("leads to the heading that matches", () => {
  const [result] = search("device list").results;
  expect(result).toMatchObject({
    address: "/guides/link-your-license#verify",
    heading: "Check the device list",
  });
});

test("leads to the top of a page when its title matches", () => {
  expect(search("link your license and verify it").results[0]?.address).toBe(
    "/guides/link-your-license",
  );
});

test("lists every page once", () => {
  for (const query of ["license", "windows", "account activation key"]) {
    expect(new Set(pages(query)).size, query).toBe(pages(query).length);
  }
});

test("finds other forms of a word and both spellings", () => {
  expect(pages("linking licences")[0]).toBe("/guides/link-your-license");
  expect(pages("privacy centre")).toContain("/articles/privacy");
  expect(pages("enrolment")).toContain("/articles/end-of-support");
  expect(pages("synchronisation")).toEqual(["/articles/privacy"]);
});

test("finds synonyms in both directions", () => {
  expect(pages("mobo")).toContain("/guides/reactivate");
  expect(pages("main board")).toContain("/guides/reactivate");
  expect(pages("serial number")[0]).toBe("/articles/product-key-and-license");
  expect(pages("digital entitlement")[0]).toBe("/glossary/digital-license");
  const both = createIndex(
    [{ id: "/a", page: "/a", kind: "article", title: "A mainboard", text: "It broke." }],
    SYNONYMS,
  );
  expect(both.search("motherboard", { windows: "11", limit: 1 }).results).toHaveLength(1);
});

test("does not lead from one reader's word to another", () => {
  const documents = [
    { id: "/a", page: "/a", kind: "article" as const, title: "Pro", text: "About Pro." },
  ];
  expect(
    createIndex(documents, SYNONYMS).search("home", { windows: "11", limit: 1 }).results,
  ).toEqual([]);
});

test("understands a word with a space too many or too few", () => {
  expect(pages("mother board")).toContain("/guides/reactivate");
  expect(pages("productkey")).toContain("/articles/product-key-and-license");
});

test.each(["moterboard", "mothrboard", "motherbaord", "motherrboard", "otherboard", "motherboatd"])(
  "forgives one slip in a long word and says so: %s",
  (word) => {
    const answer = search(`new ${word}`);
    expect(answer).toMatchObject({ correctedFrom: `new ${word}`, correctedTo: "new motherboard" });
    expect(answer.results[0]?.page).toBe("/guides/reactivate");
  },
);

test("corrects only words that nothing in the index stands for", () => {
  for (const query of ["motherboard", "mobo", "linking", "licence", "activat", "not", "KMS"]) {
    expect(search(query).correctedTo, query).toBeUndefined();
  }
});

test("finds a word by its derived form without calling that a slip", () => {
  const answer = search("motherboardly ");
  expect(answer.correctedTo).toBeUndefined();
  expect(answer.results[0]?.page).toBe(search("motherboard ").results[0]?.page);
});

test("does not correct short words", () => {
  expect(search("keyy ").correctedTo).toBeUndefined();
});

test("takes the query literally when asked to, and offers spellings", () => {
  const answer = search("moterboard ", { literal: true });
  expect(answer.correctedTo).toBeUndefined();
  expect(answer.results).toEqual([]);
  expect(answer.suggestions.spellings).toContain("motherboard");
});

test("completes only the last word", () => {
  expect(pages("how to react")[0]).toBe("/guides/reactivate");
  expect(pages("troubles")).toContain("/guides/reactivate");
  expect(
    search("troubl hardware").results[0]?.snippet.some(
      ({ text, marked }) => marked && text === "troubleshooter",
    ),
  ).toBe(false);
});

test.each(["n", "l", "m", "ho"])(
  "the first letters “%s” of a next word leave the results in place",
  (letters) => {
    for (const query of ["windows is", "motherboard swap"]) {
      const before = search(`${query} `);
      const after = search(`${query} ${letters}`);
      expect(after.total).toBeGreaterThanOrEqual(before.total);
    }
  },
);

test("a page with all the words beats pages with some of them", () => {
  expect(pages("recovery key motherboard bitlocker")[0]).toBe("/glossary");
  expect(pages("account administrator sign in")[0]).toBe("/guides/link-your-license");
});

test("a word of asking counts less than what is asked about", () => {
  const article = { kind: "article" as const };
  const documents = [
    { ...article, id: "/asking", page: "/asking", title: "One", text: "Somebody writes." },
    { ...article, id: "/asked", page: "/asked", title: "Two", text: "Mouse moves." },
    {
      ...article,
      id: "/more",
      page: "/more",
      title: "Three",
      text: "Mouse rests here today, too.",
    },
  ];
  const small = createIndex(documents, []);
  const first = (query: string) =>
    small.search(query, { windows: "11", limit: 1 }).results[0]?.page;
  // "somebody" stands on one page only, "mouse" on two; the rarer word would win otherwise.
  expect(first("somebody mouse")).toBe("/asked");
  expect(first("somebody")).toBe("/asking");
});

test("reads not activated, isn't activated and won't activate alike", () => {
  const documents = [
    { id: "/a", page: "/a", kind: "article" as const, title: "A", text: "Windows is activated." },
    { id: "/b", page: "/b", kind: "article" as const, title: "B", text: "It is not activated." },
  ];
  const small = createIndex(documents, [{ term: "not activated", also: ["unlicensed"] }]);
  for (const query of ["isn't activated", "wont activate", "cant activate", "unlicensed"])
    expect(small.search(query, { windows: "11", limit: 1 }).results[0]?.page, query).toBe("/b");
});

test("keeps its answers apart: a query leaves nothing behind for the next", () => {
  const before = search("motherboard");
  search("license account activation windows key");
  search("zzzz");
  expect(search("motherboard")).toEqual(before);
});

test("finds everyday questions", () => {
  expect(pages("how do I put windows on my account")[0]).toBe("/guides/link-your-license");
  expect(pages("mobo swapped windows deactivated")[0]).toBe("/guides/reactivate");
});

test("puts pages for the reader's version first and names the others", () => {
  for (const windows of ["10", "11"] as const) {
    const other = windows === "10" ? "11" : "10";
    const { results } = search("open the activation page", { windows });
    expect(results[0]).toMatchObject({ page: `/guides/activation-page-${windows}`, windows });
    expect(results[0]?.otherVersionOnly).toBeUndefined();
    const second = results.find(({ page }) => page === `/guides/activation-page-${other}`);
    expect(second?.otherVersionOnly).toBe(other);
  }
});

test("a version in the query counts more than the version shown", () => {
  const [result] = search("activation page windows 10", { windows: "11" }).results;
  expect(result).toMatchObject({ page: "/guides/activation-page-10", otherVersionOnly: "10" });
  expect(pages("activation page w10")[0]).toBe("/guides/activation-page-10");
});

test("filters by kind and still counts all kinds", () => {
  const answer = search("license", { kind: "message" });
  expect(new Set(answer.results.map(({ kind }) => kind))).toEqual(new Set(["message"]));
  expect(answer.total).toBe(answer.counts.message);
  expect(answer.counts.guide).toBeGreaterThan(0);
});

test("pages through the results", () => {
  const all = pages("windows");
  expect([...pages("windows", { limit: 3 }), ...pages("windows", { limit: 7, offset: 3 })]).toEqual(
    all,
  );
});

test("marks in the snippet what was searched, also by synonym", () => {
  const [result] = search("mobo", { kind: "guide" }).results;
  expect(result?.snippet.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    "motherboard",
  ]);
});

test("says which words it did not search", () => {
  const words = Array.from({ length: QUERY_WORDS + 1 }, (_, i) => `number${i}`);
  expect(search(words.join(" ")).ignored).toBe(`number${QUERY_WORDS - 1}`);
  expect(search(`license ${"x".repeat(QUERY_CHARACTERS)} end`).ignored).toContain("end");
  expect(search("license").ignored).toBeUndefined();
});

/** Different words that no page has. */
const namesOfNobody = (length: number) =>
  Array.from({ length }, (_, i) => `name${String.fromCharCode(97 + i)}`);

test("of a long story, leaves out what says least, and finds the question at its end", () => {
  const story = namesOfNobody(QUERY_WORDS);
  const { ignored, results } = search(`${story.join(" ")} my motherboard was replaced`);
  expect(ignored).toContain(story.at(-1));
  expect(ignored).not.toContain("motherboard");
  expect(results[0]?.page).toBe(pages("my motherboard was replaced")[0]);
});

test("of a story, keeps a rare word before common ones, in any form, and the one that is being typed", () => {
  const common = pages("windows").length > 1 ? "windows" : "";
  expect(common).not.toBe("");
  const names = namesOfNobody(QUERY_WORDS - 1);
  const { ignored } = search(`motherboards ${names.join(" ")} ${common} licens`);
  expect(ignored).not.toMatch(/motherboards|windows|licens/);
  // Three words are kept beside them.
  expect(ignored).toBe(names.slice(-2).join(" "));
});

test("does not take an everyday word for a typo", () => {
  const [first] = SEARCH_DOCUMENTS;
  const text = "Ask a friend in the store.";
  const documents = first ? [...SEARCH_DOCUMENTS, { ...first, id: "/x", page: "/x", text }] : [];
  const { search } = createIndex(documents, SYNONYMS);
  const corrected = (query: string) => search(query, { windows: "11", limit: 1 }).correctedTo;
  expect(corrected("frined")).toBe("friend");
  expect(corrected("stroe")).toBe("store");
  expect(corrected("fried")).toBeUndefined();
  expect(corrected("storm")).toBeUndefined();
});

test("notices queries for activators", () => {
  expect(search("kms activator").safety).toBe(true);
  expect(search("KMS server").safety).toBe(false);
});

test("finds nothing for an empty query", () => {
  for (const query of ["", "   ", "…", "the", "zzzzqqqq"]) {
    expect(search(query)).toMatchObject({ total: 0, results: [] });
  }
});

test("answers the same after it was saved and loaded", () => {
  const saved = index.serialize();
  const loaded = loadIndex(saved.index, readForeign, saved.texts);
  for (const query of [
    "license",
    "moterboard",
    "0xC004F211",
    "windows is activated",
    "mobo swapped",
    "acti",
  ]) {
    expect(loaded.search(query, { windows: "10", limit: 10 })).toEqual(
      search(query, { windows: "10" }),
    );
  }
});

test("finds without texts and shows them once they are there", () => {
  const saved = index.serialize();
  const answer = loadIndex(saved.index, readForeign).search("motherboard", {
    windows: "11",
    limit: 5,
  });
  expect(answer.results[0]?.snippet).toEqual([]);
  const texts = JSON.parse(saved.texts) as SearchTexts;
  expect(addSnippets(answer, texts)).toEqual(search("motherboard", { limit: 5 }));
});

test("refuses an index of another format, and says why", () => {
  expect(() => loadIndex('{"format":0}', readForeign)).toThrow(/unknown format/);
});

test("works on an empty site", () => {
  const empty = createIndex([], []);
  expect(empty.search("license", { windows: "11", limit: 5 }).total).toBe(0);
});

test("answers any text, and the answer can be sent and linked", () => {
  for (const query of hostileTexts(1_500)) {
    const answer = search(query);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(() => encodeURIComponent(answer.query)).not.toThrow();
    expect(answer.results.length).toBeLessThanOrEqual(10);
    for (const { address } of answer.results) expect(address).toMatch(/^\//);
  }
});

test("the version beside other words says for whom: a page about the rest comes before one about the version", () => {
  const article = (id: string, title: string, text: string): SearchDocument => {
    const page = `/articles/${id}`;
    return { id: page, page, kind: "article", title, text };
  };
  const ten = article("ten", "Windows 10 after its end", "Windows 10 stays on this laptop.");
  const laptop = article("laptop", "A sticker on a laptop", "A worn sticker on a laptop.");
  const found = createIndex([...SEARCH_DOCUMENTS, ten, laptop], SYNONYMS).search(
    "worn laptop Windows 10",
    { windows: "11", limit: 2 },
  );
  expect(found.results.map(({ page }) => page)).toEqual(["/articles/laptop", "/articles/ten"]);
});

test("a term that the query names is second at the latest; one that a question only contains is not moved", () => {
  const articles = ["a", "b", "c", "d"].map((name) => ({
    id: `/articles/${name}`,
    page: `/articles/${name}`,
    kind: "article" as const,
    title: "Red ribbon",
    text: "The red ribbon, and how to tie a red ribbon.",
  }));
  const term = {
    id: "/glossary/tape",
    page: "/glossary/tape",
    kind: "term" as const,
    title: "Tape",
    words: ["red ribbon"],
    text: "A narrow piece of cloth.",
  };
  const placeOf = (query: string) =>
    createIndex([...articles, term], [])
      .search(query, { windows: "11", limit: 10 })
      .results.findIndex(({ page }) => page === "/glossary/tape");
  expect(placeOf("red ribbon")).toBe(1);
  expect(placeOf("how do I tie a red ribbon")).toBe(4);
});
