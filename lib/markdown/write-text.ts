import "server-only";
import type { BlockContent, PhrasingContent, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { CitedFact } from "@/lib/content/facts";
import { getMessage, getSettingsPage } from "@/lib/content/pages";
import { inSentence } from "@/lib/content/wording";
import type { SettingsPage } from "@/lib/schema/settings-pages";
import { absolute } from "@/lib/site/site";
import { attributeOf, isElement, parseText, type TextElement } from "@/lib/text/parse-text";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";

/** Options for writing a text as Markdown. */
type WriteOptions = {
  /** Writes the text of this version only; otherwise both, each labeled. */
  windows?: Windows;
  /** The page's facts, which turn the marks behind claims into footnotes. Without them, marks are left out. */
  facts?: CitedFact[];
};

/** The labels on the path to a Settings page: `Settings › System › Activation`. */
export function settingsLabels(page: SettingsPage, windows: Windows): string {
  const path = windows === "11" ? page.path11 : page.path10;
  // As in components/content/settings-path.tsx: without a source for the path, the page's name has to do.
  return ["Settings", ...(path ?? [page.page])].join(" › ");
}

/**
 * A text of `content/` as plain Markdown (GFM), for machines and for people who paste it: components become words,
 * addresses become absolute.
 */
export function writeText(markdown: string, options: WriteOptions = {}): string {
  const root: Root = {
    type: "root",
    children: flow(parseText(markdown).children, options) as RootContent[],
  };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown()],
    bullet: "-",
    emphasis: "_",
    rule: "-",
    listItemIndent: "one",
  }).trim();
}

/** The same on one line, for lists and fields. */
export const writeLine = (markdown: string, options?: WriteOptions): string =>
  writeText(markdown, options).replace(/\s*\n\s*/g, " ");

/** Escapes plain text for Markdown. */
export const writePlain = (words: string): string =>
  toMarkdown({ type: "paragraph", children: [text(words)] }).trim();

const text = (value: string): PhrasingContent => ({ type: "text", value });
const strong = (value: string): PhrasingContent => ({ type: "strong", children: [text(value)] });

/** The nodes without our components. Trees are shared, so changed nodes are new ones. */
function flow(nodes: readonly RootContent[], options: WriteOptions): RootContent[] {
  const written = nodes.flatMap((node, index) => {
    if (isElement(node)) return ofElement(node, options, nodes[index - 1]);
    if (node.type === "link")
      return {
        ...node,
        url: node.url.startsWith("/") ? absolute(node.url) : node.url,
        children: flow(node.children, options) as PhrasingContent[],
      };
    if (node.type === "definition" && node.url.startsWith("/"))
      return { ...node, url: absolute(node.url) };
    return "children" in node
      ? ({ ...node, children: flow(node.children, options) } as RootContent)
      : node;
  });
  return withoutRepeatedMarks(written);
}

/** Facts with the same sources share a number: of their marks behind one claim, the first is enough. */
function withoutRepeatedMarks(nodes: RootContent[]): RootContent[] {
  let last: string | undefined;
  return nodes.filter((node) => {
    if (node.type !== "footnoteReference") {
      if (node.type !== "text" || node.value.trim() !== "") last = undefined;
      return true;
    }
    const isNew = node.identifier !== last;
    last = node.identifier;
    return isNew;
  });
}

function ofElement(
  element: TextElement,
  options: WriteOptions,
  before: RootContent | undefined,
): RootContent[] {
  const value = (name: string) => attributeOf(element, name) ?? "";
  const children = () => flow(element.children, options);
  const isBlock = element.type === "mdxJsxFlowElement";
  /** Inline content, in a paragraph of its own if the component is a block. */
  const inLine = (...inside: PhrasingContent[]): RootContent[] =>
    isBlock ? [{ type: "paragraph", children: inside }] : inside;
  switch (element.name) {
    case "Only": {
      const windows = value("windows");
      if (options.windows) return options.windows === windows ? children() : [];
      if (isBlock)
        return [{ type: "paragraph", children: [strong(`On Windows ${windows}:`)] }, ...children()];
      // The texts for two versions may follow each other without a space.
      const gap = before && isElement(before) && before.name === "Only" ? " " : "";
      return [text(`${gap}(Windows ${windows}: `), ...(children() as PhrasingContent[]), text(")")];
    }
    case "SettingsPath": {
      const page = getSettingsPage(value("to"));
      if (!page) throw new Error(`No Settings page “${value("to")}”: run npm run content:check.`);
      return inLine(...settingsWords(page, options.windows));
    }
    case "Fact": {
      const fact = options.facts?.find(({ id }) => id === value("id"));
      if (!fact) return [];
      const name = String(fact.number);
      return inLine({ type: "footnoteReference", identifier: name, label: name });
    }
    case "Message": {
      const message = getMessage(value("id"));
      if (!message) throw new Error(`No message “${value("id")}”: run npm run content:check.`);
      return inLine({
        type: "link",
        url: absolute(message.address),
        children: [text(`“${inSentence(message.message)}”`)],
      });
    }
    case "Keys":
      return inLine({ type: "inlineCode", value: value("press") });
    case "EitherLabel":
      return inLine(
        strong(value("one")),
        text(" or "),
        strong(value("other")),
        text(" (spelling not checked on a current PC)"),
      );
    case "Warning":
      return [
        {
          type: "blockquote",
          children: [
            { type: "paragraph", children: [strong("Before you go on:")] },
            ...(children() as BlockContent[]),
          ],
        },
      ];
    default:
      throw new Error(
        `No Markdown for <${element.name ?? ""}>: expected a component of lib/text/elements.ts.`,
      );
  }
}

/** A Settings page in words: the path, and the address that opens it. */
function settingsWords(page: SettingsPage, windows: Windows | undefined): PhrasingContent[] {
  const [newer, older] = WINDOWS_VERSIONS.map((version) => settingsLabels(page, version));
  const way =
    windows || newer === older
      ? [strong(settingsLabels(page, windows ?? "11"))]
      : [
          strong(newer ?? ""),
          text(" (Windows 11) or "),
          strong(older ?? ""),
          text(" (Windows 10)"),
        ];
  return [...way, text(" ("), { type: "inlineCode", value: page.uri }, text(")")];
}
