import type { BoardGuide } from "@/lib/progress/guide-outline";
import type { Pc } from "@/lib/progress/pcs";
import type { SavedProgress } from "@/lib/progress/saved-progress";
import { supportText } from "@/lib/progress/support-text";
import { element } from "../element";
import { shownWindows } from "../windows";
import { openDialog } from "./dialog";

/** Copies what was seen and done on a PC, and shows the text, so that nobody sends what they have not read. */
export function copyForSupport(guides: BoardGuide[], progress: SavedProgress, pc: Pc): void {
  const text = supportText(guides, progress, pc, shownWindows());
  const said = element("p", "pc-dialog-note", "No name, no account and no key is in it.");
  said.setAttribute("role", "status");
  const field = element("textarea", "field");
  Object.assign(field, { readOnly: true, rows: 10, value: text });
  field.setAttribute("aria-label", "What is copied");
  openDialog("Copy for a support chat", [said, field], {
    submitLabel: "Copy",
    submit: () =>
      void navigator.clipboard.writeText(text).then(
        () => (said.textContent = "Copied. Paste it into the chat."),
        () => {
          said.textContent = "Please select and copy.";
          field.select();
        },
      ),
  });
}
