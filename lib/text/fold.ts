/**
 * Text without the differences that no reader means: case, accents, full-width
 * letters, kinds of dashes, quotes and spaces, invisible characters. `start`
 * and `end` lead from a range of the folded text back to the original, so that
 * a match can be marked or cut out there.
 */
export type FoldedText = {
  text: string;
  start: (index: number) => number;
  /** Takes the index after the last folded character of the range. */
  end: (index: number) => number;
};

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const DASH = /[\p{Pd}\u2212]/u;
// Before the decomposition: U+00B4 alone would become a space and an accent.
const APOSTROPHE = /[\u2018\u2019\u201b\u02bc\u00b4\u2032\u0060]/;
const INVISIBLE = /[\p{Cf}\p{Cs}]/u;
const SPACE = /[\s\p{Cc}\p{Z}]/u;

/** "ﬃ" is three letters and "⑽" four signs. One sign for a whole phrase, such as "ﷺ", is nothing that anybody types. */
const LONGEST = 4;

function foldCharacter(character: string): string {
  // Most characters of any text; the tests below take their time.
  if (character !== "`" && PLAIN.test(character)) return character.trim().toLowerCase() || " ";
  if (DASH.test(character)) return "-";
  if (APOSTROPHE.test(character)) return "'";
  if (INVISIBLE.test(character)) return "";
  if (SPACE.test(character)) return " ";
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length > LONGEST ? character : plain;
}

/** Folds a text; see {@link FoldedText}. Accepts any string, also broken Unicode. */
export function fold(text: string): FoldedText {
  // Most of our text is plain: there the two texts have the same length.
  if (PLAIN.test(text)) {
    return {
      text: text
        .replace(/[\t\n\r]/g, " ")
        .replace(/`/g, "'")
        .toLowerCase(),
      start: (index) => index,
      end: (index) => index,
    };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  let folded = "";
  let position = 0;
  for (const character of text) {
    const next = position + character.length;
    let result = known.get(character);
    if (result === undefined) known.set(character, (result = foldCharacter(character)));
    for (let i = 0; i < result.length; i++) {
      starts.push(position);
      ends.push(next);
    }
    // An accent belongs to the letter before it; a mark must not separate them.
    if (result === "" && ends.length > 0 && /\p{M}/u.test(character)) ends[ends.length - 1] = next;
    folded += result;
    position = next;
  }
  return {
    text: folded,
    start: (index) => starts[index] ?? text.length,
    end: (index) => (index > 0 ? (ends[index - 1] ?? text.length) : 0),
  };
}
