import "server-only";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import type { Guide, GuideStep } from "@/lib/schema/guides";
import { loadFile, type Loaded } from "./load";

const published = new Map(
  loadFile("published-steps").guides.map(({ guide, steps }) => [guide, steps]),
);

/** The steps of a guide in order, with the number that stands before each. */
export function numberedSteps(guide: Guide): { step: GuideStep; number: number }[] {
  return guide.parts
    .flatMap(({ steps }) => steps)
    .map((step, index) => ({ step, number: index + 1 }));
}

/** What the rules of progress need to know of a guide; stands in its page as JSON. */
export function getGuideOutline(guide: Loaded<Guide>): GuideOutline {
  return {
    guide: guide.slug,
    parts: guide.parts.map(({ id, title, when, steps }) => ({
      id,
      title,
      when,
      steps: steps.map((step) => ({
        id: step.id,
        title: step.title,
        minutes: step.minutes,
        revision: step.revision,
        only: step.only,
        question: step.question && {
          id: step.question.id,
          answers: step.question.answers.map((answer) => answer.id),
        },
      })),
    })),
    verdicts: guide.verdicts.map(({ id, steps, answered }) => ({
      id,
      steps,
      ...(answered.length > 0 ? { answered } : {}),
    })),
    aliases: Object.fromEntries(
      (published.get(guide.slug) ?? []).flatMap(({ id, now }) => (now ? [[id, now]] : [])),
    ),
  };
}

/** What a reader needs for a guide, summed from its steps. */
export type GuideNeeds = {
  needs: GuideStep["needs"];
  /** Minutes of the steps that every reader meets, and of all steps. */
  minutes: { least: number; most: number };
  steps: { least: number; most: number };
};

/**
 * What is needed and how long it takes. Parts that hang on one answer exclude
 * each other, so the range runs from the shortest way through the answers to the longest.
 */
export function getGuideNeeds(guide: Guide): GuideNeeds {
  const needs = new Set(guide.parts.flatMap(({ steps }) => steps.flatMap((step) => step.needs)));
  const ways = waysThrough(guide);
  const minutes = ways.map((steps) => steps.reduce((sum, step) => sum + step.minutes, 0));
  const lengths = ways.map((steps) => steps.length);
  return {
    needs: [...needs],
    minutes: { least: Math.ceil(Math.min(...minutes)), most: Math.ceil(Math.max(...minutes)) },
    steps: { least: Math.min(...lengths), most: Math.max(...lengths) },
  };
}

/** The steps a reader meets, for every combination of answers that picks parts. */
function waysThrough(guide: Guide): GuideStep[][] {
  const asked = guide.parts.flatMap(({ steps }) => steps.flatMap(({ question }) => question ?? []));
  const deciding = asked.filter(({ id }) => guide.parts.some(({ when }) => when?.question === id));
  const walk = (answers: Map<string, string>, left: typeof deciding): GuideStep[][] => {
    const [question, ...rest] = left;
    if (question)
      return question.answers.flatMap(({ id }) =>
        walk(new Map(answers).set(question.id, id), rest),
      );
    // As in lib/progress: what hangs on a question that is not met is not met either.
    const met = new Set<string>();
    return [
      guide.parts.flatMap(({ when, steps }) => {
        const answer = when && met.has(when.question) ? answers.get(when.question) : undefined;
        if (when && !(answer && when.answers.includes(answer))) return [];
        for (const { question: inner } of steps) if (inner) met.add(inner.id);
        return steps;
      }),
    ];
  };
  return walk(new Map(), deciding);
}
