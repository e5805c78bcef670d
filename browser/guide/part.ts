import type { PartView } from "@/lib/progress/guide-view";
import { collapse, need, put } from "./need";

/** The heading of a part, and the way to take a branch on that the answers do not lead to (C4). */
export function mountPart(element: HTMLElement, show: (part: string, shown: boolean) => void) {
  const id = element.dataset.part ?? "";
  const button = element.querySelector<HTMLButtonElement>("[data-part-show]");
  const condition = button && need("[data-part-condition]", element);
  let isTaken = false;
  button?.addEventListener("click", () => show(id, !isTaken));
  return {
    id,
    render({ isListed, status, overridden }: PartView): void {
      element.toggleAttribute("data-listed", isListed);
      // Found by the browser's own search, but no empty region for a screen reader.
      collapse(element, !isListed);
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

export type PartMount = ReturnType<typeof mountPart>;
