import { currentPc, pcsOf, withPcDetails, withPcInUse } from "@/lib/progress/pcs";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { parseWindows, WINDOWS_PARAMETER, WINDOWS_STORAGE_KEY } from "@/lib/windows/version";
import type { fillPicker } from "../pcs-picker";
import { writeText } from "../storage";
import { chooseShown, show, shownWindows } from "../windows";
import { need, put } from "./need";

/** The address of browser/pcs-picker.ts, written by the build. */
declare const PCS_PICKER: string;

type Picker = { fillPicker: typeof fillPicker };

/**
 * Which PC the guide is about: its name, the menu to change it, and its Windows version. With one PC
 * there is nothing of it but a quiet word. `onSwitch`: another PC is shown from now on.
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
    // Without it the menu still has its link.
    (import(PCS_PICKER) as Promise<Picker>).then(
      ({ fillPicker }) => fillPicker(menu, saved),
      () => undefined,
    );
  });
  // A version chosen by hand is the one of this PC.
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

  /** Steps done when the page was opened, or at the last look. */
  let doneBefore: number | undefined;

  return {
    /** The store, for the PC that is shown: another tab may have put another in use a moment ago. */
    store: {
      ...saved,
      change: (update) =>
        saved.change((progress, actor) => update(withPcInUse(progress, shown, actor), actor)),
    } satisfies ProgressStore,
    /** Another PC may be in use by now, chosen here or in another tab. */
    update(): void {
      if (current().id === shown) return;
      shown = current().id;
      onSwitch();
      const windows = otherWindows();
      if (windows) chooseShown(windows);
    },
    /** After the third tick there is something to lose: the browser is asked to keep it (P8). */
    keep(done: number): void {
      const isTicked = doneBefore !== undefined && done > doneBefore;
      doneBefore = done;
      if (isTicked && done >= 3)
        void navigator.storage?.persisted?.().then(
          (isKept) => isKept || navigator.storage.persist(),
          () => undefined,
        );
    },
    render(): void {
      put(label, current().label);
      menu.toggleAttribute("data-several", pcs().length > 1);
    },
  };
}
