import { CARD_EDITIONS, licenseCardOf } from "@/lib/progress/license-card";
import { guideProgressOf } from "@/lib/progress/progress";
import { parseSavedProgress, STORAGE_KEY } from "@/lib/progress/saved-progress";
import { readText } from "./storage";
import { shownWindows } from "./windows";

/* Fills a printed form with what the License card of the main guide holds in this browser. */

const { progress } = parseSavedProgress(readText(STORAGE_KEY));
const { edition, account, recoveryKey, origin, seen } = licenseCardOf(
  guideProgressOf(progress, "link-your-license"),
);
const again = seen && new Date(`${seen}T12:00:00`);
if (again) again.setFullYear(again.getFullYear() + 1);
const format = (date: Date, day?: "numeric") =>
  date.toLocaleDateString("en-US", { day, month: "long", year: "numeric" });

const fills: Record<string, string | undefined> = {
  edition: edition && `Windows ${shownWindows()} ${CARD_EDITIONS[edition]}`,
  account,
  seen: seen && format(new Date(`${seen}T12:00:00`), "numeric"),
  again: again && format(again),
};
for (const slot of document.querySelectorAll<HTMLElement>("[data-fill]"))
  slot.textContent = fills[slot.dataset.fill ?? ""] ?? "";
for (const box of document.querySelectorAll<HTMLElement>("[data-box]"))
  box.toggleAttribute(
    "data-marked",
    [`origin.${origin}`, `recovery-key.${recoveryKey}`].includes(box.dataset.box ?? ""),
  );
document.querySelector("[data-print-sheet]")?.addEventListener("click", () => window.print());
