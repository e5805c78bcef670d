/** How the reader wants the page: as the system has it, or always light or dark. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Where the reader's choice is kept in the browser. */
export const THEME_STORAGE_KEY = "keylink:theme";

/** A theme from storage; anything else follows the system. */
export function parseTheme(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
