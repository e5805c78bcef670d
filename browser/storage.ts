/*
 * The only caller of localStorage and sessionStorage. Storage may be blocked, full or absent
 * (private windows, policies); the page works without it, so nothing here throws.
 */

/** The browser's storage, or undefined where even accessing it throws. */
export function openStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined; // Blocked by the browser: the caller works without it.
  }
}

/** The stored text, or null. */
export function readText(key: string): string | null {
  try {
    return openStorage()?.getItem(key) ?? null;
  } catch {
    return null; // As if nothing were stored.
  }
}

/** Stores a text; null removes it. Returns whether that worked. */
export function writeText(key: string, text: string | null): boolean {
  try {
    const storage = openStorage();
    if (!storage) return false;
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
    return true;
  } catch {
    return false; // Full or blocked.
  }
}

/** The text stored for this visit, in this tab, or null. */
export function readVisit(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null; // As if nothing were stored.
  }
}

/** Stores a text for this visit, in this tab; null removes it. */
export function writeVisit(key: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, text);
  } catch {
    // The page works without it.
  }
}
