import { slipsBetween } from "./spelling";

// The last digits of a code, which readers remember; or a whole one that lost a digit or has one too many.
const PIECE = /^(?:0x)?([0-9a-f]{4,9})$/;

/**
 * The known codes (`0xC004F211`) that end in one of the words, or are one slip away from it. Not for
 * the beginning of a code: that is completed, so it has results.
 */
export function codesOfPieces(words: readonly string[], known: readonly string[]): string[] {
  const pieces = words.flatMap((word) => PIECE.exec(word)?.[1]?.toUpperCase() ?? []);
  return known.filter((code) =>
    pieces.some(
      (piece) =>
        !known.some((other) => other.startsWith(piece, 2)) &&
        (code.endsWith(piece) || slipsBetween(piece, code.slice(2), 1) < 2),
    ),
  );
}
