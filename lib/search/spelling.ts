/**
 * How many slips of the finger lie between two words: a letter missing, added,
 * changed, or two neighbours swapped. More than `limit` gives `limit + 1`.
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

/** A word of the index that may be what the reader meant. */
export type Spelling = { word: string; slips: number };

/** The words of the index that corrections are chosen from, and how often each occurs. */
export type Vocabulary = {
  /** In alphabetical order. */
  words: readonly string[];
  /** In how many sections a word stands; 0 for an unknown one. */
  count: (word: string) => number;
};

// Comparing two words letter by letter is slow. A slip changes at most two of the letters that a
// word has at all, so most words are ruled out by their letters, which are kept for each list.
const letterSets = new WeakMap<readonly string[], Int32Array>();

// A digit or a sign: such a word is never a correction.
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
 * Words within `limit` slips of a word: fewest slips first, then those with the
 * same first letter (it is rarely the wrong one), then the more common ones.
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
    if (slips === 0 || slips > limit) continue;
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

/** Two known words that were typed without the space between them: "productkey". */
export function splitWord(word: string, vocabulary: Vocabulary): [string, string] | undefined {
  let best: [string, string] | undefined;
  let bestCount = 0;
  // Three letters on each side: shorter words make accidental pairs.
  for (let i = 3; i <= word.length - 3; i++) {
    const pair: [string, string] = [word.slice(0, i), word.slice(i)];
    // The rarer half decides: a pair is as likely as its less likely word.
    const count = Math.min(vocabulary.count(pair[0]), vocabulary.count(pair[1]));
    if (count > bestCount) {
      best = pair;
      bestCount = count;
    }
  }
  return best;
}
