import type { Root, RootContent } from "mdast";
import type { Windows } from "@/lib/windows/version";
import { attributeOf, isElement, parseText, plainText, type ElementText } from "./parse-text";

/**
 * The nodes as one version of Windows reads them: `<Only>` of the other version is left out, that of
 * this one gives way to what stands in it. The nodes themselves are not changed.
 */
export function nodesFor<Node extends RootContent>(
  nodes: readonly Node[],
  windows: Windows,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (!("children" in node)) return [node];
    const children = nodesFor(node.children as RootContent[], windows);
    if (isElement(node) && node.name === "Only")
      return attributeOf(node, "windows") === windows ? children : [];
    return [{ ...node, children } as unknown as RootContent];
  });
}

/** Do the words of a text differ between Windows 10 and 11? `elementText` writes its components. */
export function wordsDiffer(
  markdown: string,
  elementText: (windows: Windows) => ElementText,
): boolean {
  const words = (windows: Windows) =>
    plainText((parseText(markdown) as Root).children, elementText(windows), windows);
  return words("10") !== words("11");
}
