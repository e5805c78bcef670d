import { need } from "./need";

/** Wires the print menu and its copy at the foot: the reader's own way, or everything. The browser's own command prints the way. */
export function startPrint(guide: HTMLElement): void {
  const menu = need<HTMLDetailsElement>("[data-print-menu]", guide);
  for (const button of guide.querySelectorAll<HTMLButtonElement>("[data-print]"))
    button.addEventListener("click", () => {
      menu.open = false;
      document.documentElement.dataset.print = button.dataset.print;
      window.print();
    });
  addEventListener("afterprint", () => delete document.documentElement.dataset.print);
}
