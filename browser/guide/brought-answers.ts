import { answersInAddress, withoutAnswers } from "@/lib/progress/answers-in-address";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { showNotice } from "../notice";

/** Takes answers from the address where nothing was answered before; otherwise asks the reader (C13). */
export function takeBroughtAnswers(
  outline: GuideOutline,
  on: {
    given: (question: string) => string | undefined;
    /** The short text of an answer. */
    words: (step: string, answer: string) => string;
    take: (question: string, answer: string) => void;
    /** Takes it in place of the one that was given before. */
    replace: (question: string, answer: string) => void;
  },
): void {
  const brought = answersInAddress(outline, location.search);
  if (!location.search.includes("answer=")) return;
  history.replaceState(history.state, "", withoutAnswers(location.href));
  for (const { step, question, answer } of brought) {
    const given = on.given(question);
    if (given === answer) continue;
    if (given === undefined) on.take(question, answer);
    else {
      const words = (id: string) => {
        const short = on.words(step.id, id);
        // Some are quotes already.
        return short.startsWith("“") ? short : `“${short}”`;
      };
      showNotice(`You answered ${words(given)} here before. The link says ${words(answer)}.`, [
        { label: "Keep my answer", run: () => undefined },
        { label: "Take the new one", run: () => on.replace(question, answer) },
      ]);
    }
  }
}
