import { currentPc, pcsOf, withPcDetails, withPcInUse } from "@/lib/progress/pcs";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { parseWindows, WINDOWS_PARAMETER, WINDOWS_STORAGE_KEY } from "@/lib/windows/version";
import { writeText } from "../storage";
import { chooseShown, show, shownWindows } from "../windows";
import { need, put } from "./need";

/**
 * The PC that the guide is about: its name, the menu, its Windows version. With only one PC all this is one
 * quiet word. `onSwitch` is called when another PC is shown.
 */
export function startPcs(guide: HTMLElement, saved: ProgressStore, onSwitch: () => void) {
  const menu = need<HTMLDetailsElement>("[data-pc-menu]", guide);
  const label = need("[data-pc-label]", menu);
  const pcs = () => pcsOf(saved.getState().progress);
  const current = () => currentPc(saved.getState().progress);
  let shown = current().id;
  const otherWindows = () => {
    const { windows } = current();
    return pcs().length > 1 && windows !== shownWindows() ? windows : undefined;
  };

  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    // If it does not load, the menu still has its link.
    import("../pcs-picker").then(
      ({ fillPicker }) => fillPicker(menu, saved),
      () => undefined,
    );
  });
  // A version chosen by hand becomes this PC's version.
  document.querySelector("[data-windows-toggle]")?.addEventListener("change", ({ target }) => {
    const windows = parseWindows((target as HTMLInputElement).value);
    if (pcs().length > 1)
      saved.change((progress, actor) => withPcDetails(progress, shown, { windows }, actor));
  });
  const windows = otherWindows();
  if (windows && !new URLSearchParams(location.search).has(WINDOWS_PARAMETER)) {
    writeText(WINDOWS_STORAGE_KEY, windows);
    show(windows);
  }

  /** The number of done steps at the last call of `keep`. */
  let doneBefore: number | undefined;

  return {
    /** The store, bound to the PC that is shown: another tab may have just put another one in use. */
    store: {
      ...saved,
      change: (update) =>
        saved.change((progress, actor) => update(withPcInUse(progress, shown, actor), actor)),
    } satisfies ProgressStore,
    /** Follows a switch to another PC, made here or in another tab. */
    update(): void {
      if (current().id === shown) return;
      shown = current().id;
      onSwitch();
      const windows = otherWindows();
      if (windows) chooseShown(windows);
    },
    /** What the PC is called where there are several. */
    name: () => (pcs().length > 1 ? current().label : undefined),
    /** Asks the browser for persistent storage after the third tick, when there is something to lose (P8). */
    keep(done: number): void {
      const isTicked = doneBefore !== undefined && done > doneBefore;
      doneBefore = done;
      if (isTicked && done >= 3) void navigator.storage?.persist?.().catch(() => undefined);
    },
    render(): void {
      put(label, current().label);
      // Also where nothing is saved: the menu then saves a file.
      menu.toggleAttribute("data-several", pcs().length > 1 || saved.getState().saving !== "saved");
    },
  };
}
