import type { RootContent } from "mdast";
import { ANSWERING, leadOf } from "../schema/answer-lead";
import { ANSWERS_ON_A_PAGE, ANSWER_WORDS, type Answer, type AnswersFile } from "../schema/answers";
import { addressOf } from "../site/kinds";
import type { Windows } from "../windows/version";
import { attributeOf, elementsOf, plainText } from "../text/parse-text";
import { checkAddress } from "./check-links";
import type { CheckedFile } from "./validate-files";
import { readableText, type ContentIndex } from "./content-index";
import type { Problem } from "./problem";

/** The answers of a subject are short enough, sourced, and each on a page that shows answers. */
export function checkAnswers(file: CheckedFile, index: ContentIndex): Problem[] {
  const { answers } = file.value as AnswersFile;
  return answers.flatMap((answer, i) => {
    const field = `answers[${i}]`;
    if (answer.answer === undefined)
      return file.value.draft ? [] : checkLead(file, field, answer, index);
    return [
      ...checkLength(file, `${field}.answer`, answer.answer, answer),
      ...(file.value.draft ? [] : checkFact(file, `${field}.answer`, answer.answer, answer)),
      ...checkPage(file, `${field}.page`, answer, index),
    ];
  });
}

/** An answer without a text is the first lines of its page. */
function checkLead(
  file: CheckedFile,
  field: string,
  answer: Answer,
  index: ContentIndex,
): Problem[] {
  if (answer.page === undefined)
    return [
      {
        file: file.file,
        field: `${field}.answer`,
        message: "is missing",
        remedy:
          "Write the answer, or name under “page” the page whose first lines are the answer already.",
      },
    ];
  const problems = checkPage(file, `${field}.page`, answer, index);
  const page = index.addresses.get(answer.page);
  const collection = ANSWERING.find((name) => name === page?.collection);
  if (problems.length > 0 || !page || !collection) return problems;
  return checkLength(page, "its first lines", leadOf(collection, page.value), answer);
}

function checkLength(
  file: CheckedFile,
  field: string,
  answer: string,
  { id, windows }: Answer,
): Problem[] {
  for (const version of windows) {
    const words = wordsOf(answer, version);
    if (words > ANSWER_WORDS)
      return [
        {
          file: file.file,
          field,
          message: `expected at most ${ANSWER_WORDS} words in the answer “${id}”, found ${words} for Windows ${version}`,
          remedy:
            "Keep the first sentence and the one action. What explains it belongs in the page; another question gets an answer of its own.",
        },
      ];
  }
  return [];
}

/** The number of words for readers of one version. A path, a key or a label counts as one. */
export function wordsOf(answer: string, version: Windows): number {
  const root = readableText(answer);
  if (!root) return 0; // Reported by check-text.ts.
  const text = plainText(
    root.children as RootContent[],
    ({ name }) => (name === "Fact" ? "" : "word"),
    version,
  );
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function checkFact(
  file: CheckedFile,
  field: string,
  answer: string,
  { aboutThisSite }: Answer,
): Problem[] {
  const root = readableText(answer);
  const hasFact =
    !root ||
    elementsOf(root).some((element) => element.name === "Fact" && attributeOf(element, "id"));
  if (aboutThisSite || hasFact) return [];
  return [
    {
      file: file.file,
      field,
      message: "the answer names no fact, so it has no source",
      remedy:
        'Put <Fact id="…" /> behind its claim, or write “aboutThisSite: true” where it only says how this site works.',
    },
  ];
}

function checkPage(
  file: CheckedFile,
  field: string,
  { page }: Answer,
  index: ContentIndex,
): Problem[] {
  if (page === undefined) return [];
  if (page.includes("#"))
    return [
      {
        file: file.file,
        field,
        message: `expected a page without an anchor, found “${page}”`,
        remedy: "Name the page only; a step or heading belongs in “leads”.",
      },
    ];
  const problems = checkAddress(file, field, page, index);
  const target = index.addresses.get(page);
  if (problems.length > 0 || ANSWERING.some((name) => name === target?.collection)) return problems;
  return [
    {
      file: file.file,
      field,
      message: `expected an article, guide, message or error code, found “${page}”`,
      remedy: "Leave “page” out: then the answer stands on the page of its subject.",
    },
  ];
}

/** An article or a guide says what it answers, and has no more answers than fit at its top. */
export function checkAsked(file: CheckedFile, index: ContentIndex): Problem[] {
  const address = addressOf(file.collection, file.slug) ?? "";
  const answers = index.answersOn(address);
  const shown = answers.filter(({ answer }) => answer !== undefined).length;
  if (shown > ANSWERS_ON_A_PAGE)
    return [
      {
        file: file.file,
        field: "answers",
        message: `expected at most ${ANSWERS_ON_A_PAGE} answers on a page, found ${shown} in content/answers that name ${address}`,
        remedy:
          "Keep those that most of its readers ask. Remove “page” from the others: they stand on the page of their subject.",
      },
    ];
  const questions = file.value.questions as string[];
  if (questions.length + answers.length > 0 || file.value.draft) return [];
  return [
    {
      file: file.file,
      field: "questions",
      message: "no question says what the page answers",
      remedy: `Write an answer with “page: ${address}” in content/answers, or a question under “questions”.`,
    },
  ];
}
