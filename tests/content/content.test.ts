import { beforeAll, expect, test } from "vitest";
import {
  getErrorAdvice,
  getErrorCodes,
  getGuide,
  getMessages,
  getSynonyms,
  getTerms,
} from "@/lib/content/pages";
import { getGuideOutline } from "@/lib/content/guide-outline";
import { checkContent } from "@/lib/checks/check-content";
import { viewGuide } from "@/lib/progress/guide-view";
import { emptyGuideProgress, type GuideProgress } from "@/lib/progress/saved-progress";
import { validateFiles, schemaOf, type CheckedFile } from "@/lib/checks/validate-files";
import type { Fact } from "@/lib/schema/facts";
import { problemText } from "@/lib/checks/problem";
import { readContent } from "@/lib/checks/read-content";
import { textsOf } from "@/lib/schema/texts";
import { getSearchDocuments } from "@/lib/search/documents";
import { parseText, plainText } from "@/lib/text/parse-text";

let files: CheckedFile[];
/** Every text of the content as its writer typed it, with the words a reader sees. */
let texts: { at: string; markdown: string; words: string }[];
beforeAll(() => {
  files = validateFiles(readContent("content").files).checked;
  texts = files.flatMap(({ file, collection, value }) =>
    textsOf(schemaOf(collection), value).map(({ field, markdown }) => ({
      at: `${file} › ${field}`,
      markdown,
      words: plainText(parseText(markdown).children),
    })),
  );
  // Reading all texts takes a few seconds, more where other work runs beside it.
}, 60_000);

const valuesOf = (collection: string) =>
  files.filter((file) => file.collection === collection).map(({ value }) => value);

test("the content has no problem", () => {
  expect(checkContent("content").problems.map((problem) => problemText(problem))).toEqual([]);
});

test("there are at least 20 error codes and 25 terms", () => {
  expect(getErrorCodes().length).toBeGreaterThanOrEqual(20);
  expect(getTerms().length).toBeGreaterThanOrEqual(25);
});

/** Facts of states.yaml about the page around a message, not about a message of its own. */
const ABOUT_THE_PAGE = [
  "state-list-251",
  "state-not-genuine-proof",
  "state-subscription-row",
  "state-troubleshoot-visible",
  "state-update-block",
  "state-where",
];

test("every message of the fact base has its page", () => {
  const states = files.find(({ file }) => file === "facts/states.yaml");
  const facts = (states?.value.facts as Fact[]).map(({ id }) => id);
  const covered = new Set(getMessages().map(({ fact }) => fact));
  expect(facts.length).toBeGreaterThan(20);
  expect(facts.filter((id) => !covered.has(id) && !ABOUT_THE_PAGE.includes(id))).toEqual([]);
});

test("every error code of the fact base has its page", () => {
  const facts = files.find(({ file }) => file === "facts/errors.yaml")?.value.facts as Fact[];
  const covered = new Set(valuesOf("errors").map(({ fact }) => fact));
  expect(facts.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});

test("a path of Settings is never typed: <SettingsPath> writes it for both versions", () => {
  const typed = texts.filter(
    ({ markdown, words }) =>
      /ms-settings:/i.test(markdown) || /\bsettings\s*(>|›|»|→|->)/i.test(words),
  );
  expect(typed.map(({ at }) => at)).toEqual([]);
});

/** Advice that costs readers their license, their money or their safety, as an instruction. */
const FORBIDDEN_ADVICE: [advice: string, pattern: RegExp][] = [
  ["remove the key", /\bslmgr(\.vbs)?\s+[/-](upk|cpky)\b/i],
  [
    "remove the key",
    /(^|[.:;!?]\s+)(first,? )?(delete|remove|uninstall|clear) (the|your|this) (old |installed |current )?(product )?key\b/i,
  ],
  ["reset the licensing", /\bslmgr(\.vbs)?\s+[/-]rearm\b/i],
  [
    "buy first",
    /(^|[.:;!?]\s+)(first,? )?(buy|purchase|order) (a|another|your) (new |cheap )?(license|licence|key|product key)\b/i,
  ],
  ["use an activator", /\b(kmspico|kmsauto|hwidgen|massgrave|get\.activated|irm https?:)/i],
  ["use somebody's KMS server", /\bslmgr(\.vbs)?\s+[/-]skms\b/i],
  ["use a generic key found on the web", /\b[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\b/],
  [
    "switch off protection",
    /(^|[.:;!?]\s+)(first,? )?(switch|turn) off (the |your |all )?(antivirus|virus protection|defender|real-time protection)\b/i,
  ],
  [
    "press on about a secret",
    /\b(send|tell|give) (us|them|the caller) your (product key|password|recovery key)\b/i,
  ],
];

/** A sentence that says not to do it is a warning, and welcome. */
const advises = (words: string, pattern: RegExp) =>
  words
    .split(/(?<=[.!?])\s+/)
    .some((sentence) => pattern.test(sentence) && !/\b(not|never|don['’]t)\b/i.test(sentence));

test.each(FORBIDDEN_ADVICE)("no text advises to %s: %s", (_, pattern) => {
  expect(texts.filter(({ words }) => advises(words, pattern)).map(({ at }) => at)).toEqual([]);
});

test("the patterns of forbidden advice find what they are for, and let warnings pass", () => {
  const found = (text: string) => FORBIDDEN_ADVICE.some(([, pattern]) => advises(text, pattern));
  for (const advice of [
    "Open a window. Remove the product key first.",
    "Run slmgr /upk as administrator.",
    "Buy a new key.",
    "Turn off your antivirus.",
    "Type VK7JG-NPHTM-C97JM-9MPGT-3V66T.",
  ])
    expect(found(advice), advice).toBe(true);
  for (const warning of [
    "Do not remove the product key.",
    "Do not use slmgr /upk on a PC that you go on using.",
    "Such tools ask you to switch off virus protection.",
    "Never buy a key from somebody who calls you.",
  ])
    expect(found(warning), warning).toBe(false);
});

/** What a reader is told before anything else: the lead, the first step, the first part. */
const FIRST_WORDS = /› (lead|first|advice\.first|(advice\.)?steps\[0\]|next\[0\]|parts\[0\]\..*)$/;

test("the phone is never the first thing to try", () => {
  const first = texts.filter(({ at }) => FIRST_WORDS.test(at));
  expect(first.length).toBeGreaterThan(getErrorCodes().length);
  expect(
    first.filter(({ words }) => /\bslui(\.exe)?\s*4\b/i.test(words)).map(({ at }) => at),
  ).toEqual([]);
});

test("a new license is never the first thing that an error code's page says", () => {
  const buying = getErrorCodes().filter((error) => {
    const { action, first, steps } = getErrorAdvice(error);
    return action !== "buy" && /^(buy|purchase)\b/i.test(`${first} ${steps[0]}`);
  });
  expect(buying.map(({ code }) => code)).toEqual([]);
});

test("search leads from readers' words to words that the site uses", () => {
  const site = getSearchDocuments()
    .flatMap(({ title, heading = "", text, description = "" }) => [
      title,
      heading,
      text,
      description,
    ])
    .join("\n")
    .toLowerCase();
  const unused = getSynonyms().filter(({ term }) => !site.includes(term.toLowerCase()));
  expect(unused.map(({ term }) => term)).toEqual([]);
});

test("no term has a synonym twice, or itself as one", () => {
  const wrong = getSynonyms().flatMap(({ term, also }) => {
    const words = [term, ...also].map((word) => word.toLowerCase());
    return words.filter((word, index) => words.indexOf(word) < index).map((w) => `${term}: ${w}`);
  });
  expect(wrong).toEqual([]);
});

test("no date is earlier than the one before it", () => {
  const wrong = files.filter(({ value }) => {
    const { published, updated } = value as { published?: string; updated?: string };
    return published !== undefined && updated !== undefined && updated < published;
  });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

/**
 * The end of a guide for a reader who gave these answers, ticked every other step on the way and skipped
 * the steps named.
 */
function endOf(slug: string, given: Record<string, string>, skipped: string[] = []) {
  const guide = getGuide(slug);
  if (!guide) throw new Error(`Expected a guide “${slug}”.`);
  const outline = getGuideOutline(guide);
  const stamp = { n: 1, by: "a-1", at: 1 };
  const steps: GuideProgress["steps"] = Object.fromEntries(
    outline.parts
      .flatMap((part) => part.steps)
      .map(({ id, revision }) => [
        id,
        { ...stamp, state: skipped.includes(id) ? "skipped" : "done", revision },
      ]),
  );
  const answers: GuideProgress["answers"] = Object.fromEntries(
    Object.entries(given).map(([question, answer]) => [question, { ...stamp, answer }]),
  );
  const { end } = viewGuide(outline, { ...emptyGuideProgress(), steps, answers }, "11");
  const shown = guide.ends[end?.index ?? -1];
  return shown && { title: shown.title, good: shown.good };
}

test.each([
  ["an answer", { after: "activated" }, { title: "Through the change", good: true }],
  ["another answer", { after: "not-activated" }, { title: "Now activate it again", good: false }],
  ["a tick without an answer", {}, { title: "Not proved yet", good: false }],
])("a hardware change ends well only when the page says activated: %s", (_, after, end) => {
  const given = { change: "system-disk", link: "not-linked", ...after };
  expect(endOf("before-hardware-change", given)).toEqual(end);
});

test.each([
  ["everything done", [], { title: "Empty, and off your account", good: true }],
  ["copy and reset skipped", ["copy-data", "reset-pc"], { title: "Not empty yet", good: false }],
  ["the account's list left", ["remove-from-list"], { title: "Not proved yet", good: false }],
])("a PC that is still here ends well only when it was reset: %s", (_, skipped, end) => {
  const given = { where: "here", whose: "with-this-pc" };
  expect(endOf("sell-or-give-away-pc", given, skipped)).toEqual(end);
});

test.each([
  ["runs", [], "Moved"],
  ["runs", ["stop-old-pc"], "The new PC is activated"],
  ["dead", [], "Moved"],
  ["gone", [], "The new PC is activated"],
])(
  "the old PC has stopped only where that is known: it %s, skipped %j",
  (oldPc, skipped, title) => {
    const given = { bought: "by-itself", have: "key", "old-pc": oldPc };
    expect(endOf("move-retail-license", given, skipped)?.title).toBe(title);
  },
);

test.each([
  ["none", [], "License kept, no way back"],
  ["product-key", [], "License kept, key kept"],
  ["product-key", ["store-key"], "License kept"],
])("a way back is known only where it was prepared: %s, skipped %j", (wayBack, skipped, title) => {
  const given = { "sign-in-now": "local-account", "way-back": wayBack };
  expect(endOf("local-account", given, skipped)?.title).toBe(title);
});

test("a reinstalled PC that says activated is activated, whatever optional step was skipped", () => {
  const given = { hardware: "nothing", way: "reset", result: "activated" };
  const end = endOf("reinstall-and-keep-activated", given, ["note-edition", "link-and-note"]);
  expect(end).toEqual({ title: "Activated again", good: true });
});
