import { STORAGE_KEY } from "@/lib/progress/saved-progress";
import { parseTheme, THEME_STORAGE_KEY, THEMES, type Theme } from "@/lib/theme";
import {
  chooseWindows,
  parseWindows,
  WINDOWS_PARAMETER,
  WINDOWS_STORAGE_KEY,
  WINDOWS_VERSIONS,
} from "@/lib/windows/version";
import { linkTo } from "./base-path";
import { fillContinue, readContinue } from "./continue";
import { whenIdle } from "./idle";
import { typeIntoHeader, watchSearchShortcut } from "./search-shortcut";
import { readText, readVisit } from "./storage";

/*
 * Runs inline in <head>, before the first paint, so that no frame shows the wrong Windows version,
 * the wrong theme or a “Continue” that shifts the page. The build inlines it into each page; its hash is
 * in the Content-Security-Policy.
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

// Settings links work on Windows only. The User-Agent is good enough to tell.
root.dataset.device = /Windows/.test(navigator.userAgent) ? "windows" : "other";

// Steps stay hidden until the script shows their saved state (guide.css).
const saved = readText(STORAGE_KEY) !== null;
if (saved) root.dataset.progress = "";

// “Show all steps” lasts for the visit (browser/guide/).
if (readVisit("keylink:show-all") !== null) root.dataset.all = "";

// A guide has a button for the window that stays on top (browser/beside.ts) where there are such windows.
if ("documentPictureInPicture" in window) root.dataset.onTop = "";

const continued = readContinue();
if (continued) root.dataset.continue = "";

// The stored choices are checked as soon as their radios are parsed, so that no frame shows other ones.
const chosen: Record<string, string> = { windows, theme };
// By id, because this runs for every chunk of the page, and searching all elements would take too long.
const missing = new Set([
  ...WINDOWS_VERSIONS.map((version) => `windows-${version}`),
  ...THEMES.map((name) => `theme-${name}`),
]);
const fill = () => {
  for (const id of missing) {
    const radio = document.getElementById(id);
    if (!(radio instanceof HTMLInputElement)) continue;
    // Unchecks the others, too: the chosen one may come with the next chunk of the page.
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

// Both switches work at once, even if the other scripts never arrive.
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  // Tells the later scripts that the choice was made here: a difference from storage may come from another tab.
  if (target.name in chosen) root.dataset[`${target.name}Chosen`] = "";
  if (target.name === "theme") showTheme(parseTheme(target.value));
  if (target.name === "windows") root.dataset.windows = parseWindows(target.value) ?? windows;
});

// So does the search: its shortcut is remembered, and its form sends the shown version.
watchSearchShortcut();
document.addEventListener("submit", ({ target }) => {
  const field = (target as Element).querySelector<HTMLInputElement>("[data-windows-field]");
  if (field) field.value = root.dataset.windows ?? windows;
});

/*
 * The other scripts (PageScript) load once the page is shown. Until then they would compete with it for
 * the network and the processor, and nobody misses them: ticks, both switches and the search field work
 * natively. They run one after the other, in the order in which the page names them.
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
  // A guide shows one open card (guide.css), and all of them when the script that opens the others is late.
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
if (saved && location.pathname.startsWith(linkTo("/guides/"))) {
  // Returning readers wait for the scripts, which show their steps (guide.css).
  fetchScripts();
  document.addEventListener("DOMContentLoaded", runScripts);
} else
  addEventListener("load", () => {
    const start = () => {
      fetchScripts();
      void runScripts();
    };
    // Two frames: by the second, the first is on the screen.
    void whenIdle(() => {}, start);
  });
