import {
  BREAK,
  lineNumbers,
  matches,
  NEW_LINE,
  pairs,
  replaceOutsideCode,
  type Finder,
  type Found,
  type Notes,
} from "./notes";

/** Elements that are dropped with their content. */
const WHOLE =
  "script|style|iframe|noscript|ins|object|embed|video|audio|form|svg|amp-ad|amp-embed|canvas|button|select";

/** The class or id of an element that is an ad or contains links to other pages. */
const AD_BOX =
  /(?:class|id)\s*=\s*["'][^"']*(?<![a-z])(?:ads?|adsense|adsbygoogle|advert\w*|affiliate\w*|sponsor\w*|promo\w*|banner|related|also-read|read-more|recommend\w*|newsletter|popup|outbrain|taboola)(?![a-z])/i;

const TRACKER =
  /analytics|gtag|googletagmanager|pixel|fbq|hotjar|matomo|clarity|beacon|counter|stat\w*\./i;
const AD =
  /adsbygoogle|ads?\b|doubleclick|adservice|amazon-adsystem|googlesyndication|taboola|outbrain|mgid|affiliate|banner/i;
const PIXEL =
  /(?:width|height)\s*[=:]\s*["']?[01](?:px)?["'\s;/>]|\/(?:pixel|track|beacon|impression)|[?&]impression/i;

/** Removes HTML from a text: ads, scripts and trackers with their content, of other elements only the tags. */
export function removeHtml(body: string, firstLine: number, notes: Notes): string {
  let text = body;
  const drop = (
    find: Finder,
    explain: (whole: string) => [what: string, why: string] | undefined,
  ) => {
    const lineAt = lineNumbers(text, firstLine);
    text = replaceOutsideCode(text, find, ({ index, whole }) => {
      const reason = explain(whole);
      if (!reason) return undefined;
      notes.dropped.push({
        line: lineAt(index),
        what: reason[0],
        why: reason[1],
        text: whole.trim(),
      });
      return "";
    });
  };
  drop(pairs(/<!--/g, /-->/g), () => ["comment", "It was not shown to readers."]);
  drop(element(WHOLE), explainWhole);
  drop(matches(new RegExp(`</?(?:${WHOLE})\\b[^<>]*>`, "gi")), explainWhole);
  drop(element("figure"), (whole) =>
    /<img\b/i.test(whole) && !/<(?:table|pre|blockquote)\b/i.test(whole)
      ? ["image", "Content has no images. Describe what it showed in words."]
      : undefined,
  );
  drop(matches(/<(?:img|picture|source)\b[^<>]*>|<\/picture>/gi), (tag) =>
    PIXEL.test(tag) || TRACKER.test(tag)
      ? ["tracking pixel", "It tracks readers."]
      : ["image", "Content has no images. Describe what it showed in words."],
  );
  drop(adBoxes, () => [
    "ad block",
    "Its class or id marks it as advertising or as links to other pages.",
  ]);

  const change = (find: Finder, to: (found: Found) => string | undefined) => {
    const lineAt = lineNumbers(text, firstLine);
    text = replaceOutsideCode(text, find, (found) => {
      const replacement = to(found);
      if (replacement !== undefined)
        notes.changed.push({
          line: lineAt(found.index),
          what: "HTML",
          why: "Written as Markdown; the words are kept.",
          text: found.whole.trim(),
        });
      return replacement;
    });
  };
  change(element("pre"), ({ groups }) => listing(groups[1]));
  change(matches(/&nbsp;/g), () => " ");
  change(element("table"), ({ groups }) => table(groups[1]));
  change(element("blockquote"), ({ groups }) => quote(groups[1]));
  change(element("b|strong"), ({ groups }) => surround("**", groups[1]));
  change(element("i|em"), ({ groups }) => surround("_", groups[1]));
  change(element("code|kbd|samp|tt"), ({ groups }) =>
    groups[1]?.includes("<") ? undefined : surround("`", groups[1]),
  );
  change(element("a"), ({ whole, groups }) => {
    const tag = whole.slice(0, whole.indexOf(">"));
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    if (!href) return undefined;
    const address = (href[1] ?? href[2] ?? href[3] ?? "").trim();
    return `[${onOneLine(groups[1]?.replace(/<[^<>]*>/g, ""))}](${destination(address)})`;
  });
  change(
    element("h[1-6]", "^[ \\t]*"),
    ({ groups }) => `${"#".repeat(Number(groups[0]?.[1]))} ${onOneLine(groups[1])}`,
  );
  change(
    element("h[1-6]"),
    ({ groups }) =>
      `${NEW_LINE}${NEW_LINE}${"#".repeat(Number(groups[0]?.[1]))} ${onOneLine(groups[1])}${NEW_LINE}`,
  );
  change(matches(/(?:^[ \t]*)?<(\/?)(ol|ul|li)\b[^<>]*>/gim), listItems(text));
  change(
    matches(/(?<=[^\s<>])[ \t]*<\/(?:p|div|dd|dt|cite)>(?=[ \t]*\S)/gi),
    () => NEW_LINE + NEW_LINE,
  );
  change(matches(/<br\s*\/?>/gi), () => BREAK);
  // Of all other elements, the words stay.
  change(matches(/(?:^[ \t]+(?=<))?<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gim), () => "");
  return text;
}

/** Replaces list tags with Markdown. An item that begins within a line gets a line of its own. */
function listItems(text: string): (found: Found) => string {
  const open: { isOrdered: boolean; items: number }[] = [];
  return ({ index, groups: [slash, name = ""] }) => {
    const isAtStart = index === 0 || text[index - 1] === "\n";
    if (/^[ou]l$/i.test(name)) {
      if (slash) open.pop();
      else open.push({ isOrdered: /^o/i.test(name), items: 0 });
      return slash ? NEW_LINE + NEW_LINE : "";
    }
    if (slash) return "";
    const list = open.at(-1);
    if (list) list.items += 1;
    const mark = list?.isOrdered ? `${list.items}. ` : "- ";
    const indent = "   ".repeat(Math.max(0, Math.min(open.length, 10) - 1));
    return `${isAtStart ? "" : NEW_LINE}${indent}${mark}`;
  };
}

const destination = (address: string) => {
  const encoded = address.replace(/[<>\s]/g, encodeURIComponent);
  return /[()\\]/.test(encoded) || encoded === "" ? `<${encoded}>` : encoded;
};

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const asCharacters = (html: string) =>
  html
    .replace(/<[^<>]*>/g, "")
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name]!);

function listing(inner = ""): string {
  const text = asCharacters(inner.replace(/^\n|\n$/g, ""));
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [NEW_LINE, fence, NEW_LINE, text, NEW_LINE, fence, NEW_LINE].join("");
}

/** A table as Markdown; undefined if a row has more or fewer cells than the first one. */
function table(inner = ""): string | undefined {
  const rows = inner.split(/<tr\b[^<>]*>/i).slice(1);
  const cells = rows.map((row) =>
    row
      .split(/<t[hd]\b[^<>]*>/i)
      .slice(1)
      .map((cell) =>
        onOneLine(cell.replace(/<\/?(?:t\w+|p|div)\b[^<>]*>/gi, " ")).replaceAll("|", "\\|"),
      ),
  );
  const [head] = cells;
  if (!head?.length || cells.some(({ length }) => length !== head.length)) return undefined;
  return [head, head.map(() => "---"), ...cells.slice(1)]
    .map((row) => `${NEW_LINE}| ${row.join(" | ")} |`)
    .join("")
    .concat(NEW_LINE, NEW_LINE);
}

const quote = (inner = "") =>
  `${NEW_LINE}${inner
    .replace(/<\/p>\s*<p\b[^<>]*>|<cite\b[^<>]*>/gi, `${NEW_LINE}${NEW_LINE}`)
    .replace(/<\/?(?:p|cite)\b[^<>]*>/gi, "")
    .trim()
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n")}${NEW_LINE}${NEW_LINE}`;

/** Finds elements of these names with their content. */
const element = (names: string, before = "") =>
  pairs(new RegExp(`${before}<(${names})\\b[^<>]*>`, "gim"), new RegExp(`</(${names})\\s*>`, "gi"));

const onOneLine = (text = "") => text.replace(/\s+/g, " ").trim();

const surround = (mark: string, inner = "") =>
  inner.trim() ? `${mark}${inner.trim()}${mark}` : inner;

function explainWhole(whole: string): [what: string, why: string] {
  if (/^<script/i.test(whole)) {
    if (AD.test(whole)) return ["ad script", "The site shows no ads."];
    if (TRACKER.test(whole)) return ["tracking script", "The site tracks nobody."];
    return ["script", "Content is text and runs no scripts."];
  }
  if (AD.test(whole.slice(0, 300))) return ["ad", "The site shows no ads."];
  if (TRACKER.test(whole) || PIXEL.test(whole)) return ["tracker", "The site tracks nobody."];
  return [
    /^<\/?([\w-]+)/.exec(whole)?.[1]?.toLowerCase() ?? "element",
    "Content embeds nothing from other sites and has no controls.",
  ];
}

const BOX = /<(\/?)(div|aside|section|p|center|span|table|ul|ol|nav|footer|figure)\b[^<>]*>/gi;

/** Elements whose class or id marks them as ads, each up to its closing tag, or else to the end of its line. */
function* adBoxes(text: string): Generator<Found> {
  const tags = [...text.matchAll(BOX)].map(({ 0: tag, 1: slash, 2: name = "", index }) => ({
    isOpening: slash === "",
    name: name.toLowerCase(),
    isAd: AD_BOX.test(tag.slice(0, 1_000)),
    index,
    end: index + tag.length,
    closedAt: undefined as number | undefined,
  }));
  const open = new Map<string, typeof tags>();
  for (const tag of tags) {
    const same = open.get(tag.name) ?? [];
    open.set(tag.name, same);
    if (tag.isOpening) same.push(tag);
    else {
      const opening = same.pop();
      if (opening) opening.closedAt = tag.end;
    }
  }
  let from = 0;
  for (const { isOpening, isAd, index, end, closedAt } of tags) {
    if (!isOpening || !isAd || index < from) continue;
    const lineEnd = text.indexOf("\n", end);
    from = closedAt ?? (lineEnd < 0 ? text.length : lineEnd);
    yield { index, whole: text.slice(index, from), groups: [] };
  }
}
