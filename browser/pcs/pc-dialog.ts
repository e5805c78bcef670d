import { checkName, type NameRefusal } from "@/lib/progress/change-pcs";
import { MAX_NAME_CHARS, type PcDetails } from "@/lib/progress/pcs";
import type { SavedProgress } from "@/lib/progress/saved-progress";
import { type Windows, WINDOWS_VERSIONS } from "@/lib/windows/version";
import { element } from "../element";
import { choice, labeled, openDialog } from "./dialog";

const REFUSED: Record<NameRefusal, string> = {
  none: "Write a name, for example “Mum’s laptop”.",
  taken: "Another PC has this name. Write one that tells them apart.",
  "product-key": "That is a product key. Keep it on paper, never in a browser. Nothing was saved.",
};

/** Asks for the name and Windows version of a PC. `keep` is not called when the dialog is canceled. */
export function askForPc(
  asked: { title: string; submit: string; id?: string; name?: string; windows: Windows },
  progress: () => SavedProgress,
  keep: (details: PcDetails) => void,
): void {
  const name = element("input", "field");
  Object.assign(name, {
    id: "pc-name",
    type: "text",
    value: asked.name ?? "",
    maxLength: MAX_NAME_CHARS,
    autocomplete: "off",
  });
  const note = element("p", "pc-dialog-note", "The name stays in this browser.");
  note.id = "pc-name-note";
  note.setAttribute("role", "status");
  name.setAttribute("aria-describedby", note.id);
  const versions = choice(
    "Version",
    "pc-windows",
    WINDOWS_VERSIONS.map((version) => ({ value: version, label: `Windows ${version}` })),
    asked.windows,
  );
  openDialog(asked.title, [labeled("Name", name.id, name, note), versions.set], {
    submitLabel: asked.submit,
    submit: (close) => {
      const checked = checkName(progress(), name.value, asked.id);
      if ("refused" in checked) {
        if (checked.refused === "product-key") name.value = "";
        note.textContent = REFUSED[checked.refused];
        name.setAttribute("aria-invalid", "true");
        return name.focus();
      }
      close();
      keep({ name: checked.name, windows: versions.value() });
    },
  });
  name.focus();
}
