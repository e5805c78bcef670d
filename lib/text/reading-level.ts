import type { RootContent } from "mdast";
import { parseText, plainText } from "./parse-text";
import { blocksOf, sentencesOf } from "./sentences";

/**
 * The Flesch-Kincaid grade of texts: roughly the school year needed to read them. Headings and table cells are not
 * sentences and do not count. An estimate for finding hard pages, not a judgment: it only considers the length of
 * words and sentences. Undefined for fewer than 30 words, where it means nothing.
 */
export function readingGrade(markdowns: readonly string[]): number | undefined {
  const sentences = markdowns
    .flatMap((markdown) => blocksOf(parseText(markdown)))
    .filter(({ kind }) => kind === "paragraph")
    .flatMap(({ node }) => sentencesOf(plainText([node as RootContent])))
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length < 30) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Words with letters. A code such as 0xC004F211 is looked at, not read. */
function wordsOf(sentence: string): string[] {
  return (
    sentence
      .match(/[\p{L}\d]+(?:[’'][\p{L}]+)*/gu)
      ?.filter((word) => /^\p{L}[\p{L}’']*$/u.test(word)) ?? []
  );
}

/**
 * About how many syllables an English word has: its groups of vowels, with the
 * endings that are silent or spoken apart. Off by one for some words, right on
 * average, which is all that a grade needs.
 */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[’']s?$|[^a-z]/g, "");
  // PC, BIOS: capitals without a vowel are spelled out.
  if (!/[aeiouy]/.test(letters)) return Math.max(1, letters.length);
  const groups = letters
    .replace(/(?<=[^aeiouy])(?:es|ed)$/, (ending, at: number) =>
      spoken(letters.slice(0, at), ending) ? ending : "",
    )
    .replace(/(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$/, "")
    .replace(
      /(?<=[aeiouyl])e(?=(?:ly|ment|ful|less)$)|(?<=[^aeiouy])e(?=(?:ly|ment|ments|ful|less|ness)$)/,
      "",
    )
    .match(/[aeiouy]+/g);
  const apart =
    letters
      .match(/i[ao](?!us\b)|[aeou]ing$|eo|ua|uou|(?<=.)y[aeio]/g)
      ?.filter((pair) => pair !== "io").length ?? 0;
  const together = letters.match(/[ctgs]ia/g)?.length ?? 0;
  return Math.max(1, (groups?.length ?? 0) + apart - together);
}

/** Is the e of this ending spoken, as in “boxes” and “added”? */
function spoken(before: string, ending: string): boolean {
  return ending === "ed" ? /[td]$/.test(before) : /(?:[szxcg]|ch|sh)$/.test(before);
}
