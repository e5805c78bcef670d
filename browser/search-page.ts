import { parseWindows, WINDOWS_PARAMETER, type Windows } from "@/lib/windows/version";
import { becomeReady } from "./idle";
import { SLASH_STORAGE_KEY, slashIsOn } from "./search-shortcut";
import { writeText } from "./storage";
import { onWindowsChange, shownWindows } from "./windows";

/* What only /search needs. */
for (const start of [startFollowing, startSlashSetting])
  try {
    start();
  } catch (error) {
    // As in site.ts: what breaks here must not keep the page from becoming ready.
    console.error(error);
  }
void becomeReady();

/** Loads a page of this site without showing it. XMLHttpRequest parses it; parsing a string would need a Trusted Types policy. */
function loadPage(address: URL): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      if (request.status === 200 && request.response) resolve(request.response as Document);
      else reject(new Error(`${address.pathname}: expected 200, got ${request.status}`));
    });
    request.open("GET", address);
    request.send();
  });
}

/** Makes the results follow the toggle without navigating (S5, W5). */
function startFollowing(): void {
  const answer = document.querySelector<HTMLElement>("[data-search-answer]");
  if (!answer) return;
  const follow = async (windows: Windows) => {
    if (windows === answer.dataset.searchAnswer) return;
    answer.dataset.searchAnswer = windows;
    const address = new URL(location.href);
    address.searchParams.set(WINDOWS_PARAMETER, windows);
    try {
      const page = await loadPage(address);
      // The reader may have switched back meanwhile.
      if (answer.dataset.searchAnswer === windows)
        answer.replaceChildren(...(page.querySelector("[data-search-answer]")?.childNodes ?? []));
    } catch {
      location.assign(address);
    }
  };
  onWindowsChange(follow);
  // After a choice made before this script ran, the address names the version, but the results are for the other.
  const asked = parseWindows(new URLSearchParams(location.search).get(WINDOWS_PARAMETER));
  if (asked && asked === shownWindows()) void follow(asked);
}

/** The setting that turns “/” off (WCAG 2.1.4). */
function startSlashSetting(): void {
  const box = document.querySelector<HTMLInputElement>("[data-slash-setting]");
  if (!box) return;
  box.checked = slashIsOn();
  box.addEventListener("change", () => writeText(SLASH_STORAGE_KEY, box.checked ? null : "off"));
}
