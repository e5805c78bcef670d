import { fold } from "@/lib/text/fold";

// The characters of keys: no vowels, nothing easily confused. 24 of them as in any program that decodes the
// registry's DigitalProductId (such as decode_cd_key in Fox-IT's dissect.target), and the N that keys have since
// Windows 8.
const KEY_ALPHABET = "bcdfghjkmnpqrtvwxy2346789";
const KEY = `[${KEY_ALPHABET}]`;
const ONLY_KEY_ALPHABET = new RegExp(`^${KEY}+$`);
/** Separators between characters or groups: dashes, dots, bullets, quotes, brackets, line breaks. */
const GAP = "[^a-z0-9]";

// Five groups of five. Dashes between all of them are proof enough of a key.
const WITH_DASHES = /[a-z0-9]{5}(?: ?[-_] ?[a-z0-9]{5}){4}/g;
// Spaces, dots and the like also separate five ordinary words.
const WITH_GAPS = new RegExp(
  `(?<![a-z0-9])[a-z0-9]{5}(?:${GAP}{1,8}[a-z0-9]{5}){4}(?![a-z0-9])`,
  "g",
);
// Gaps anywhere, or none: only the alphabet tells a key from a sentence, or from a name
// ("Office24HomeBusiness2024R"). Also glued to a word: "keyVK7JG…".
const ANYHOW = `(?:${KEY}${GAP}{0,8}){24}${KEY}`;
const WHOLE = new RegExp(`(?<![a-z0-9])${ANYHOW}(?![a-z0-9])`, "g");
const GLUED = new RegExp(ANYHOW, "g");
// "first VK7JG, then NPHTM, …"
const ONE_GROUP = `(?<![a-z0-9])${KEY}{5}(?![a-z0-9])`;
const IN_WORDS = new RegExp(`${ONE_GROUP}(?:[^]{1,16}?${ONE_GROUP}){4}`, "g");

/*
 * Letters that look like those of a key, or are drawn as pictures. Of the Cyrillic and Greek ones, the capitals
 * count, since keys are printed in capitals.
 */
const LOOK_ALIKE = "авгекмнпорстухіјѕԁԛԝѵԍαβγεζηικμνορτυχω٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const LETTER = "abrekmhnopctyxijsdqwvgabyezhikmnoptyxw01234567890123456789";
/** First characters of the alphabets of circled, boxed and flag letters that Unicode does not fold. */
const PICTURES = [0x1f150, 0x1f170, 0x1f1e6];

/** The same text, character for character, with look-alikes replaced by the letters of a key. */
const withoutLookAlikes = (folded: string): string => folded.replace(LOOKS, plainLook);

const LOOKS = /%[2-7][0-9a-f]|[^\x00-\x7f]/gu;

function plainLook(character: string): string {
  // Percent-encoded: "%20".
  if (character.startsWith("%"))
    return `${String.fromCharCode(parseInt(character.slice(1), 16)).toLowerCase()}  `;
  const index = LOOK_ALIKE.indexOf(character);
  if (index >= 0) return LETTER[index]!;
  // Each is two code units long, and so is its replacement.
  const code = character.codePointAt(0)!;
  const first = PICTURES.find((first) => code >= first && code < first + 26);
  return first === undefined ? character : `${String.fromCharCode(97 + code - first)} `;
}

const bare = (match: string) => match.replace(/[^a-z0-9]/g, "");
const distinctLetters = (characters: string) => new Set(characters.replace(/\d/g, "")).size;

/** Not a key: "XXXXX-XXXXX-…", which shows the shape of one, and 25 digits, which are a number. */
function isPlaceholder(characters: string): boolean {
  const others = characters.replaceAll(characters[0]!, "");
  return others.replaceAll(others[0]!, "") === "" || /^\d+$/.test(characters);
}

const mixedGroups = (match: string) =>
  match.split(/[^a-z0-9]+/).filter((group) => /\d/.test(group) && /[a-z]/.test(group)).length;

/** "build 26100 error after patch" has one group with digits and all vowels. */
const isKeyWithGaps = (match: string) =>
  mixedGroups(match) > 1 || ONLY_KEY_ALPHABET.test(bare(match));

/** "24H2, 23H2, 22H2, …" has one letter, "why try my PC by …" no digit. Without gaps no word is so long. */
const isKeyAnyhow = (match: string) =>
  ONLY_KEY_ALPHABET.test(match) || (/\d/.test(match) && distinctLetters(bare(match)) > 3);

const PATTERNS: [RegExp, (match: string) => boolean][] = [
  [WITH_DASHES, () => true],
  [WITH_GAPS, isKeyWithGaps],
  [WHOLE, isKeyAnyhow],
  [GLUED, isKeyAnyhow],
  [IN_WORDS, (match) => mixedGroups(match) > 1],
];

/**
 * The positions of the product keys in a text. `prepare` may replace what no key is before the patterns are tried, by as
 * many characters.
 */
export function locateProductKeys(
  text: string,
  prepare = (part: string) => part,
): { start: number; end: number }[] {
  return placesOfKeys(text).flatMap(([from, to]) => {
    const folded = fold(prepare(text.slice(from, to)));
    return tryPatterns(folded.text)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({
        start: from + folded.start(start),
        end: from + folded.end(end),
      }));
  });
}

/**
 * Tries every pattern on all of a text that `fold` has normalized, however long that takes. Exported for the test that
 * {@link placesOfKeys} leaves nothing out.
 */
export function tryPatterns(folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let text = withoutLookAlikes(folded);
  for (const [pattern, isKey] of PATTERNS)
    text = text.replace(pattern, (match: string, start: number) => {
      if (isPlaceholder(bare(match)) || !isKey(match)) return match;
      found.push({ start, end: start + match.length });
      // Narrow patterns come first, so that wide ones do not match their finds together with the neighbors: no key has
      // the letter A, and what is left of a longer word is no group.
      return "a".repeat(match.length);
    });
  return found;
}

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

/** The lengths in the patterns above. */
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

/**
 * Whether a text contains a product key: 25 characters, in groups or not, with any separators or none. Such a text
 * is neither sent nor stored.
 */
export const containsProductKey = (text: string): boolean => locateProductKeys(text).length > 0;

// Two whole groups and the beginning of a third: enough of a key to hide it.
const BEGINNING = new RegExp(`${KEY}{5}(?:${GAP}{0,8}${KEY}{5})+${GAP}{0,8}${KEY}`, "g");
const BEGINNING_ANYHOW = new RegExp(`(?:${KEY}${GAP}{0,8}){10,}${KEY}`, "g");

/**
 * Whether a text looks like more than ten characters of a product key. Whatever is sent or stored while typing
 * must stop before the key is complete.
 */
export function mayBecomeProductKey(text: string): boolean {
  const letters = withoutLookAlikes(fold(text).text);
  const beginnings = (pattern: RegExp) =>
    [...letters.matchAll(pattern)].map(([match]) => bare(match));
  return (
    // Eleven letters and digits without a vowel are not a word, but may be a number.
    beginnings(BEGINNING).some(
      (characters) => !isPlaceholder(characters) && /[a-z]/.test(characters),
    ) ||
    // In other groupings, words may have as many: "why try my PC by".
    beginnings(BEGINNING_ANYHOW).some(
      (characters) => /\d/.test(characters) && distinctLetters(characters) > 3,
    )
  );
}

/** A text without its product keys, so that the rest of a query can be searched. */
export function withoutProductKey(text: string): string {
  const keys = locateProductKeys(text);
  if (keys.length === 0) return text;
  let rest = "";
  let position = 0;
  for (const { start, end } of keys) {
    rest += text.slice(position, Math.max(position, start)) + " ";
    position = Math.max(position, end);
  }
  rest += text.slice(position);
  // The rest may close up to form another one: "VK7JG-VK7JG-NPHTM-…-NPHTM".
  return withoutProductKey(rest.replace(/\s+/g, " ").trim());
}

function makePattern(): string {
  const any = "[A-Za-z0-9]";
  const key = `[${KEY_ALPHABET}${KEY_ALPHABET.toUpperCase()}]`;
  const dashes = "[\\-\\u2010-\\u2015\\u2212_]";
  return `(?!.*${any}{5}(?:${dashes}${any}{5}){4})(?!.*(?:${key}{5}\\s*){4}${key}{5}).*`;
}

/**
 * For the `pattern` attribute of a search field, with which the browser refuses a product key even without script.
 * Narrower than `containsProductKey`, because nothing explains a false positive here.
 */
// Marked as pure, so that only bundles that use it contain it.
export const NO_PRODUCT_KEY_PATTERN = /* @__PURE__ */ makePattern();
