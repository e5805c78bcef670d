import { containsProductKey } from "../product-key";
import { lineOf, type Problem } from "./problem";

/** Three times the largest file of the content; anything larger was hardly written by hand. */
export const MOST_BYTES = 200_000;

/** Characters without a width, and marks of direction. Scripts that need zero-width joiners may use them. */
export const INVISIBLE =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<!(?!\p{Script=Latin})[\p{L}\p{M}]|\p{Extended_Pictographic}\ufe0f?)[\u200c\u200d]/u;
/** Line ends and tabs are the only control characters of a text file. */
export const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;

/** The text of a file, or why readers must not be shown it. */
export function decodeSource(
  file: string,
  bytes: Buffer,
): { source: string; problem?: undefined } | { source?: undefined; problem: Problem } {
  const fail = (field: string, message: string, remedy: string) => ({
    problem: { file, field, message, remedy },
  });
  if (bytes.length > MOST_BYTES)
    return fail(
      "file",
      `expected at most ${MOST_BYTES / 1000} KB, found ${Math.ceil(bytes.length / 1000)} KB`,
      "Split it into several pages, or take out what does not belong to the text.",
    );
  // Some editors on Windows write a byte order mark.
  const source = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const fault = firstFault(bytes);
  if (fault !== undefined)
    return fail(
      `line ${lineOf(bytes.toString("latin1"), fault)}`,
      `expected UTF-8, found the byte 0x${hex(bytes[fault]!, 2)}, which is none`,
      "Save the file with the encoding UTF-8 (in Notepad: Save as, Encoding).",
    );
  const at = (pattern: RegExp) => {
    const match = pattern.exec(source);
    return match && { field: `line ${lineOf(source, match.index)}`, code: match[0].charCodeAt(0) };
  };
  const control = at(CONTROL);
  if (control)
    return fail(
      control.field,
      `expected text, found the control character U+${hex(control.code, 4)}`,
      "Delete it; in most editors it shows as a box or a question mark.",
    );
  const invisible = at(INVISIBLE);
  if (invisible)
    return fail(
      invisible.field,
      `expected characters that can be seen, found U+${hex(invisible.code, 4)}, which has no width or turns the direction of the text`,
      "Delete it: put the cursor behind the character before it and press Delete once. It often comes along when text is copied from a web page.",
    );
  const keyLine = source.split("\n").findIndex(containsProductKey);
  if (keyLine >= 0 || containsProductKey(source))
    return fail(
      keyLine >= 0 ? `line ${keyLine + 1}` : "file",
      "expected no product key, found one with all its 25 characters",
      "Write XXXXX-XXXXX-XXXXX-XXXXX-XXXXX, or the last five characters only.",
    );
  return { source };
}

const hex = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, "0");

/** The position of the first byte that is not UTF-8. */
function firstFault(bytes: Buffer): number | undefined {
  const again = Buffer.from(bytes.toString("utf8"));
  if (again.equals(bytes)) return undefined;
  return bytes.findIndex((byte, i) => byte !== again[i]);
}
