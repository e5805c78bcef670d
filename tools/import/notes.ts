/** Something of the source that is not in the draft as it was, and why. `text` is all of it. */
export type Note = { line: number; what: string; why: string; text: string };

/** What an import did with the source. Every word of it is in the draft or in here. */
export type Notes = { dropped: Note[]; changed: Note[] };

/** Where the lines of the last text end. Notes come many at a time for one text, and counting anew for each takes minutes. */
let counted: { text: string; breaks: number[] } | undefined;

/** The number of the line in which a character of a text stands, where the text begins on `firstLine`. */
export function lineAt(text: string, offset: number, firstLine: number): number {
  if (counted?.text !== text)
    counted = { text, breaks: [...text.matchAll(/\n/g)].map(({ index }) => index) };
  return firstLine + firstAtOrAfter(counted.breaks, offset);
}

/** The index of the first number of an ascending list that is not below `least`. */
function firstAtOrAfter(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stands for a hard line break until the text is whole: no character of any text, and no line of its own. */
export const BREAK = "\uFDD0";

/** What was found in a text: `groups` are those of the pattern, and of a pair what it holds comes last. */
export type Found = { index: number; whole: string; groups: string[] };

/** Finds something in a text, from left to right. */
export type Finder = (text: string) => Iterable<Found>;

/** Finds what a pattern matches. It must not look ahead without end: a text of half-written tags would take minutes. */
export const matches = (pattern: RegExp): Finder =>
  function* (text) {
    for (const { 0: whole, index, ...groups } of text.matchAll(pattern))
      yield { index, whole, groups: groupsOf(groups) };
  };

const groupsOf = (match: object) =>
  Object.entries(match).flatMap(([key, value]) =>
    /^\d+$/.test(key) ? [(value as string | undefined) ?? ""] : [],
  );

/**
 * Finds what stands from an opening to the next closing of the same name (the first group of both
 * patterns; none if there is one kind only). What nothing closes is no pair.
 */
export const pairs = (opening: RegExp, closing: RegExp): Finder =>
  function* (text) {
    const closings = new Map<string, { starts: number[]; ends: number[] }>();
    for (const match of text.matchAll(closing)) {
      const name = (match[1] ?? "").toLowerCase();
      const known = closings.get(name) ?? { starts: [], ends: [] };
      closings.set(name, known);
      known.starts.push(match.index);
      known.ends.push(match.index + match[0].length);
    }
    let from = 0;
    for (const match of text.matchAll(opening)) {
      if (match.index < from) continue;
      const known = closings.get((match[1] ?? "").toLowerCase());
      if (!known) continue;
      const end = match.index + match[0].length;
      const next = firstAtOrAfter(known.starts, end);
      const start = known.starts[next];
      from = known.ends[next] ?? from;
      if (start === undefined) continue;
      const { 0: _, index, ...groups } = match;
      yield {
        index,
        whole: text.slice(index, from),
        groups: [...groupsOf(groups), text.slice(end, start)],
      };
    }
  };

/** Fenced blocks and code within a line: nothing in them is a tag. */
const CODE =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gm;

/**
 * Replaces what `find` finds outside code. The text keeps its number of lines, so that every later
 * note can name the line of the source.
 */
export function replaceOutsideCode(
  text: string,
  find: Finder,
  replace: (found: Found) => string | undefined,
): string {
  const code = [...text.matchAll(CODE)].map(({ index, 0: { length } }) => [index, index + length]);
  const pieces: string[] = [];
  let next = 0;
  let position = 0;
  for (const found of find(text)) {
    while ((code[next]?.[1] ?? Infinity) <= found.index) next += 1;
    if ((code[next]?.[0] ?? Infinity) <= found.index) continue;
    const result = replace(found);
    if (result === undefined) continue;
    pieces.push(text.slice(position, found.index), keepLines(found.whole, result));
    position = found.index + found.whole.length;
  }
  return pieces.join("") + text.slice(position);
}

/** A replacement with as many line breaks as what it replaces. */
export function keepLines(whole: string, replacement: string): string {
  const breaks = (value: string) => value.match(/\n/g)?.length ?? 0;
  return replacement + "\n".repeat(Math.max(0, breaks(whole) - breaks(replacement)));
}
