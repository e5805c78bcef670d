import type { GuideView } from "@/lib/progress/guide-view";
import { need } from "./need";

/** The end of the guide: the License card, or the end that fits. */
export function mountFinish(section: HTMLElement) {
  const proof = section.querySelector<HTMLElement>("[data-finish-verdict]");
  const ends = [...section.querySelectorAll<HTMLElement>("[data-finish-end]")];
  const isProved = ({ verdicts }: GuideView) =>
    verdicts.includes(proof?.dataset.finishVerdict ?? "");
  return {
    /** The element to focus when the last step is done; undefined while a step is left. */
    title(view: GuideView): HTMLElement | undefined {
      const shown = [proof, ...ends].find((one) => one && !one.hidden);
      return view.end && shown ? need("[data-finish-title]", shown) : undefined;
    },
    render(view: GuideView): void {
      const proved = isProved(view);
      section.hidden = !view.end;
      section.dataset.shown = "";
      if (proof) proof.hidden = !proved;
      for (const [index, end] of ends.entries()) end.hidden = proved || view.end?.index !== index;
    },
  };
}
