import { locateErrorCodes } from "@/lib/errors/error-code";
import { fold } from "@/lib/text/fold";

/** A word of a text, in the form used in the index. */
export type Token = {
  term: string;
  /** Its position in the original text. */
  start: number;
  end: number;
  /** Set on "signin" for "sign-in": the number of preceding words that are its parts. */
  parts?: number;
};

// Words that occur in every text. No negations: "not activated" is the opposite of "activated". Compounds keep
// them ("sign-in" is also "signin").
const STOP_WORDS = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have how i if im in is it its ive " +
    "me my of on or our please should so than that the their them then there these they this to was we were what " +
    "when where which who why will with would you your wheres whats hows whos thats theres"
  ).split(" "),
);

/** Whether a word is too common to say what a text is about. */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term);
}

// "can't activate", "isn't activated", "won't activate": for a search they all mean "not", with or without the
// apostrophe. Otherwise a rare "cant" would count more than the verb.
const NEGATION =
  /^(?:cannot|(?:ca|wo|do|doe?se?|did|is|was|are|were|has|had|have|must|(?:c|w|sh)ould)n'?t)$/;

const KEY_NAME = "(?:win(?:dows)?(?: logo)?(?: key)?|ctrl|control|strg|alt|shift|fn)";
const KEY_COMBINATION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${KEY_NAME} ?\\+ ?)+[a-z0-9]{1,6}(?![\\p{L}\\p{N}])`,
  "gu",
);
const KNOWLEDGE_BASE = /(?<![\p{L}\p{N}])kb[ -]?(\d{6,7})(?!\d)/gu;
const PARTIAL_CODE = /(?<![\p{L}\p{N}])0x ?([0-9a-f]{1,7})(?![\p{L}\p{N}])/gu;

// Chinese and Japanese have no spaces, so each two characters count as a word.
const UNSPACED = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー";
const TWO_UNSPACED = new RegExp(`[${UNSPACED}]{2}`, "u");
const LETTERS = `(?:[^\\P{L}${UNSPACED}]|\\p{N})+`;
const WORD = new RegExp(`[${UNSPACED}]+|${LETTERS}(?:['._-]${LETTERS})*`, "gu");

// Longer terms are hashes and addresses, which nobody types.
const LONGEST_TERM = 40;

function keyCombination(text: string): string {
  return text
    .split("+")
    .map((key) =>
      key
        .trim()
        .replace(/^win.*$/, "win")
        .replace(/^(control|strg)$/, "ctrl"),
    )
    .join("+");
}

function wordParts(word: string): { term: string; start: number; end: number }[] {
  return [...word.matchAll(/[^._-]+/g)].map((match) => ({
    term: NEGATION.test(match[0]) ? "not" : match[0].replace(/'s$/, "").replace(/'/g, ""),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The words of a text, for the index and the query alike. Error codes in any spelling become one canonical token
 * (`0xc004f211`), key combinations `win+r`, article numbers `kb5034441`; `sign-in` gives `sign`, `in` and
 * `signin`. Of Chinese and Japanese each two characters are a word.
 */
export function tokenize(text: string): Token[] {
  const folded = fold(text);
  let rest = folded.text;
  const tokens: Token[] = [];
  const add = (term: string, start: number, end: number, parts?: number) => {
    const token: Token = { term, start: folded.start(start), end: folded.end(end) };
    if (parts) token.parts = parts;
    tokens.push(token);
  };
  const blank = (start: number, end: number) => {
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  };
  const take = (pattern: RegExp, term: (match: RegExpMatchArray) => string) => {
    for (const match of rest.matchAll(pattern)) {
      const end = match.index + match[0].length;
      add(term(match), match.index, end);
      blank(match.index, end);
    }
  };

  for (const { code, start, end } of locateErrorCodes(rest)) {
    add(code.toLowerCase(), start, end);
    blank(start, end);
  }
  take(KEY_COMBINATION, (match) => keyCombination(match[0]));
  take(KNOWLEDGE_BASE, (match) => `kb${match[1]}`);
  take(PARTIAL_CODE, (match) => `0x${match[1]}`);

  for (const match of rest.matchAll(WORD)) {
    const parts = wordParts(match[0]).filter(({ term }) => term !== "");
    for (const { term, start, end } of parts) {
      const at = match.index + start;
      if (!TWO_UNSPACED.test(term)) add(term.slice(0, LONGEST_TERM), at, match.index + end);
      else for (let i = 0; i + 1 < term.length; i++) add(term.slice(i, i + 2), at + i, at + i + 2);
    }
    // "10.0" and "2025-10-14" are not compounds.
    if (parts.length > 1 && parts.some(({ term }) => /\D/.test(term))) {
      const joined = parts.map(({ term }) => term).join("");
      const length = match[0].length;
      if (joined.length <= LONGEST_TERM)
        add(joined, match.index, match.index + length, parts.length);
    }
  }
  // A compound comes after its last part.
  return tokens.sort((a, b) => a.end - b.end || (a.parts ?? 0) - (b.parts ?? 0));
}
