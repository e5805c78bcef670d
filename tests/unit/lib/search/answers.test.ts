import { expect, test } from "vitest";
import { createIndex } from "@/lib/search/create-index";
import { loadIndex } from "@/lib/search/engine";
import { readForeign } from "@/lib/wordings/read-foreign";
import { intentsOf, momentOf } from "@/lib/search/intent";
import { sectionTexts } from "@/lib/search/section-text";
import { addSnippets, SNIPPET_CHARACTERS } from "@/lib/search/snippet";
import type { SearchDocument, SearchOptions, TextSegment } from "@/lib/search/types";
import type { Windows } from "@/lib/windows/version";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

const answer = (
  page: string,
  id: string,
  heading: string,
  also: string[],
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  id: `${page}#a-${id}`,
  page,
  anchor: `a-${id}`,
  kind: "article",
  title: "What linking does",
  heading,
  questions: also,
  text: `The text of ${id}.`,
  answer: {
    texts: {
      "10": [{ text: `Ten: ${id}` }],
      "11": [{ text: "Open " }, { text: "Add an account", label: true }, { text: `: ${id}` }],
    },
    grade: "reported",
    lead: { to: "/guides/link-your-license#add-account", label: "Read the step" },
  },
  ...more,
});

const DOCUMENTS = [
  ...SEARCH_DOCUMENTS,
  answer("/articles/linking", "must", "Do I have to link my license?", [
    "is linking required",
    "do I need to link",
  ]),
  answer("/articles/linking", "how", "How do I link my license?", ["link license to account"]),
  answer("/articles/linking", "files", "Are my files deleted when I link?", []),
  answer("/articles/board", "before", "What must I do before I change the motherboard?", []),
  answer("/articles/board", "after", "I changed the motherboard, what must I do now?", []),
  answer("/articles/ten", "ten", "Where can I enroll for extended updates?", [], {
    windows: ["10"],
  }),
];

const index = createIndex(DOCUMENTS, SYNONYMS);
const search = (query: string, options: Partial<SearchOptions> = {}) =>
  index.search(query, { windows: "11", limit: 10, ...options });
const cardOf = (query: string, options?: Partial<SearchOptions>) =>
  search(query, options).card?.section.replace(/^.*#a-/, "");

test.each([
  ["home to pro", "up"],
  ["my home edition to the pro edition", "up"],
  ["pro to home", "down"],
  ["home from pro", "down"],
])("%s is about one of two changes", (query, id) => {
  const found = createIndex(
    [
      ...DOCUMENTS,
      answer("/articles/up", "up", "What does it cost to go from Home to Pro?", []),
      answer("/articles/down", "down", "What does it cost to go from Pro to Home?", []),
    ],
    SYNONYMS,
  ).search(query, { windows: "11", limit: 2 });
  expect(found.results[0]?.address).toBe(`/articles/${id}#a-${id}`);
});

test("a year at the end does not pull the answers with a year in their text", () => {
  const found = createIndex(
    [
      ...DOCUMENTS,
      answer("/articles/price", "price", "What does a license of 2026 cost?", ["price in 2026"]),
    ],
    SYNONYMS,
  );
  const first = (query: string) =>
    found.search(query, { windows: "11", limit: 1 }).results[0]?.address;
  expect(first("link my license 2026")).toMatch(/#a-(?:must|how|files)$/);
  expect(first("price of license 2026")).toMatch(/#a-price$/);
});

test("the page with the answer of the card is the first result", () => {
  const { card, results } = search("is linking required");
  expect(card?.address).toBe("/articles/linking#a-must");
  expect(results[0]?.page).toBe("/articles/linking");
});

test.each([
  ["do I have to link my license?", "must"],
  ["is linking required", "must"],
  ["do i need to link the licence", "must"],
  ["how do i link my license", "how"],
  ["how can I link the licence", "how"],
  ["are my files deleted if i link", "files"],
  ["are my filles deleted when linking", "files"],
  ["what must i do before i change the motherboard", "before"],
  ["i changed the motherboard what must i do now", "after"],
])("shows the answer that a query asks for: %s", (query, id) => {
  expect(cardOf(query)).toBe(id);
});

test.each([
  "link",
  "license",
  "motherboard",
  "link license",
  "link my license to a printer and a scanner",
  "what is a digital license",
  "why was my account blocked",
  "",
  "zzzzqqqq",
])("shows no answer for a weak match: %s", (query) => {
  expect(search(query).card).toBeUndefined();
});

const cardAmong = (documents: SearchDocument[], query: string) =>
  createIndex(documents, SYNONYMS).search(query, { windows: "11", limit: 1 }).card?.section;

const STICK = answer("/answers/stick", "stick", "Does my old installation stick still start?", [
  "USB stick refused by Secure Boot",
  "old stick made by a friend hangs at the logo",
]);

test("a story shows its answer when its words speak for it and no other answer is near", () => {
  const twin = answer("/answers/drive", "drive", "Does my old installation stick start on it?", [
    "Secure Boot refused the USB stick",
    "hangs at the logo, a friend made the old stick",
  ]);
  const story =
    "a friend made me an old installation stick and now Secure Boot refused it at the logo";
  expect(cardAmong([...DOCUMENTS, STICK], story)).toBe("/answers/stick#a-stick");
  expect(cardAmong([...DOCUMENTS, STICK, twin], story)).toBeUndefined();
});

test("which page comes first for a story is decided by the words that people ask with, not by the most words", () => {
  const words = "neighbor town cousin garden gate kitchen kettle weather".split(" ");
  const shop = answer("/articles/shop", "shop", "Who is at the shop?", [], {
    text: `At the shop: ${words.join(", ")}.`,
  });
  const story = `my ${words.join(" and the ")} and an old stick, Secure Boot refused`;
  const { results } = createIndex([...DOCUMENTS, STICK, shop], SYNONYMS).search(story, {
    windows: "11",
    limit: 2,
  });
  expect(results.map(({ address }) => address)).toEqual([
    "/answers/stick#a-stick",
    "/articles/shop#a-shop",
  ]);
});

test("no card is shown for a short query that only shares words, nor when words of another subject are nowhere in the answer", () => {
  expect(cardAmong([...DOCUMENTS, STICK], "old motherboard stick")).toBeUndefined();
  const close = "USB stick refused by the console at start";
  expect(cardAmong([...DOCUMENTS, STICK], close)).toBeUndefined();
  expect(cardAmong([...DOCUMENTS, STICK], "USB stick refused by Secure Boot at start")).toBe(
    "/answers/stick#a-stick",
  );
});

test.each([
  "stick made by a friend is refused by secure boot, the old installation hangs and does not start",
  "usb stick made by friend refused, hangs at the logo",
])("a card is shown for the words of several ways, which no single way has: %s", (query) => {
  expect(cardAmong([...DOCUMENTS, STICK], query)).toBe("/answers/stick#a-stick");
});

test("a code, or a sentence from the screen, has no card: its page is the answer", () => {
  expect(search("0xC004F211 do I have to link my license").card).toBeUndefined();
  expect(search("0xC004F211 do I have to link my license").results[0]?.exact).toBe(true);
  expect(search("Windows is activated with a digital license").card).toBeUndefined();
});

test("a code with a question gets the card of an answer that names the code, and its page stays first", () => {
  const named = answer(
    "/answers/codes",
    "named",
    "0xC004F211 after a repair, is my license gone?",
    [],
  );
  const found = createIndex([...DOCUMENTS, named], SYNONYMS).search(
    "0xC004F211 after a repair, is my license gone",
    { windows: "11", limit: 10 },
  );
  expect(found.card?.section).toBe("/answers/codes#a-named");
  expect(found.results[0]?.exact).toBe(true);
});

test("a code without a page is no longer unknown when the card explains it", () => {
  const named = answer("/answers/codes", "named", "0x8008025F while I enroll, what is it?", []);
  const found = createIndex([...DOCUMENTS, named], SYNONYMS).search(
    "what is 0x8008025F while I enroll",
    {
      windows: "11",
      limit: 10,
    },
  );
  expect(found.card?.section).toBe("/answers/codes#a-named");
  expect(found.unknownCodes).toEqual([]);
});

test("a code without a page stays unknown when too little of an answer is asked for a card", () => {
  const named = answer("/answers/codes", "named", "0x8008025F while I enroll, what is it?", []);
  const found = createIndex([...DOCUMENTS, named], SYNONYMS).search("enroll error 0x8008025F", {
    windows: "11",
    limit: 10,
  });
  expect(found.card).toBeUndefined();
  expect(found.unknownCodes).toEqual(["0x8008025F"]);
  expect(found.results[0]?.address).toBe("/answers/codes#a-named");
});

test("a code without a page stays unknown where a known code beside it refuses the card", () => {
  const named = answer("/answers/codes", "named", "0x8008025F while I enroll, what is it?", []);
  const found = createIndex([...DOCUMENTS, named], SYNONYMS).search(
    "enroll error 0x8008025F then 0xC004F211",
    { windows: "11", limit: 10 },
  );
  expect(found.card).toBeUndefined();
  expect(found.unknownCodes).toEqual(["0x8008025F"]);
});

test("a question in another language that an answer knows has a card and its page", () => {
  const way = "如何查看 Windows 许可证是否已链接";
  const known = answer("/messages/linked", "see", "How do I see that it is linked?", [way], {
    kind: "message",
  });
  const { card, results } = createIndex([...DOCUMENTS, known], SYNONYMS).search(
    "怎么查看 Windows 许可证是否已链接",
    { windows: "11", limit: 10 },
  );
  expect(card?.section).toBe("/messages/linked#a-see");
  expect(results[0]?.page).toBe("/messages/linked");
});

test("a short question gets its card when it is asked in just these words", () => {
  expect(cardOf("how do I link it")).toBeUndefined();
  const short = answer("/articles/linking", "short", "Where is my license?", [
    "how do I know it is linked",
  ]);
  const found = (query: string) =>
    createIndex([...DOCUMENTS, short], SYNONYMS).search(query, { windows: "11", limit: 1 });
  expect(found("how do I know it is linked").card?.section).toBe("/articles/linking#a-short");
  expect(found("linked").card).toBeUndefined();
});

test("the words beside a code decide which results follow its page", () => {
  const [first, second] = search("0xC004F211 are my files deleted when I link").results;
  expect(first).toMatchObject({ page: "/errors/0xc004f211", exact: true });
  expect(second?.address).toBe("/articles/linking#a-files");
});

test("a card has question, words, labels, grade and the next step, for the version that is shown", () => {
  expect(search("do I have to link my license").card).toEqual({
    address: "/articles/linking#a-must",
    section: "/articles/linking#a-must",
    question: "Do I have to link my license?",
    version: "11",
    text: [{ text: "Open " }, { text: "Add an account", label: true }, { text: ": must" }],
    grade: "reported",
    lead: { to: "/guides/link-your-license#add-account", label: "Read the step" },
  });
  expect(search("do I have to link my license", { windows: "10" }).card?.text).toEqual([
    { text: "Ten: must" },
  ]);
  expect(search("do I have to link my license in windows 10").card?.version).toBe("10");
});

test("an answer for one version is shown for that version only", () => {
  expect(cardOf("where can I enroll for extended updates")).toBeUndefined();
  expect(cardOf("where can I enroll for extended updates", { windows: "10" })).toBe("ten");
});

test("the card is only on the first page of all results", () => {
  const query = "do I have to link my license";
  expect(search(query, { kind: "guide" }).card).toBeUndefined();
  expect(search(query, { offset: 1, limit: 1 }).card).toBeUndefined();
});

test("the dialog, whose index has no texts, gets the same card once they are fetched", () => {
  const query = "do I have to link my license";
  const bare = loadIndex(createIndex(DOCUMENTS, SYNONYMS).serialize().index, readForeign);
  const found = bare.search(query, { windows: "11", limit: 10 });
  expect(found.card).toMatchObject({ question: "Do I have to link my license?" });
  expect(found.card?.text).toBeUndefined();
  expect(addSnippets(found, sectionTexts(DOCUMENTS)).card).toEqual(search(query).card);
});

test("an answer without a card is the first result", () => {
  const { card, results } = search("are my files deleted when I link", { kind: "article" });
  expect(card).toBeUndefined();
  expect(results[0]?.address).toBe("/articles/linking#a-files");
});

/** A page of answers about linking as the site has it: its own text first. */
const LINKING: SearchDocument = {
  id: "/articles/linking",
  page: "/articles/linking",
  kind: "article",
  title: "What linking does",
  description: "What a link is good for.",
  text: "A link costs nothing. It deletes no files. And so on, at length.",
  brief: "A link costs nothing. It deletes no files.".length,
};
const found = (query: string, options: Partial<SearchOptions> = {}, documents = DOCUMENTS) =>
  createIndex([LINKING, ...documents], SYNONYMS).search(query, {
    windows: "11",
    limit: 10,
    ...options,
  });
const textOf = (snippet: TextSegment[] = []) => snippet.map(({ text }) => text).join("");

test("the result below a card is the page of its answer, and repeats nothing", () => {
  const { card, results } = found("is linking required");
  expect(card?.address).toBe("/articles/linking#a-must");
  const [first] = results;
  expect(first?.address).toBe("/articles/linking");
  expect(first?.heading).toBeUndefined();
  expect(textOf(first?.snippet)).toBe("What a link is good for.");
  const shown = [first, ...(first?.neighbors ?? [])].map((each) => each?.address);
  expect(shown).not.toContain(card?.address);
  // Without the card, as under a filter, the answer is the result.
  const filtered = found("is linking required", { kind: "article" });
  expect(filtered.card).toBeUndefined();
  expect(filtered.results[0]?.address).toBe("/articles/linking#a-must");
  expect(filtered.total).toBe(found("is linking required").counts.article);
});

test("the first three results show their answers whole for the version, the others an excerpt", () => {
  const long = "The answer about the printer is long. ".repeat(9).trim();
  const pages = ["a", "b", "c", "d", "e"].map((name) =>
    answer(`/answers/${name}`, name, `What about the ${name} printer?`, [], {
      text: long,
      answer: { texts: { "10": [{ text: `Ten. ${long}` }], "11": [{ text: `Eleven. ${long}` }] } },
    }),
  );
  const { card, results } = found("printer", {}, pages);
  expect(card).toBeUndefined();
  expect(results.map(({ snippet }) => textOf(snippet) === `Eleven. ${long}`)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ]);
  for (const { snippet } of results.slice(3))
    expect(textOf(snippet).length).toBeLessThanOrEqual(SNIPPET_CHARACTERS);
  expect(results[0]?.snippet.filter(({ marked }) => marked).length).toBeGreaterThan(1);
  expect(textOf(found("printer", { windows: "10" }, pages).results[0]?.snippet)).toMatch(/^Ten\./);
  expect(textOf(found("printer in windows 10", {}, pages).results[0]?.snippet)).toMatch(/^Ten\./);
  // The second page of results goes on with excerpts.
  const next = found("printer", { offset: 3 }, pages).results;
  expect(next.map(({ snippet }) => textOf(snippet))).toEqual(
    results.slice(3).map(({ snippet }) => textOf(snippet)),
  );
});

test("a page that matches as a whole shows its brief", () => {
  const [first] = found("costs, at length").results;
  expect(first?.address).toBe("/articles/linking");
  expect(textOf(first?.snippet)).toBe("A link costs nothing. It deletes no files.");
});

test("a page of answers whose best one is on the card shows its next one, in its place", () => {
  const list = (id: string, heading: string, more: Partial<SearchDocument> = {}) =>
    answer("/answers/printers", id, heading, [], { kind: "answers", title: "Printers", ...more });
  const top: SearchDocument = {
    id: "/answers/printers",
    page: "/answers/printers",
    kind: "answers",
    title: "Printers",
    text: "All answers about printers.",
  };
  const asked = list("asked", "How do I license a red printer?");
  const other = answer("/articles/red", "red", "Which red printer is licensed?", []);
  const next = list("next", "Who sells a licensed printer?");
  const placesOf = (...documents: SearchDocument[]) => {
    const { card, results } = found("how do I license a red printer", {}, [top, ...documents]);
    expect(card?.address).toBe("/answers/printers#a-asked");
    return results.map(({ address }) => address).filter((address) => /printers|red/.test(address));
  };
  expect(placesOf(asked, next, other)).toEqual(["/articles/red#a-red", "/answers/printers#a-next"]);
  // Not the one for another version, nor the answer of the card again.
  expect(placesOf(asked, { ...next, windows: ["10"] }, other)).toEqual([
    "/articles/red#a-red",
    "/answers/printers",
  ]);
});

/** Answers of one page. The query “printer licensed” finds the first four, whose texts have more or fewer of its words. */
const printer = (id: string, heading: string, text: string) =>
  answer("/answers/printers", id, heading, [], { text });
const BEST = printer("best", "Is the red printer licensed?", "A printer is licensed.");
const SECOND = printer("second", "Is the blue printer licensed?", "A printer that is sold.");
const THIRD = printer(
  "third",
  "Is the green printer licensed?",
  "Of all that one may need or own, now or later, a printer is the last.",
);
const FOURTH = printer("fourth", "Is the old printer licensed?", "Nobody knows this one.");
const neighborsOf = (query: string, documents: SearchDocument[], windows: Windows = "11") =>
  found(query, { windows }, documents).results[0]?.neighbors?.map(({ address }) => address);

test("up to two other answers on the page that match nearly as well are named, the better first", () => {
  const far = answer("/answers/far", "far", "Is a printer licensed that is far away?", []);
  const documents = [FOURTH, THIRD, SECOND, BEST, far];
  const [first, ...others] = found("printer licensed", {}, documents).results;
  expect(first?.address).toBe("/answers/printers#a-best");
  expect(first?.neighbors).toEqual([
    { address: "/answers/printers#a-second", heading: "Is the blue printer licensed?" },
    { address: "/answers/printers#a-third", heading: "Is the green printer licensed?" },
  ]);
  expect(others.length).toBeGreaterThan(0);
  expect(others.flatMap(({ neighbors = [] }) => neighbors)).toEqual([]);
});

test("an answer on the page that matches much less is not named", () => {
  const weak = { ...SECOND, text: "There is a red one, too." };
  expect(neighborsOf("red printer licensed", [BEST, weak])).toEqual([]);
});

test("no answer for the other version is named", () => {
  const only10: SearchDocument = { ...SECOND, text: BEST.text, windows: ["10"] };
  const documents = [BEST, only10, THIRD];
  expect(neighborsOf("printer licensed", documents)).toEqual(["/answers/printers#a-third"]);
  expect(neighborsOf("printer licensed", documents, "10")).toEqual([
    "/answers/printers#a-second",
    "/answers/printers#a-third",
  ]);
});

test("an answer in the lead is not named below the result of its page, to which it would link", () => {
  const lead = answer("/articles/linking", "lead", "What does a printer link cost at length?", [], {
    anchor: undefined,
  });
  const page: SearchDocument = {
    ...LINKING,
    title: "A printer link",
    text: "A printer link costs.",
  };
  const { results } = createIndex([page, lead], SYNONYMS).search("printer link costs", {
    windows: "11",
    limit: 1,
  });
  expect(results[0]).toMatchObject({ section: "/articles/linking", neighbors: [] });
});

test("before and after a change are two stories, and rank apart", () => {
  const first = (query: string) => search(query).results[0]?.address;
  expect(first("before I change the motherboard")).toBe("/articles/board#a-before");
  expect(first("I have changed the motherboard")).not.toBe("/articles/board#a-before");
});

test("a term comes after the page with the answer, unless the term itself was typed", () => {
  expect(search("digital license").results[0]?.kind).toBe("term");
  const kinds = search("how do I link my digital license").results.map(({ kind }) => kind);
  expect(kinds[0]).not.toBe("term");
});

test("“how to …” asks for no explanation, even if its only other word is a term", () => {
  const term: SearchDocument = {
    id: "/glossary/painter",
    page: "/glossary/painter",
    kind: "term",
    title: "Painter",
    text: "Somebody who can paint.",
  };
  const wall = answer("/articles/wall", "wall", "How do I paint a wall?", []);
  const index = createIndex([...DOCUMENTS, wall, term], SYNONYMS);
  const first = (query: string) => index.search(query, { windows: "11", limit: 1 }).results[0];
  expect(first("paint")?.kind).toBe("term");
  expect(first("how to paint")?.section).toBe("/articles/wall#a-wall");
});

test.each([
  ["How do I link?", ["how"]],
  ["Do I have to link?", ["must"]],
  ["can't link my account", ["fault"]],
  ["can I link two accounts", ["can"]],
  ["link account", []],
  ["Is my license linked?", ["state"]],
  ["check if windows is linked", ["state"]],
])("reads what a question wants to know: %s", (question, intents) => {
  expect([...intentsOf(question)]).toEqual(intents);
});

test.each([
  ["before I swap the board", "before"],
  ["I am going to replace the board", "before"],
  ["I swapped the board", "after"],
  ["my board is dead", "after"],
  ["already sold my PC", "after"],
  ["I changed the board before I linked", undefined],
  ["new board", undefined],
])("reads the moment that a text speaks of: %s", (text, moment) => {
  expect(momentOf(text)).toBe(moment);
});

test("shows no card to a reader who types the title of another page", () => {
  const buy = answer("/articles/buy", "buy", "Can I buy a system builder pack for my own PC?", [
    "system builder pack private use",
  ]);
  const term: SearchDocument = {
    id: "/glossary/system-builder-pack",
    page: "/glossary/system-builder-pack",
    kind: "term",
    title: "System builder pack",
    text: "A license for a new PC, as shops sell it.",
  };
  const section = (documents: SearchDocument[], query: string) =>
    createIndex([...DOCUMENTS, ...documents], SYNONYMS).search(query, { windows: "11", limit: 1 })
      .card?.section;
  const [card, asked] = ["/articles/buy#a-buy", "can i buy a system builder pack"];
  expect(section([buy], "system builder pack private")).toBe(card);
  expect(section([buy, term], "system builder pack")).toBeUndefined();
  // A question is no title, whatever words of a title are in it.
  expect(section([buy, term], asked)).toBe(card);
});

test("of pages with the words of a story, the one that answers its question comes first", () => {
  const stay = answer(
    "/articles/stay",
    "stay",
    "Does the activation stay when I give the PC away?",
    ["I give my old computer to a relative, does the license stay with it"],
  );
  const page: SearchDocument = {
    id: "/articles/computers",
    page: "/articles/computers",
    kind: "article",
    title: "Computers",
    text: "brother school week computer old license relative",
  };
  const story =
    "Next week I give my old computer to a relative, my brother, for his school: does the license stay with it?";
  const found = createIndex([...DOCUMENTS, stay, page], SYNONYMS).search(story, {
    windows: "11",
    limit: 1,
  });
  expect(found.results[0]?.page).toBe("/articles/stay");
});

test("an excerpt of an answer without the words of the query is its beginning, not about its page", () => {
  const [result] = search("linking", { limit: 1 }).results;
  if (!result) throw new Error("Expected a result and found none.");
  const section = "/articles/linking#a-files";
  const { results } = addSnippets(
    { ...search("linking"), card: undefined, results: [{ ...result, section, whole: undefined }] },
    { [section]: { ...sectionTexts(DOCUMENTS)[section]!, description: "About linking." } },
  );
  expect(results[0]?.snippet.map(({ text }) => text).join("")).toBe("The text of files.");
});
