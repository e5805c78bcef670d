import { stemmer } from "stemmer";

// British forms become American ones, which Microsoft's English labels use.
// Only pairs that a rule can tell; the result is a key for comparing, never
// shown, so "enterprise" may well become "enterprize".
const SPELLINGS: [RegExp, string][] = [
  [/^((?:un|re|sub)?licen)c/, "$1s"],
  [/^((?:de|of)fen)c(?=e)/, "$1s"],
  [/^(practi)c(?=e)/, "$1s"],
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, "iz$1"],
  [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
  [/^([a-z]{3,})our(s|ed|ing|ite|ites|able|less|ful|al|ally)?$/, "$1or$2"],
  [/^(cent|met|fib|theat|lit)re(s|d)?$/, "$1er$2"],
  [/^(cancel|label|enrol|fulfil|dial|model|travel|signal)l/, "$1"],
  [/^(catal|dial|anal)ogue(s?)$/, "$1og$2"],
  [/^(program)me(s?)$/, "$1$2"],
  [/^che(que)(s?)$/, "check$2"],
];

/** A word in its American spelling, for comparing: "licence" and "license" give the same. */
export function americanSpelling(word: string): string {
  // Short words ("rise", "four") are no pairs, and the rules would harm them.
  if (word.length < 5) return word;
  for (const [pattern, replacement] of SPELLINGS) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/**
 * The stem of a word, the same for all its forms and for both spellings:
 * "linked", "linking" and "link"; "organisations" and "organization".
 * Codes and numbers stay as they are.
 */
export function stem(word: string): string {
  // The longest English word forms have some 24 letters; the rest is noise. "News" is no form of "new".
  return /^(?!news$)[a-z]{3,24}$/.test(word) ? stemmer(americanSpelling(word)) : word;
}
