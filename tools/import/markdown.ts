import type { Heading, Link, List, Nodes, Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { LINKED_HOSTS } from "../../lib/checks/check-links";
import { fold } from "../../lib/text/fold";
import { sentencesOf } from "../../lib/text/sentences";
import { BREAK, lineNumbers, matches, NEW_LINE, replaceOutsideCode, type Notes } from "./notes";
import { endOf, parseMarkdown, spanOf, startOf, type Unparsed } from "./parse-markdown";

type Block = RootContent | Unparsed;

type Edit = { start: number; end: number; text: string };

const ALSO_READ =
  /^[^\p{L}\p{N}]*(?:(?:also read|read also|read more|see also|related(?: articles?| posts?| reading)?|recommended(?: reading)?|you (?:may|might) (?:also )?(?:like|enjoy)|more (?:articles|from|like this)|don['’]t miss|further reading|popular posts?|latest posts?|check out|must read|trending|lesen sie auch|mehr zum thema|ähnliche (?:artikel|beiträge)|[aà] lire aussi|lire aussi|articles similaires|leer también|lea también|artículos relacionados|leggi anche|articoli correlati|leia também|artigos relacionados|lees ook|читайте также|похожие статьи)(?![\p{L}\p{N}])|相关(?:文章|阅读|推荐)|推荐阅读|延伸阅读|関連記事|あわせて読みたい|관련 글)/iu;

/** Words of disclosures that say who pays the writer. */
const PAID =
  /\b(?:affiliates?|sponsor\w*|paid (?:partnership|promotion|post|link)|partner(?:ship)? links?|referral (?:links?|fees?|codes?|program\w*)|kickbacks?|compensat\w*|remunerat\w*|finder['’]s fee|(?:a )?(?:small )?(?:percentage|cut|share|fee) (?:of|from|for|on) (?:the|any|each|your|every) (?:sales?|purchases?|price)|amazon associate|qualifying purchases|pays? (?:us|me|the (?:site|blog))|sent (?:me|us)\b[^.]{0,60}\bfor (?:this|my|our|a) review|werbelinks?|review (?:copy|sample|unit)|provisionslinks?|affiliate-?links?|liens? affiliés?|enlaces? de afiliad\w*|link(?:s)? de afiliad\w*|link affiliat\w*|реферальн\w*|партн[её]рск\w*)(?!\p{L})|アフィリエイト|联盟(?:链接|营销)|返利|佣金/iu;
/** A commission, which others may pay, too. */
const COMMISSION =
  /(?<!\p{L})(?:(?<!european )commissions?|(?:eine|kleine) provision|comisi[oó]n\p{L}*|commissioni?e?|commissies?|comiss[aãõ]\p{L}*|prowizj\p{L}*|proviz\p{L}*|комисси\p{L}*)(?!\p{L})/iu;
/** Who writes the article. */
const WRITER =
  /(?<!\p{L})(?:we|i|us|me|our|my|site|blog|ich|wir|uns|mir|je|nous|nos|yo|podemos|recib\p{L}*|nuestr\p{L}*|nostr\p{L}*|ricev\p{L}*|nós|noss\p{L}*|ganh\p{L}*|receb\p{L}*|ik|wij|we|ons|onze|otrzym\p{L}*|мы|я|нам)(?!\p{L})/iu;
/** What readers do that earns the writer money. */
const DEAL =
  /\b(?:links?|click\w*|buy\w*|bought|purchas\w*|order\w*|earn\w*|receiv\w*|get paid|paid|pay|costs?|price|disclos\w*|disclaimer|support(?:s|ed)?|reader-supported|review\w*|product|kauf\w*|erhalt\w*|erhält\w*|bekomm\w*|achat|achet\w*|compr\w*|acquist\w*|koop\w*|kop\w*|kup\p{L}*|покуп\p{L}*|kosten|anzeige|werbung)(?!\p{L})|リンク|链接|购买|購入/iu;
/** A disclosure that names no commission: "if you buy through links on our site, we may get something". */
const THROUGH_LINKS =
  /\b(?:buy|purchase|order|shop|click)\w*\b.{0,40}\b(?:through|via|using|with|on|from)\b.{0,30}\blinks?\b.{0,80}\b(?:(?:we|i|site|blog)\b(?: \w+)? (?:earn|get|receive|make)s?|(?:supports?|helps?|pays?) (?:us|me|the (?:site|blog)))\b|\b(?:we|i|site|blog)\b.{0,40}\b(?:earn|get|receive|make)s?\b.{0,60}\b(?:buy|purchase|order|shop|click)\w*\b.{0,40}\blinks?\b/iu;
/** What nobody writes but in a disclosure. */
const DISCLOSED =
  /(?<!\p{L})(?:kickbacks?|liens? (?:d[’'])?affili\p{L}*|enlaces? de afiliad\p{L}*|links? de afiliad\p{L}*|link (?:di affiliazione|affiliat\p{L}*)|(?:enthält|beinhaltet) (?:bezahlte )?werbung|affiliate-?links?|links? (?:in \p{L}+ \p{L}+ )?(?:are|is) monetized|linki? (?:partnersk|afiliac)\p{L}*|(?:partnersk|affiliate|afiliat)\p{L}* odkaz\p{L}*|affiliatel[äæ]nk\p{L}*|satış ortaklığı|liên kết (?:tiếp thị|affiliate)|(?:articles?|artículo|articolo|artigo|artykuł|beitrag|artikel|post|wpis) (?:es |está |é |è |jest |est |ist )?(?:sponsoris|patrocinad|sponsorizz|sponsorowan|gesponser)\p{L}*|gesponser\p{L}* (?:artikel|beitrag)|amazon-partner|(?:partenaire|afiliado|affiliato|associado) (?:de |da |do )?amazon|amazon associate|erid:|(?:партн[её]рск|реферальн)\p{L}* ссылк\p{L}*|(?:videos?|post|article|review) (?:was |is )?(?:made |written |created )?in partnership with|(?:we|i) (?:are|am|was|were|get|got|may be|may get) (?:paid|rewarded|compensated)|(?:we|i) (?:may |might |can )?earn (?:money )?(?:from|on|when|if)|(?:gets?|takes?|receives?) a (?:small )?cut|in exchange for (?:an? |my |our )?(?:(?:honest|fair|unbiased) )?(?:review|opinion)|advertis(?:er|ing) disclosure)(?!\p{L})|アフィリエイト|アソシエイトとして|プロモーション(?:が含|を含)|PRを含|파트너스 활동|수수료를|제휴 링크|원고료를|推广链接|返佣|赞助(?:内容|文章)/iu;
/** Sentences beside a disclosure that say nothing without it. */
const AROUND_DISCLOSURE =
  /\b(?:extra|additional|same) (?:costs?|charge|price)\b|\b(?:support|help|fund|keep)\w*\b.{0,30}\b(?:us|me|site|blog|running|independent|free)\b|\bthank|\brecommend|\bdisclos|\bdisclaimer\b|\bheads up\b|\bpreis\b|\bprix\b|\bprecio\b|\bmerci\b|\bdanke\b|\bgracias\b/iu;
const LABEL =
  /^[^\p{L}]*(?:реклама|reklama|anzeige|werbung|publicité|publicidad|pubblicità|reclame|広告|广告|광고|PR|ad)[^\p{L}]*$/iu;
const DISCLOSURE = /^\W*(?:full |affiliate |advertising )?disclosure\s*:/i;
/** “Choose Buy now” is a step. */
const OFFER =
  /\b(?:sponsored|advertisement|promo code|coupon|% off|limited offer|(?<!\b(?:choose|select|tap|press|click|click on) )(?:buy|order|get it) now)\b/i;

/** Sentences, including those of scripts without spaces between them. */
const piecesOf = (text: string) =>
  sentencesOf(text).flatMap((piece) => piece.split(/(?<=[。！？])|(?<=[.!?])\s+(?=[^\x00-\x7f])/));

/** Whether a sentence discloses who pays for it, or offers something for sale. */
const isAdvertising = (sentence: string) =>
  OFFER.test(sentence) ||
  DISCLOSURE.test(sentence) ||
  LABEL.test(sentence) ||
  DISCLOSED.test(sentence) ||
  (PAID.test(sentence) && DEAL.test(sentence)) ||
  (COMMISSION.test(sentence) && DEAL.test(sentence) && WRITER.test(sentence)) ||
  THROUGH_LINKS.test(sentence) ||
  /\baffiliate\b|\b(?:partner|werbe)-?\s?links?\b/i.test(sentence);
const AFFILIATE =
  /[?&](?:aff\w*|ref|tag|partner|coupon|clickid|subid|irclickid|utm_[a-z]+|hop)=|\/(?:aff|go|recommends|out)\/|amzn\.to|shareasale|clickbank|avangate|2checkout|order\.shareit|prf\.hn|awin1|tradedoubler|secure\.\w+\.com\/order/i;

/** Turns the Markdown of a legacy article into ours: removes images, ads and most links, adapts headings, escapes MDX. */
export function convertMarkdown(
  body: string,
  title: string,
  firstLine: number,
  notes: Notes,
): string {
  const blocks = parseMarkdown(body);
  for (const node of blocks) if (node.type !== "unparsed") locate(node, body);
  const edits: Edit[] = [];
  const lineAt = lineNumbers(body, firstLine);
  const sliceOf = (node: Nodes | Unparsed) => body.slice(startOf(node), endOf(node));
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
  const shift = headingShift(blocks, title);

  /** Converts a block; returns whether anything of it is left. */
  const block = (node: Nodes): boolean => {
    switch (node.type) {
      case "heading":
        return heading(node);
      case "paragraph": {
        const words = toString(node, { includeImageAlt: false });
        const links = linksOf(node);
        if (links.length > 0 && ALSO_READ.test(words)) {
          drop(node, "“also read” link", "It links to another page.");
          return false;
        }
        if (ALSO_READ.test(words) && wordsOnly(words.replace(ALSO_READ, "")) === "") {
          drop(node, "“also read” line", "It introduces links to other pages.");
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
              : "The line is only a link to another site.",
          );
          return false;
        }
        if (isAdvertising(words)) {
          const rest = piecesOf(words).filter(
            (sentence) => !isAdvertising(sentence) && !AROUND_DISCLOSURE.test(sentence),
          );
          if (wordsOnly(rest.join("")) === "" || leads.some(({ url }) => AFFILIATE.test(url))) {
            drop(
              node,
              "advertising",
              "The paragraph offers something for sale or discloses who is paid.",
            );
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
            note("dropped", item, "link farm", "The list contains only links to other pages.");
          edits.push({ start: startOf(node), end: endOf(node), text: "" });
          return false;
        }
        return container(node);
      case "blockquote":
      case "listItem":
        return container(node);
      case "html":
        drop(node, "HTML", "Content is Markdown; these tags have no equivalent.");
        return false;
      case "definition":
        drop(node, "link definition", "See the links that use it.");
        return false;
      case "code":
        if (!/^[`~]/.test(sliceOf(node))) {
          note("changed", node, "indented listing", "Written between lines of ```.");
          // Within a list or a quote, each line begins with the same signs.
          const lineStart = body.lastIndexOf("\n", startOf(node) - 1) + 1;
          const indent = body.slice(lineStart, startOf(node)).replace(/[^\s>]/g, " ");
          edits.push({
            start: startOf(node),
            end: endOf(node),
            text: ["```", ...node.value.split("\n"), "```"].join(`\n${indent}`),
          });
        }
        return true;
      default:
        inline(node);
        return true;
    }
  };

  /** Removes the sentences of a paragraph that disclose who is paid. */
  const dropSentences = (node: Nodes): void => {
    if (node.type === "text") {
      let at = startOf(node);
      for (const sentence of piecesOf(sliceOf(node))) {
        const start = body.indexOf(sentence, at);
        if (start < 0 || start >= endOf(node)) continue;
        at = start + sentence.length;
        if (!isAdvertising(sentence)) continue;
        note("dropped", node, "advertising", "The sentence discloses who is paid.", sentence);
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
      drop(node, "heading", "It is empty.");
      return false;
    }
    if (fold(words).text === fold(title).text) {
      drop(node, "heading", "It repeats the title, which the page shows anyway.");
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
        drop(node, "HTML", "Content is Markdown; this tag has no equivalent.");
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
        removeLink(node);
        return;
      case "linkReference": {
        const first = node.children[0];
        const last = node.children.at(-1);
        note(
          "changed",
          node,
          "reference link",
          "Removed, because its address is missing; the words are kept.",
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
        // Writers do not see two spaces at the end of a line.
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

  /** Converts the inline content of a block. A break needs text on both sides. */
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

  const removeLink = (node: Link): void => {
    const first = node.children[0];
    const last = node.children.at(-1);
    const words = toString(node, { includeImageAlt: false }).trim();
    const kind = AFFILIATE.test(node.url)
      ? "affiliate link"
      : /^https?:|^\/\//.test(node.url)
        ? "outside link"
        : "link inside the old site";
    if (!first || !last || !words || isAddress(words)) {
      // The parser takes everything up to the next space for the address, also words in scripts without spaces.
      const address = ADDRESS_CHARACTERS.exec(sliceOf(node))?.[0];
      if (address && address.length < sliceOf(node).length) {
        const end = startOf(node) + address.length;
        note("dropped", node, kind, "We only link to our own pages and to Microsoft.", address);
        edits.push({ start: startOf(node), end, text: "" });
        escapeText(node);
      } else drop(node, kind, "We only link to our own pages and to Microsoft.");
      return;
    }
    note(
      "changed",
      node,
      kind,
      "Removed; the words are kept. We only link to our own pages and to Microsoft.",
    );
    edits.push(
      { start: startOf(node), end: startOf(first), text: "" },
      { start: endOf(last), end: endOf(node), text: "" },
    );
    node.children.forEach(inline);
  };

  /** Escapes braces and angle brackets, which begin code and components in MDX. */
  const escapeText = (node: Nodes): void => {
    for (const { index } of sliceOf(node).matchAll(/(?<!\\)[{}<]/g)) {
      const at = startOf(node) + index;
      edits.push({ start: at, end: at, text: "\\" });
    }
  };

  let farmDepth: number | undefined;
  const keeps = blocks.map((node, i): boolean => {
    if (node.type === "unparsed") {
      const text = sliceOf(node);
      notes.changed.push({
        line: lineAt(startOf(node)),
        what: "too much Markdown",
        why: `Its lists, quotes and tables stay; all else is written as text. The parser needs minutes for it: ${node.why}.`,
        text: "",
      });
      edits.push({ start: startOf(node), end: endOf(node), text: escapeAll(text) });
      return text !== "";
    }
    if (node.type === "heading") {
      farmDepth = undefined;
      if (
        ALSO_READ.test(toString(node)) &&
        (onlyLinks(blocks, i + 1) || isLinkList(blocks[i + 1]))
      ) {
        farmDepth = node.depth;
        drop(node, "heading", "The links below it were removed.");
        return false;
      }
    }
    if (farmDepth !== undefined && node.type === "list") {
      for (const item of node.children)
        note("dropped", item, "link farm", "The list is below “also read”.");
      edits.push({ start: startOf(node), end: endOf(node), text: "" });
      return false;
    }
    if (farmDepth !== undefined && linksOf(node).length > 0) {
      drop(node, "“also read” link", "It links to another page.");
      return false;
    }
    // Readers do not see spaces before a paragraph.
    const indent =
      /[ \t]*$/.exec(body.slice(Math.max(0, startOf(node) - 3), startOf(node)))?.[0] ?? "";
    if (node.type === "paragraph" && indent)
      edits.push({ start: startOf(node) - indent.length, end: startOf(node), text: "" });
    return block(node);
  });
  dropEmptySections();
  dropLines();
  // MDX takes a line that begins with these words for code, unless it is indented.
  return replaceOutsideCode(
    tidy(applyEdits(body, edits)),
    matches(/^(?:im|ex)port\b/gm),
    ({ whole }) => ` ${whole}`,
  );

  /** Removes rules that do not separate two parts of the text. */
  function dropLines() {
    let isAfterText = false;
    const last = keeps.findLastIndex((isKept, i) => isKept && blocks[i]?.type !== "thematicBreak");
    for (const [i, node] of blocks.entries()) {
      if (node.type !== "thematicBreak") isAfterText ||= keeps[i]!;
      else if (!isAfterText || i > last) drop(node, "rule", "Nothing is left for it to separate.");
      else isAfterText = false;
    }
  }

  /** Removes headings whose whole section was removed. From the end, so that subsections come first. */
  function dropEmptySections() {
    /** What remains of the section so far, and of each subsection. */
    let isKept = false;
    let isDropped = false;
    const below: { depth: number; isKept: boolean; isDropped: boolean }[] = [];
    for (let i = blocks.length - 1; i >= 0; i -= 1) {
      const node = blocks[i]!;
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
        drop(node, "heading", "Everything below it was removed.");
      below.push({ depth: node.depth, isKept: isKept || (keeps[i]! && !isDropped), isDropped });
      isKept = false;
      isDropped = false;
    }
  }
}

/**
 * Adds the positions that are missing: those of addresses without a link that the parser finds only in finished
 * paragraphs, and of the texts around them.
 */
function locate(parent: Nodes, body: string): void {
  if (!("children" in parent)) return;
  const children = parent.children as Nodes[];
  const ends: number[] = [];
  let next = endOf(parent);
  for (let i = children.length - 1; i >= 0; i--) {
    const node = children[i]!;
    ends[i] = next;
    if (!node.position && node.type === "link") {
      const words = toString(node);
      const start = body.slice(startOf(parent), next).lastIndexOf(words);
      if (start < 0) node.position = spanOf(next, next);
      else {
        const at = startOf(parent) + start;
        node.position = spanOf(at, at + words.length);
      }
    }
    if (node.position) next = startOf(node);
  }
  let cursor = startOf(parent);
  for (const [i, node] of children.entries()) {
    node.position ??= spanOf(cursor, ends[i]!);
    locate(node, body);
    cursor = endOf(node);
  }
}

const IMAGE = "Content has no images. Describe what it showed in words.";

const isImage = ({ type }: Nodes) => type === "image" || type === "imageReference";

/** Whether a paragraph contains only images and their captions in italics. */
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

/** Whether our pages may link to an address. */
function isLinked(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && LINKED_HOSTS.test(hostname) && !AFFILIATE.test(url);
}

const isAddress = (words: string) => /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\w+$/i.test(words);

/** An address at the beginning of a text (RFC 3986, without brackets). */
const ADDRESS_CHARACTERS = /^(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'()*+,;=%]+/i;

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

/** Whether a list has three or more items, all of them only links to other pages. */
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

const isListOrParagraph = (node: Block): node is List | Paragraph =>
  node.type === "list" || node.type === "paragraph";

/** Whether everything from `from` to the next heading is links. */
function onlyLinks(nodes: readonly Block[], from: number): boolean {
  let hasLinks = false;
  for (let i = from; i < nodes.length && nodes[i]?.type !== "heading"; i += 1) {
    const node = nodes[i]!;
    if (node.type === "thematicBreak" || node.type === "definition") continue;
    if (!isListOrParagraph(node) || linksOf(node).length === 0) return false;
    hasLinks = true;
  }
  return hasLinks;
}

/** Whether all items of a list are links. */
const isLinkList = (node: Block | undefined) =>
  node?.type === "list" &&
  node.children.every(
    (item) => linksOf(item).length > 0 && wordsOnly(textOutsideLinks(item)) === "",
  );

/** What begins lists, quotes and rules. */
const MARKERS = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)){0,20}/;

/** A text whose words are all text: only lists, quotes and tables stay. */
const escapeAll = (text: string) =>
  text.replace(/^.*$/gm, (line) => {
    const markers = MARKERS.exec(line)?.[0] ?? "";
    return (
      markers +
      line
        .slice(markers.length)
        .replace(/[\\`*_{}[\]<&~]/g, "\\$&")
        .replace(/^([ \t]*)([>+-])/, "$1\\$2")
    );
  });

/** By how many levels headings are lowered: the first level is the page's title. */
function headingShift(blocks: readonly Block[], title: string): number {
  const depths = blocks.flatMap((node) =>
    node.type === "heading" && fold(toString(node)).text !== fold(title).text ? [node.depth] : [],
  );
  return depths.includes(1) ? 1 : 0;
}

/** Applies edits. Those within another edit are ignored. */
function applyEdits(body: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  let outer: Edit | undefined;
  // Of two that begin at one place the longer comes first.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (outer && edit.start < outer.end && edit.end <= outer.end) continue;
    pieces.push(body.slice(position, edit.start), edit.text);
    position = edit.end;
    outer = edit;
  }
  return pieces.join("") + body.slice(position);
}

/** Closes gaps, and writes {@link BREAK} as a hard break. */
function tidy(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/^[ \t]*(?:#|\|).*$/gm, (line) => line.replaceAll(BREAK, " "))
    .replace(new RegExp(`${BREAK}(?:[ \\t]*\\n?[ \\t]*${BREAK})+`, "g"), "\n\n")
    .replace(new RegExp(`${BREAK}[ \\t]*(?=\\n[ \\t]*\\n|\\n*(?![\\s\\S]))`, "g"), "")
    .replace(new RegExp(`(\\n[ \\t]*\\n[ \\t]*)${BREAK}[ \\t]*\\n?`, "g"), "$1")
    .replace(new RegExp(`(?<![ \\t])[ \\t]*(?:\\n[ \\t]*)?${BREAK}[ \\t]*\\n?`, "g"), "\\\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\s*\n/, "")
    .trimEnd();
}
