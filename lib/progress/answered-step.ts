import type { Windows } from "@/lib/windows/version";
import type { GuideOutline, OutlineStep } from "./guide-outline";
import { type Actor, guideProgressOf, summarize, withAnswer, withStep } from "./progress";
import type { SavedProgress } from "./saved-progress";

/**
 * Saves the answer to the question of a step, that the step is done, and what the answer settles. Later results that were
 * seen before a changed answer may be others now: their steps are open again, with their answers kept, if the answer adds
 * or removes steps, or if the question is about what the guide proves.
 */
export function withAnsweredStep(
  outline: GuideOutline,
  windows: Windows,
  progress: SavedProgress,
  step: OutlineStep,
  answer: string,
  actor: Actor,
): SavedProgress {
  const { guide, parts, verdicts } = outline;
  const { question } = step;
  if (!question) return progress;
  const answered = (before: SavedProgress) =>
    withStep(withAnswer(before, guide, question.id, answer, actor), guide, step, "done", actor);
  const former = guideProgressOf(progress, guide);
  const was = summarize(outline, former, windows).steps;
  const is = summarize(outline, guideProgressOf(answered(progress), guide), windows).steps;
  const steps = parts.flatMap((part) => part.steps);
  const isUncertain =
    (former.answers[question.id]?.answer ?? answer) !== answer &&
    (steps.some(({ id }) => was[id]?.onPath !== is[id]?.onPath) ||
      verdicts.some((verdict) =>
        verdict.answered?.some((proof) => proof.question === question.id),
      ));
  const results = steps
    .slice(steps.indexOf(step) + 1)
    .filter(({ id, result }) => isUncertain && result && is[id]?.onPath && is[id].state !== "open");
  // Opened before the answer is saved, so that something was done since the proof: it gets a new day (day-of-proof.ts).
  const saved = answered(
    results.reduce((before, result) => withStep(before, guide, result, "open", actor), progress),
  );
  const settled = question.settles?.[answer];
  const other = settled && steps.find((one) => one.question?.id === settled.question);
  return other ? withAnsweredStep(outline, windows, saved, other, settled.answer, actor) : saved;
}
