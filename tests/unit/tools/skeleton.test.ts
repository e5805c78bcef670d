import { describe, expect, test } from "vitest";
import { checkContent } from "@/lib/checks/check-content";
import { schemaOf } from "@/lib/checks/validate-files";
import { unfinishedFields } from "@/lib/checks/check-unfinished";
import { collections, type CollectionName } from "@/lib/schema/collections";
import { answerProblem, askedFields, skeleton } from "@/tools/skeleton";
import { smallContent, withContentFolder } from "@/tests/fixtures/small-content";

const TODAY = "2026-11-21";
const NAMES = Object.keys(collections) as CollectionName[];

/** What a writer has to know and no placeholder can: names of other files. */
const ANSWERS: Partial<Record<CollectionName, Record<string, unknown>>> = {
  errors: { family: "hardware-changed", fact: "err-0xc004f211" },
  messages: { fact: "state-linked" },
  screens: { window: "dialog", fact: "state-linked" },
  "settings-pages": { fact: "state-linked", uri: "ms-settings:about" },
  wordings: { lang: "fr" },
};
const slugOf = (collection: CollectionName) =>
  ({ errors: "0xc0000001", wordings: "fr" })[collection as string] ?? `new-${collection}`;

function checkedWith(collection: CollectionName, answers: Record<string, unknown>) {
  const slug = slugOf(collection);
  const file = `${collection}/${slug}${collections[collection].ending}`;
  const content = { ...smallContent(), [file]: skeleton(collection, slug, answers, TODAY) };
  return withContentFolder(content, (folder) => {
    const { problems, checked } = checkContent(folder, TODAY);
    return { problems, value: checked.find((document) => document.file === file)?.value };
  });
}

describe.each(NAMES)("a new file of %s", (collection) => {
  const asked = askedFields(collection, slugOf(collection), TODAY);
  const needed = Object.fromEntries(
    Object.entries({ topics: ["linking"], ...ANSWERS[collection] }).filter(
      ([name]) =>
        name in schemaOf(collection).shape && !(collection === "topics" && name === "topics"),
    ),
  );

  test("is right by the schema, whatever is answered", () => {
    const fallbacks = Object.fromEntries(asked.map(({ name, fallback }) => [name, fallback]));
    expect(checkedWith(collection, { ...fallbacks, ...needed }).value).toBeDefined();
  });

  test("is a draft that the check accepts, with TODO where something is left to write", () => {
    const { problems, value } = checkedWith(collection, needed);
    expect(unfinishedFields(value).length).toBeGreaterThan(0);
    if ("draft" in schemaOf(collection).shape) {
      expect(value?.draft).toBe(true);
      const left = collection === "errors" ? ["advice.grade", "meaning.grade"] : [];
      expect(problems.map(({ field }) => field).filter((field) => !left.includes(field))).toEqual(
        [],
      );
    } else
      // These have no drafts: the check says what is left.
      for (const { message } of problems)
        expect(message).toMatch(/TODO|nobody is named as publisher/);
  });

  test("explains every field of its schema", () => {
    const text = skeleton(collection, slugOf(collection), {}, TODAY);
    for (const name of Object.keys(schemaOf(collection).shape))
      if (name !== "body") expect(text).toMatch(new RegExp(`^(# )?${name}:`, "m"));
  });
});

test("a few fields are asked for, with their words and what they mean", () => {
  const fields = askedFields("messages", "new", TODAY);
  expect(fields.map(({ name }) => name)).toEqual([
    "title",
    "description",
    "topics",
    "message",
    "windows",
    "where",
    "linked",
    "state",
    "verdict",
    "headline",
    "fact",
  ]);
  expect(fields.find(({ name }) => name === "linked")).toMatchObject({
    choice: ["yes", "no", "unknown"],
    explain: expect.stringContaining("personal Microsoft account"),
  });
});

test("what only the writer knows gets no placeholder", () => {
  const uri = askedFields("settings-pages", "new", TODAY).find(({ name }) => name === "uri");
  expect(uri?.fallback).toBeUndefined();
});

test("answers are checked by the schema", () => {
  expect(answerProblem("messages", "linked", "yes")).toBeUndefined();
  expect(answerProblem("messages", "linked", "maybe")).toBe("one of: yes, no, unknown");
  expect(answerProblem("errors", "code", "0xc0")).toContain("like 0xC004F211");
});
