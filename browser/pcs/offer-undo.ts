import type { Change } from "@/lib/progress/progress";
import { undo } from "@/lib/progress/progress";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { announce } from "../announce";
import { dismissNotice, showNotice } from "../notice";

/** Twice the promised ten seconds (P4), because reading takes time, too. */
const OFFERED_MS = 20_000;

/**
 * Says what was done and offers Undo for a while, longer while the reader points at it or has the focus in it.
 * `undone` moves the focus, because the pressed button is gone by then.
 */
export function offerUndo(
  text: string,
  store: ProgressStore,
  change: Change,
  undone?: () => void,
): void {
  showNotice(text, [
    {
      label: "Undo",
      run: () => {
        store.change((progress) => undo(progress, change));
        announce("Undone");
        undone?.();
      },
    },
    // On a phone the notice covers what comes next.
    { label: "OK", run: () => undefined },
  ]);
  const notice = document.querySelector("[data-notice]");
  const leave = () => {
    if (!notice?.isConnected) return;
    if (notice.matches(":focus-within, :hover")) setTimeout(leave, OFFERED_MS);
    else dismissNotice();
  };
  setTimeout(leave, OFFERED_MS);
}
