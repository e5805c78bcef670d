import { announce } from "../announce";

/** The button for the window that stays on top. The pre-paint script knows whether the browser has such windows. */
export function startBeside(guide: HTMLElement): void {
  // Not in a guide on a USB stick, which has no file to load (scripts/build-usb.ts).
  guide.querySelector("[data-beside]")?.addEventListener("click", () => {
    import("../beside")
      .then(({ openBeside }) => openBeside(guide))
      .catch(() => announce("The small window could not be opened."));
  });
}
