import { describe, expect, test } from "vitest";
import { PHRASES, phrasesIn } from "@/lib/checks/check-phrases";
import { expectMistake, problemsAfter } from "@/tests/fixtures/small-content";

const ARTICLE = "articles/what-linking-does.md";

describe("a sentence that talks about its sources is found", () => {
  test.each([
    "Guides report that it is linked.",
    "It is linked, several sites report.",
    "The license carries over, guides also say.",
    "One guide says that the PC has to be online.",
    "Another guide shows it elsewhere.",
    "In 2026 users also report this code.",
    "Reports agree that Windows keeps working.",
    "Sources disagree: some say that it ends.",
    "Dealers report that there are two labels.",
    "The fault is reported to pass.",
    "Callers are reportedly sent to a portal.",
    "It comes with the code, as user reports show.",
    "Public examples suggest a key of an organization.",
    "Third parties describe it like this.",
    "A third-party page has this text.",
    "It is off, according to several reports.",
    "According to a public list, it is Windows 11.",
    "No source gives the translated wording.",
    "No Microsoft page that was read says so.",
    "Microsoft's own steps could not be read.",
    "We found no list of the parts.",
    "It stays activated, we conclude.",
    "It cannot be linked; this is a conclusion.",
    "Back up first; this is our advice.",
    "Microsoft lists this code for a blocked key.",
    "Microsoft prints this rule for Windows 10.",
    "It cannot be moved, as far as is known.",
    "A shop listing says that it may not be moved.",
    "The line is described as shown only then.",
    "Choose it, as guides call it.",
  ])("%s", (sentence) => {
    expect(phrasesIn(sentence)).not.toEqual([]);
  });
});

describe("plain statements pass, and so does what readers must know about Microsoft", () => {
  test.each([
    "Windows keeps working meanwhile.",
    "A removed PC can probably no longer be picked.",
    "How many times is too many, Microsoft does not say.",
    "Microsoft says that it does not use e-mail to choose ads.",
    "Microsoft recommends it.",
    "Follow Microsoft's article.",
    "Menus that are not where a guide says.",
    "The guide goes through the ways in order.",
    "Our guides and articles are free.",
    "The key was reported stolen.",
    "Report it at the address below.",
    "Use “Report a mistake” at the end of the page.",
    "Ask the IT team for the source code.",
    "Read the page that was open before.",
  ])("%s", (sentence) => {
    expect(phrasesIn(sentence)).toEqual([]);
  });
});

test("says where it is and how to fix it", () => {
  expectMistake({
    what: "a sentence about sources",
    change: (c) => (c[ARTICLE].body += "\n\nGuides report that it is linked."),
    file: ARTICLE,
    field: "body",
    message: /talks about its sources: “Guides report” \(line 7 of the text\)/,
    remedy: /^Say what is so\. The mark behind the sentence/,
  });
});

test("leaves out the exact words of others, labels and code", () => {
  expect(
    problemsAfter((c) => {
      c[ARTICLE].body +=
        "\n\n**Windows reported that the hardware has changed** and “guides report” and `reported` are quoted.";
    }),
  ).toEqual([]);
});

test("looks at titles and descriptions as well", () => {
  const problems = problemsAfter((c) => {
    c[ARTICLE].description = "What third parties say about linking.";
  });
  expect(problems.map(({ field }) => field)).toContain("description");
});

test("each phrase says what to write instead", () => {
  for (const { instead } of PHRASES) expect(instead).toMatch(/\.$/);
});
