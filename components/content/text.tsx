import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime";
import type { Element, ElementContent, Root as HtmlRoot } from "hast";
import type { Root, RootContent } from "mdast";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { Only } from "@/components/windows/only";
import type { CitedFact } from "@/lib/content/facts";
import { nodesFor } from "@/lib/text/for-version";
import { headingsOf } from "@/lib/text/headings";
import { attributeOf, isElement, parseText } from "@/lib/text/parse-text";
import type { Windows } from "@/lib/windows/version";
import { CommandBlock } from "./command-block";
import { EitherLabel } from "./either-label";
import { FactMark } from "./fact-mark";
import { Keys } from "./keys";
import { MessageQuote } from "./message-quote";
import { SettingsPath } from "./settings-path";

const toHtml = unified().use(remarkRehype, {
  passThrough: ["mdxJsxFlowElement", "mdxJsxTextElement"],
});

/**
 * A text of `content/` as elements. Nothing is compiled: the tree of the text is mapped node by node, so content
 * can never run anything. `facts` are the facts of the page, for the marks behind claims; `inline` omits the
 * paragraph, for a text inside another element.
 */
export function Text({
  of: markdown,
  facts,
  inline = false,
  windows,
}: {
  of: string;
  facts: CitedFact[];
  inline?: boolean;
  /** Only what this version reads, whatever the reader has chosen. */
  windows?: Windows;
}): ReactNode {
  const tree = parseText(markdown);
  const nodes = windows ? nodesFor(tree.children, windows) : tree.children;
  return renderNodes(tree, nodes, facts, inline, windows);
}

function renderNodes(
  tree: Root,
  nodes: RootContent[],
  facts: CitedFact[],
  inline: boolean,
  windows?: Windows,
): ReactNode {
  const headings = headingsOf(tree);
  const copy = structuredClone({ type: "root", children: nodes } as Root);
  // The clone has new node objects, so the anchors are assigned in order.
  const ids = [...headings.values()].map(({ id }) => id);
  visit(copy, "heading", (node) => {
    node.data = { hProperties: { id: ids.shift() } };
  });
  const html = toHtml.runSync(copy) as HtmlRoot;
  const first = html.children[0];
  const content =
    inline && html.children.length === 1 && first?.type === "element" && first.tagName === "p"
      ? { ...html, children: first.children as HtmlRoot["children"] }
      : html;
  replaceElements(content.children as (ElementContent & { name?: string })[]);
  return toJsxRuntime(content, {
    Fragment,
    jsx,
    jsxs,
    components: componentsFor(facts, windows) as Partial<Components>,
  });
}

/** Components in the text become elements of the same name; attributes become properties. */
function replaceElements(nodes: (ElementContent | { type: string })[]): void {
  for (const [index, node] of nodes.entries()) {
    if (isElement(node)) {
      const properties: Record<string, string | boolean> = {
        block: node.type === "mdxJsxFlowElement",
      };
      for (const attribute of node.attributes)
        if (attribute.type === "mdxJsxAttribute")
          properties[attribute.name] = attributeOf(node, attribute.name) ?? "";
      nodes[index] = {
        type: "element",
        tagName: `x-${(node.name ?? "").toLowerCase()}`,
        properties,
        children: node.children as unknown as ElementContent[],
      } satisfies Element;
    }
    const now = nodes[index] as Element;
    if (now.type !== "element") continue;
    replaceElements(now.children);
    // A mark is drawn over these spaces, one of them as wide as a digit, where no line breaks (`.fact`).
    const before = nodes[index - 1] as { type: string; value: string } | undefined;
    if ((now.tagName === "x-fact" || beginsWithMark(now)) && before?.type === "text")
      before.value = before.value.replace(/\s+$/, "\u2007\u00a0");
  }
}

/** A mark for one version of Windows only. */
const beginsWithMark = ({ tagName, children: [first] }: Element) =>
  tagName === "x-only" && first?.type === "element" && first.tagName === "x-fact";

type Attributes = Record<string, string> & { block?: boolean; children?: ReactNode };

function componentsFor(facts: CitedFact[], shown?: Windows): Record<string, unknown> {
  return {
    // Bold is reserved for labels on the screen, which must not be translated (E8).
    strong: ({ children }: Attributes) => <b translate="no">{children}</b>,
    code: ({ children, className }: Attributes) => (
      <code translate="no" className={className}>
        {children}
      </code>
    ),
    pre: ({ children }: Attributes) => <CommandBlock>{children}</CommandBlock>,
    table: ({ children }: Attributes) => (
      <div className="wide-table" role="region" aria-label="Table" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
    "x-only": ({ windows, block, children }: Attributes) => (
      <Only windows={windows as Windows} block={block}>
        {children}
      </Only>
    ),
    "x-settingspath": ({ to, block }: Attributes) => (
      <SettingsPath to={to ?? ""} block={block} windows={shown} />
    ),
    "x-fact": ({ id }: Attributes) => <FactMark fact={facts.find((fact) => fact.id === id)} />,
    "x-message": ({ id }: Attributes) => <MessageQuote id={id ?? ""} />,
    "x-keys": ({ press }: Attributes) => <Keys press={press ?? ""} />,
    "x-eitherlabel": ({ one, other }: Attributes) => (
      <EitherLabel one={one ?? ""} other={other ?? ""} />
    ),
    "x-warning": ({ children }: Attributes) => (
      <div className="note note-warn" role="note">
        <p className="note-title">Before you go on</p>
        {children}
      </div>
    ),
  };
}
