/** The reader's theme: the system's, or always light or dark. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The storage key of the reader's choice. */
export const THEME_STORAGE_KEY = "keylink:theme";

/** A theme from storage; anything else follows the system. */
export function parseTheme(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
