import { parseTheme, THEME_STORAGE_KEY } from "@/lib/theme";
import { afterReturn } from "./after-return";
import { readText, writeText } from "./storage";

/** Stores the reader's choice of light or dark. The pre-paint script and CSS show it. */
export function startTheme(): void {
  const toggle = document.querySelector("[data-theme-toggle]");
  if (!toggle) return;
  const keep = () => {
    const theme = parseTheme(toggle.querySelector<HTMLInputElement>(":checked")?.value);
    if (theme !== parseTheme(readText(THEME_STORAGE_KEY)))
      writeText(THEME_STORAGE_KEY, theme === "system" ? null : theme);
  };
  toggle.addEventListener("change", keep);
  afterReturn(() => {
    const radio = document.getElementById(
      `theme-${document.documentElement.dataset.theme ?? "system"}`,
    );
    if (radio instanceof HTMLInputElement) radio.checked = true;
  });
  // A choice made before this script ran counts, too (browser/pre-paint.ts).
  if (document.documentElement.dataset.themeChosen !== undefined) keep();
}
