import {
  CONTINUE_STORAGE_KEY,
  parseContinueRecord,
  type ContinueRecord,
} from "@/lib/progress/continue-record";
import { readText } from "./storage";

/** Puts “Continue: step 5” into the rooms for it that are in the page by now (C5). */
export function fillContinue(record: ContinueRecord | undefined): void {
  const { dataset } = document.documentElement;
  if (!record) {
    delete dataset.continue;
    return;
  }
  dataset.continue = "";
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-continue-link]"))
    if (link.getAttribute("href") !== record.address) link.href = record.address;
  const put = (selector: string, text: string) => {
    for (const room of document.querySelectorAll(selector))
      if (room.textContent !== text) room.textContent = text;
  };
  put("[data-continue-label]", `Continue: step ${record.number}`);
  put("[data-continue-text]", `${record.guide}: ${record.summary}. Next: ${record.step}.`);
}

/** What is stored to continue with now. */
export const readContinue = () => parseContinueRecord(readText(CONTINUE_STORAGE_KEY));

/** Follows what the guides note down, here and in other tabs. Pre-paint has filled the rooms before. */
export function startContinue(): void {
  const fill = () => fillContinue(readContinue());
  fill();
  addEventListener("storage", ({ key }) => {
    if (key === CONTINUE_STORAGE_KEY) fill();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) fill();
  });
  document.addEventListener("keylink:continue", fill);
}
