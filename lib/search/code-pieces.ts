import { slipsBetween } from "./spelling";

// The last digits of a code, which readers remember; or a whole one that lost a digit or has one too many.
const PIECE = /^(?:0x|(?=\d*[a-f]))(?=.*\d)([0-9a-f]{4,9})$/;

/** The known codes (`0xC004F211`) that end in one of the words, or differ from it by one missing or added digit. */
export function codesOfPieces(words: readonly string[], known: readonly string[]): string[] {
  const pieces = words.flatMap((word) => PIECE.exec(word)?.[1]?.toUpperCase() ?? []);
  return known.filter((code) =>
    pieces.some((piece) => code.endsWith(piece) || slipsBetween(piece, code.slice(2), 1) < 2),
  );
}
