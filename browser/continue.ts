import {
  CONTINUE_STORAGE_KEY,
  parseContinueRecord,
  type ContinueRecord,
} from "@/lib/progress/continue-record";
import { linkTo } from "./base-path";
import { readText } from "./storage";

/** Fills the “Continue: step 5” slots that have been parsed so far (C5). */
export function fillContinue(record: ContinueRecord | undefined): void {
  const { dataset } = document.documentElement;
  if (!record) {
    delete dataset.continue;
    return;
  }
  dataset.continue = "";
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-continue-link]"))
    if (link.getAttribute("href") !== linkTo(record.address)) link.href = linkTo(record.address);
  const put = (selector: string, text: string) => {
    for (const slot of document.querySelectorAll(selector))
      if (slot.textContent !== text) slot.textContent = text;
  };
  put("[data-continue-label]", `Continue: step ${record.number}`);
  const where = [record.pc, record.guide].filter(Boolean).join(": ");
  put("[data-continue-where]", where);
  put("[data-continue-text]", `${where}: ${record.summary}. Next: ${record.step}.`);
}

/** The stored place to continue from, unless it is on this page. */
export function readContinue(): ContinueRecord | undefined {
  const record = parseContinueRecord(readText(CONTINUE_STORAGE_KEY));
  return record && !linkTo(record.address).startsWith(`${location.pathname}#`) ? record : undefined;
}

/** Follows what guides store, here and in other tabs. The pre-paint script has filled the slots before. */
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
