import { KEY_ALPHABET, locateProductKeys, withoutLookAlikes } from "@/lib/product-key";
import { fold } from "@/lib/text/fold";

/** As `locateProductKeys`, for texts of any length. */
export const locateKeysInLongText = (text: string) =>
  placesOfKeys(text).flatMap(([from, to]) =>
    locateProductKeys(text.slice(from, to)).map(({ start, end }) => ({
      start: from + start,
      end: from + end,
    })),
  );

/*
 * What a character is to the patterns once it is folded. `SEPARATORS` and above: so many separators. `SEVERAL`: several
 * characters, as "ﬃ" and "%41" are.
 */
const UNKNOWN = 0;
const OTHER_LETTER = 1;
const KEY_LETTER = 2;
const SEVERAL = 3;
const SEPARATORS = 4;

/** For each code point; filled in as they occur. */
const kinds = new Uint8Array(0x110000).fill(SEPARATORS + 1, 0, 128);
for (const character of "abcdefghijklmnopqrstuvwxyz0123456789")
  for (const spelled of [character, character.toUpperCase()])
    kinds[spelled.charCodeAt(0)] = KEY_ALPHABET.includes(character) ? KEY_LETTER : OTHER_LETTER;
kinds["%".charCodeAt(0)] = SEVERAL;

const known = new Map<string, string>();
function asPatternsSee(character: string): string {
  let folded = known.get(character);
  if (folded === undefined)
    known.set(character, (folded = withoutLookAlikes(fold(character).text)));
  return folded;
}

function kindOf(code: number): number {
  if (kinds[code] === UNKNOWN) {
    const folded = asPatternsSee(String.fromCodePoint(code));
    kinds[code] = !/[a-z0-9%]/.test(folded)
      ? SEPARATORS + folded.length
      : folded.length === 1
        ? kinds[folded.charCodeAt(0)]!
        : SEVERAL;
  }
  return kinds[code]!;
}

const ENCODED = /^%[2-7][0-9a-f]$/i;
const NOT_ENCODED = /^%[\0-1:-\x7f]/;
const FIRST_DIGIT = /^(?:[2-7]|$)/;
const SECOND_DIGIT = /^(?:[0-9a-f]|$)/;

/** The characters for which the one at an index stands, and the index of the next one. */
function severalAt(text: string, index: number): [characters: string, next: number] {
  const encoded = text.slice(index, index + 3);
  if (NOT_ENCODED.test(encoded)) return [" ", index + 1];
  if (ENCODED.test(encoded)) return [asPatternsSee(encoded), index + 3];
  const character = String.fromCodePoint(text.codePointAt(index)!);
  const characters = asPatternsSee(character);
  const next = index + character.length;
  if (characters !== "%") return [characters, next];
  // Its digits may be spelled in any way, too.
  let digits = "";
  let end = next;
  while (digits.length < 2 && end < text.length) {
    const digit = String.fromCodePoint(text.codePointAt(end)!);
    if (!(digits === "" ? FIRST_DIGIT : SECOND_DIGIT).test(asPatternsSee(digit))) break;
    digits += fold(digit).text;
    end += digit.length;
  }
  const decoded = withoutLookAlikes(`%${digits}`);
  return decoded.startsWith("%") ? [" ", next] : [decoded, end];
}

/** The lengths in the patterns of lib/product-key.ts. */
const KEY_LENGTH = 25;
const GROUP = 5;
const LONGEST_GAP = 8;
const LONGEST_WORDS_BETWEEN = 16;

/**
 * The parts of a text in which a pattern can match, found in one pass: folding and the patterns take ten times as long,
 * and a log of a megabyte has hardly any such part. A part begins and ends between two words.
 */
function placesOfKeys(text: string): [from: number, to: number][] {
  if (text.length < KEY_LENGTH) return [];
  const places: [from: number, to: number][] = [];
  const add = (from: number, to: number) => {
    let first = from;
    for (let last = places.at(-1); last && from <= last[1]; last = places.at(-1)) {
      first = Math.min(first, last[0]);
      places.pop();
    }
    places.push([first, to]);
  };
  // For each of the three kinds of pattern: how many characters or words have come in a row, and where they began.
  let keyCharacters = 0;
  let keyStart = 0;
  // Where each of the last five words began.
  const starts = [0, 0, 0, 0, 0];
  let words = 0;
  let wordsOfFive = 0;
  let groups = 0;
  let groupsStart = 0;
  let groupsEnd = 0;
  // The word that is being read. Distances are those of the folded text.
  let start = 0;
  let length = 0;
  let place = -1;
  let onlyKey = true;
  let position = 0;
  let wordEnd = 0;
  // What is left of a character that stands for several.
  let several = "";
  let severalFrom = 0;

  // The end of the text separates, too.
  for (let i = 0; i <= text.length;) {
    let index = i;
    let kind = SEPARATORS + 1;
    if (several !== "") {
      kind = kindOf(several.charCodeAt(0));
      if (kind < SEVERAL) index = severalFrom;
      else kind = SEPARATORS + 1;
      several = several.slice(1);
    } else if (i < text.length) {
      const code = text.codePointAt(i)!;
      kind = kindOf(code);
      if (kind === SEVERAL) {
        severalFrom = i;
        [several, i] = severalAt(text, i);
        continue;
      }
      i += code > 0xffff ? 2 : 1;
      if (kind === SEPARATORS) continue;
    } else i++;

    if (kind < SEVERAL) {
      if (length++ === 0) {
        start = index;
        if (position - wordEnd > LONGEST_GAP) keyCharacters = words = 0;
      }
      if (kind === OTHER_LETTER) {
        keyCharacters = 0;
        onlyKey = false;
      } else {
        if (keyCharacters++ === 0) keyStart = start;
        if (keyCharacters >= KEY_LENGTH && place < 0) place = keyStart;
      }
    } else if (length > 0) {
      if (place >= 0) add(place, index);
      starts[words % GROUP] = start;
      words = length < GROUP ? 0 : words + 1;
      if (words >= GROUP && wordsOfFive >= GROUP - 2) add(starts[words % GROUP]!, index);
      wordsOfFive = length === GROUP ? wordsOfFive + 1 : 0;

      if (length === GROUP && onlyKey) {
        if (position - length - groupsEnd > LONGEST_WORDS_BETWEEN) groups = 0;
        if (groups++ === 0) groupsStart = start;
        groupsEnd = position;
        if (groups >= GROUP) add(groupsStart, index);
      }
      wordEnd = position;
      length = 0;
      place = -1;
      onlyKey = true;
    }
    position += kind < SEVERAL ? 1 : kind - SEPARATORS;
  }
  return places;
}
