/** Of any real article, none has a tenth of this: what is more would keep the Markdown parsers busy for minutes. */
export const MARKDOWN_LIMITS = {
  /** They need a tenth of a millisecond per line, ten times less if it is empty, */
  lines: 10_000,
  /** and a hundredth per character that may be Markdown. */
  signs: 200_000,
  /** Their time grows with the square of these in a text, */
  items: 2_000,
  /** of these in a paragraph, */
  paragraphLines: 2_000,
  paragraphSigns: 2_000,
  /** and with the depth of each line. */
  depth: 50,
};

const NAMES: Record<keyof typeof MARKDOWN_LIMITS, string> = {
  lines: "lines",
  signs: "Markdown and HTML characters",
  items: "lines of lists and quotes",
  paragraphLines: "lines in one paragraph",
  paragraphSigns: "Markdown and HTML characters in one paragraph",
  depth: "levels of lists and quotes in each other",
};

const LIMITS = Object.keys(NAMES) as (keyof typeof NAMES)[];

const SIGN = /[*_[\]<`!&~:@{}]|www\./g;
const EMPTY = /^[ \t]*$/;
const MARKER = /^[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)/;
const DEEP = new RegExp(
  `^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])(?=[ \\t>])){${MARKDOWN_LIMITS.depth + 1}}`,
);

/** How many lines and signs a text has; or the first limit that it exceeds, and the line of that. */
export function markdownSize(
  text: string,
):
  | { lines: number; signs: number; excess?: undefined }
  | { lines?: undefined; signs?: undefined; excess: string; line: number } {
  const found = { lines: 0, signs: 0, items: 0, paragraphLines: 0, paragraphSigns: 0, depth: 0 };
  for (const [i, line] of text.split("\n").entries()) {
    if (EMPTY.test(line)) {
      found.lines += 0.1;
      found.paragraphLines = found.paragraphSigns = 0;
      continue;
    }
    if (MARKER.test(line)) {
      found.items += 1;
      if (!/^[ \t]*>/.test(line)) found.paragraphLines = found.paragraphSigns = 0;
      if (DEEP.test(line)) found.depth = MARKDOWN_LIMITS.depth + 1;
    }
    const signs = line.match(SIGN)?.length ?? 0;
    found.lines += 1;
    found.signs += signs;
    found.paragraphLines += 1;
    found.paragraphSigns += signs;
    const limit = LIMITS.find((name) => found[name] > MARKDOWN_LIMITS[name]);
    if (limit)
      return {
        excess: `expected at most ${MARKDOWN_LIMITS[limit]} ${NAMES[limit]}, found more`,
        line: i + 1,
      };
  }
  return { lines: found.lines, signs: found.signs };
}
