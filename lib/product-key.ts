import { fold } from "@/lib/text/fold";

// Five groups of five. A dash between all of them says "key" by itself.
const WITH_DASHES = /[a-z0-9]{5}(?: ?[-_] ?[a-z0-9]{5}){4}/g;
// Spaces, dots and the like also stand between five ordinary words.
const WITH_GAPS = /(?<![a-z0-9])[a-z0-9]{5}(?:[ .,:;/|_-]{1,3}[a-z0-9]{5}){4}(?![a-z0-9])/g;
// Letters and digits that occur in keys: no vowels, nothing easily confused. 24 of them as in every
// program that decodes the registry's DigitalProductId (for one decode_cd_key of Fox-IT's
// dissect.target), and the N that keys have since Windows 8.
const KEY_ALPHABET = "bcdfghjkmnpqrtvwxy2346789";
// Without gaps only the alphabet tells a key from a name ("Office24HomeBusiness2024R"). Also glued
// to a word: "keyVK7JG…". Digits are not asked for: one key in 5,000 has none, and no word is so
// long without a vowel.
const WITHOUT_GAPS = new RegExp(`[${KEY_ALPHABET}]{25}`, "g");
const ONLY_KEY_ALPHABET = new RegExp(`^[${KEY_ALPHABET}]+$`);

/** "XXXXX-XXXXX-…" shows the shape of a key and 25 digits are a number; they are none. */
function isPlaceholder(characters: string): boolean {
  return new Set(characters).size < 3 || /^\d+$/.test(characters);
}

function isKeyWithGaps(match: string): boolean {
  const groups = match.split(/[^a-z0-9]+/);
  const mixed = groups.filter((group) => /\d/.test(group) && /[a-z]/.test(group)).length;
  // "build 26100 error after patch" has one group with digits and all vowels.
  return mixed > 1 || ONLY_KEY_ALPHABET.test(groups.join(""));
}

/** Where product keys stand in a text that `fold` has folded. */
export function locateProductKeys(folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const take = (pattern: RegExp, isKey: (match: string) => boolean) => {
    for (const match of folded.matchAll(pattern)) {
      if (isPlaceholder(match[0].replace(/[^a-z0-9]/g, "")) || !isKey(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  };
  take(WITH_DASHES, () => true);
  take(WITH_GAPS, isKeyWithGaps);
  take(WITHOUT_GAPS, () => true);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Does the text hold a product key (25 characters, with dashes, spaces or
 * nothing between the groups)? Such a text is neither sent nor stored.
 */
export function containsProductKey(text: string): boolean {
  return locateProductKeys(fold(text).text).length > 0;
}

// Two whole groups and the beginning of a third: from here on it is worth hiding.
const BEGINNING = new RegExp(
  `[${KEY_ALPHABET}]{5}(?:[ .,:;/|_-]{0,3}[${KEY_ALPHABET}]{5})+[ .,:;/|_-]{0,3}[${KEY_ALPHABET}]`,
  "g",
);

/**
 * Does the text look like a product key of which more than ten characters are there? What is sent
 * or kept while it is typed must stop before the key is whole.
 */
export function mayBecomeProductKey(text: string): boolean {
  return [...fold(text).text.matchAll(BEGINNING)].some(([match]) => {
    const characters = match.replace(/[^a-z0-9]/g, "");
    // Eleven letters and digits without a vowel: no word, but a number may have as many.
    return !isPlaceholder(characters) && /[a-z]/.test(characters);
  });
}

/** The text without the product keys in it, for the rest of a query. */
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
  // What is left may close up to another one: "VK7JG-VK7JG-NPHTM-…-NPHTM".
  return withoutProductKey(rest.replace(/\s+/g, " ").trim());
}

function makePattern(): string {
  const any = "[A-Za-z0-9]";
  const key = `[${KEY_ALPHABET}${KEY_ALPHABET.toUpperCase()}]`;
  const dashes = "[\\-\\u2010-\\u2015\\u2212_]";
  return `(?!.*${any}{5}(?:${dashes}${any}{5}){4})(?!.*(?:${key}{5}\\s*){4}${key}{5}).*`;
}

/**
 * For the `pattern` attribute of a search field: the browser then refuses a
 * product key also without script. Narrower than `containsProductKey`, because
 * here nobody can explain a false alarm.
 */
// Marked as pure, so that only a bundle that uses it has it.
export const NO_PRODUCT_KEY_PATTERN = /* @__PURE__ */ makePattern();
