import type { Heading, Link, List, Nodes, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { LINKED_HOSTS } from "../../lib/checks/check-links";
import { fold } from "../../lib/text/fold";
import { lineAt, type Notes } from "./notes";

// Legacy articles know no components: angle brackets and braces are characters there.
const parser = unified().use(remarkParse).use(remarkGfm);

type Edit = { start: number; end: number; text: string };

const ALSO_READ =
  /^\W*(?:also read|read also|read more|see also|related(?: articles?| posts?| reading)?|recommended(?: reading)?|you (?:may|might) (?:also )?(?:like|enjoy)|more (?:articles|from|like this)|don['’]t miss|further reading|popular posts?|latest posts?|check out|must read|trending)\b/i;
const DISCLOSURE =
  /\b(?:affiliate|sponsored|advertisement|amazon associate|earn (?:a|from) .{0,20}(?:commission|purchases)|promo code|coupon|% off|limited offer|buy now|order now|get it now)\b/i;
const AFFILIATE =
  /[?&](?:aff\w*|ref|tag|partner|coupon|clickid|subid|irclickid|utm_[a-z]+|hop)=|\/(?:aff|go|recommends|out)\/|amzn\.to|shareasale|clickbank|avangate|2checkout|order\.shareit|prf\.hn|awin1|tradedoubler|secure\.\w+\.com\/order/i;

/** Turns the Markdown of a legacy article into ours: links, images, headings, farms and signs that mean something to us. */
export function convertMarkdown(
  body: string,
  title: string,
  firstLine: number,
  notes: Notes,
): string {
  const root = parser.parse(body);
  const edits: Edit[] = [];
  const sliceOf = (node: Nodes) => body.slice(startOf(node), endOf(node));
  const note = (kind: keyof Notes, node: Nodes, what: string, why: string, text = sliceOf(node)) =>
    notes[kind].push({ line: lineAt(body, startOf(node), firstLine), what, why, text });
  const drop = (node: Nodes, what: string, why: string) => {
    note("dropped", node, what, why);
    edits.push({ start: startOf(node), end: endOf(node), text: "" });
  };
  const shift = headingShift(root, title);

  /** Returns whether anything of the block is left. */
  const block = (node: Nodes): boolean => {
    switch (node.type) {
      case "heading":
        return heading(node);
      case "paragraph": {
        const words = toString(node, { includeImageAlt: false });
        const links = linksOf(node);
        if (links.length > 0 && ALSO_READ.test(words)) {
          drop(node, "“also read” link", "It leads away from the page.");
          return false;
        }
        if (words.replace(ALSO_READ, "").replace(/\W+/g, "") === "" && ALSO_READ.test(words)) {
          drop(node, "“also read” line", "It announces links that lead away.");
          return false;
        }
        const around = textOutsideLinks(node).replace(/[\s\W]+/g, "");
        const leads = links.filter(({ url }) => !isLinked(url));
        if (links.length > 0 && leads.length === links.length && around === "") {
          const affiliate = leads.some(({ url }) => AFFILIATE.test(url)) || DISCLOSURE.test(words);
          drop(
            node,
            affiliate ? "affiliate link" : "outside link",
            affiliate
              ? "The site earns nothing from its readers."
              : "A line that is nothing but a link to another site.",
          );
          return false;
        }
        if (DISCLOSURE.test(words) && (leads.length > 0 || words.length < 200)) {
          drop(node, "advertising", "The paragraph offers or discloses something for sale.");
          return false;
        }
        inline(node);
        return true;
      }
      case "list":
        if (isFarm(node)) {
          for (const item of node.children)
            note("dropped", item, "link farm", "A list of nothing but links that lead away.");
          edits.push({ start: startOf(node), end: endOf(node), text: "" });
          return false;
        }
        return container(node);
      case "blockquote":
      case "listItem":
        return container(node);
      case "html":
        drop(node, "HTML", "Content is Markdown; what these tags meant could not be told.");
        return false;
      case "definition":
        drop(node, "address of a link", "See the links that name it.");
        return false;
      case "code":
        if (!/^[`~]/.test(sliceOf(node))) {
          note("changed", node, "indented listing", "Written with lines of ``` around it.");
          edits.push({
            start: startOf(node),
            end: endOf(node),
            text: `\`\`\`\n${node.value}\n\`\`\``,
          });
        }
        return true;
      default:
        inline(node);
        return true;
    }
  };

  const container = (node: Extract<Nodes, { children: RootContent[] | unknown[] }>): boolean => {
    const kept = (node.children as Nodes[]).map(block).some(Boolean);
    if (!kept) edits.push({ start: startOf(node), end: endOf(node), text: "" });
    return kept;
  };

  const heading = (node: Heading): boolean => {
    const words = toString(node, { includeImageAlt: false }).trim();
    const first = node.children[0];
    const last = node.children.at(-1);
    if (!first || !last || !words) {
      drop(node, "heading", "It has no words.");
      return false;
    }
    if (node.depth === 1 && fold(words).text === fold(title).text) {
      drop(node, "heading", "It repeats the title, which every page shows already.");
      return false;
    }
    const depth = Math.min(3, Math.max(2, node.depth + shift));
    const mark = "#".repeat(depth);
    const before = body.slice(startOf(node), startOf(first));
    const after = body.slice(endOf(last), endOf(node));
    if (before.trim() !== mark || after.trim()) {
      note("changed", node, "heading", `Written as a heading of level ${depth}.`);
      edits.push({ start: startOf(node), end: startOf(first), text: `${mark} ` });
      edits.push({ start: endOf(last), end: endOf(node), text: "" });
    }
    inline(node);
    return true;
  };

  const inline = (node: Nodes): void => {
    switch (node.type) {
      case "image":
      case "imageReference":
        drop(
          node,
          "image",
          "Images are not part of the content. What it showed has to be said in words.",
        );
        return;
      case "html":
        drop(node, "HTML", "Content is Markdown; what this tag meant could not be told.");
        return;
      case "link":
        if (isLinked(node.url)) {
          // <https://…> would be read as a tag.
          if (sliceOf(node).startsWith("<"))
            edits.push({
              start: startOf(node),
              end: endOf(node),
              text: `[${toString(node)}](${node.url})`,
            });
          else node.children.forEach(inline);
          return;
        }
        takeOffLink(node);
        return;
      case "linkReference": {
        const first = node.children[0];
        const last = node.children.at(-1);
        note(
          "changed",
          node,
          "link with its address elsewhere",
          "Taken off, because its address is gone; the words are kept.",
        );
        if (first && last) {
          edits.push(
            { start: startOf(node), end: startOf(first), text: "" },
            { start: endOf(last), end: endOf(node), text: "" },
          );
          node.children.forEach(inline);
        }
        return;
      }
      case "text":
        escapeText(node);
        return;
      default:
        if ("children" in node) (node.children as Nodes[]).forEach(inline);
    }
  };

  const takeOffLink = (node: Link): void => {
    const first = node.children[0];
    const last = node.children.at(-1);
    const words = toString(node, { includeImageAlt: false }).trim();
    const kind = AFFILIATE.test(node.url)
      ? "affiliate link"
      : /^https?:|^\/\//.test(node.url)
        ? "outside link"
        : "link inside the old site";
    if (!first || !last || !words || isAddress(words)) {
      drop(node, kind, "We link to our own pages and to Microsoft only.");
      return;
    }
    note(
      "changed",
      node,
      kind,
      "Taken off; the words are kept. We link to our own pages and to Microsoft only.",
    );
    edits.push(
      { start: startOf(node), end: startOf(first), text: "" },
      { start: endOf(last), end: endOf(node), text: "" },
    );
    node.children.forEach(inline);
  };

  /** Braces and angle brackets begin code and components with us. */
  const escapeText = (node: Nodes): void => {
    for (const { index } of sliceOf(node).matchAll(/(?<!\\)[{}<]/g)) {
      const at = startOf(node) + index;
      edits.push({ start: at, end: at, text: "\\" });
    }
  };

  let farmDepth: number | undefined;
  for (const [i, node] of root.children.entries()) {
    if (node.type === "heading") {
      farmDepth = undefined;
      const words = toString(node);
      if (ALSO_READ.test(words) && onlyLinks(root.children.slice(i + 1))) {
        farmDepth = node.depth;
        drop(node, "heading", "It stands over links that lead away.");
        continue;
      }
    }
    if (farmDepth !== undefined && node.type === "list") {
      for (const item of node.children)
        note("dropped", item, "link farm", "A list under “also read”.");
      edits.push({ start: startOf(node), end: endOf(node), text: "" });
    } else if (farmDepth !== undefined && linksOf(node).length > 0)
      drop(node, "“also read” link", "It leads away from the page.");
    else block(node);
  }
  return tidy(applyEdits(body, edits));
}

const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;

/** May our pages link there? */
function isLinked(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && LINKED_HOSTS.test(hostname) && !AFFILIATE.test(url);
}

const isAddress = (words: string) => /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\w+$/i.test(words);

function linksOf(node: Nodes): { url: string }[] {
  if (node.type === "link") return [node];
  if (node.type === "linkReference") return [{ url: "" }];
  return "children" in node ? (node.children as Nodes[]).flatMap(linksOf) : [];
}

function textOutsideLinks(node: Nodes): string {
  if (node.type === "link" || node.type === "linkReference" || node.type === "image") return "";
  if ("children" in node) return (node.children as Nodes[]).map(textOutsideLinks).join("");
  return "value" in node ? String(node.value) : "";
}

/** Three or more entries, each nothing but links that lead away. */
function isFarm(list: List): boolean {
  return (
    list.children.length >= 3 &&
    list.children.every((item) => {
      const links = linksOf(item);
      return (
        links.length > 0 &&
        links.every(({ url }) => !isLinked(url)) &&
        textOutsideLinks(item).replace(/[\s\W]+/g, "") === ""
      );
    })
  );
}

/** Does a section hold nothing but links, up to the next heading? */
function onlyLinks(nodes: readonly RootContent[]): boolean {
  const end = nodes.findIndex(({ type }) => type === "heading");
  const section = nodes.slice(0, end < 0 ? undefined : end);
  return (
    section.some((node) => linksOf(node).length > 0) &&
    section.every(
      (node) =>
        node.type === "thematicBreak" ||
        node.type === "definition" ||
        (["list", "paragraph"].includes(node.type) && linksOf(node).length > 0),
    )
  );
}

/** How many levels the headings go down: the page's title takes the first level. */
function headingShift(root: Root, title: string): number {
  const depths = root.children.flatMap((node) =>
    node.type === "heading" && fold(toString(node)).text !== fold(title).text ? [node.depth] : [],
  );
  return depths.includes(1) ? 1 : 0;
}

/** Edits within another edit are part of it. */
function applyEdits(body: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  let outer: Edit | undefined;
  // Of two that begin at one place the longer comes first.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (outer && outer.end > outer.start && edit.end <= outer.end) continue;
    pieces.push(body.slice(position, edit.start), edit.text);
    position = edit.end;
    outer = edit;
  }
  return pieces.join("") + body.slice(position);
}

/** No gaps where something was taken out. */
function tidy(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
