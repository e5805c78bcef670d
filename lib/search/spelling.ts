/**
 * The number of typing slips between two words: a letter missing, added or changed, or two neighbors swapped
 * (Damerau–Levenshtein distance). More than `limit` gives `limit + 1`.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(slips);
      if (slips < best) best = slips;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/** A word of the index that the reader may have meant. */
type Spelling = { word: string; slips: number };

/** The words that corrections are chosen from, and how common each is. */
export type Vocabulary = {
  /** In alphabetical order. */
  words: readonly string[];
  /** The number of sections with a word; 0 for an unknown one. */
  count: (word: string) => number;
};

// Comparing two words letter by letter is slow. A slip changes at most two elements of a word's set of letters, so
// comparing these sets, which are cached for each list, rules out most words.
const letterSets = new WeakMap<readonly string[], Int32Array>();

// Set for words with a digit or a sign, which are never corrections.
const NO_WORD = 1 << 27;

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else letters |= /\p{L}/u.test(word[i] ?? "") ? 1 << 26 : NO_WORD;
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The words within `limit` slips of a word: fewest slips first, then those with the same first letter, which
 * is rarely wrong, then the more common ones.
 */
export function nearSpellings(word: string, limit: number, vocabulary: Vocabulary): Spelling[] {
  const found: (Spelling & { otherStart: number; count: number })[] = [];
  const { words } = vocabulary;
  const known = letterSets.get(words) ?? Int32Array.from(words, lettersOf);
  letterSets.set(words, known);
  const letters = lettersOf(word);
  for (let i = 0; i < words.length; i++) {
    const candidate = words[i] ?? "";
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > limit) continue;
    const theirs = known[i] ?? 0;
    if (theirs & NO_WORD || countBits(letters ^ theirs) > 2 * limit) continue;
    const slips = slipsBetween(word, candidate, limit);
    if (slips === 0 || slips > limit || isOpposite(word, candidate)) continue;
    const otherStart = candidate[0] === word[0] ? 0 : 1;
    found.push({ word: candidate, slips, otherStart, count: vocabulary.count(candidate) });
  }
  return found
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        a.otherStart - b.otherStart ||
        b.count - a.count ||
        (a.word < b.word ? -1 : 1),
    )
    .map(({ word: near, slips }) => ({ word: near, slips }));
}

/** "Unbootable" is no slip of "bootable". */
const isOpposite = (word: string, of: string): boolean =>
  /^(?:un|in|im|dis|non)$/.test(word.slice(0, -of.length)) && word.endsWith(of);

// Endings of as many letters as a correction may differ by.
const ENDING = /^(?:al|ic|ly)$/;

/** Whether a word is another one with an ending: a word of its own, no slip. */
export const isDerived = (word: string, from: string): boolean =>
  word.startsWith(from) && ENDING.test(word.slice(from.length));

/** Splits two known words that were typed without a space: "productkey". */
export function splitWord(word: string, vocabulary: Vocabulary): [string, string] | undefined {
  let best: [string, string] | undefined;
  let bestCount = 0;
  // At least three letters on each side: shorter words make accidental pairs.
  for (let i = 3; i <= word.length - 3; i++) {
    const pair: [string, string] = [word.slice(0, i), word.slice(i)];
    // A pair is as likely as its rarer word.
    const count = Math.min(vocabulary.count(pair[0]), vocabulary.count(pair[1]));
    if (count > bestCount) {
      best = pair;
      bestCount = count;
    }
  }
  return best;
}
