/** A part of the source that was changed or dropped, and why. `text` is the original. */
export type Note = { line: number; what: string; why: string; text: string };

/** What an import changed and dropped. Every word of the source is in the draft or in here. */
export type Notes = { dropped: Note[]; changed: Note[] };

/** A line break that the source does not have: white space to every parser, but it does not count as a line. */
export const NEW_LINE = "\t \t\n";
const SOURCE_BREAK = /(?<!\t \t)\n/g;

/** Returns a function for the line of a character; the text begins on `firstLine`. */
export function lineNumbers(text: string, firstLine: number): (offset: number) => number {
  // Computed once, because a text may get thousands of notes.
  let breaks: number[] | undefined;
  return (offset) => {
    breaks ??= [...text.matchAll(SOURCE_BREAK)].map(({ index }) => index);
    return firstLine + firstAtOrAfter(breaks, offset);
  };
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

/** Represents a hard line break until {@link Notes} are complete: no text contains it, and it does not count as a line. */
export const BREAK = "\uFDD0";

/** A match: `groups` are those of the pattern, for a pair followed by the text between its tags. */
export type Found = { index: number; whole: string; groups: string[] };

/** Finds matches in a text, from left to right. */
export type Finder = (text: string) => Iterable<Found>;

/** Finds a pattern, which must not look ahead without a limit: a text of unclosed tags would take minutes. */
export const matches = (pattern: RegExp): Finder =>
  function* (text) {
    for (const match of text.matchAll(pattern))
      yield { index: match.index, whole: match[0], groups: groupsOf(match) };
  };

const groupsOf = (match: RegExpExecArray) =>
  match.slice(1).map((group: string | undefined) => group ?? "");

/**
 * Finds pairs of an opening and the next closing tag with the same name, which is the first group of both patterns
 * (or absent). Tags that are not closed are skipped.
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
      yield {
        index: match.index,
        whole: text.slice(match.index, from),
        groups: [...groupsOf(match), text.slice(end, start)],
      };
    }
  };

/** The code in the last text: most searches do not change the text. */
let looked: { text: string; ranges: [start: number, end: number][] } | undefined;

/** At any depth: in a list or a quote, a fence is indented. */
const FENCE = /^[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;

/**
 * The positions of code blocks and inline code, in which nothing is a tag. Without a regular expression, which would
 * take quadratic time for a long run of backticks.
 */
function codeRanges(text: string): [start: number, end: number][] {
  if (looked?.text === text) return looked.ranges;
  const ranges: [number, number][] = [];
  looked = { text, ranges };
  let fence: { start: number; mark: string } | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const [, mark = "", rest = ""] = FENCE.exec(line) ?? [];
    if (fence) {
      if (mark.startsWith(fence.mark) && rest.trim() === "") {
        ranges.push([fence.start, end]);
        fence = undefined;
      }
    } else if (mark && !(mark.startsWith("`") && rest.includes("`"))) fence = { start, mark };
    else for (const [from, to] of codeSpans(line)) ranges.push([start + from, start + to]);
    start = end + 1;
  }
  if (fence) ranges.push([fence.start, text.length]);
  return ranges;
}

/** Inline code: from a run of backticks to the next of the same length. */
function codeSpans(line: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  const runs = [...line.matchAll(/`+/g)];
  const next = new Map<number, number>();
  const partners = runs.map(() => -1);
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const { length } = runs[i]![0];
    partners[i] = next.get(length) ?? -1;
    next.set(length, i);
  }
  for (let i = 0; i < runs.length; i += 1) {
    const partner = runs[partners[i]!];
    if (!partner) continue;
    spans.push([runs[i]!.index, partner.index + partner[0].length]);
    i = partners[i]!;
  }
  return spans;
}

/**
 * Replaces matches outside code. The number of lines stays the same, so that later notes can name the line of the source.
 */
export function replaceOutsideCode(
  text: string,
  find: Finder,
  replace: (found: Found) => string | undefined,
): string {
  const pieces: string[] = [];
  let code: [number, number][] | undefined;
  let next = 0;
  let position = 0;
  for (const found of find(text)) {
    code ??= codeRanges(text);
    while ((code[next]?.[1] ?? Infinity) <= found.index) next += 1;
    if ((code[next]?.[0] ?? Infinity) <= found.index) continue;
    const result = replace(found);
    if (result === undefined) continue;
    pieces.push(text.slice(position, found.index), keepLines(found.whole, result));
    position = found.index + found.whole.length;
  }
  return position === 0 ? text : pieces.join("") + text.slice(position);
}

/** A replacement with as many line breaks as the original. */
function keepLines(whole: string, replacement: string): string {
  const breaks = (value: string) => value.match(SOURCE_BREAK)?.length ?? 0;
  return replacement + "\n".repeat(Math.max(0, breaks(whole) - breaks(replacement)));
}
