import "server-only";
import { drawScreen, type DrawnScreen } from "@/lib/screens/draw-screen";
import type { Screen } from "@/lib/schema/screens";
import { WINDOWS_VERSIONS } from "@/lib/windows/version";
import { load, type Loaded } from "./load";
import { getMessage, getSettingsPage } from "./pages";

const screens = new Map(
  load("screens")
    .sort((a, b) => a.slug.localeCompare(b.slug, "en"))
    .map((screen) => [screen.slug, screen]),
);

/** All screens that can be drawn, by file name. */
export const getScreens = (): Loaded<Screen>[] => [...screens.values()];

/** A screen as each version of Windows shows it. Versions without the screen are left out. */
export function getDrawings(slug: string): DrawnScreen[] {
  const screen = screens.get(slug);
  if (!screen) throw new Error(`No screen “${slug}” in content/screens.`);
  return WINDOWS_VERSIONS.flatMap(
    (windows) =>
      drawScreen(screen, windows, {
        screen: (other) => screens.get(other),
        message: getMessage,
        settingsPage: getSettingsPage,
      }) ?? [],
  );
}
