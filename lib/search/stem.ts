import { stemmer } from "stemmer";

// Turns British forms into American ones, as in Microsoft's labels, where a rule can. The result is only
// compared, never shown, so "enterprise" may become "enterprize".
const SPELLINGS: [RegExp, string][] = [
  [/^((?:un|re|sub)?licen)c/, "$1s"],
  [/^((?:de|of)fen)c(?=e)/, "$1s"],
  [/^(practi)c(?=e)/, "$1s"],
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, "iz$1"],
  [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
  [/^([a-z]{3,})our(s|ed|ing|ite|ites|able|less|ful|al|ally)?$/, "$1or$2"],
  [/^(cent|met|fib|theat|lit)re(s|d)?$/, "$1er$2"],
  [/^(cancel|label|enrol|fulfil|dial|model|travel|signal)l/, "$1"],
  [/^(catal|dial|anal)ogue(s?)$/, "$1og$2"],
  [/^(program)me(s?)$/, "$1$2"],
  [/^che(que)(s?)$/, "check$2"],
];

/** A word in American spelling, for comparing: "licence" becomes "license". */
export function americanSpelling(word: string): string {
  // The rules would damage short words ("rise", "four").
  if (word.length < 5) return word;
  for (const [pattern, replacement] of SPELLINGS) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/** Stems by word. A query is compared with hundreds of questions, and each asks for the same few stems. */
const known = new Map<string, string>();
/** Several times the words of the content; beyond, the words come from strangers. */
const MOST_KNOWN = 20_000;

/**
 * The stem of a word, the same for all its forms and for both spellings:
 * "linked", "linking" and "link"; "organisations" and "organization".
 * Codes and numbers stay as they are.
 */
export function stem(word: string): string {
  // English word forms have at most some 24 letters; longer ones are noise. "News" is not a form of "new".
  if (!/^(?!news$)[a-z]{3,24}$/.test(word)) return word;
  let result = known.get(word);
  if (result === undefined) {
    result = stemmer(americanSpelling(word));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, result);
  }
  return result;
}
