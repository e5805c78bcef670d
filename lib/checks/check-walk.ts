import type { CheckedFile } from "./validate-files";
import { checkName } from "./check-names";
import type { ContentIndex } from "./content-index";
import { unknownName, type Problem } from "./problem";
import type { Guide, GuideStep } from "../schema/guides";
import { parseText, plainText } from "../text/parse-text";
import { WINDOWS_VERSIONS, type Windows } from "../windows/version";

/** A reader next to a half-built PC does one thing at a time; longer text belongs under “details”. */
const MOST_WORDS_OF_A_STEP = 25;

/**
 * What a guide needs in order to be shown card by card: an end for every reader, and, where it has `chapters`, a
 * chapter for each part, short instructions, choices that fit on a line.
 */
export function checkWalk(file: CheckedFile, index: ContentIndex): Problem[] {
  const guide = file.value as Guide;
  const ends = checkEnds(file, guide);
  if (!guide.chapters) return ends;
  return [
    ...ends,
    ...checkChapters(file, guide),
    ...guide.parts.flatMap((part, p) =>
      part.steps.flatMap((step, s) => checkCard(file, `parts[${p}].steps[${s}]`, step, guide)),
    ),
    ...guide.verdicts.flatMap(({ card }, v) =>
      card ? checkName(file, `verdicts[${v}].card.sentence`, "messages", card.sentence, index) : [],
    ),
  ];
}

/** Each part has its chapter, in order; what could undo the result comes last. */
function checkChapters({ file }: CheckedFile, { chapters = [], parts }: Guide): Problem[] {
  const known = chapters.map(({ id }) => id);
  let reached = 0;
  let optional: string | undefined;
  const problems = parts.flatMap((part, p): Problem[] => {
    if (part.optional) {
      optional ??= part.id;
      return [];
    }
    if (optional)
      return [
        {
          file,
          field: `parts[${p}]`,
          message: `the part “${part.id}” comes after “${optional}”, which is offered after success only`,
          remedy: "Move the parts with “optional: after-success” to the end of the guide.",
        },
      ];
    if (!part.chapter)
      return [
        {
          file,
          field: `parts[${p}].chapter`,
          message: `the part “${part.id}” names no chapter`,
          remedy: `Write one of: ${known.join(", ")}.`,
        },
      ];
    const place = known.indexOf(part.chapter);
    if (place < 0)
      return [
        unknownName(
          { file, field: `parts[${p}].chapter` },
          { kind: "chapter", name: part.chapter, known, where: "“chapters” of this guide" },
        ),
      ];
    if (place < reached)
      return [
        {
          file,
          field: `parts[${p}].chapter`,
          message: `the part “${part.id}” of the chapter “${part.chapter}” comes after parts of “${known[reached]}”`,
          remedy:
            "Parts of one chapter stand together, in the order of the chapters: move the part, or name another chapter.",
        },
      ];
    reached = place;
    return [];
  });
  // When a part names a wrong chapter, its own may be empty, which is not reported again.
  if (problems.length > 0) return problems;
  return chapters.flatMap(({ id }, c): Problem[] =>
    parts.some(({ chapter, optional }) => chapter === id && !optional)
      ? []
      : [
          {
            file,
            field: `chapters[${c}]`,
            message: `no part belongs to the chapter “${id}”`,
            remedy: `Remove the chapter, or write “chapter: ${id}” in the parts that belong to it.`,
          },
        ],
  );
}

/** Each end depends on a possible answer or on a verdict, and the last one is for everybody else. */
function checkEnds({ file }: CheckedFile, { ends, parts, verdicts }: Guide): Problem[] {
  const questions = parts.flatMap(({ steps }) => steps.flatMap(({ question }) => question ?? []));
  const check = (
    field: string,
    kind: "question" | "answer" | "verdict",
    name: string,
    known: string[],
    where = "this guide",
  ) => (known.includes(name) ? [] : [unknownName({ file, field }, { kind, name, known, where })]);
  const ids = (named: { id: string }[]) => named.map(({ id }) => id);
  const problems = ends.flatMap(({ when, verdict }, e): Problem[] => {
    const proved = verdict ? check(`ends[${e}].verdict`, "verdict", verdict, ids(verdicts)) : [];
    if (!when) return proved;
    const field = `ends[${e}].when`;
    const asked = questions.find(({ id }) => id === when.question);
    return [
      ...proved,
      ...(asked
        ? when.answers.flatMap((answer, a) =>
            check(
              `${field}.answers[${a}]`,
              "answer",
              answer,
              ids(asked.answers),
              `the question “${when.question}”`,
            ),
          )
        : check(`${field}.question`, "question", when.question, ids(questions))),
    ];
  });
  const last = ends.at(-1);
  if (last && !last.when && !last.verdict) return problems;
  return [
    ...problems,
    {
      file,
      field: "ends",
      message: "no end is for the readers whom none of the ends names",
      remedy:
        "Add as the last of “ends” one without “when” and “verdict”: a title, and in one to three sentences what is reached or missing and what to do next.",
    },
  ];
}

function checkCard({ file }: CheckedFile, field: string, step: GuideStep, guide: Guide): Problem[] {
  return [
    ...WINDOWS_VERSIONS.flatMap((windows): Problem[] => {
      if (step.only && step.only !== windows) return [];
      const words = wordsOf(step.text, windows);
      return words <= MOST_WORDS_OF_A_STEP
        ? []
        : [
            {
              file,
              field: `${field}.text`,
              message: `has ${words} words for Windows ${windows}; a card holds ${MOST_WORDS_OF_A_STEP}`,
              remedy:
                "Leave the one action, and move why, background and special cases to “details”, other screens and ways to “otherwise”. Two actions are two steps.",
            },
          ];
    }),
    ...checkQuestion(file, field, step, guide),
  ];
}

function checkQuestion(
  file: string,
  field: string,
  { question, confirm }: GuideStep,
  { parts }: Guide,
): Problem[] {
  if (!question) return [];
  const problems = question.answers.flatMap(({ id, short }, a): Problem[] =>
    short
      ? []
      : [
          {
            file,
            field: `${field}.question.answers[${a}].short`,
            message: `the answer “${id}” does not say what the done line shows`,
            remedy: "Add “short”: a few words, such as “Came with the PC”.",
          },
        ],
  );
  if (confirm)
    problems.push({
      file,
      field: `${field}.confirm`,
      message: "is never shown, because the choices of a question are its buttons",
      remedy: "Remove “confirm”.",
    });
  const known = question.answers.map(({ id }) => id);
  if (question.usual && !known.includes(question.usual))
    problems.push(
      unknownName(
        { file, field: `${field}.question.usual` },
        { kind: "answer", name: question.usual, known, where: `the question “${question.id}”` },
      ),
    );
  const asked = parts.flatMap(({ steps }) => steps.flatMap((step) => step.question ?? []));
  const later = asked.slice(asked.indexOf(question) + 1);
  const others = { expects: later, settles: asked.filter((one) => one !== question) };
  for (const [a, answer] of question.answers.entries())
    for (const name of ["expects", "settles"] as const) {
      const said = answer[name];
      if (!said) continue;
      const about = others[name].find(({ id }) => id === said.question);
      const kind = about ? "answer" : "question";
      // What is settled settles nothing further, so that no answers settle each other for ever.
      const offered = about?.answers.filter(({ settles }) => name === "expects" || !settles);
      const ids = (offered ?? others[name]).map(({ id }) => id);
      if (!ids.includes(said[kind]))
        problems.push(
          unknownName(
            { file, field: `${field}.question.answers[${a}].${name}.${kind}` },
            {
              kind,
              name: said[kind],
              known: ids,
              where: about ? `“${about.id}”` : name === "expects" ? "later steps" : "other steps",
            },
          ),
        );
    }
  if (!question.usual && parts.some(({ when }) => when?.question === question.id))
    problems.push({
      file,
      field: `${field}.question.usual`,
      message: `parts hang on “${question.id}”, and nothing says which answer most readers give`,
      remedy: `Add “usual” with one of: ${known.join(", ")}. Steps and minutes are counted for it until the reader answers.`,
    });
  return problems;
}

/** The number of words of an instruction in one version; labels, keys and paths count as shown. */
function wordsOf(markdown: string, windows: Windows): number {
  const text = plainText(
    parseText(markdown).children,
    ({ name }) => (name === "Fact" ? "" : "word"),
    windows,
  );
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
