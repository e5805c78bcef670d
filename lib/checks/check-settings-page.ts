import type { CheckedFile } from "./validate-files";
import type { SettingsPage } from "../schema/settings-pages";
import type { Problem } from "./problem";

/** A Settings page has a path for both Windows versions or for neither, or else half of the readers would see none. */
export function checkSettingsPage({ file, value }: CheckedFile): Problem[] {
  const { path10, path11 } = value as SettingsPage;
  if (Boolean(path10) === Boolean(path11)) return [];
  const [given, missing] = path10 ? ["path10", "path11"] : ["path11", "path10"];
  return [
    {
      file,
      field: missing,
      message: `is missing although “${given}” is there`,
      remedy: `Add “${missing}” from a fact, also when both are the same. When no fact gives it, remove “${given}”: then both versions show the address that opens the page.`,
    },
  ];
}
