import { need } from "./need";

/** On a phone beside the PC: its screen stays on while the guide is open, if the reader wants that. */
export function startWakeLock(guide: HTMLElement): void {
  const label = need("[data-wake]", guide);
  const box = need<HTMLInputElement>("input", label);
  if (!("wakeLock" in navigator) || !matchMedia("(pointer: coarse)").matches) return;
  label.hidden = false;
  let lock: WakeLockSentinel | undefined;
  const hold = () => {
    if (!box.checked || document.visibilityState !== "visible") return;
    navigator.wakeLock.request("screen").then(
      (held) => (lock = held),
      // Refused, as with a low battery.
      () => (box.checked = false),
    );
  };
  box.addEventListener("change", () => {
    if (box.checked) hold();
    else void lock?.release();
  });
  // The browser lets go of it when the page is hidden.
  document.addEventListener("visibilitychange", hold);
}
