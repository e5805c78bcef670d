import type { PartView } from "@/lib/progress/guide-view";
import { collapse, need, put } from "./need";

/** The heading of a part, and the button that adds a branch against the answers (C4). */
export function mountPart(element: HTMLElement, show: (part: string, shown: boolean) => void) {
  const id = element.dataset.part ?? "";
  const button = element.querySelector<HTMLButtonElement>("[data-part-show]");
  const condition = button && need("[data-part-condition]", element);
  let isTaken = false;
  let shown = "";
  button?.addEventListener("click", () => show(id, !isTaken));
  return {
    id,
    render(view: PartView): void {
      // Again each time, because the browser’s own search may have opened it.
      collapse(element, !view.isListed);
      const key = JSON.stringify(view);
      if (key === shown) return;
      shown = key;
      const { isListed, status, overridden } = view;
      element.toggleAttribute("data-listed", isListed);
      // A screen reader must not meet an empty region.
      if (isListed) element.removeAttribute("aria-hidden");
      else element.setAttribute("aria-hidden", "true");
      element.dataset.status = status;
      isTaken = status !== "shown" && overridden;
      if (!button || !condition) return;
      condition.hidden = status === "shown";
      button.hidden = status === "shown";
      put(button, isTaken ? "Take these steps off mine" : "Add these steps to mine");
    },
  };
}
