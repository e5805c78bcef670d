import type { Root, RootContent } from "mdast";
import { attributeOf, isElement } from "../text/parse-text";
import type { Problem, TextProblem } from "./problem";

/**
 * Every `<Only>` has its counterpart right after it, so that readers of either version find a text, or is marked as
 * `alone`. None may be inside another one, where it would be hidden from everybody or have no effect.
 */
export function checkWindowsBlocks(root: Root, problem: TextProblem): Problem[] {
  return checkSiblings(root.children, false, problem);
}

function checkSiblings(
  nodes: readonly RootContent[],
  insideOnly: boolean,
  problem: TextProblem,
): Problem[] {
  const problems: Problem[] = [];
  const siblings = nodes.filter((node) => !(node.type === "text" && node.value.trim() === ""));
  for (let i = 0; i < siblings.length; i += 1) {
    const node = siblings[i];
    const windows = windowsOf(node);
    if (!node || !windows) continue;
    const counterpart = windowsOf(siblings[i + 1]);
    if (counterpart && counterpart !== windows) i += 1;
    else
      problems.push(
        problem(
          node,
          `a text for Windows ${windows} has no counterpart for Windows ${windows === "11" ? "10" : "11"}`,
          "Put the <Only> of the other version right after it, or write <Only … alone> when it applies to one version only.",
        ),
      );
  }
  for (const node of nodes) {
    const isOnly = isElement(node) && node.name === "Only";
    if (isOnly && insideOnly)
      problems.push(
        problem(
          node,
          "an <Only> stands inside another <Only>",
          "Close the outer one first; a text is for one version or for both.",
        ),
      );
    if ("children" in node)
      problems.push(
        ...checkSiblings(node.children as RootContent[], insideOnly || isOnly, problem),
      );
  }
  return problems;
}

/** The version of an `<Only>` that needs a counterpart. */
function windowsOf(node: RootContent | undefined): string | undefined {
  return node && isElement(node) && node.name === "Only" && attributeOf(node, "alone") === undefined
    ? attributeOf(node, "windows")
    : undefined;
}
