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
  return new Set(characters).size < 3 || /^\d+$/.test(characters);
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

/** The positions of product keys in a text that `fold` has normalized. */
export function locateProductKeys(folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const text = withoutLookAlikes(folded);
  for (const [from, to] of placesOfKeys(text))
    found.push(...tryPatterns(text.slice(from, to), from));
  return found.sort((a, b) => a.start - b.start);
}

/** Tries every pattern on all of a text, however long that takes. Exported for the test that {@link placesOfKeys} leaves nothing out. */
export function tryPatterns(part: string, offset = 0): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let text = part;
  for (const [pattern, isKey] of PATTERNS)
    text = text.replace(pattern, (match: string, at: number) => {
      if (isPlaceholder(bare(match)) || !isKey(match)) return match;
      const start = offset + at;
      found.push({ start, end: start + match.length });
      // Narrow patterns come first, so that wide ones do not match their finds together with the neighbors.
      return " ".repeat(match.length);
    });
  return found;
}

/** For each ASCII character: 0 separates, 1 is a letter or digit, 3 is one that keys have. */
const CLASSES = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyz0123456789")
  CLASSES[character.charCodeAt(0)] = KEY_ALPHABET.includes(character) ? 3 : 1;

/** The lengths in the patterns above. */
const KEY_LENGTH = 25;
const GROUP = 5;
const LONGEST_GAP = 8;
const LONGEST_WORDS_BETWEEN = 16;

/**
 * The parts of a text in which a pattern can match, found in one pass: the patterns themselves take ten times as long, and
 * a log of a megabyte has hardly any such part. A part begins and ends between two words.
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
  // The last five words: where each began, and its length. Five of them in a row, the three in the middle of five characters.
  const starts = [0, 0, 0, 0, 0];
  const lengths = [0, 0, 0, 0, 0];
  let words = 0;
  let groups = 0;
  let groupsStart = 0;
  let groupsEnd = 0;

  let end = 0;
  for (let i = 0; i < text.length;) {
    if (!isWordAt(text, i)) {
      i++;
      continue;
    }
    const start = i;
    const gap = start - end;
    if (gap > LONGEST_GAP) keyCharacters = words = 0;
    let onlyKey = true;
    let place = -1;
    for (; i < text.length && isWordAt(text, i); i++) {
      if (CLASSES[text.charCodeAt(i)] === 3) {
        if (keyCharacters++ === 0) keyStart = start;
        if (keyCharacters >= KEY_LENGTH && place < 0) place = keyStart;
      } else {
        keyCharacters = 0;
        onlyKey = false;
      }
    }
    end = i;
    const length = end - start;
    if (place >= 0) add(place, end);

    const slot = words % GROUP;
    starts[slot] = start;
    lengths[slot] = length;
    words = length < GROUP ? 0 : words + 1;
    if (words >= GROUP) {
      const nth = (back: number) => (slot + GROUP - back) % GROUP;
      if ([1, 2, 3].every((back) => lengths[nth(back)] === GROUP)) add(starts[nth(4)] ?? 0, end);
    }

    // A key that is cut out of a longer word may leave a group.
    if ((length === GROUP && onlyKey) || length >= 2 * GROUP) {
      if (start - groupsEnd > LONGEST_WORDS_BETWEEN) groups = 0;
      if (groups++ === 0) groupsStart = start;
      groupsEnd = end;
      if (groups >= GROUP) add(groupsStart, end);
    }
  }
  // With the characters around, which the patterns look at.
  return places.map(([from, to]) => [Math.max(0, from - 1), Math.min(text.length, to + 1)]);
}

const isWordAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code < 128 && CLASSES[code] !== 0;
};

/**
 * Whether a text contains a product key: 25 characters, in groups or not, with any separators or none. Such a text
 * is neither sent nor stored.
 */
export function containsProductKey(text: string): boolean {
  return locateProductKeys(fold(text).text).length > 0;
}

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
  const folded = fold(text);
  const keys = locateProductKeys(folded.text);
  if (keys.length === 0) return text;
  let rest = "";
  let position = 0;
  for (const key of keys) {
    rest += text.slice(position, Math.max(position, folded.start(key.start))) + " ";
    position = Math.max(position, folded.end(key.end));
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
