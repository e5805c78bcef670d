import { expect, test } from "vitest";
import {
  expectMistake,
  fact,
  furtherDocument,
  problemsAfter,
  type Mistake,
  type SmallContent,
} from "@/tests/fixtures/small-content";

const GUIDE = "guides/link.yaml";
const MESSAGE = "messages/linked.yaml";
const ERROR = "errors/0xc004f211.yaml";
const ARTICLE = "articles/what-linking-does.md";
const TERM = "glossary/digital-license.yaml";
const SETTINGS = "settings-pages/activation.yaml";
const FACTS = "facts/linking.yaml";
const PUBLISHED = "published-steps.yaml";
const ANSWERS = "answers/linking.yaml";

const steps = (c: SmallContent) => c[PUBLISHED].guides[0].steps;
const firstStep = (c: SmallContent) => c[GUIDE].parts[0].steps[0];

const UNIQUE: Mistake[] = [
  {
    what: "two pages with one title",
    change: (c) => (c[TERM].title = c[ARTICLE].title.toUpperCase()),
    file: TERM,
    field: "title",
    message: /the title “TITLE OF THE ARTICLE” is also in content\/articles\/what-linking-does\.md/,
    remedy: /Each title exists once on the whole site: change one/,
  },
  {
    what: "two pages with one description",
    change: (c) => (c[TERM].description = c[ARTICLE].description),
    file: TERM,
    field: "description",
    message: /the description .* is also in content\/articles/,
    remedy: /change one of the two/,
  },
  {
    what: "two pages that answer one question",
    change: (c) => (c[TERM].questions = ["What is it?", "How do I link?"]),
    file: TERM,
    field: "questions[1]",
    message: /the question “How do I link\?” is also in content\/guides\/link\.yaml/,
    remedy: /Each question exists once/,
  },
  {
    what: "a fact id used twice",
    change: (c) => c[FACTS].facts.push(fact("link-works")),
    file: FACTS,
    field: "facts[3].id",
    message: /the fact id “link-works” is also in content\/facts\/linking\.yaml/,
    remedy: /Each fact id exists once/,
  },
  {
    what: "a file name that does not fit an address",
    change: (c) => {
      c["glossary/Digital_License.yaml"] = { ...c[TERM] };
      delete c[TERM];
    },
    file: "glossary/Digital_License.yaml",
    field: "file name",
    message: /becomes the address, and “Digital_License” does not fit/,
    remedy: /Rename the file: lower-case letters/,
  },
];

const SOURCES: Mistake[] = [
  {
    what: "a page without a source",
    change: (c) => (c[TERM].definition = "A license without a key."),
    file: TERM,
    field: "facts",
    message: /names no fact, so it has no source/,
    remedy: /Put <Fact id="…" \/> after a claim/,
  },
  {
    what: "a page that shows a fact mark only as a sample",
    change: (c) => (c[TERM].definition = "Write `<Fact id />` behind it."),
    file: TERM,
    field: "facts",
    message: /no source/,
    remedy: /under “facts”/,
  },
  {
    what: "a source whose publisher is not named",
    change: (c) =>
      c[FACTS].facts[1].sources.push("https://www.example.org/a", "https://example.org/b"),
    file: FACTS,
    field: "facts[1].sources[1]",
    message: /nobody is named as publisher of example\.org/,
    remedy: /Add an entry to content\/publishers\.yaml: domain: example\.org/,
  },
];

const ERROR_CODES: Mistake[] = [
  {
    what: "a code in a file of another name",
    change: (c) => (c[ERROR].code = "0xC004F212"),
    file: ERROR,
    field: "code",
    message: /file name says “0xc004f211”, and the code is 0xC004F212/,
    remedy: /Rename the file to 0xc004f212\.yaml, or mend the code/,
  },
  {
    what: "a meaning graded better than its fact",
    change: (c) => (c[ERROR].meaning.grade = "confirmed"),
    file: ERROR,
    field: "meaning.grade",
    message: /“confirmed” claims more than the fact err-0xc004f211, which is reported/,
    remedy: /Write “reported”/,
  },
  {
    what: "advice graded better than its fact's",
    change: (c) => (c[ERROR].advice.grade = "reported"),
    file: ERROR,
    field: "advice.grade",
    message: /“reported” claims more than the fact .*, whose advice is derived/,
    remedy: /Write “derived”/,
  },
  {
    what: "a fact that does not grade the advice",
    change: (c) => delete c[FACTS].facts[2].adviceGrade,
    file: ERROR,
    field: "fact",
    message: /does not say how sure the advice is/,
    remedy: /Add “adviceGrade” to it/,
  },
];

const SETTINGS_PAGES: Mistake[] = [
  {
    what: "a path for Windows 11 only",
    change: (c) => delete c[SETTINGS].path10,
    file: SETTINGS,
    field: "path10",
    message: /is missing although “path11” is there/,
    remedy: /Add “path10” from a fact.*remove “path11”/,
  },
  {
    what: "a path for Windows 10 only",
    change: (c) => delete c[SETTINGS].path11,
    file: SETTINGS,
    field: "path11",
    message: /is missing although “path10” is there/,
    remedy: /Add “path11” from a fact.*remove “path10”/,
  },
];

const GUIDES: Mistake[] = [
  {
    what: "a step id used twice",
    change: (c) => c[GUIDE].parts[1].steps.push({ ...firstStep(c), question: undefined }),
    file: GUIDE,
    field: "parts[1].steps[1].id",
    message: /the id “look” is already used at parts\[0\]\.steps\[0\]\.id/,
    remedy: /Give the newer of the two another id/,
  },
  {
    what: "a step with the id of a part",
    change: (c) => (c[GUIDE].parts[1].id = "look"),
    file: GUIDE,
    field: "parts[0].steps[0].id",
    message: /the id “look” is already used at parts\[1\]\.id/,
    remedy: /another id/,
  },
  {
    what: "a question asked twice",
    change: (c) => (c[GUIDE].parts[1].steps[0].question = firstStep(c).question),
    file: GUIDE,
    field: "parts[1].steps[0].question.id",
    message: /the question “sentence” is already used/,
    remedy: /another id/,
  },
  {
    what: "an answer id used twice",
    change: (c) => firstStep(c).question.answers.push({ id: "linked", label: "Again" }),
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[2].id",
    message: /the answer “linked” is already used/,
    remedy: /another id/,
  },
  {
    what: "a verdict id used twice",
    change: (c) => c[GUIDE].verdicts.push(c[GUIDE].verdicts[0]),
    file: GUIDE,
    field: "verdicts[1].id",
    message: /the verdict “done” is already used/,
    remedy: /another id/,
  },
  {
    what: "a part that hangs on a question asked later",
    change: (c) => c[GUIDE].parts.reverse(),
    file: GUIDE,
    field: "parts[0].when.question",
    message: /question “sentence” does not exist in the parts before this one/,
    remedy: /There is no question in the parts before this one yet/,
  },
  {
    what: "a part that hangs on an unknown question",
    change: (c) => (c[GUIDE].parts[1].when.question = "sentense"),
    file: GUIDE,
    field: "parts[1].when.question",
    message: /question “sentense” does not exist/,
    remedy: /Did you mean “sentence”\?/,
  },
  {
    what: "a part that hangs on an unknown answer",
    change: (c) => (c[GUIDE].parts[1].when.answers = ["not-linkd"]),
    file: GUIDE,
    field: "parts[1].when.answers[0]",
    message: /answer “not-linkd” does not exist in the question “sentence”/,
    remedy: /Did you mean “not-linked”\?/,
  },
  {
    what: "a verdict by an unknown step",
    change: (c) => (c[GUIDE].verdicts[0].steps = ["looks"]),
    file: GUIDE,
    field: "verdicts[0].steps[0]",
    message: /step “looks” does not exist in this guide/,
    remedy: /Did you mean “look”\?/,
  },
  {
    what: "a verdict by an answer that the question does not offer",
    change: (c) =>
      (c[GUIDE].verdicts[0].answered = [
        { step: "look", question: "sentence", answers: ["linkd"] },
      ]),
    file: GUIDE,
    field: "verdicts[0].answered[0].answers[0]",
    message: /answer “linkd” does not exist/,
    remedy: /Did you mean “linked”/,
  },
  {
    what: "a verdict by an answer for a step that is not its own",
    change: (c) =>
      (c[GUIDE].verdicts[0].answered = [
        { step: "other", question: "sentence", answers: ["linked"] },
      ]),
    file: GUIDE,
    field: "verdicts[0].answered[0].step",
    message: /step “other” does not exist in this verdict/,
    remedy: /Choose one of: look/,
  },
  {
    what: "a revision without a note",
    change: (c) => (firstStep(c).revision = 2),
    file: GUIDE,
    field: "parts[0].steps[0].revisionNote",
    message: /is missing although “revision” is 2/,
    remedy: /Add “revisionNote”: one line on what changed/,
  },
];

const PUBLISHED_STEPS: Mistake[] = [
  {
    what: "a published step that is gone",
    change: (c) => steps(c).push({ id: "looked", number: 3 }),
    file: PUBLISHED,
    field: "guides[0].steps[2]",
    message: /the published step “looked” is gone from content\/guides\/link\.yaml/,
    remedy: /Bring the id back, or add “now: \[look\]”.*“now: \[\]” when nothing did/,
  },
  {
    what: "a new step that is not listed",
    change: (c) => steps(c).pop(),
    file: PUBLISHED,
    field: "guides[0].steps",
    message: /the step “add-account” of content\/guides\/link\.yaml is not listed/,
    remedy: /Add at the end of the guide “link”: \{ id: add-account, number: 2 \}/,
  },
  {
    what: "a number used again",
    change: (c) => (steps(c)[1].number = 1),
    file: PUBLISHED,
    field: "guides[0].steps[1].number",
    message: /the number 1 belongs to “look” already/,
    remedy: /never used again: write 2, the next free one/,
  },
  {
    what: "a number of a step that is gone, used again",
    change: (c) => {
      steps(c)[1].number = 3;
      steps(c).unshift({ id: "old", number: 3, now: ["look"] });
    },
    file: PUBLISHED,
    field: "guides[0].steps[2].number",
    message: /the number 3 belongs to “old” already/,
    remedy: /write 4/,
  },
  {
    what: "a step listed twice",
    change: (c) => steps(c).push({ id: "look", number: 3 }),
    file: PUBLISHED,
    field: "guides[0].steps[2].id",
    message: /the step “look” is listed twice/,
    remedy: /Remove the second entry/,
  },
  {
    what: "an alias that leads to a step that is gone too",
    change: (c) =>
      steps(c).push({ id: "old", number: 3, now: ["older"] }, { id: "older", number: 4, now: [] }),
    file: PUBLISHED,
    field: "guides[0].steps[2].now[0]",
    message:
      /step “older” does not exist in content\/guides\/link\.yaml \(a step of today is wanted/,
    remedy: /Choose one of: look, add-account/,
  },
  {
    what: "an alias of a step that still exists",
    change: (c) => (steps(c)[0].now = ["add-account"]),
    file: PUBLISHED,
    field: "guides[0].steps[0].now",
    message: /“look” has “now” although the guide still has the step/,
    remedy: /Remove “now”/,
  },
  {
    what: "the steps of a guide that is gone",
    change: (c) => c[PUBLISHED].guides.push({ guide: "lnk", steps: [] }),
    file: PUBLISHED,
    field: "guides[1].guide",
    message: /guide “lnk” does not exist in content\/guides/,
    remedy: /Did you mean “link”\?/,
  },
];

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
const FACT = '<Fact id="link-works" />';
const answers = (c: SmallContent) => c[ANSWERS].answers;

const ANSWER_MISTAKES: Mistake[] = [
  {
    what: "two answers with one id",
    change: (c) => (answers(c)[1].id = "must-i-link"),
    file: ANSWERS,
    field: "answers[1].id",
    message: /the answer id “must-i-link” is also in content\/answers\/linking\.yaml/,
    remedy: /Each answer id exists once/,
  },
  {
    what: "an answer to a question that a page asks",
    change: (c) => (answers(c)[1].question = "How do I link?"),
    file: ANSWERS,
    field: "answers[1].question",
    message: /the question “How do I link\?” is also in content\/guides\/link\.yaml/,
    remedy: /Each question exists once/,
  },
  {
    what: "another way to ask what is asked already",
    change: (c) => (answers(c)[1].also = ["Is linking needed"]),
    file: ANSWERS,
    field: "answers[1].also[0]",
    message: /the question “Is linking needed” is also in content\/answers/,
    remedy: /Each question exists once/,
  },
  {
    what: "an answer of too many words",
    change: (c) => (answers(c)[1].answer = `${words(61)}. ${FACT}`),
    file: ANSWERS,
    field: "answers[1].answer",
    message: /expected at most 60 words in the answer “cost”, found 61 for Windows 10/,
    remedy: /Keep the first sentence/,
  },
  {
    what: "an answer that is too long for one version",
    change: (c) =>
      (answers(c)[1].answer =
        `${words(40)}. ${FACT} <Only windows="10">${words(20)}.</Only><Only windows="11">${words(21)}.</Only>`),
    file: ANSWERS,
    field: "answers[1].answer",
    message: /found 61 for Windows 11/,
    remedy: /another question gets an answer of its own/,
  },
  {
    what: "an answer without text and without a page that begins with it",
    change: (c) => delete answers(c)[1].answer,
    file: ANSWERS,
    field: "answers[1].answer",
    message: /is missing/,
    remedy: /whose first lines are the answer already/,
  },
  {
    what: "the first lines of a page that are too long to be an answer",
    change: (c) => {
      c[GUIDE].lead = `${words(61)}. ${FACT}`;
      answers(c)[1] = { id: "cost", question: "What does it cost?", page: "/guides/link" };
    },
    file: GUIDE,
    field: "its first lines",
    message: /expected at most 60 words in the answer “cost”, found 61/,
    remedy: /Keep the first sentence/,
  },
  {
    what: "an answer without a fact",
    change: (c) => (answers(c)[1].answer = "Nothing."),
    file: ANSWERS,
    field: "answers[1].answer",
    message: /the answer names no fact/,
    remedy: /“aboutThisSite: true”/,
  },
  {
    what: "an answer on a page that does not exist",
    change: (c) => (answers(c)[1].page = "/articles/what-linkng-does"),
    file: ANSWERS,
    field: "answers[1].page",
    message: /the page “\/articles\/what-linkng-does” does not exist/,
    remedy: /Did you mean “\/articles\/what-linking-does”/,
  },
  {
    what: "an answer on a page that shows none",
    change: (c) => (answers(c)[1].page = "/glossary/digital-license"),
    file: ANSWERS,
    field: "answers[1].page",
    message: /expected an article, guide, message or error code/,
    remedy: /Leave “page” out/,
  },
  {
    what: "an answer on a part of a page",
    change: (c) => (answers(c)[1].page = "/guides/link#look"),
    file: ANSWERS,
    field: "answers[1].page",
    message: /expected a page without an anchor/,
    remedy: /belongs in “leads”/,
  },
  {
    what: "an answer that leads to a step that does not exist",
    change: (c) => (answers(c)[0].leads[0].to = "/articles/what-linking-does#after-a-repare"),
    file: ANSWERS,
    field: "answers[0].leads[0].to",
    message: /the anchor “after-a-repare” does not exist in \/articles\/what-linking-does/,
    remedy: /Did you mean “after-a-repair”/,
  },
  {
    what: "more answers than a page can hold",
    change: (c) => {
      for (let i = 0; i < 8; i++)
        answers(c).push({
          id: `more-${i}`,
          question: `More of number ${i}?`,
          answer: `Yes. ${FACT}`,
          page: "/articles/what-linking-does",
        });
    },
    file: ARTICLE,
    field: "answers",
    message: /expected at most 8 answers on a page, found 9/,
    remedy: /Remove “page” from the others/,
  },
  {
    what: "a guide that says nowhere what it answers",
    change: (c) => (c[GUIDE].questions = []),
    file: GUIDE,
    field: "questions",
    message: /no question says what the page answers/,
    remedy: /Write an answer with “page: \/guides\/link”/,
  },
];

test.each([
  ...UNIQUE,
  ...SOURCES,
  ...ERROR_CODES,
  ...SETTINGS_PAGES,
  ...GUIDES,
  ...PUBLISHED_STEPS,
  ...ANSWER_MISTAKES,
])("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("an article may ask its questions in content/answers only, and be linked to at an answer", () => {
  expect(
    problemsAfter((c) => {
      c[ARTICLE].questions = [];
      c[GUIDE].related = ["/articles/what-linking-does#a-must-i-link", "/answers/linking#a-cost"];
    }),
  ).toEqual([]);
});

test("an answer may be the first lines of its page", () => {
  expect(
    problemsAfter(
      (c) => (answers(c)[1] = { id: "cost", question: "What does it cost?", page: "/guides/link" }),
    ),
  ).toEqual([]);
});

test("60 words in an answer are not too many; what marks and paths hold is not counted", () => {
  const path = '<SettingsPath to="activation" />';
  expect(problemsAfter((c) => (answers(c)[1].answer = `${words(59)} ${path}. ${FACT}`))).toEqual(
    [],
  );
});

test("an answer about this site needs no fact", () => {
  expect(
    problemsAfter((c) => Object.assign(answers(c)[1], { answer: "Yes.", aboutThisSite: true })),
  ).toEqual([]);
});

test("reports a guide listed twice at its second entry", () => {
  const problems = problemsAfter((c) => c[PUBLISHED].guides.push(c[PUBLISHED].guides[0]));
  expect(problems).toEqual([
    expect.objectContaining({
      field: "guides[1].guide",
      remedy: "Put all its steps under the first entry.",
    }),
  ]);
});

test("a removed step may lead to several current steps, or to none", () => {
  const problems = problemsAfter((c) =>
    steps(c).push(
      { id: "old", number: 3, now: ["look", "add-account"] },
      { id: "older", number: 4, now: [] },
    ),
  );
  expect(problems).toEqual([]);
});

test("the steps of a draft need no number yet", () => {
  const problems = problemsAfter((c) => {
    c[GUIDE].draft = true;
    c[PUBLISHED].guides = [];
    c["error-families/hardware-changed.yaml"].next.to = "/errors";
  });
  expect(problems).toEqual([]);
});

test("grades may be more careful than the fact's", () => {
  const problems = problemsAfter((c) => {
    c[FACTS].facts[2] = { ...fact("err-0xc004f211"), adviceGrade: "confirmed" };
  });
  expect(problems).toEqual([]);
});

test("a settings page needs no path when no fact gives one", () => {
  const problems = problemsAfter((c) => {
    delete c[SETTINGS].path10;
    delete c[SETTINGS].path11;
  });
  expect(problems).toEqual([]);
});

test("a topic leads on and needs no source; a message has its fact in a field", () => {
  expect(
    problemsAfter((c) => {
      c["topics/privacy.yaml"] = { ...furtherDocument("a topic"), topics: [], text: "Pages." };
      c[MESSAGE].meaning = "No mark here.";
    }),
  ).toEqual([]);
});
