import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { TEXT_ELEMENTS } from "../text/elements";
import { attributeOf, isElement, parseText, type TextElement } from "../text/parse-text";
import type { CheckedFile } from "./validate-files";
import { checkUrl } from "./check-links";
import { checkFactName, checkName } from "./check-names";
import { checkWindowsBlocks } from "./check-windows-blocks";
import type { ContentIndex } from "./content-index";
import { nearest, type Problem, type TextProblem } from "./problem";
import type { TextField } from "../schema/texts";
import { parseWindows } from "../windows/version";

/** A text of a document can be parsed, and contains only Markdown, working links and known components. */
export function checkText(
  file: CheckedFile,
  { field, markdown }: TextField,
  index: ContentIndex,
): Problem[] {
  let root: Root;
  try {
    root = parseText(markdown);
  } catch (error) {
    return [
      {
        file: file.file,
        field,
        message: `not readable as Markdown: ${error instanceof Error ? error.message : String(error)}`,
        remedy: "Close every component, and write \\< or \\{ where the character itself is meant.",
      },
    ];
  }
  const lines = markdown.trim().includes("\n");
  const problem: TextProblem = (node, message, remedy) => ({
    file: file.file,
    field,
    message:
      lines && node.position
        ? `${message} (line ${node.position.start.line} of the text)`
        : message,
    remedy,
  });
  const problems: Problem[] = [];
  visit(root, (node) => {
    if (isElement(node)) problems.push(...checkElement(file, field, node, index, problem));
    else if (node.type === "link" || node.type === "definition")
      problems.push(...checkUrl(file, field, node.url, index));
    else problems.push(...checkNode(file, node, problem));
  });
  return [...problems, ...checkWindowsBlocks(root, problem)];
}

function checkNode(file: CheckedFile, node: Nodes, problem: TextProblem): Problem[] {
  switch (node.type) {
    case "mdxFlowExpression":
    case "mdxTextExpression":
    case "mdxjsEsm":
      return [
        problem(
          node,
          "content holds no code",
          "Remove the { } or the import. Write \\{ where the character itself is meant.",
        ),
      ];
    case "image":
    case "imageReference":
      return [
        problem(
          node,
          "images are not part of the content",
          "Describe it in words, or add a drawing to the page in content/settings-pages.",
        ),
      ];
    case "heading":
      if (file.collection !== "articles")
        return [
          problem(
            node,
            "headings are for articles only",
            "Remove the heading; the fields give the page its headings.",
          ),
        ];
      if (node.depth < 2 || node.depth > 3)
        return [
          problem(
            node,
            `expected a heading of the second or third level, found one of level ${node.depth}`,
            "Write ## or ###; # is the page's title.",
          ),
        ];
      return [];
    default:
      return [];
  }
}

function checkElement(
  file: CheckedFile,
  field: string,
  element: TextElement,
  index: ContentIndex,
  problem: TextProblem,
): Problem[] {
  const name = element.name ?? "";
  const definition = TEXT_ELEMENTS[name];
  if (!definition) {
    const known = Object.keys(TEXT_ELEMENTS);
    const guess = nearest(name, known);
    return [
      problem(
        element,
        /^[a-z]/.test(name) && !guess
          ? `<${name}> is HTML, which is not part of the content`
          : `the component <${name}> does not exist`,
        guess
          ? `Did you mean <${guess}>? ${TEXT_ELEMENTS[guess]?.explain}`
          : `Write Markdown, or use one of the components: ${known.join(", ")}.`,
      ),
    ];
  }
  const problems: Problem[] = [];
  const add = (message: string) => problems.push(problem(element, message, definition.explain));
  let code = false;
  for (const attribute of element.attributes) {
    if (
      attribute.type !== "mdxJsxAttribute" ||
      (attribute.value && typeof attribute.value === "object")
    )
      code = true;
    else if (!(attribute.name in definition.attributes))
      add(
        `<${name}> has no attribute “${attribute.name}”; it knows: ${Object.keys(definition.attributes).join(", ") || "none"}`,
      );
  }
  if (code) add(`<${name}> has code in { } where a value in quotes is expected`);
  for (const [label, need] of Object.entries(definition.attributes))
    if (need === "required" && !code && !attributeOf(element, label))
      add(`<${name}> lacks its attribute “${label}”`);
  if (definition.children && element.children.length === 0) add(`<${name}> has no text inside`);
  if (!definition.children && element.children.length > 0)
    add(`<${name}> takes no text inside; end it with />`);

  const value = (label: string) => attributeOf(element, label) ?? "";
  if (name === "Fact" && value("id"))
    problems.push(...checkFactName(file, field, value("id"), index));
  if (name === "Message" && value("id"))
    problems.push(...checkName(file, field, "messages", value("id"), index));
  if (name === "SettingsPath" && value("to"))
    problems.push(...checkName(file, field, "settings-pages", value("to"), index));
  if (name === "Only" && value("windows") && !parseWindows(value("windows")))
    add(`expected windows="10" or windows="11", found “${value("windows")}”`);
  return problems;
}
