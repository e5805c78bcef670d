import { containsProductKey, mayBecomeProductKey } from "../product-key";

/** The storage key of recent searches, which stay in the browser. */
export const RECENT_STORAGE_KEY = "keylink:searches";

const KEPT_SEARCHES = 6;
/** Long enough for a sentence of the Activation page. Longer text was pasted and will not be typed again. */
const KEPT_CHARACTERS = 128;

/** Excludes text that may identify a person or be part of a product key. */
const mayBeKept = (text: string) =>
  text.trim() !== "" &&
  text.length <= KEPT_CHARACTERS &&
  !/\S@\S/.test(text) &&
  !containsProductKey(text) &&
  !mayBecomeProductKey(text);

/** The searches in a stored text, newest first. Anything else in it is ignored. */
export function parseRecentSearches(stored: string | null): string[] {
  try {
    const list: unknown = JSON.parse(stored ?? "[]");
    if (!Array.isArray(list)) return [];
    const texts = list.filter((text) => typeof text === "string" && mayBeKept(text)) as string[];
    return [...new Set(texts)].slice(0, KEPT_SEARCHES);
  } catch {
    return []; // Not written by us, or cut: as if nothing were stored.
  }
}

/** The list without a search, ignoring case. */
export function withoutSearch(list: readonly string[], text: string): string[] {
  return list.filter((kept) => kept.toLowerCase() !== text.toLowerCase());
}

/** The list with a search at the front; unchanged when the text must not be kept. */
export function withSearch(list: readonly string[], typed: string): string[] {
  const text = typed.replace(/\s+/g, " ").trim();
  if (!mayBeKept(text)) return [...list];
  return [text, ...withoutSearch(list, text)].slice(0, KEPT_SEARCHES);
}
