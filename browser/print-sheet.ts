import { systemOf } from "@/lib/progress/board";
import { isUnused } from "@/lib/progress/bring";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { linkAddress } from "@/lib/progress/move-link";
import { currentPc } from "@/lib/progress/pcs";
import { parseSavedProgress, STORAGE_KEY } from "@/lib/progress/saved-progress";
import { longDay, yearAfter } from "@/lib/text/dates";
import { linkTo } from "./base-path";
import { need } from "./guide/need";
import { becomeReady } from "./idle";
import { qrCode } from "./pcs/qr";
import { readText } from "./storage";
import { shownWindows } from "./windows";

/* Fills a printed form with what this browser has saved about the PC in use. */

const { progress } = parseSavedProgress(readText(STORAGE_KEY));
const pc = currentPc(progress);
const { edition, account, recoveryKey, origin, seen, seenBy } = pc.card;

const fills: Record<string, string | undefined> = {
  edition: edition && systemOf(pc, shownWindows()),
  account,
  "seen-by": seenBy,
  seen: seen && longDay(seen),
  again: seen && yearAfter(seen),
};
for (const slot of document.querySelectorAll<HTMLElement>("[data-fill]"))
  slot.textContent = fills[slot.dataset.fill ?? ""] ?? "";
for (const box of document.querySelectorAll<HTMLElement>("[data-box]"))
  box.toggleAttribute(
    "data-marked",
    [`origin.${origin}`, `recovery-key.${recoveryKey}`].includes(box.dataset.box ?? ""),
  );
document.querySelector("[data-print-sheet]")?.addEventListener("click", () => window.print());
if (pc.name)
  for (const slot of document.querySelectorAll("[data-pc-name]")) slot.textContent = pc.name;
// An empty form needs no QR code.
const code = document.querySelector("[data-sheet-code]");
if (code && !isUnused(progress)) {
  const guides = JSON.parse(need("#board-guides", document).textContent ?? "") as BoardGuide[];
  code.replaceChildren(
    qrCode(linkAddress(location.origin + linkTo("/pcs"), guides, progress, [pc.id]), "QR code"),
    "Scan it to go on with a phone. What is ticked is in the code, not on a server.",
  );
}

void becomeReady();
