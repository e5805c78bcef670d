import { readText } from "./storage";

/** Where the setting of /search is kept that turns “/” off, for readers who type it for other things. */
export const SLASH_STORAGE_KEY = "keylink:slash";

/** Told whenever a key asks for the search. */
export const SEARCH_WISH_EVENT = "keylink:search";

/**
 * A key asked for the search, and the dialog is not there yet. The wish lies in the page because two
 * scripts share it: the pre-paint script notes it, browser/search.ts fulfills it.
 */
export type SearchWish = {
  /** What had the focus: it gets it back when the dialog closes. */
  from: Element | null;
  /** What was typed since where no field could take it. */
  typed: string;
};

declare global {
  interface Document {
    searchWish?: SearchWish;
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
  // The second one is a letter of what is searched for.
  return key === "/" && !document.searchWish && !isTyping(target) && slashIsOn();
}

/** Gives what is typed to the header's field, from where it goes into the dialog. On a phone it is not shown. */
export function typeIntoHeader(): void {
  const wish = document.searchWish;
  const field = document.getElementById("header-search");
  if (!wish || !(field instanceof HTMLInputElement) || field.getClientRects().length === 0) return;
  field.value += wish.typed;
  wish.typed = "";
  field.focus({ preventScroll: true });
}

/** Notes wishes from the first key on, and what is typed after them. */
export function noteSearchWishes(): void {
  document.addEventListener("keydown", (event) => {
    if (asksForSearch(event)) {
      event.preventDefault();
      document.searchWish ??= { from: document.activeElement, typed: "" };
      typeIntoHeader();
      document.dispatchEvent(new Event(SEARCH_WISH_EVENT));
      return;
    }
    const wish = document.searchWish;
    if (!wish || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") wish.typed = wish.typed.slice(0, -1);
    else if (event.key.length === 1) wish.typed += event.key;
    else return;
    event.preventDefault();
  });
}
