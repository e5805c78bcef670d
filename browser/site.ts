import { startAnnouncing } from "./announce";
import { startContinue } from "./continue";
import { startCopy } from "./copy";
import { becomeReady } from "./idle";
import { startOffline } from "./offline";
import { startSearch, startSearchHere } from "./search";
import { startTheme } from "./theme";
import { startWindows } from "./windows";

export * from "./from-site";

/* What every page needs. Runs after the page is parsed, for most readers after it is shown (pre-paint.ts). */
for (const start of [
  startAnnouncing,
  startWindows,
  startTheme,
  startContinue,
  startCopy,
  startSearch,
  startSearchHere,
  startOffline,
])
  try {
    start();
  } catch (error) {
    // One broken part must not break the others; the page stays readable.
    console.error(error);
  }

// Popups made of <details> close like menus: on Escape, or when the click or the focus goes elsewhere.
const close = (except?: Node | null) => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-closes][open]"))
    if (!except || !details.contains(except)) details.open = false;
};
document.addEventListener("click", ({ target }) => close(target as Node));
document.addEventListener("focusin", ({ target }) => close(target as Node));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const open = document.querySelector<HTMLDetailsElement>("details[data-closes][open]");
  close();
  open?.querySelector("summary")?.focus();
});

// The verdict of a sentence chosen on the home page expands below it, on a phone outside the window.
addEventListener("change", ({ target }) =>
  (target as Element).closest(".hero-choice")?.scrollIntoView({ block: "nearest" }),
);

// A script of this page alone comes after this one, and says it for both.
if (document.querySelectorAll('meta[name="keylink-script"]').length < 2) void becomeReady();
