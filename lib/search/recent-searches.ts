import { containsProductKey, mayBecomeProductKey } from "../product-key";

/** Where the dialog keeps what was searched, in the browser only. */
export const RECENT_STORAGE_KEY = "keylink:searches";

const KEPT_SEARCHES = 6;
/** A whole sentence of the Activation page; what is longer was pasted and is not typed again. */
const KEPT_CHARACTERS = 128;

/** Nothing that names a person or is a part of a key. */
const mayBeKept = (text: string) =>
  text.trim() !== "" &&
  text.length <= KEPT_CHARACTERS &&
  !/\S@\S/.test(text) &&
  !containsProductKey(text) &&
  !mayBecomeProductKey(text);

/** The searches of a stored text, newest first. Whatever else stands there counts as nothing. */
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

/** The list without a search, whatever its capitals. */
export function withoutSearch(list: readonly string[], text: string): string[] {
  return list.filter((kept) => kept.toLowerCase() !== text.toLowerCase());
}

/** The list with a search in front; unchanged when the text must not be kept. */
export function withSearch(list: readonly string[], typed: string): string[] {
  const text = typed.replace(/\s+/g, " ").trim();
  if (!mayBeKept(text)) return [...list];
  return [text, ...withoutSearch(list, text)].slice(0, KEPT_SEARCHES);
}
