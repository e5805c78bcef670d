import { CONTINUE_STORAGE_KEY, type ContinueRecord } from "@/lib/progress/continue-record";
import type { GuideView } from "@/lib/progress/guide-view";
import { addressWithin } from "../base-path";
import { readText, writeText } from "../storage";

/** The record for “Continue” on other pages. */
export function keepContinueRecord(guide: HTMLElement, pcName: () => string | undefined) {
  /** The last record stored, unless another tab has stored a newer one. */
  let noted: string | null | undefined;
  return {
    /** Another tab has stored something. */
    forget(): void {
      noted = undefined;
    },
    remember({ current, isBegun, summaryText }: GuideView): void {
      const page = addressWithin(location.pathname);
      const record: ContinueRecord | undefined =
        current && isBegun
          ? {
              address: `${page}#${current.id}`,
              guide: guide.dataset.guideTitle ?? "",
              pc: pcName(),
              step: current.title,
              number: current.number,
              summary: summaryText,
            }
          : undefined;
      const text = record ? JSON.stringify(record) : null;
      if (noted === text) return;
      // A guide that is finished or not begun removes only its own record.
      if (!text && !readText(CONTINUE_STORAGE_KEY)?.includes(`"${page}#`)) return;
      if (writeText(CONTINUE_STORAGE_KEY, text)) noted = text;
    },
  };
}
