/** Something of the source that is not in the draft as it was, and why. `text` is all of it. */
export type Note = { line: number; what: string; why: string; text: string };

/** What an import did with the source. Every word of it is in the draft or in here. */
export type Notes = { dropped: Note[]; changed: Note[] };

/** A line break that the source does not have: white space to every parser, and no line of its own in a note. */
export const NEW_LINE = "\t \t\n";
const SOURCE_BREAK = /(?<!\t \t)\n/g;

/** Tells the line in which a character of a text stands, where the text begins on `firstLine`. */
export function lineNumbers(text: string, firstLine: number): (offset: number) => number {
  // Notes come many at a time for one text: counting anew for each takes minutes.
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

/** Stands for a hard line break until the text is whole: no character of any text, and no line of its own. */
export const BREAK = "\uFDD0";

/** What was found in a text: `groups` are those of the pattern, and of a pair what it holds comes last. */
export type Found = { index: number; whole: string; groups: string[] };

/** Finds something in a text, from left to right. */
export type Finder = (text: string) => Iterable<Found>;

/** Finds what a pattern matches. It must not look ahead without end: a text of half-written tags would take minutes. */
export const matches = (pattern: RegExp): Finder =>
  function* (text) {
    for (const match of text.matchAll(pattern))
      yield { index: match.index, whole: match[0], groups: groupsOf(match) };
  };

const groupsOf = (match: RegExpExecArray) =>
  match.slice(1).map((group: string | undefined) => group ?? "");

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
      yield {
        index: match.index,
        whole: text.slice(match.index, from),
        groups: [...groupsOf(match), text.slice(end, start)],
      };
    }
  };

/** Where code stands in the last text: most searches leave the text as it is. */
let looked: { text: string; ranges: [start: number, end: number][] } | undefined;

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Where fenced blocks and code within a line stand: nothing in them is a tag. By hand, because a
 * pattern tries a long run of backticks from each of its lengths.
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

/** Code within a line: from a run of backticks to the next of the same length. */
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
 * Replaces what `find` finds outside code. The text keeps its number of lines, so that every later
 * note can name the line of the source.
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

/** A replacement with as many line breaks as what it replaces. */
export function keepLines(whole: string, replacement: string): string {
  const breaks = (value: string) => value.match(SOURCE_BREAK)?.length ?? 0;
  return replacement + "\n".repeat(Math.max(0, breaks(whole) - breaks(replacement)));
}
