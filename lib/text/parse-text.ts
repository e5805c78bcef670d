import type { Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Windows } from "@/lib/windows/version";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const cache = new Map<string, Root>();

/** A component in a text: `<Fact id="…" />`. */
export type TextElement = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * The syntax tree of a text of `content/` (Markdown with the components of
 * `elements.ts`). Trees are cached and shared: do not change them.
 * @throws when the text is not valid Markdown with components; the message names line and column.
 */
export function parseText(markdown: string): Root {
  let root = cache.get(markdown);
  if (!root) {
    root = parser.parse(markdown);
    cache.set(markdown, root);
  }
  return root;
}

/** Whether a node is a component. */
export function isElement(node: { type: string }): node is TextElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** The components of a text, in order. */
export function elementsOf(root: Root): TextElement[] {
  const found: TextElement[] = [];
  visit(root, (node) => {
    if (isElement(node)) found.push(node);
  });
  return found;
}

/** The value of a component's attribute, or undefined. An attribute without value is "". */
export function attributeOf(element: TextElement, name: string): string | undefined {
  for (const attribute of element.attributes)
    if (attribute.type === "mdxJsxAttribute" && attribute.name === name)
      return typeof attribute.value === "string" ? attribute.value : "";
  return undefined;
}

/** The ids of the facts in a text, in order, each once. */
export function factsIn(markdown: string): string[] {
  const ids = new Set<string>();
  for (const element of elementsOf(parseText(markdown)))
    if (element.name === "Fact") ids.add(attributeOf(element, "id") ?? "");
  return [...ids];
}

/** The addresses that a text links to, in order. */
export function linksIn(markdown: string): string[] {
  const found: string[] = [];
  visit(parseText(markdown), (node) => {
    // [text][name] has its address in a definition, on a line of its own.
    if (node.type === "link" || node.type === "definition") found.push(node.url);
  });
  return found;
}

/** How `plainText` writes a component that has no text of its own. */
export type ElementText = (element: TextElement) => string;

/**
 * The text without markup, with a space between blocks. `elementText` writes components without children. The text of
 * `<Only>` stays; with `windows`, only that of this version.
 */
export function plainText(
  nodes: readonly RootContent[],
  elementText: ElementText = () => "",
  windows?: Windows,
): string {
  const write = (node: RootContent): string => {
    if (isElement(node)) {
      if (node.name === "Only" && windows && attributeOf(node, "windows") !== windows) return "";
      if (node.children.length === 0) return elementText(node);
    }
    if ("children" in node) {
      const block = !["paragraph", "heading", "tableCell"].includes(node.type);
      const glue = block && node.type !== "mdxJsxTextElement" && !inline(node.type) ? " " : "";
      const text = node.children.map(write).join(glue);
      // The texts for two versions may follow each other without a space, since a page shows only one.
      return isElement(node) && node.name === "Only" ? ` ${text} ` : text;
    }
    if (node.type === "break") return " ";
    return "value" in node && node.type !== "html" ? String(node.value) : "";
  };
  return nodes
    .map(write)
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:])/g, "$1")
    .trim();
}

function inline(type: string): boolean {
  return ["strong", "emphasis", "delete", "link", "inlineCode"].includes(type);
}
