import {
  chooseWindows,
  parseWindows,
  WINDOWS_PARAMETER,
  WINDOWS_STORAGE_KEY,
  windowsOfPlatformVersion,
  type Windows,
} from "@/lib/windows/version";
import { afterReturn } from "./after-return";
import { announce } from "./announce";
import { whenIdle } from "./idle";
import { dismissNotice, showNotice, type NoticeAction } from "./notice";
import { keepInPlace } from "./place";
import { readText, writeText } from "./storage";

const root = document.documentElement;
const CAN_FIND_HIDDEN = "onbeforematch" in document.body;

/** The version of Windows that the page shows. */
export const shownWindows = (): Windows => parseWindows(root.dataset.windows) ?? "11";

/** Calls the listener after every change of version. */
export function onWindowsChange(listener: (windows: Windows) => void): void {
  document.addEventListener("keylink:windows", () => listener(shownWindows()));
}

/** Lets the browser's own search find the hidden version (W7). React cannot render `hidden="until-found"`. */
function hideForFinding(): void {
  if (!CAN_FIND_HIDDEN) return;
  for (const block of document.querySelectorAll<HTMLElement>("main [data-only]")) {
    delete block.dataset.revealed;
    if (block.dataset.only === shownWindows()) block.removeAttribute("hidden");
    else block.setAttribute("hidden", "until-found");
  }
}

/** The heading being read, among those that both versions have: the first on the screen, else the last above it. */
export function headingBeingRead(): Element | undefined {
  const below = document.querySelector("header > *")?.getBoundingClientRect().bottom ?? 0;
  let above: Element | undefined;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3)")) {
    if (heading.closest("[data-only], [hidden]") || heading.getClientRects().length === 0) continue;
    const { top, bottom } = heading.getBoundingClientRect();
    if (bottom > below) return top < innerHeight || !above ? heading : above;
    above = heading;
  }
  return above;
}

function checkRadio(): void {
  const radio = document.getElementById(`windows-${shownWindows()}`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
}

/** Shows a version without storing it as the reader's choice. */
export function show(windows: Windows): void {
  root.dataset.windows = windows;
  checkRadio();
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-windows-field]"))
    field.value = windows;
  const report = document.querySelector<HTMLAnchorElement>("[data-report]");
  if (report)
    report.href = report.href.replace(
      /(version%20shown%3A%20)\d+/,
      (_match, before: string) => before + windows,
    );
  hideForFinding();
  document.dispatchEvent(new Event("keylink:windows"));
}

/** Shows a version and stores it as the reader's choice. Keeps the scroll position, the hash and the focus (W5). */
export function chooseShown(windows: Windows): void {
  keepInPlace(headingBeingRead(), () => show(windows));
  dismissNotice(); // It may ask for this very choice.
  writeText(WINDOWS_STORAGE_KEY, windows);
  const address = new URL(location.href);
  address.searchParams.set(WINDOWS_PARAMETER, windows);
  history.replaceState(history.state, "", address);
  announce(`Showing Windows ${windows}`);
}

/** A button of a notice. The notice closes on a click, so the focus goes to the chosen radio. */
const offer = (verb: "Show" | "Keep", windows: Windows): NoticeAction => ({
  label: `${verb} Windows ${windows}`,
  run: () => {
    chooseShown(windows);
    document.getElementById(`windows-${windows}`)?.focus({ preventScroll: true });
  },
});

/** Shows the hidden version when the address's anchor exists only there (W6). */
function followHash(): void {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // Not an anchor of ours.
  }
  const target = id && document.getElementById(id);
  if (!target) return;
  const only = parseWindows(target.closest<HTMLElement>("[data-only]")?.dataset.only);
  if (only && only !== shownWindows()) {
    show(only);
    announce(`Showing Windows ${only}`);
    target.scrollIntoView();
  }
}

/** Suggests the version that the browser reports, but never on a phone and never against a choice (W4). */
async function suggest(): Promise<void> {
  type Hints = {
    platform: string;
    mobile: boolean;
    getHighEntropyValues: (names: string[]) => Promise<Record<string, unknown>>;
  };
  const hints = (navigator as { userAgentData?: Hints }).userAgentData;
  if (!hints || hints.platform !== "Windows" || hints.mobile) return;
  const values = await hints.getHighEntropyValues(["platformVersion"]).catch(() => undefined);
  const windows = windowsOfPlatformVersion(values?.platformVersion);
  if (!windows || windows === shownWindows() || readText(WINDOWS_STORAGE_KEY) !== null) return;
  showNotice(
    `Your browser reports Windows ${windows}. You are reading the text for Windows ${shownWindows()}.`,
    [offer("Show", windows), offer("Keep", shownWindows())],
    true,
  );
}

/** Wires the toggle, where the page has one, and everything that follows the version. */
export function startWindows(): void {
  const stored = parseWindows(readText(WINDOWS_STORAGE_KEY));
  const inAddress = parseWindows(new URLSearchParams(location.search).get(WINDOWS_PARAMETER));
  const shown = shownWindows();
  const asked = chooseWindows(inAddress, stored);
  // The reader may have been faster than this script (browser/pre-paint.ts).
  const isChosen = root.dataset.windowsChosen !== undefined && shown !== asked;
  if (isChosen) chooseShown(shown);
  else show(asked);

  document.addEventListener("beforematch", (event) => {
    const block = (event.target as Element).closest<HTMLElement>("[data-only]");
    if (block) block.dataset.revealed = "";
  });
  addEventListener("hashchange", followHash);
  followHash();

  const toggle = document.querySelector("[data-windows-toggle]");
  if (!toggle) return;
  toggle.addEventListener("change", (event) => {
    const windows = parseWindows((event.target as HTMLInputElement).value);
    // Keeps the pre-paint script from switching at once, which would lose the scroll position.
    event.stopPropagation();
    if (!windows) return;
    // Stored at once, because the reader may leave the page before the next frame.
    writeText(WINDOWS_STORAGE_KEY, windows);
    void whenIdle(() => chooseShown(windows));
  });
  afterReturn(checkRadio);
  // Follow a choice made in another tab, unless this page's address names a version.
  addEventListener("storage", ({ key, newValue }) => {
    const windows = parseWindows(newValue);
    if (
      key === WINDOWS_STORAGE_KEY &&
      windows &&
      !location.search.includes(`${WINDOWS_PARAMETER}=`)
    )
      show(windows);
  });

  const other = chooseWindows(undefined, stored);
  if (isChosen) return;
  if (inAddress && inAddress !== other && inAddress === shownWindows())
    showNotice(
      `Showing Windows ${inAddress}, because the link asks for it.`,
      [offer("Keep", inAddress), offer("Show", other)],
      true,
    );
  else if (!inAddress && !stored) void suggest();
}
