import { expect, test } from "vitest";
import {
  expectMistake,
  problemsAfter,
  type Mistake,
  type SmallContent,
} from "@/tests/fixtures/small-content";

const GUIDE = "guides/link.yaml";

/** Makes the guide of the small content one that is walked card by card. */
function walked(c: SmallContent) {
  const guide = c[GUIDE];
  guide.chapters = ["check", "link", "prove"].map((id) => ({ id, title: id }));
  guide.parts[0].chapter = "check";
  guide.parts[1].chapter = "link";
  guide.parts.push({
    id: "proof",
    title: "Proof",
    chapter: "prove",
    steps: [{ id: "look", title: "Look again", minutes: 1, text: "Look." }],
  });
  guide.parts[2].steps[0].id = "look-again";
  const { question } = guide.parts[0].steps[0];
  question.usual = "not-linked";
  for (const answer of question.answers) answer.short = answer.label;
  c["published-steps.yaml"].guides[0].steps.push({ id: "look-again", number: 99 });
}

const step = (c: SmallContent) => c[GUIDE].parts[0].steps[0];
const words = (number: number) => Array.from({ length: number }, () => "word").join(" ");

const MISTAKES: Mistake[] = [
  {
    what: "an instruction too long for one version",
    change: (c) => {
      walked(c);
      step(c).text =
        `${words(20)} <Only windows="11">${words(6)}</Only><Only windows="10">${words(5)}</Only>`;
    },
    file: GUIDE,
    field: "parts[0].steps[0].text",
    message: /has 26 words for Windows 11; a card holds 25/,
    remedy: /move why, background and special cases to “details”/,
  },
  {
    what: "a part without a chapter",
    change: (c) => {
      walked(c);
      delete c[GUIDE].parts[1].chapter;
    },
    file: GUIDE,
    field: "parts[1].chapter",
    message: /the part “add” names no chapter/,
    remedy: /Write one of: check, link, prove/,
  },
  {
    what: "chapters out of order",
    change: (c) => {
      walked(c);
      const [check, link, prove] = c[GUIDE].chapters;
      c[GUIDE].chapters = [link, check, prove];
    },
    file: GUIDE,
    field: "parts[1].chapter",
    message: /comes after parts of “check”/,
    remedy: /in the order of the chapters/,
  },
  {
    what: "a part for after success before a part that everybody needs",
    change: (c) => {
      walked(c);
      c[GUIDE].parts[1].optional = "after-success";
    },
    file: GUIDE,
    field: "parts[2]",
    message: /comes after “add”, which is offered after success only/,
    remedy: /to the end of the guide/,
  },
  {
    what: "an answer that the done line cannot show",
    change: (c) => {
      walked(c);
      delete step(c).question.answers[1].short;
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[1].short",
    message: /the answer “not-linked” does not say what the done line shows/,
    remedy: /Add “short”/,
  },
  {
    what: "a question that decides without its usual answer",
    change: (c) => {
      walked(c);
      delete step(c).question.usual;
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.usual",
    message: /parts hang on “sentence”/,
    remedy: /Add “usual” with one of: linked, not-linked/,
  },
  {
    what: "an answer that expects something of a question not asked later",
    change: (c) => {
      walked(c);
      step(c).question.answers[0].expects = { question: "sentence", answer: "linked" };
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[0].expects.question",
    message: /the question “sentence” does not exist in later steps/,
    remedy: /./,
  },
  {
    what: "an answer that settles its own question",
    change: (c) => {
      walked(c);
      step(c).question.answers[0].settles = { question: "sentence", answer: "linked" };
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[0].settles.question",
    message: /the question “sentence” does not exist in other steps/,
    remedy: /./,
  },
  {
    what: "an answer that settles one that settles another",
    change: (c) => {
      walked(c);
      c[GUIDE].parts[2].steps[0].question = {
        id: "seen",
        ask: "Seen?",
        answers: ["yes", "no"].map((id) => ({
          id,
          label: id,
          short: id,
          settles: id === "yes" ? { question: "sentence", answer: "not-linked" } : undefined,
        })),
      };
      step(c).question.answers[0].settles = { question: "seen", answer: "yes" };
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[0].settles.answer",
    message: /the answer “yes” does not exist in “seen”/,
    remedy: /./,
  },
  {
    what: "an answer that expects an answer nobody can give",
    change: (c) => {
      walked(c);
      c[GUIDE].parts[2].steps[0].question = {
        id: "seen",
        ask: "Seen?",
        answers: ["yes", "no"].map((id) => ({ id, label: id, short: id })),
      };
      step(c).question.answers[0].expects = { question: "seen", answer: "yess" };
    },
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[0].expects.answer",
    message: /the answer “yess” does not exist in “seen”/,
    remedy: /Did you mean “yes”/,
  },
  {
    what: "no end for everybody",
    change: (c) => (c[GUIDE].ends[0].when = { question: "sentence", answers: ["linked"] }),
    file: GUIDE,
    field: "ends",
    message: /no end is for the readers/,
    remedy: /Add as the last of “ends” one without “when”/,
  },
  {
    what: "no end for readers who have not reached a verdict",
    change: (c) => (c[GUIDE].ends[0].verdict = "done"),
    file: GUIDE,
    field: "ends",
    message: /no end is for the readers/,
    remedy: /one without “when” and “verdict”/,
  },
  {
    what: "an end for an unknown verdict",
    change: (c) => c[GUIDE].ends.unshift({ title: "Linked", text: "Linked.", verdict: "dune" }),
    file: GUIDE,
    field: "ends[0].verdict",
    message: /the verdict “dune” does not exist/,
    remedy: /Did you mean “done”/,
  },
  {
    what: "an end for an answer that nobody can give",
    change: (c) => {
      walked(c);
      c[GUIDE].ends.unshift({
        title: "Linked",
        text: "Linked.",
        when: { question: "sentence", answers: ["linket"] },
      });
    },
    file: GUIDE,
    field: "ends[0].when.answers[0]",
    message: /the answer “linket” does not exist/,
    remedy: /Did you mean “linked”/,
  },
];

test("a guide with chapters and short cards is accepted", () => {
  expect(problemsAfter(walked)).toEqual([]);
});

test("a guide without chapters is not asked for any of it", () => {
  expect(problemsAfter((c) => (step(c).text = words(60)))).toEqual([]);
});

for (const mistake of MISTAKES) test(`${mistake.what} is refused`, () => expectMistake(mistake));
