import { CONTINUE_STORAGE_KEY, parseContinueRecord } from "@/lib/progress/continue-record";
import { readText } from "./storage";

/** Fills “Continue: step 5” in the header and on the home page (C5). */
export function startContinue(): void {
  const fill = () => {
    const record = parseContinueRecord(readText(CONTINUE_STORAGE_KEY));
    if (!record) {
      delete document.documentElement.dataset.continue;
      return;
    }
    document.documentElement.dataset.continue = "";
    for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-continue-link]"))
      link.href = record.address;
    const put = (selector: string, text: string) => {
      for (const room of document.querySelectorAll(selector))
        if (room.textContent !== text) room.textContent = text;
    };
    put("[data-continue-short]", `Continue: step ${record.number}`);
    put("[data-continue-label]", `Continue: step ${record.number}`);
    put("[data-continue-text]", `${record.guide}: ${record.summary}. Next: ${record.step}.`);
  };
  fill();
  addEventListener("storage", ({ key }) => {
    if (key === CONTINUE_STORAGE_KEY) fill();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) fill();
  });
  document.addEventListener("keylink:continue", fill);
}
