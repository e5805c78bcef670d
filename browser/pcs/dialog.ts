import { element } from "../element";

/**
 * Opens a native dialog with a form. Escape and Cancel close it, and the focus returns. `submit` is called
 * when the form is submitted and closes the dialog itself.
 */
export function openDialog(
  title: string,
  children: (string | Node)[],
  { submitLabel, submit }: { submitLabel?: string; submit?: (close: () => void) => void } = {},
): HTMLDialogElement {
  const cancel = element("button", "button", submitLabel ? "Cancel" : "Close");
  cancel.type = "button";
  const actions = element("p", "pc-dialog-actions");
  if (submitLabel) actions.append(element("button", "button button-primary", submitLabel));
  actions.append(cancel);
  const form = element("form", "pc-dialog-form", element("h2", "", title), ...children, actions);
  const dialog = element("dialog", "pc-dialog", form);
  dialog.setAttribute("aria-label", title);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit?.(() => dialog.close());
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A group of radios, one of them checked. */
export function choice<Value extends string>(
  legend: string,
  name: string,
  options: { value: Value; label: string }[],
  chosen: Value,
) {
  const radios = options.map(({ value, label }) => {
    const radio = element("input", "");
    Object.assign(radio, { type: "radio", name, value, checked: value === chosen });
    return { radio, label: element("label", "", radio, label) };
  });
  const set = element("fieldset", "pc-dialog-choice", element("legend", "", legend));
  set.append(...radios.map(({ label }) => label));
  const value = () => radios.find(({ radio }) => radio.checked)?.radio.value as Value;
  return { set, value };
}

/** The label of the field with this id, and what stands below it. */
export function labeled(text: string, id: string, ...children: Node[]): HTMLElement {
  const label = element("label", "", text);
  label.htmlFor = id;
  return element("div", "", label, ...children);
}

/** Copies a text and says how that went. */
export const copyText = (text: string, say: (words: string) => void): void =>
  void navigator.clipboard.writeText(text).then(
    () => say("Copied"),
    () => say("Please select and copy"),
  );
