import { afterPaint } from "./after-paint";

/**
 * The scripts have done their part. What lies further down (`.later`, globals.css) is laid out now, a
 * part per frame, so that no task is long while the reader may already scroll.
 */
export async function becomeReady(): Promise<void> {
  document.documentElement.dataset.ready = "";
  for (const part of document.querySelectorAll(".later")) {
    // A tab that is not seen has no frames.
    if (!document.hidden) await new Promise<void>(afterPaint);
    part.classList.remove("later");
  }
}
