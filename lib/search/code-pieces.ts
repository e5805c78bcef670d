import { slipsBetween } from "./spelling";

// The last digits of a code, as readers remember them, or a whole code with a digit missing or too many.
const PIECE = /^(?:0x)?([0-9a-f]{4,9})$/;

/** A pasted log has hundreds of them; comparing each with all codes takes a quarter of a second. */
const MOST_PIECES = 20;

/**
 * The known codes (`0xC004F211`) that end in one of the words or are one slip away from it. The beginning of a
 * code is not handled here, since completion already finds it.
 */
export function codesOfPieces(words: readonly string[], known: readonly string[]): string[] {
  const typed = words.flatMap((word) => PIECE.exec(word)?.[1]?.toUpperCase() ?? []);
  const pieces = [...new Set(typed)]
    .slice(0, MOST_PIECES)
    .filter((piece) => !known.some((other) => other.startsWith(piece, 2)));
  return known.filter((code) =>
    pieces.some((piece) => code.endsWith(piece) || slipsBetween(piece, code.slice(2), 1) < 2),
  );
}
