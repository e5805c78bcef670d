import { readText } from "./storage";

/** Stores the setting on /search that turns “/” off, for readers who need the key for other things. */
export const SLASH_STORAGE_KEY = "keylink:slash";

/** Dispatched whenever a key asks for the search. */
export const SEARCH_SHORTCUT_EVENT = "keylink:search";

/**
 * A key asked for the search before the dialog had loaded. Kept on `document`, because two scripts share it:
 * the pre-paint script sets it, browser/search.ts opens the dialog.
 */
type PendingSearch = {
  /** The element that had the focus and gets it back when the dialog closes. */
  from: Element | null;
  /** What has been typed since, outside of any field. */
  typed: string;
};

declare global {
  interface Document {
    pendingSearch?: PendingSearch;
  }
}

/** Whether “/” opens the search. */
export const slashIsOn = () => readText(SLASH_STORAGE_KEY) !== "off";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function asksForSearch(event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey, isComposing, target } = event;
  if (isComposing || altKey || shiftKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  // A second “/” belongs to the query.
  return key === "/" && !document.pendingSearch && !isTyping(target) && slashIsOn();
}

/** Moves what was typed into the header's field, from where the dialog takes it. Phones do not show that field. */
export function typeIntoHeader(): void {
  const pending = document.pendingSearch;
  const field = document.getElementById("header-search");
  if (!pending || !(field instanceof HTMLInputElement) || field.getClientRects().length === 0)
    return;
  field.value += pending.typed;
  pending.typed = "";
  field.focus({ preventScroll: true });
}

/** Watches for the shortcut and remembers what is typed after it, so that no letter is lost. */
export function watchSearchShortcut(): void {
  document.addEventListener("keydown", (event) => {
    if (asksForSearch(event)) {
      event.preventDefault();
      document.pendingSearch ??= { from: document.activeElement, typed: "" };
      typeIntoHeader();
      document.dispatchEvent(new Event(SEARCH_SHORTCUT_EVENT));
      return;
    }
    const pending = document.pendingSearch;
    if (!pending || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === "Backspace") pending.typed = pending.typed.slice(0, -1);
    else if (event.key.length === 1) pending.typed += event.key;
    else return;
    event.preventDefault();
  });
}
