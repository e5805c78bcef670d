import { expect, test } from "vitest";
import { expectMistake, problemsAfter, type Mistake } from "@/tests/fixtures/small-content";

const GUIDE = "guides/link.yaml";
const MESSAGE = "messages/linked.yaml";
const ERROR = "errors/0xc004f211.yaml";
const ARTICLE = "articles/what-linking-does.md";

test("the small content of these tests has no problem", () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

const MISTAKES: Mistake[] = [
  {
    what: "an unknown field at the top",
    change: (c) => (c[MESSAGE].lookalikes = ["active"]),
    file: MESSAGE,
    field: "lookalikes",
    message: /“lookalikes” is not known here/,
    remedy: /Did you mean “lookAlikes”\?.*Known fields: title, description/,
  },
  {
    what: "an unknown field that resembles none",
    change: (c) => (c[MESSAGE].author = "Somebody"),
    file: MESSAGE,
    field: "author",
    message: /not known/,
    remedy: /^Remove it\. Known fields: title/,
  },
  {
    what: "an unknown field in a step",
    change: (c) => (c[GUIDE].parts[0].steps[0].warnings = "Careful."),
    file: GUIDE,
    field: "parts[0].steps[0].warnings",
    message: /“warnings” is not known here/,
    remedy: /Did you mean “warning”\?/,
  },
  {
    what: "an unknown field in an optional object",
    change: (c) => (c[GUIDE].parts[0].steps[0].question.asks = "What?"),
    file: GUIDE,
    field: "parts[0].steps[0].question.asks",
    message: /“asks” is not known here/,
    remedy: /Did you mean “ask”\?.*Known fields: id, ask, usual, answers/,
  },
  {
    what: "an unknown field in an optional object with a description of its own",
    change: (c) => (c[MESSAGE].picture = { screen: "activation", target: "sentence", targte: "x" }),
    file: MESSAGE,
    field: "picture.targte",
    message: /“targte” is not known here/,
    remedy: /Did you mean “target”\?/,
  },
  {
    what: "an unknown field of a single file",
    change: (c) => (c["synonyms.yaml"].synonyms[0].terms = "x"),
    file: "synonyms.yaml",
    field: "synonyms[0].terms",
    message: /not known/,
    remedy: /Did you mean “term”\?/,
  },
  {
    what: "a missing field at the top",
    change: (c) => delete c[ARTICLE].description,
    file: ARTICLE,
    field: "description",
    message: /^is missing$/,
    remedy: /Add “description”.*The field means: .*search results/,
  },
  {
    what: "a missing date",
    change: (c) => delete c[ARTICLE].reviewed,
    file: ARTICLE,
    field: "reviewed",
    message: /^is missing$/,
    remedy: /Add “reviewed”.*compared it with its sources/,
  },
  {
    what: "a missing field in a nested object",
    change: (c) => delete c[GUIDE].parts[1].steps[0].text,
    file: GUIDE,
    field: "parts[1].steps[0].text",
    message: /^is missing$/,
    remedy: /Add “parts\[1\]\.steps\[0\]\.text”.*The instruction:/,
  },
  {
    what: "a missing field that is one of a few words",
    change: (c) => delete c[MESSAGE].where,
    file: MESSAGE,
    field: "where",
    message: /^is missing$/,
    remedy: /Add “where”\. One of: activation-page, troubleshooter.*Where on the PC/,
  },
  {
    what: "no topic in an article",
    change: (c) => (c[ARTICLE].topics = []),
    file: ARTICLE,
    field: "topics",
    message: /expected a list with at least 1 entry, found an empty list/,
    remedy: /Change the value/,
  },
  {
    what: "a field without a value",
    change: (c) => (c[MESSAGE].verdict = null),
    file: MESSAGE,
    field: "verdict",
    message: /nothing after the colon/,
    remedy: /Write a value for “verdict”/,
  },
  {
    what: "a wrong word at the top",
    change: (c) => (c[MESSAGE].where = "activation-pages"),
    file: MESSAGE,
    field: "where",
    message: /expected one of: activation-page, .*found “activation-pages”/,
    remedy: /Did you mean “activation-page”\?/,
  },
  {
    what: "a wrong word in a nested object",
    change: (c) => (c[ERROR].meaning.grade = "certain"),
    file: ERROR,
    field: "meaning.grade",
    message: /expected one of: confirmed, reported, conflicting, found “certain”/,
    remedy: /Write one of the words.*How certain the meaning is/,
  },
  {
    what: "a wrong word in a list",
    change: (c) => (c[GUIDE].parts[0].steps[0].needs = ["internet", "patience"]),
    file: GUIDE,
    field: "parts[0].steps[0].needs[1]",
    message: /found “patience”/,
    remedy: /Write one of the words/,
  },
  {
    what: "a code that YAML reads as a number",
    change: (c) => (c[ERROR].code = 0xc004f211),
    file: ERROR,
    field: "code",
    message: /expected a text, found 3221549585/,
    remedy: /in quotes/,
  },
  {
    what: "a text where a list is wanted",
    change: (c) => (c[MESSAGE].next = "Nothing."),
    file: MESSAGE,
    field: "next",
    message: /expected a list, found “Nothing\.”/,
    remedy: /line of its own after a hyphen/,
  },
  {
    what: "a text where fields are wanted",
    change: (c) => (c[ERROR].meaning = "The hardware changed."),
    file: ERROR,
    field: "meaning",
    message: /expected fields of its own, found “The hardware changed\.”/,
    remedy: /indented below it/,
  },
  {
    what: "an empty list",
    change: (c) => (c[ERROR].windows = []),
    file: ERROR,
    field: "windows",
    message: /at least 1 entry, found an empty list/,
    remedy: /Change the value/,
  },
  {
    what: "an empty text",
    change: (c) => (c[MESSAGE].meaning = ""),
    file: MESSAGE,
    field: "meaning",
    message: /expected some text, found an empty text/,
    remedy: /What it means, in plain words/,
  },
  {
    what: "a title that is too long",
    change: (c) => (c[ARTICLE].title = "word ".repeat(30)),
    file: ARTICLE,
    field: "title",
    message: /at most 90 characters, found “word .*…” \(150 characters\)/,
    remedy: /more briefly/,
  },
  {
    what: "two lines where one is wanted",
    change: (c) => (c[ARTICLE].title = "One\ntwo"),
    file: ARTICLE,
    field: "title",
    message: /expected a single line, found “One↵two”/,
    remedy: /What the page is called/,
  },
  {
    what: "a number out of range",
    change: (c) => (c[GUIDE].parts[0].steps[0].minutes = 90),
    file: GUIDE,
    field: "parts[0].steps[0].minutes",
    message: /expected at most 60, found 90/,
    remedy: /How long a careful beginner is busy/,
  },
  {
    what: "a date in another notation",
    change: (c) => (c[ARTICLE].updated = "11.01.2026"),
    file: ARTICLE,
    field: "updated",
    message: /expected a date like 2026-11-21, found “11\.01\.2026”/,
    remedy: /The day its text last changed/,
  },
  {
    what: "a date that no calendar has",
    change: (c) => (c[ARTICLE].updated = "2026-02-30"),
    file: ARTICLE,
    field: "updated",
    message: /expected a date like/,
    remedy: /The day its text last changed/,
  },
  {
    what: "an id that does not fit an address",
    change: (c) => (c[GUIDE].parts[0].steps[0].id = "Look here"),
    file: GUIDE,
    field: "parts[0].steps[0].id",
    message: /only lower-case letters.*found “Look here”/,
    remedy: /Permanent id/,
  },
  {
    what: "a related page outside the site",
    change: (c) => (c[ARTICLE].related = ["https://support.microsoft.com"]),
    file: ARTICLE,
    field: "related[0]",
    message: /expected an address of this site that begins with \/, found “https/,
    remedy: /A page of this site that helps next/,
  },
  {
    what: "a source that is no address",
    change: (c) => (c["facts/linking.yaml"].facts[0].sources = ["Microsoft Support"]),
    file: "facts/linking.yaml",
    field: "facts[0].sources[0]",
    message: /expected an address that begins with https:\/\/, found “Microsoft Support”/,
    remedy: /Change the value/,
  },
  {
    what: "a topic that lists topics",
    change: (c) => (c["topics/linking.yaml"].topics = ["linking"]),
    file: "topics/linking.yaml",
    field: "topics",
    message: /expected no entry/,
    remedy: /Omit it/,
  },
  {
    what: "an empty file",
    change: (c) => (c[MESSAGE] = ""),
    file: MESSAGE,
    field: "file",
    message: /expected fields like “title: …”, found nothing/,
    remedy: /Copy another file/,
  },
];

test.each(MISTAKES)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("reports all mistakes of all files at once", () => {
  const problems = problemsAfter((c) => {
    delete c[ARTICLE].title;
    c[ARTICLE].updated = "yesterday";
    c[MESSAGE].linked = "maybe";
  });
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    `${ARTICLE} title`,
    `${ARTICLE} updated`,
    `${MESSAGE} linked`,
  ]);
});

test("looks at what needs several files only when each file is right by itself", () => {
  const problems = problemsAfter((c) => {
    delete c["topics/linking.yaml"].title;
    c[ARTICLE].related = ["/no-such-page"];
  });
  expect(problems.map(({ field }) => field)).toEqual(["title"]);
});
