import { parseTheme, THEME_STORAGE_KEY } from "@/lib/theme";
import { writeText } from "./storage";

/** Keeps the reader's choice of light or dark. The choice itself is made by radio and CSS. */
export function startTheme(): void {
  document.querySelector("[data-theme-toggle]")?.addEventListener("change", (event) => {
    const theme = parseTheme((event.target as HTMLInputElement).value);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    writeText(THEME_STORAGE_KEY, theme === "system" ? null : theme);
  });
}
