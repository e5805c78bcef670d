import { ownWords } from "../text/sentences";
import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import type { Problem } from "./problem";
import { proseOf } from "./prose";
import { TERMS } from "./terms";

/** Fields in the reader's voice, or with the words on the screen. */
const NOT_OUR_VOICE = /(?:^|\.)(?:label|seen)$|^exits\[/;

/** Warns about second terms for one thing in the site's own prose (`terms.ts`). */
export function warnOfTerms(file: CheckedFile, index: ContentIndex): Problem[] {
  return proseOf(file, index)
    .filter(({ field }) => !NOT_OUR_VOICE.test(field))
    .flatMap(({ field, block, oneOfMany }) => {
      const words = ownWords(block.node);
      return TERMS.flatMap(({ use, instead, reason }): Problem[] => {
        const found = instead.exec(words);
        if (!found) return [];
        return [
          {
            file: file.file,
            field,
            message: `the site says “${use}”, and “${found[0]}” was found${oneOfMany ? ` (line ${block.line} of the text)` : ""}`,
            remedy: `${reason} Write the site's term, or put exact words of others in “quotes” and labels in **bold**.`,
          },
        ];
      });
    });
}
