import type { CheckedFile } from "./validate-files";
import { checkName } from "./check-names";
import type { ContentIndex } from "./content-index";
import type { Guide, GuidePart, GuideStep } from "../schema/guides";
import { unknownName, type Problem } from "./problem";

/** The ids, questions, revisions and verdicts of a guide are consistent. */
export function checkGuide(file: CheckedFile, index: ContentIndex): Problem[] {
  const guide = file.value as Guide;
  const problems: Problem[] = [];
  /** Answers by question, for the questions asked so far. */
  const asked = new Map<string, string[]>();
  for (const [p, part] of guide.parts.entries()) {
    problems.push(...checkWhen(file, `parts[${p}].when`, part, asked));
    for (const [s, step] of part.steps.entries()) {
      const field = `parts[${p}].steps[${s}]`;
      if (step.settings)
        problems.push(
          ...checkName(file, `${field}.settings`, "settings-pages", step.settings, index),
        );
      problems.push(...checkStep(file, field, step));
      if (step.question)
        asked.set(
          step.question.id,
          step.question.answers.map(({ id }) => id),
        );
    }
  }
  return [...problems, ...checkIds(file, guide), ...checkVerdicts(file, guide)];
}

/** A part may depend only on a question that comes before it. */
function checkWhen(
  { file }: CheckedFile,
  field: string,
  { when }: GuidePart,
  asked: Map<string, string[]>,
): Problem[] {
  if (!when) return [];
  const answers = asked.get(when.question);
  if (!answers)
    return [
      unknownName(
        { file, field: `${field}.question` },
        {
          kind: "question",
          name: when.question,
          known: [...asked.keys()],
          where: "the parts before this one",
        },
      ),
    ];
  return when.answers.flatMap((answer, i) =>
    answers.includes(answer)
      ? []
      : [
          unknownName(
            { file, field: `${field}.answers[${i}]` },
            {
              kind: "answer",
              name: answer,
              known: answers,
              where: `the question “${when.question}”`,
            },
          ),
        ],
  );
}

function checkStep({ file }: CheckedFile, field: string, step: GuideStep): Problem[] {
  if (step.revision === 1 || step.revisionNote) return [];
  return [
    {
      file,
      field: `${field}.revisionNote`,
      message: `is missing although “revision” is ${step.revision}`,
      remedy:
        "Add “revisionNote”: one line on what changed, for readers who ticked the earlier step.",
    },
  ];
}

/** Ids are unique: parts and steps share a namespace, since both are anchors; questions, answers and verdicts have their own. */
function checkIds(file: CheckedFile, guide: Guide): Problem[] {
  const steps = guide.parts.flatMap((part, p) =>
    part.steps.map((step, s) => ({ step, field: `parts[${p}].steps[${s}]` })),
  );
  const questions = steps.flatMap(({ step: { question }, field }) =>
    question ? [{ question, field: `${field}.question` }] : [],
  );
  return [
    ...checkDistinct(file, "id", [
      ...guide.parts.map(({ id }, p) => ({ id, field: `parts[${p}].id` })),
      ...steps.map(({ step, field }) => ({ id: step.id, field: `${field}.id` })),
    ]),
    ...checkDistinct(
      file,
      "question",
      questions.map(({ question, field }) => ({ id: question.id, field: `${field}.id` })),
    ),
    ...questions.flatMap(({ question, field }) =>
      checkDistinct(
        file,
        "answer",
        question.answers.map(({ id }, a) => ({ id, field: `${field}.answers[${a}].id` })),
      ),
    ),
    ...checkDistinct(
      file,
      "verdict",
      guide.verdicts.map(({ id }, v) => ({ id, field: `verdicts[${v}].id` })),
    ),
  ];
}

function checkDistinct(
  { file }: CheckedFile,
  kind: string,
  ids: { id: string; field: string }[],
): Problem[] {
  const first = new Map<string, string>();
  return ids.flatMap(({ id, field }): Problem[] => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, field);
      return [];
    }
    return [
      {
        file,
        field,
        message: `the ${kind} “${id}” is already used at ${before}`,
        remedy:
          "Give the newer of the two another id; the one that was published first must keep its own.",
      },
    ];
  });
}

function checkVerdicts({ file }: CheckedFile, guide: Guide): Problem[] {
  const known = guide.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  const questions = guide.parts.flatMap(({ steps }) =>
    steps.flatMap(({ question }) => question ?? []),
  );
  const check = (
    field: string,
    kind: "step" | "question" | "answer",
    name: string,
    names: string[],
    where: string,
  ) =>
    names.includes(name) ? [] : [unknownName({ file, field }, { kind, name, known: names, where })];
  return guide.verdicts.flatMap((verdict, v) => [
    ...verdict.steps.flatMap((id, s) =>
      check(`verdicts[${v}].steps[${s}]`, "step", id, known, "this guide"),
    ),
    ...verdict.answered.flatMap(({ step, question, answers }, a) => {
      const field = `verdicts[${v}].answered[${a}]`;
      const offered = questions.find(({ id }) => id === question)?.answers.map(({ id }) => id);
      return [
        ...check(`${field}.step`, "step", step, verdict.steps, "this verdict"),
        ...(offered
          ? answers.flatMap((answer, i) =>
              check(
                `${field}.answers[${i}]`,
                "answer",
                answer,
                offered,
                `the question “${question}”`,
              ),
            )
          : check(
              `${field}.question`,
              "question",
              question,
              questions.map(({ id }) => id),
              "this guide",
            )),
      ];
    }),
  ]);
}
