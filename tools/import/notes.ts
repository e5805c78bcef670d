/** Something of the source that is not in the draft as it was, and why. `text` is all of it. */
export type Note = { line: number; what: string; why: string; text: string };

/** What an import did with the source. Every word of it is in the draft or in here. */
export type Notes = { dropped: Note[]; changed: Note[] };

/** The number of the line in which a character of a text stands, where the text begins on `firstLine`. */
export function lineAt(text: string, offset: number, firstLine: number): number {
  return firstLine + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
}

/** Fenced blocks and code within a line: nothing in them is a tag. */
const CODE =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gm;

/**
 * Replaces what a pattern finds outside code. The text keeps its number of
 * lines, so that every later note can name the line of the source.
 */
export function replaceOutsideCode(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): string {
  const code = [...text.matchAll(CODE)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return text.replace(pattern, (...args: unknown[]) => {
    const groups = typeof args.at(-1) === "object" ? args.length - 3 : args.length - 2;
    const found = args.slice(0, groups) as string[];
    const index = args[groups] as number;
    const whole = found[0] ?? "";
    if (code.some(([start, end]) => index >= start && index < end)) return whole;
    const match = Object.assign(found, { index, input: text }) as RegExpExecArray;
    const result = replace(match);
    return result === undefined ? whole : keepLines(whole, result);
  });
}

/** A replacement with as many line breaks as what it replaces. */
export function keepLines(whole: string, replacement: string): string {
  const breaks = (value: string) => value.match(/\n/g)?.length ?? 0;
  return replacement + "\n".repeat(Math.max(0, breaks(whole) - breaks(replacement)));
}
