/**
 * A text without the differences that readers do not intend: case, accents, full-width letters, kinds of dashes,
 * quotes and spaces, invisible characters. `start` and `end` map a range of the folded text back to the original,
 * so that a match can be marked or cut out there.
 */
type FoldedText = {
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

/** "ﬃ" is three letters and "⑽" four characters. Nobody types one character for a whole phrase, such as "ﷺ". */
const LONGEST = 4;

function foldCharacter(character: string): string {
  // A shortcut for most characters, because the tests below are slow.
  if (character !== "`" && PLAIN.test(character)) return character.trim().toLowerCase() || " ";
  if (DASH.test(character)) return "-";
  if (APOSTROPHE.test(character)) return "'";
  if (INVISIBLE.test(character)) return "";
  if (SPACE.test(character)) return " ";
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length > LONGEST ? character : plain;
}

/** Whatever folding may change. */
const CHANGES = /[^ -@[-_a-z{-~]/gu;

/** Folds a text; see {@link FoldedText}. Accepts any string, including malformed Unicode. */
export function fold(text: string): FoldedText {
  // Most of our text is plain: there the two texts have the same length.
  const isPlain = PLAIN.test(text);
  if (isPlain && !text.includes("`"))
    return {
      text: text.toLowerCase().replace(/[\t\n\r]/g, " "),
      start: (index) => index,
      end: (index) => index,
    };
  const known = new Map<string, string>();
  const foldOnce = (character: string): string => {
    let folded = known.get(character);
    if (folded === undefined) known.set(character, (folded = foldCharacter(character)));
    return folded;
  };
  const folded = text.replace(CHANGES, foldOnce);
  if (isPlain) return { text: folded, start: (index) => index, end: (index) => index };

  // Computed lazily, since most callers only need the text.
  let ranges: { starts: number[]; ends: number[] } | undefined;
  const rangesOf = () => (ranges ??= rangesIn(text, foldOnce));
  return {
    text: folded,
    start: (index) => rangesOf().starts[index] ?? text.length,
    end: (index) => (index > 0 ? (rangesOf().ends[index - 1] ?? text.length) : 0),
  };
}

/** The start and end of each folded character in the original. */
function rangesIn(text: string, foldOnce: (character: string) => string) {
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const character of text) {
    const next = position + character.length;
    const result = foldOnce(character);
    for (let i = 0; i < result.length; i++) {
      starts.push(position);
      ends.push(next);
    }
    // An accent belongs to the letter before it; a mark must not separate them.
    if (result === "" && ends.length > 0 && /\p{M}/u.test(character)) ends[ends.length - 1] = next;
    position = next;
  }
  return { starts, ends };
}
