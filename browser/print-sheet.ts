import { systemOf, viewBoard } from "@/lib/progress/board";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { currentPc } from "@/lib/progress/pcs";
import { isUnused } from "@/lib/progress/progress";
import { parseSavedProgress, STORAGE_KEY } from "@/lib/progress/saved-progress";
import { longDay, yearAfter } from "@/lib/text/dates";
import { need } from "./guide/need";
import { becomeReady } from "./idle";
import { linkCode } from "./pcs/qr";
import { readText } from "./storage";
import { shownWindows } from "./windows";

/* Fills a printed form with what this browser has saved about the PC in use. */

const { progress } = parseSavedProgress(readText(STORAGE_KEY));
const pc = currentPc(progress);
const { edition, account, recoveryKey, origin, seen, seenBy } = pc.card;
const guides = JSON.parse(need("#board-guides", document).textContent ?? "") as BoardGuide[];
const state = viewBoard(guides, progress, shownWindows()).pcs.find(
  (one) => one.pc.id === pc.id,
)?.state;
const isLinked = state === "linked" || state === "proven";

const fills: Record<string, string | undefined> = {
  edition: edition && systemOf(pc, shownWindows()),
  // Behind the label: the line is for the whole address.
  account: account && `(${account})`,
  // A day is kept even if the reader has since answered that the sentence is another one.
  "seen-by": isLinked ? seenBy : undefined,
  seen: isLinked && seen ? longDay(seen) : undefined,
  again: isLinked && seen ? yearAfter(seen) : undefined,
};
for (const slot of document.querySelectorAll<HTMLElement>("[data-fill]"))
  slot.textContent = fills[slot.dataset.fill ?? ""] ?? "";
for (const box of document.querySelectorAll<HTMLElement>("[data-box]"))
  box.toggleAttribute(
    "data-marked",
    [`origin.${origin}`, `recovery-key.${recoveryKey}`].includes(box.dataset.box ?? ""),
  );
const said = isLinked ? "linked" : state === "not-linked" ? "not-linked" : "blank";
for (const box of document.querySelectorAll<HTMLElement>("[data-said]"))
  box.hidden = box.dataset.said !== said;
const warning = document.querySelector<HTMLElement>("[data-origin-warning]");
if (warning) warning.hidden = origin !== "yes";
document.querySelector("[data-print-sheet]")?.addEventListener("click", () => window.print());
if (pc.name)
  for (const slot of document.querySelectorAll("[data-pc-name]")) slot.textContent = pc.name;
// An empty form needs no QR code.
const code = document.querySelector("[data-sheet-code]");
if (code && !isUnused(progress)) {
  code.replaceChildren(
    linkCode(guides, progress, pc.id),
    "Scan it to go on with a phone. What is ticked is in the code, not on a server.",
  );
}

void becomeReady();
