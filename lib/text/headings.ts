import GithubSlugger from "github-slugger";
import type { Heading, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

/** A heading of a text, with the anchor under which it can be linked. */
type TextHeading = { id: string; title: string; depth: number };

/** A section of a text: what follows a heading, up to the next. */
type TextSection = { heading?: TextHeading; nodes: RootContent[] };

/**
 * The headings of a text with their anchors, including those inside `<Only>`, lists and quotes. Each anchor is unique
 * within the text, so that a page can contain both Windows versions.
 */
export function headingsOf(root: Root): Map<Heading, TextHeading> {
  const slugger = new GithubSlugger();
  const found = new Map<Heading, TextHeading>();
  visit(root, "heading", (node) => {
    const title = toString(node);
    found.set(node, { id: slugger.slug(title), title, depth: node.depth });
  });
  return found;
}

/** The sections of a text: the beginning without heading first, then one for each top-level heading. */
export function sectionsOf(root: Root): TextSection[] {
  const headings = headingsOf(root);
  const sections: TextSection[] = [{ nodes: [] }];
  for (const node of root.children) {
    if (node.type === "heading") sections.push({ heading: headings.get(node), nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections.filter((section) => section.heading || section.nodes.length > 0);
}
