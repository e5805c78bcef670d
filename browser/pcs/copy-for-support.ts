import type { BoardGuide } from "@/lib/progress/guide-outline";
import { type Pc, withPcDetails } from "@/lib/progress/pcs";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { codesIn, supportText } from "@/lib/progress/support-text";
import { element } from "../element";
import { shownWindows } from "../windows";
import { copyText, labeled, openDialog } from "./tools";

/**
 * Copies what was seen and done on a PC, and shows the text, so that nobody sends what they have not read. The
 * codes are asked for here, because nothing else in a guide needs them. `linked`: the sentence that proves the link.
 */
export function copyForSupport(
  guides: BoardGuide[],
  store: ProgressStore,
  pc: Pc,
  linked: string,
  focusBack: () => void,
): void {
  const codes = element("input", "field");
  Object.assign(codes, { id: "support-codes", type: "text", value: pc.codes ?? "" });
  Object.assign(codes, { autocomplete: "off", placeholder: "0xC004F211", spellcheck: false });
  const said = element("p", "pc-dialog-note", "No name, no account and no key is in it.");
  said.setAttribute("role", "status");
  const field = element("textarea", "field");
  Object.assign(field, { readOnly: true, rows: 10 });
  field.setAttribute("aria-label", "What is copied");
  const write = () => {
    const { progress } = store.getState();
    field.value = supportText(guides, progress, pc, shownWindows(), codesIn(codes.value), linked);
  };
  write();
  codes.addEventListener("input", write);
  const dialog = openDialog(
    "Copy for a support chat",
    [labeled("Error codes, if you saw any (kept with this PC)", codes.id, codes), said, field],
    {
      submitLabel: "Copy",
      submit: () => {
        field.select();
        copyText(field.value, (words) => (said.textContent = words));
      },
    },
  );
  // Only now: a change replaces the card, with the button to which the focus returns.
  dialog.addEventListener("close", () => {
    const kept = codesIn(codes.value) || null;
    if (kept !== (pc.codes ?? null))
      store.change((progress, actor) => withPcDetails(progress, pc.id, { codes: kept }, actor));
    focusBack();
  });
}
