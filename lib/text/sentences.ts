import type { Nodes, Root } from "mdast";
import { isElement } from "./parse-text";

/** A stretch of a text that a reader takes in at once: a paragraph, a heading, a table cell. */
export type TextBlock = { kind: "paragraph" | "heading" | "cell"; node: Nodes; line: number };

/** The blocks of a text that hold words, in order. Listings are no prose and are left out. */
export function blocksOf(root: Root): TextBlock[] {
  const blocks: TextBlock[] = [];
  const add = (kind: TextBlock["kind"], node: Nodes) =>
    blocks.push({ kind, node, line: node.position?.start.line ?? 1 });
  const walk = (node: Nodes) => {
    if (node.type === "paragraph") add("paragraph", node);
    else if (node.type === "heading") add("heading", node);
    else if (node.type === "tableCell") add("cell", node);
    // A component that stands alone on its line is no paragraph, but its words may be.
    else if (isElement(node) && holdsWords(node.children)) add("paragraph", node);
    else if ("children" in node) node.children.forEach(walk);
  };
  walk(root);
  return blocks;
}

const holdsWords = (nodes: readonly Nodes[]) =>
  nodes.some((node) => node.type === "text" && node.value.trim() !== "");

/** A sentence ends before a space and something that can begin the next one. */
const SENTENCE_END = /(?<=[.!?…][”’")]*)\s+(?=[“‘"(]*[\p{Lu}\d])/u;
/** What ends with a period and is no end of a sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|approx|No|Mr|Dr)|^\d+)\.$/;

/** The sentences of a plain text. Abbreviations and the numbers of a list do not end one. */
export function sentencesOf(plain: string): string[] {
  const sentences: string[] = [];
  for (const piece of plain.split(SENTENCE_END)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last))
      sentences[sentences.length - 1] = `${last} ${piece}`;
    else if (piece.trim()) sentences.push(piece.trim());
  }
  return sentences;
}

/** The writer's own words of a block: without bold labels, code, components and what stands in quotes. */
export function ownWords(node: Nodes): string {
  const write = (at: Nodes): string => {
    if (at.type === "strong" || at.type === "inlineCode" || at.type === "code") return " … ";
    if (isElement(at) && at.children.length === 0) return " … ";
    if ("children" in at) return at.children.map(write).join("");
    return at.type === "text" ? at.value : at.type === "break" ? " " : "";
  };
  return withoutQuotes(write(node));
}

/** A text without what it quotes. */
function withoutQuotes(text: string): string {
  return text
    .replace(/“[^”]*”|"[^"]*"/g, " … ")
    .replace(/\s+/g, " ")
    .trim();
}
