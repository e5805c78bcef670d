import type { GuideView } from "@/lib/progress/guide-view";
import type { NotSavedReason, ProgressState } from "@/lib/progress/progress-store";
import { guideProgressOf, hasProgress, isRecoverable } from "@/lib/progress/progress";
import { dismissNotice, showNotice } from "../notice";
import { action, need, put } from "./need";

const NOT_SAVED: Record<NotSavedReason, string> = {
  blocked:
    "Your browser does not let this site save. Your ticks last as long as this page is open. To keep them, choose “Save a file” in the menu at the top.",
  full: "The browser’s storage is full. New ticks last as long as this page is open. To keep them, choose “Save a file” in the menu at the top.",
  "newer-release":
    "A newer version of this page saved your progress. Reload the page; until then nothing is saved.",
};

/** The summary, where it is saved, “Show all steps” and “Start over”. */
export function mountSummary(
  guide: HTMLElement,
  actions: {
    showAll: (all: boolean) => void;
    reset: () => void;
    recover: () => void;
    /** Brings the open card into view, with the focus. */
    showCard: () => void;
  },
) {
  const slug = guide.dataset.guide ?? "";
  const text = need("[data-summary]", guide);
  const saving = need("[data-saving]", guide);
  const all = need<HTMLButtonElement>("[data-show-all]", guide);
  const reset = need<HTMLButtonElement>("[data-reset]", guide);
  const recovery = need("[data-recovery]", guide);

  all.addEventListener("click", () => actions.showAll(all.getAttribute("aria-pressed") !== "true"));
  reset.addEventListener("click", () => {
    actions.reset();
    actions.showCard();
    const deleted = recovery.dataset.shows;
    // “Bring them back” stays at the foot of the page, far below the first card.
    if (deleted)
      showNotice(
        deleted,
        [
          {
            label: "Bring them back",
            run: () => {
              actions.recover();
              actions.showCard();
            },
          },
        ],
        true,
      );
  });

  /** After “Start over”: what was deleted, and how to bring it back until the next reset (P4). */
  const renderRecovery = ({ progress }: ProgressState) => {
    const last = isRecoverable(progress, slug) ? progress.recovery : undefined;
    const ticks = Object.values(last?.before.steps ?? {}).filter(({ state }) => state !== "open");
    const answers = Object.values(last?.before.answers ?? {}).filter(
      ({ answer }) => answer !== null,
    );
    const words = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
    const deleted = last
      ? `Deleted: ${words(ticks.length, "tick")} and ${words(answers.length, "answer")} of this guide.`
      : "";
    if ((recovery.dataset.shows ?? "") === deleted) return;
    recovery.dataset.shows = deleted;
    if (!last) return recovery.replaceChildren();
    const line = action<HTMLParagraphElement>("recovery");
    put(need("[data-recovery-text]", line), deleted);
    need("[data-recover]", line).addEventListener("click", () => {
      dismissNotice();
      actions.recover();
      reset.focus();
    });
    recovery.replaceChildren(line);
  };

  return {
    render(view: GuideView, state: ProgressState, showsAll: boolean): void {
      put(text, view.summaryText);
      all.setAttribute("aria-pressed", String(showsAll));
      put(all, showsAll ? "Show one step" : "Show all steps");
      put(
        saving,
        state.saving === "saved" ? "Saved in this browser only." : NOT_SAVED[state.reason],
      );
      reset.disabled = !hasProgress(guideProgressOf(state.progress, slug));
      renderRecovery(state);
    },
  };
}
