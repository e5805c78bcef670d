import type { Heading, Link, List, Nodes, Paragraph, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { LINKED_HOSTS } from "../../lib/checks/check-links";
import { fold } from "../../lib/text/fold";
import { sentencesOf } from "../../lib/text/sentences";
import { BREAK, lineNumbers, NEW_LINE, type Notes } from "./notes";

// Legacy articles know no components: angle brackets and braces are characters there.
const parser = unified().use(remarkParse).use(remarkGfm);

type Edit = { start: number; end: number; text: string };

const ALSO_READ =
  /^[^\p{L}\p{N}]*(?:(?:also read|read also|read more|see also|related(?: articles?| posts?| reading)?|recommended(?: reading)?|you (?:may|might) (?:also )?(?:like|enjoy)|more (?:articles|from|like this)|don['’]t miss|further reading|popular posts?|latest posts?|check out|must read|trending|lesen sie auch|mehr zum thema|ähnliche (?:artikel|beiträge)|[aà] lire aussi|lire aussi|articles similaires|leer también|lea también|artículos relacionados|leggi anche|articoli correlati|leia também|artigos relacionados|lees ook|читайте также|похожие статьи)(?![\p{L}\p{N}])|相关(?:文章|阅读|推荐)|推荐阅读|延伸阅读|関連記事|あわせて読みたい|관련 글)/iu;

/** Who pays the writer, in the words of disclosures. */
const PAID =
  /\b(?:affiliates?|sponsor\w*|paid (?:partnership|promotion|post|link)|partner(?:ship)? links?|referral (?:links?|fees?|codes?|program\w*)|commissions?|kickbacks?|compensat\w*|remunerat\w*|finder['’]s fee|(?:a )?(?:small )?(?:percentage|cut|share|fee) (?:of|from|for|on) (?:the|any|each|your|every) (?:sales?|purchases?|price)|amazon associate|qualifying purchases|pays? (?:us|me|the (?:site|blog))|in exchange for|sent (?:me|us)\b[^.]{0,60}\bfor (?:this|my|our|a) review|werbelinks?|review (?:copy|sample|unit)|(?:eine|kleine) provision|provisionslinks?|affiliate-?links?|liens? affiliés?|enlaces? de afiliad\w*|link(?:s)? de afiliad\w*|link affiliat\w*|реферальн\w*|партн[её]рск\w*)(?!\p{L})|アフィリエイト|联盟(?:链接|营销)|返利|佣金/iu;
/** What the reader does that is paid for. */
const DEAL =
  /\b(?:links?|click\w*|buy\w*|bought|purchas\w*|order\w*|earn\w*|receiv\w*|get paid|paid|pay|costs?|price|disclos\w*|disclaimer|support(?:s|ed)?|reader-supported|review\w*|product|kauf\w*|erhalt\w*|erhält\w*|bekomm\w*|achat|achet\w*|compr\w*|acquist\w*|kosten|anzeige|werbung)(?!\p{L})|リンク|链接|购买|購入/iu;
/** Readers pay it without a word of who pays: "if you buy through links on our site, we may get something". */
const THROUGH_LINKS =
  /\b(?:buy|purchase|order|shop|click)\w*\b.{0,40}\b(?:through|via|using|with|on|from)\b.{0,30}\blinks?\b.{0,80}\b(?:we|i|us|me|site|blog)\b|\b(?:we|i|site|blog)\b.{0,40}\b(?:earn|get|receive|make)s?\b.{0,60}\b(?:buy|purchase|order|shop|click)\w*\b.{0,40}\blinks?\b/iu;
/** Sentences that stand around a disclosure and say nothing without it. */
const AROUND_DISCLOSURE =
  /\b(?:extra|additional|same) (?:costs?|charge|price)\b|\b(?:support|help|fund|keep)\w*\b.{0,30}\b(?:us|me|site|blog|running|independent|free)\b|\bthank|\brecommend|\bdisclos|\bdisclaimer\b|\bheads up\b|\bpreis\b|\bprix\b|\bprecio\b|\bmerci\b|\bdanke\b|\bgracias\b/iu;
const DISCLOSURE = /^\W*(?:full |affiliate |advertising )?disclosure\s*:/i;
const OFFER =
  /\b(?:sponsored|advertisement|promo code|coupon|% off|limited offer|buy now|order now|get it now)\b/i;

/** Sentences, also of scripts that put no space between them. */
const piecesOf = (text: string) =>
  sentencesOf(text).flatMap((piece) => piece.split(/(?<=[。！？])|(?<=[.!?])\s+(?=[^\x00-\x7f])/));

/** Does a sentence say that somebody pays for it, or offer something for sale? */
const isAdvertising = (sentence: string) =>
  OFFER.test(sentence) ||
  DISCLOSURE.test(sentence) ||
  (PAID.test(sentence) && DEAL.test(sentence)) ||
  THROUGH_LINKS.test(sentence) ||
  /\baffiliate\b|\b(?:partner|werbe)-?\s?links?\b/i.test(sentence);
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
  const lineAt = lineNumbers(body, firstLine);
  const sliceOf = (node: Nodes) => body.slice(startOf(node), endOf(node));
  const note = (kind: keyof Notes, node: Nodes, what: string, why: string, text = sliceOf(node)) =>
    notes[kind].push({
      line: lineAt(startOf(node)),
      what,
      why,
      text: text.replaceAll(NEW_LINE, "\n").trim(),
    });
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
        if (ALSO_READ.test(words) && wordsOnly(words.replace(ALSO_READ, "")) === "") {
          drop(node, "“also read” line", "It announces links that lead away.");
          return false;
        }
        if (holdsOnlyImages(node)) {
          drop(node, "image", IMAGE);
          return false;
        }
        const around = wordsOnly(textOutsideLinks(node));
        const leads = links.filter(({ url }) => !isLinked(url));
        if (links.length > 0 && leads.length === links.length && around === "") {
          const affiliate = leads.some(({ url }) => AFFILIATE.test(url)) || isAdvertising(words);
          drop(
            node,
            affiliate ? "affiliate link" : "outside link",
            affiliate
              ? "The site earns nothing from its readers."
              : "A line that is nothing but a link to another site.",
          );
          return false;
        }
        if (isAdvertising(words)) {
          const rest = piecesOf(words).filter(
            (sentence) => !isAdvertising(sentence) && !AROUND_DISCLOSURE.test(sentence),
          );
          if (wordsOnly(rest.join("")) === "" || leads.some(({ url }) => AFFILIATE.test(url))) {
            drop(node, "advertising", "The paragraph offers or discloses something for sale.");
            return false;
          }
          dropSentences(node);
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

  /** Takes the sentences out of a paragraph that disclose who pays; each lies in one text. */
  const dropSentences = (node: Nodes): void => {
    if (node.type === "text") {
      let at = startOf(node);
      for (const sentence of piecesOf(sliceOf(node))) {
        const start = body.indexOf(sentence, at);
        if (start < 0 || start >= endOf(node)) continue;
        at = start + sentence.length;
        if (!isAdvertising(sentence)) continue;
        note("dropped", node, "advertising", "The sentence says who is paid.", sentence);
        const space = body[at] === " " ? 1 : 0;
        edits.push({ start, end: at + space, text: "" });
      }
    } else if ("children" in node) (node.children as Nodes[]).forEach(dropSentences);
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
    if (fold(words).text === fold(title).text) {
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
        drop(node, "image", IMAGE);
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
      case "break":
        // Two spaces at the end of a line are nothing that a writer sees.
        edits.push({ start: startOf(node), end: endOf(node), text: "\\\n" });
        return;
      case "text":
        escapeText(node);
        return;
      default:
        if ("children" in node) inlines(node.children as Nodes[]);
    }
  };

  const spacesAt = (offset: number) => /^[ \t]*/.exec(body.slice(offset, offset + 4))![0].length;

  /** What stands in a line. A break needs something on both sides that stays. */
  const inlines = (children: readonly Nodes[]): void => {
    const stays = (node: Nodes) =>
      node.type !== "break" &&
      !isImage(node) &&
      !(node.type === "text" && node.value.trim() === "");
    const last = children.findLastIndex(stays);
    let isAfterText = false;
    for (const [i, child] of children.entries()) {
      if (child.type === "break" && (!isAfterText || i > last))
        edits.push({ start: startOf(child), end: endOf(child) + spacesAt(endOf(child)), text: "" });
      else inline(child);
      isAfterText = child.type === "break" ? false : isAfterText || stays(child);
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
  const keeps = root.children.map((node, i): boolean => {
    if (node.type === "heading") {
      farmDepth = undefined;
      if (
        ALSO_READ.test(toString(node)) &&
        (onlyLinks(root.children, i + 1) || isLinkList(root.children[i + 1]))
      ) {
        farmDepth = node.depth;
        drop(node, "heading", "It stands over links that lead away.");
        return false;
      }
    }
    if (farmDepth !== undefined && node.type === "list") {
      for (const item of node.children)
        note("dropped", item, "link farm", "A list under “also read”.");
      edits.push({ start: startOf(node), end: endOf(node), text: "" });
      return false;
    }
    if (farmDepth !== undefined && linksOf(node).length > 0) {
      drop(node, "“also read” link", "It leads away from the page.");
      return false;
    }
    // Spaces before a paragraph are nothing that a reader sees.
    const indent =
      /[ \t]*$/.exec(body.slice(Math.max(0, startOf(node) - 3), startOf(node)))?.[0] ?? "";
    if (node.type === "paragraph" && indent)
      edits.push({ start: startOf(node) - indent.length, end: startOf(node), text: "" });
    return block(node);
  });
  dropEmptySections();
  dropLines();
  return tidy(applyEdits(body, edits));

  /** A line across the page parts two things that stay. */
  function dropLines() {
    let isAfterText = false;
    const last = keeps.findLastIndex(
      (isKept, i) => isKept && root.children[i]?.type !== "thematicBreak",
    );
    for (const [i, node] of root.children.entries()) {
      if (node.type !== "thematicBreak") isAfterText ||= keeps[i]!;
      else if (!isAfterText || i > last) drop(node, "line", "Nothing is left beside it.");
      else isAfterText = false;
    }
  }

  /** A heading goes with all that it stood over. From the end, so that its parts are known before it. */
  function dropEmptySections() {
    /** For each depth: what follows at this depth or deeper, up to the next heading above it. */
    let isKept = false;
    let isDropped = false;
    const below: { depth: number; isKept: boolean; isDropped: boolean }[] = [];
    for (let i = root.children.length - 1; i >= 0; i -= 1) {
      const node = root.children[i]!;
      if (node.type !== "heading") {
        if (node.type !== "thematicBreak" && node.type !== "definition") {
          isKept ||= keeps[i]!;
          isDropped ||= !keeps[i];
        }
        continue;
      }
      while ((below.at(-1)?.depth ?? 0) > node.depth) {
        const part = below.pop()!;
        isKept ||= part.isKept;
        isDropped ||= part.isDropped;
      }
      if (keeps[i] && !isKept && (isDropped || ALSO_READ.test(toString(node))))
        drop(node, "heading", "All that stood under it was taken out.");
      below.push({ depth: node.depth, isKept: isKept || (keeps[i]! && !isDropped), isDropped });
      isKept = false;
      isDropped = false;
    }
  }
}

const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;

const IMAGE = "Images are not part of the content. What it showed has to be said in words.";

const isImage = ({ type }: Nodes) => type === "image" || type === "imageReference";

/** Does a paragraph hold nothing but images, and lines in italics below them that name them? */
function holdsOnlyImages({ children }: Paragraph): boolean {
  return (
    children.some(isImage) &&
    children.every((child, i) =>
      child.type === "emphasis"
        ? children.slice(0, i).some(isImage)
        : isImage(child) || wordsOnly(toString(child)) === "",
    )
  );
}

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

/** Letters and digits of any script. */
const wordsOnly = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Three or more entries, each nothing but links that lead away. */
function isFarm(list: List): boolean {
  return (
    list.children.length >= 3 &&
    list.children.every((item) => {
      const links = linksOf(item);
      return (
        links.length > 0 &&
        links.every(({ url }) => !isLinked(url)) &&
        wordsOnly(textOutsideLinks(item)) === ""
      );
    })
  );
}

/** Does the section that begins at `from` hold nothing but links, up to the next heading? */
function onlyLinks(nodes: readonly RootContent[], from: number): boolean {
  let hasLinks = false;
  for (let i = from; i < nodes.length && nodes[i]?.type !== "heading"; i += 1) {
    const node = nodes[i]!;
    if (node.type === "thematicBreak" || node.type === "definition") continue;
    if (!["list", "paragraph"].includes(node.type) || linksOf(node).length === 0) return false;
    hasLinks = true;
  }
  return hasLinks;
}

/** A list of nothing but links, however short. */
const isLinkList = (node: RootContent | undefined) =>
  node?.type === "list" &&
  node.children.every(
    (item) => linksOf(item).length > 0 && wordsOnly(textOutsideLinks(item)) === "",
  );

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

/** No gaps where something was taken out; hard breaks where {@link BREAK} stands. */
function tidy(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/^[ \t]*(?:#|\|).*$/gm, (line) => line.replaceAll(BREAK, " "))
    .replace(new RegExp(`${BREAK}(?:[ \\t]*\\n?[ \\t]*${BREAK})+`, "g"), "\n\n")
    .replace(new RegExp(`${BREAK}[ \\t]*(?=\\n[ \\t]*\\n|\\n*(?![\\s\\S]))`, "g"), "")
    .replace(new RegExp(`[ \\t]*${BREAK}[ \\t]*\\n?`, "g"), "\\\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
