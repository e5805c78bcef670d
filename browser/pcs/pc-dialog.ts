import { checkName, MAX_NAME_CHARS, type NameRefusal, type PcDetails } from "@/lib/progress/pcs";
import type { SavedProgress } from "@/lib/progress/saved-progress";
import { parseWindows, type Windows, WINDOWS_VERSIONS } from "@/lib/windows/version";
import { element } from "../element";

const REFUSED: Record<NameRefusal, string> = {
  none: "Write a name, for example “Mum’s laptop”.",
  taken: "Another PC has this name. Write one that tells them apart.",
  "product-key": "That is a product key. Keep it on paper, never in a browser. Nothing was saved.",
};

/**
 * Asks in a native dialog what a PC is called and which Windows it has. Closed without an answer, it
 * calls nothing; either way the focus goes back to where it was.
 */
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
  const label = element("label", "", "Name");
  label.htmlFor = name.id;
  const choices = WINDOWS_VERSIONS.map((version) => {
    const radio = element("input", "");
    Object.assign(radio, {
      type: "radio",
      name: "pc-windows",
      value: version,
      checked: version === asked.windows,
    });
    return element("label", "", radio, `Windows ${version}`);
  });
  const versions = element("fieldset", "pc-dialog-versions", element("legend", "", "Version"));
  versions.append(...choices);
  const cancel = element("button", "button", "Cancel");
  cancel.type = "button";
  const submit = element("button", "button button-primary", asked.submit);
  const form = element(
    "form",
    "pc-dialog-form",
    element("h2", "", asked.title),
    element("p", "", label, name, note),
    versions,
    element("p", "pc-dialog-actions", submit, cancel),
  );
  const dialog = element("dialog", "pc-dialog", form);
  dialog.setAttribute("aria-label", asked.title);

  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const checked = checkName(progress(), name.value, asked.id);
    if ("refused" in checked) {
      if (checked.refused === "product-key") name.value = "";
      note.textContent = REFUSED[checked.refused];
      name.setAttribute("aria-invalid", "true");
      return name.focus();
    }
    const windows = parseWindows(new FormData(form).get("pc-windows"));
    dialog.close();
    keep({ name: checked.name, windows });
  });
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}
