import type { openBeside } from "../beside";
import { announce } from "../announce";
import { need } from "./need";

/** The address of browser/beside.ts, written by the build. */
declare const BESIDE: string;

type Beside = { openBeside: typeof openBeside };

/** The button for the window that stays on top, where the browser has such windows. */
export function startBeside(guide: HTMLElement): void {
  const button = need<HTMLButtonElement>("[data-beside]", guide);
  // A guide on a USB stick has no files to load.
  if (!BESIDE || !("documentPictureInPicture" in window)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    (import(BESIDE) as Promise<Beside>)
      .then((beside) => beside.openBeside(guide))
      .catch(() => announce("The small window could not be opened."));
  });
}
