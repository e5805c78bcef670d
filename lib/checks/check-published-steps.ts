import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import type { Guide } from "../schema/guides";
import type { PublishedStep } from "../schema/published-steps";
import { nearest, unknownName, type Problem } from "./problem";

const FILE = "published-steps.yaml";

/**
 * P1: readers' ticks are saved under step ids. A published id never disappears without naming its replacement, and
 * no number is used twice.
 */
export function checkPublishedSteps(file: CheckedFile, index: ContentIndex): Problem[] {
  const guide = file.value as Guide;
  const stepIds = guide.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  const { steps, field } = index.publishedSteps.get(file.slug) ?? { steps: [], field: "guides" };
  const nextNumber = Math.max(0, ...steps.map(({ number }) => number)) + 1;
  const problems = [
    ...checkNumbers(steps, field, nextNumber),
    ...steps.flatMap((step, i) => checkStep(step, `${field}[${i}]`, stepIds, file)),
  ];
  // A draft has not been published: its ids may still change.
  if (guide.draft) return problems;
  const known = new Set(steps.map(({ id }) => id));
  for (const [i, id] of stepIds.filter((step) => !known.has(step)).entries())
    problems.push({
      file: FILE,
      field,
      message: `the step “${id}” of content/${file.file} is not listed`,
      remedy: `Add at the end of the guide “${file.slug}”: { id: ${id}, number: ${nextNumber + i} }.`,
    });
  return problems;
}

function checkNumbers(steps: PublishedStep[], field: string, nextNumber: number): Problem[] {
  const ids = new Set<string>();
  const numbers = new Map<number, string>();
  const problems: Problem[] = [];
  for (const [i, { id, number }] of steps.entries()) {
    if (ids.has(id))
      problems.push({
        file: FILE,
        field: `${field}[${i}].id`,
        message: `the step “${id}” is listed twice`,
        remedy: "Remove the second entry; the first is the one that readers' progress knows.",
      });
    else if (numbers.has(number))
      problems.push({
        file: FILE,
        field: `${field}[${i}].number`,
        message: `the number ${number} belongs to “${numbers.get(number)}” already`,
        remedy: `Numbers are never used again: write ${nextNumber}, the next free one.`,
      });
    ids.add(id);
    if (!numbers.has(number)) numbers.set(number, id);
  }
  return problems;
}

function checkStep(
  { id, now }: PublishedStep,
  field: string,
  stepIds: string[],
  { file }: CheckedFile,
): Problem[] {
  const exists = stepIds.includes(id);
  if (!exists && !now) {
    const guess = nearest(id, stepIds);
    return [
      {
        file: FILE,
        field,
        message: `the published step “${id}” is gone from content/${file}`,
        remedy: `Bring the id back, or add “now: [${guess ?? "…"}]” here with the steps that took its place (“now: []” when nothing did).`,
      },
    ];
  }
  if (exists && now)
    return [
      {
        file: FILE,
        field: `${field}.now`,
        message: `“${id}” has “now” although the guide still has the step`,
        remedy: "Remove “now”, or give the step in the guide another id.",
      },
    ];
  return (now ?? []).flatMap((successor, i) =>
    stepIds.includes(successor)
      ? []
      : [
          unknownName(
            { file: FILE, field: `${field}.now[${i}]` },
            {
              kind: "step",
              name: successor,
              known: stepIds,
              where: `content/${file} (a step of today is wanted, not one that is gone too)`,
            },
          ),
        ],
  );
}

/** The list itself: each guide once, and only guides that exist. */
export function checkPublishedStepsFile({ value }: CheckedFile, index: ContentIndex): Problem[] {
  const guides = (value.guides as { guide: string }[]).map(({ guide }) => guide);
  const known = index.namesOf("guides");
  return guides.flatMap((guide, i): Problem[] => {
    const field = `guides[${i}].guide`;
    if (guides.indexOf(guide) < i)
      return [
        {
          file: FILE,
          field,
          message: `the guide “${guide}” is listed twice`,
          remedy: "Put all its steps under the first entry.",
        },
      ];
    if (known.includes(guide) || index.isDraft("guides", guide)) return [];
    return [
      unknownName(
        { file: FILE, field },
        { kind: "guide", name: guide, known, where: "content/guides" },
      ),
    ];
  });
}
