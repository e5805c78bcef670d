import { CONTROL, INVISIBLE } from "../../lib/checks/check-source";
import type { Notes } from "./notes";

const ANY = new RegExp(`${CONTROL.source}|${INVISIBLE.source}`, "gu");
/** The characters 0x80 to 0x9F of Windows-1252; a space for those that it does not have. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * Removes characters that the check refuses: control characters, and those that readers cannot see. Editors and copied
 * pages leave them behind. Those that are characters of Windows-1252 are decoded.
 */
export function removeInvisible(text: string, notes: Notes): string {
  return text
    .split("\n")
    .map((line, i) => {
      const found = new Set<string>();
      const decoded = line.replace(ANY, (character) => {
        const code = character.charCodeAt(0);
        found.add(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
        return WINDOWS_1252[code - 0x80]?.trim() ?? "";
      });
      if (found.size > 0)
        notes.changed.push({
          line: i + 1,
          what: "invisible character",
          why: "Readers would not see it. Removed, or decoded as Windows-1252.",
          text: [...found].join(" "),
        });
      return decoded;
    })
    .join("\n");
}
