import type { Windows } from "@/lib/windows/version";
import { decidesPart, type GuideOutline, type OutlineStep } from "./guide-outline";
import { type Actor, guideProgressOf, summarize, withAnswer, withStep } from "./progress";
import type { SavedProgress } from "./saved-progress";

/**
 * Saves the answer to a step's question, and that the step is done. After a changed answer the guide asks again what
 * it has made uncertain, with the former answer marked:
 *
 * - If it adds steps that are not done, each later question that picks a part: it was answered without them.
 * - The step that proves what the former answer said by itself.
 */
export function withAnsweredStep(
  outline: GuideOutline,
  windows: Windows,
  progress: SavedProgress,
  step: OutlineStep,
  { question, answer }: { question: string; answer: string },
  actor: Actor,
): SavedProgress {
  const { guide } = outline;
  const saved = withStep(
    withAnswer(progress, guide, question, answer, actor),
    guide,
    step,
    "done",
    actor,
  );
  const former = guideProgressOf(progress, guide);
  const formerAnswer = former.answers[question]?.answer ?? answer;
  if (formerAnswer === answer) return saved;

  const was = summarize(outline, former, windows).steps;
  const is = summarize(outline, guideProgressOf(saved, guide), windows).steps;
  const way = outline.parts.flatMap(({ steps }) => steps).filter((one) => is[one.id]?.onPath);
  const firstAdded = way.findIndex((one) => is[one.id]?.state === "open" && !was[one.id]?.onPath);
  const toAskAgain = way.filter(
    (one, index) =>
      is[one.id]?.state !== "open" &&
      ((firstAdded >= 0 && index > firstAdded && decidesPart(outline, one)) ||
        outline.verdicts.some(({ answered = [] }) =>
          answered.some(
            (proof) =>
              proof.step === one.id &&
              proof.question === question &&
              !proof.answers.includes(answer),
          ),
        )),
  );
  return toAskAgain.reduce((after, one) => withStep(after, guide, one, "open", actor), saved);
}
