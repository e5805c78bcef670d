import type { openBeside } from "../beside";
import { announce } from "../announce";

/** The address of browser/beside.ts, written by the build. */
declare const BESIDE: string;

type Beside = { openBeside: typeof openBeside };

/** The button for the window that stays on top. The pre-paint script knows whether the browser has such windows. */
export function startBeside(guide: HTMLElement): void {
  // Not in a guide on a USB stick, which has no file to load (scripts/build-usb.ts).
  guide.querySelector("[data-beside]")?.addEventListener("click", () => {
    (import(BESIDE) as Promise<Beside>)
      .then((beside) => beside.openBeside(guide))
      .catch(() => announce("The small window could not be opened."));
  });
}
