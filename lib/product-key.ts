import { fold } from "@/lib/text/fold";

// The characters of keys: no vowels, nothing easily confused. 24 of them as in any program that decodes the
// registry's DigitalProductId (such as decode_cd_key in Fox-IT's dissect.target), and the N that keys have since
// Windows 8.
export const KEY_ALPHABET = "bcdfghjkmnpqrtvwxy2346789";
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
export const withoutLookAlikes = (folded: string): string => folded.replace(LOOKS, plainLook);

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

/** The positions of the product keys in a text. */
export function locateProductKeys(text: string): { start: number; end: number }[] {
  const folded = fold(text);
  return tryPatterns(folded.text)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start: folded.start(start), end: folded.end(end) }));
}

function tryPatterns(folded: string): { start: number; end: number }[] {
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
