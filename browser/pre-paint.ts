import { STORAGE_KEY } from "@/lib/progress/saved-progress";
import { parseTheme, THEME_STORAGE_KEY, THEMES, type Theme } from "@/lib/theme";
import {
  chooseWindows,
  parseWindows,
  WINDOWS_PARAMETER,
  WINDOWS_STORAGE_KEY,
  WINDOWS_VERSIONS,
} from "@/lib/windows/version";
import { fillContinue, readContinue } from "./continue";
import { whenIdle } from "./idle";
import { noteSearchWishes, typeIntoHeader } from "./search-wish";
import { readText, readVisit } from "./storage";

/*
 * Runs inline in <head>, before anything is painted, so that no frame shows the
 * wrong Windows version, the wrong theme or a “Continue” that moves the page.
 * Built into the page as text; its hash stands in the Content-Security-Policy.
 */
const root = document.documentElement;

const windows = chooseWindows(
  new URLSearchParams(location.search).get(WINDOWS_PARAMETER),
  readText(WINDOWS_STORAGE_KEY),
);
root.dataset.windows = windows;

const showTheme = (theme: Theme) => {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
};
const theme = parseTheme(readText(THEME_STORAGE_KEY));
showTheme(theme);

// A Settings link opens something on Windows only. The User-Agent is enough for this question.
root.dataset.device = /Windows/.test(navigator.userAgent) ? "windows" : "other";

// Steps wait, unseen, for the script that shows their saved state (guide.css).
const saved = readText(STORAGE_KEY) !== null;
if (saved) root.dataset.progress = "";

// “Show all steps” lasts for the visit (browser/guide/).
if (readVisit("keylink:show-all") !== null) root.dataset.all = "";

const continued = readContinue();
if (continued) root.dataset.continue = "";

// What the reader chose is in the page as soon as its place is parsed, so that no frame shows another choice.
const chosen: Record<string, string> = { windows, theme };
// By id, because this runs with every piece of the page: a look through all elements takes its time.
const missing = new Set([
  ...WINDOWS_VERSIONS.map((version) => `windows-${version}`),
  ...THEMES.map((name) => `theme-${name}`),
]);
const fill = () => {
  for (const id of missing) {
    const radio = document.getElementById(id);
    if (!(radio instanceof HTMLInputElement)) continue;
    // Also the one that is not chosen: the other may come with the next piece of the page.
    radio.checked = radio.value === chosen[radio.name];
    missing.delete(id);
  }
  if (continued) fillContinue(continued);
  typeIntoHeader();
};
const observer = new MutationObserver(fill);
observer.observe(root, { childList: true, subtree: true });
document.addEventListener("DOMContentLoaded", () => {
  fill();
  observer.disconnect();
});

// Both switches work from the first moment on, and when the other scripts never arrive.
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  // For the scripts, which come later: what differs from storage may as well have been chosen in another tab.
  if (target.name in chosen) root.dataset[`${target.name}Chosen`] = "";
  if (target.name === "theme") showTheme(parseTheme(target.value));
  if (target.name === "windows") root.dataset.windows = parseWindows(target.value) ?? windows;
});

// So does the search: a key that asks for it is noted, and its form names the version that is shown.
noteSearchWishes();
document.addEventListener("submit", ({ target }) => {
  const field = (target as Element).querySelector<HTMLInputElement>("[data-windows-field]");
  if (field) field.value = root.dataset.windows ?? windows;
});

/*
 * The other scripts (PageScript) come once the page is shown: until then they would share its line
 * and its processor, and nobody misses them, since a tick, both switches and the search field work
 * natively. They run one after the other, as named.
 */
const scripts = () =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="keylink-script"]')].map(
    ({ content }) => content,
  );
const fetchScripts = () => {
  document.head.append(
    ...scripts().map((href) =>
      Object.assign(document.createElement("link"), { rel: "modulepreload", href }),
    ),
  );
  // One card of a guide is open (guide.css). Where the script that opens the others is late, all are.
  setTimeout(() => {
    if (root.dataset.ready === undefined) root.dataset.late = "";
  }, 4000);
};
const runScripts = async () => {
  try {
    for (const address of scripts()) await import(address);
  } catch (error) {
    root.dataset.failed = "";
    console.error(error);
  }
};
if (saved && location.pathname.startsWith("/guides/")) {
  // Who comes back waits for them: their steps are not shown before (guide.css).
  fetchScripts();
  document.addEventListener("DOMContentLoaded", runScripts);
} else
  addEventListener("load", () => {
    const start = () => {
      fetchScripts();
      void runScripts();
    };
    // Two frames: by the second one the screen shows the first.
    void whenIdle(() => {}, start);
  });
