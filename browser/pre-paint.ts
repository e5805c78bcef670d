import { CONTINUE_STORAGE_KEY, parseContinueRecord } from "@/lib/progress/continue-record";
import { parseTheme, THEME_STORAGE_KEY } from "@/lib/theme";
import { chooseWindows, WINDOWS_PARAMETER, WINDOWS_STORAGE_KEY } from "@/lib/windows/version";
import { readText } from "./storage";

/*
 * Runs inline in <head>, before anything is painted, so that no frame shows the
 * wrong Windows version or the wrong theme. Built into the page as text; its
 * hash stands in the Content-Security-Policy.
 */
const root = document.documentElement;
const parameters = new URLSearchParams(location.search);

root.dataset.windows = chooseWindows(
  parameters.get(WINDOWS_PARAMETER),
  readText(WINDOWS_STORAGE_KEY),
);

const theme = parseTheme(readText(THEME_STORAGE_KEY));
if (theme !== "system") root.dataset.theme = theme;

// A Settings link opens something on Windows only. The User-Agent is enough for this question.
root.dataset.device = /Windows/.test(navigator.userAgent) ? "windows" : "other";

if (parseContinueRecord(readText(CONTINUE_STORAGE_KEY))) root.dataset.continue = "";

// The radios are checked as soon as they are parsed, so that they never show the other choice.
const wanted = [`windows-${root.dataset.windows}`, `theme-${theme}`];
const check = () => {
  for (const id of wanted) {
    const radio = document.getElementById(id);
    if (radio instanceof HTMLInputElement && !radio.dataset.set) {
      radio.checked = true;
      radio.dataset.set = "";
    }
  }
};
const observer = new MutationObserver(check);
observer.observe(root, { childList: true, subtree: true });
document.addEventListener("DOMContentLoaded", () => {
  check();
  observer.disconnect();
});
