import type { Nodes, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { MARKDOWN_LIMITS, markdownSize } from "../../lib/checks/markdown-limits";

// Legacy articles have no components, so this is plain Markdown, not MDX.
const parser = unified().use(remarkParse).use(remarkGfm);

/** A part of a text that would keep the parser busy for minutes, and why. */
export type Unparsed = { type: "unparsed"; why: string; position: Position };
type Position = NonNullable<Nodes["position"]>;

/** A part of a text that can be parsed on its own, and its blocks. */
type Part = { start: number; source: string; gap: string; nodes: (RootContent | Unparsed)[] };

/** About as much of a text is parsed at once. */
const TOGETHER = 4_000;

/**
 * The blocks of a Markdown text, the same as if it were parsed at once. The parser's time grows with the square of the
 * quotes and lists of a text, and it needs a minute for 1 MB of short paragraphs. So it gets a text in parts, and no
 * paragraph that has no Markdown; what is beyond {@link MARKDOWN_LIMITS} remains {@link Unparsed}.
 */
export function parseMarkdown(text: string): (RootContent | Unparsed)[] {
  const parts: Part[] = [];
  const batches: Part[][] = [[]];
  let lines = 0;
  let signs = 0;
  let length = 0;
  for (const [start, end] of partsOf(text)) {
    let last = end;
    while (last > start && " \t\n".includes(text[last - 1]!)) last -= 1;
    if (last === start) continue;
    const part: Part = {
      start,
      source: text.slice(start, last),
      // Without one, some texts are other Markdown.
      gap: last < text.length ? "\n\n" : "",
      nodes: [],
    };
    parts.push(part);
    if (!MAY_BE_MARKDOWN.test(part.source)) {
      const lineEnd = text.indexOf("\n", last);
      part.nodes.push(paragraph(part, lineEnd < 0 ? text.length : lineEnd));
      continue;
    }
    const size = markdownSize(part.source);
    if (size.excess !== undefined) {
      part.nodes.push({ type: "unparsed", why: size.excess, position: spanOf(start, last) });
      continue;
    }
    lines += size.lines;
    signs += size.signs;
    if (lines > MARKDOWN_LIMITS.lines || signs > MARKDOWN_LIMITS.signs) {
      part.nodes.push({ type: "unparsed", why: TOO_MUCH, position: spanOf(start, text.length) });
      break;
    }
    if (length > TOGETHER) {
      batches.push([]);
      length = 0;
    }
    length += part.source.length;
    batches.at(-1)!.push(part);
  }
  const own = batches.map((batch) => parseBatch(batch));
  const all = new Set(own.flatMap((names) => [...names]));
  for (const [i, batch] of batches.entries()) {
    const named = batch.flatMap(({ source }) =>
      [...source.matchAll(/\[([^[\]\n]+)\]/g)].map(([, name = ""]) => name),
    );
    const elsewhere = new Set(
      named.filter((name) => all.has(same(name)) && !own[i]!.has(same(name))),
    );
    if (elsewhere.size > 0) parseBatch(batch, [...elsewhere]);
  }
  return parts.flatMap(({ nodes }) => nodes);
}

const TOO_MUCH = `expected at most ${MARKDOWN_LIMITS.lines} lines and ${MARKDOWN_LIMITS.signs} characters of Markdown, found more`;

const paragraph = ({ start, source }: Part, end: number): RootContent => ({
  type: "paragraph",
  children: [{ type: "text", value: source, position: spanOf(start, start + source.length) }],
  position: spanOf(start, end),
});

/**
 * Parses parts of a text, in which the names of footnotes and addresses are defined elsewhere; returns the names that
 * they define.
 */
function parseBatch(batch: readonly Part[], names: readonly string[] = []): ReadonlySet<string> {
  // The comment ends the last footnote, whatever follows.
  let source =
    names.map((name) => `[${name}]: x\n\n`).join("") + (names.length ? "<!-- -->\n\n" : "");
  const starts = batch.map((part) => {
    part.nodes = [];
    const start = source.length;
    source += part.source + part.gap;
    return start;
  });
  const defined = new Set<string>();
  let at = -1;
  for (const child of parser.parse(source).children) {
    while (startOf(child) >= (starts[at + 1] ?? Infinity)) at += 1;
    const part = batch[at];
    if (!part) continue;
    const shift = part.start - starts[at]!;
    visit(child, (node) => {
      if (node.type === "definition") defined.add(same(node.label ?? ""));
      else if (node.type === "footnoteDefinition") defined.add(same(`^${node.label ?? ""}`));
      if (!node.position) return;
      node.position.start.offset! += shift;
      node.position.end.offset! += shift;
    });
    part.nodes.push(child);
  }
  return defined;
}

/** Names in brackets are the same in any case and with any spaces. */
const same = (name: string) => name.replace(/\s+/g, " ").trim().toLowerCase();

const FENCE = /^( *)(`{3,}|~{3,})(.*)$/;
const FENCE_OF_ITEM = /^[ \t>]*(?:[*+-]|\d{1,9}[.)])[ \t>*+\d.)-]*(?:`{3,}|~{3,})/;
const ITEM = /^[ \t>]*(?:[*+-]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?:[ \t]|$)/;
const TAG = /^[ \t>*+\d.)-]*<[a-z/]/i;
/** HTML that goes on after an empty line. */
const LONG_HTML = /^[ \t>*+\d.)-]*<(?:pre|script|style|textarea|[!?])/i;
/** What may belong to the list before an empty line. */
const GOES_ON = /^(?:[ \t*+-]|\d)/;

/**
 * The ranges of a text that can be parsed one by one: each begins after an empty line with what ends everything before
 * it. From where that is not certain, the rest is one range.
 */
function* partsOf(text: string): Generator<[start: number, end: number]> {
  let from = 0;
  let start = 0;
  let fence: { mark: string; indent: number; mayEnd: boolean } | undefined;
  let isAfterEmpty = false;
  let hasItem = false;
  let hasTag = false;
  for (const line of text.split("\n")) {
    if (/^[ \t]*$/.test(line)) {
      isAfterEmpty = true;
      hasTag = false;
      start += line.length + 1;
      continue;
    }
    if (isAfterEmpty && !fence && !GOES_ON.test(line)) {
      yield [from, start];
      from = start;
      hasItem = false;
    }
    isAfterEmpty = false;
    hasItem ||= ITEM.test(line);
    hasTag ||= TAG.test(line);
    const found = FENCE.exec(line);
    const indent = found?.[1]?.length ?? 0;
    const mark = found?.[2] ?? "";
    const rest = found?.[3] ?? "";
    if (fence) {
      // In a list item, a line with less indent ends the listing, too.
      if (fence.mayEnd && (/^ */.exec(line)![0].length < fence.indent || indent > 3)) break;
      if (indent < 4 && mark.startsWith(fence.mark) && rest.trim() === "") fence = undefined;
    } else if (LONG_HTML.test(line) || FENCE_OF_ITEM.test(line) || (mark && hasTag)) break;
    else if (mark && indent < 4 && !(mark.startsWith("`") && rest.includes("`")))
      fence = { mark, indent, mayEnd: indent > 0 && hasItem };
    start += line.length + 1;
  }
  yield [from, text.length];
}

/** Whatever might be Markdown in a paragraph. */
const MAY_BE_MARKDOWN = /[\\`*_[\]<>&~|@\t]| \n|:\/\/|www\.|(?:^|\n)(?![\p{L}“‘"'(])/iu;

/** A position. Nobody asks for lines and columns. */
export function spanOf(start: number, end: number): Position {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(end) };
}

export const startOf = (node: { position?: Position | undefined }) =>
  node.position?.start.offset ?? 0;
export const endOf = (node: { position?: Position | undefined }) => node.position?.end.offset ?? 0;
