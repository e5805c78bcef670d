import { containsProductKey, withoutProductKey } from "@/lib/product-key";

/** Empties a field that holds a product key and says why (S9). Returns whether it did. */
export function guardProductKey(field: HTMLInputElement): boolean {
  let note = field.form?.parentElement?.querySelector<HTMLElement>("[data-key-note]");
  if (!containsProductKey(field.value)) {
    note?.remove();
    return false;
  }
  field.value = withoutProductKey(field.value).trim();
  if (!note) {
    note = document.createElement("p");
    note.dataset.keyNote = "";
    note.setAttribute("role", "alert");
    note.className = "note note-warn key-note";
    field.form?.after(note);
  }
  note.textContent =
    "That looked like a product key, so it was removed and not sent. This site never needs a key; keep it to yourself.";
  return true;
}
