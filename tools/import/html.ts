import { keepLines, lineAt, replaceOutsideCode, type Notes } from "./notes";

/** Elements that are dropped with everything in them. */
const WHOLE =
  "script|style|iframe|noscript|ins|object|embed|video|audio|form|svg|amp-ad|amp-embed|canvas|button|select";

/** Class or id of a box that is an ad, or leads away. */
const AD_BOX =
  /(?:class|id)\s*=\s*["'][^"']*(?<![a-z])(?:ads?|adsense|adsbygoogle|advert\w*|affiliate\w*|sponsor\w*|promo\w*|banner|related|also-read|read-more|recommend\w*|newsletter|popup|outbrain|taboola)(?![a-z])/i;

const TRACKER =
  /analytics|gtag|googletagmanager|pixel|fbq|hotjar|matomo|clarity|beacon|counter|stat\w*\./i;
const AD =
  /adsbygoogle|ads?\b|doubleclick|adservice|amazon-adsystem|googlesyndication|taboola|outbrain|mgid|affiliate|banner/i;
const PIXEL =
  /(?:width|height)\s*[=:]\s*["']?[01](?:px)?["'\s;/>]|\/(?:pixel|track|beacon|impression)|[?&]impression/i;

/** Takes HTML out of a text: ads, scripts and trackers with all they hold; of the rest only the tags. */
export function takeOutHtml(body: string, firstLine: number, notes: Notes): string {
  let text = body;
  const drop = (
    pattern: RegExp,
    explain: (whole: string) => [what: string, why: string] | undefined,
  ) => {
    const before = text;
    text = replaceOutsideCode(before, pattern, (match) => {
      const found = explain(match[0]);
      if (!found) return undefined;
      notes.dropped.push({
        line: lineAt(before, match.index, firstLine),
        what: found[0],
        why: found[1],
        text: match[0].trim(),
      });
      return "";
    });
  };
  drop(/<!--[\s\S]*?-->/g, () => ["comment", "It was not shown to readers."]);
  drop(new RegExp(`<(${WHOLE})\\b[^>]*>[\\s\\S]*?</\\1\\s*>`, "gi"), explainWhole);
  drop(new RegExp(`</?(?:${WHOLE})\\b[^>]*>`, "gi"), explainWhole);
  drop(/<(?:img|picture|source)\b[^>]*>|<\/picture>/gi, (tag) =>
    PIXEL.test(tag) || TRACKER.test(tag)
      ? ["tracking pixel", "It reports readers to somebody."]
      : ["image", "Images are not part of the content. What it showed has to be said in words."],
  );
  text = dropAdBoxes(text, firstLine, notes);

  const change = (pattern: RegExp, to: (match: RegExpExecArray) => string) => {
    const before = text;
    text = replaceOutsideCode(before, pattern, (match) => {
      notes.changed.push({
        line: lineAt(before, match.index, firstLine),
        what: "HTML",
        why: "Written as Markdown; the words are kept.",
        text: match[0].trim(),
      });
      return to(match);
    });
  };
  change(/<(b|strong)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi, (match) => surround("**", match[2]));
  change(/<(i|em)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi, (match) => surround("_", match[2]));
  change(/<(code|kbd|samp|tt)\b[^>]*>([^<]*)<\/\1\s*>/gi, (match) => surround("`", match[2]));
  change(
    /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]*?)<\/a\s*>/gi,
    (match) => {
      const address = (match[1] ?? match[2] ?? match[3] ?? "").trim();
      return `[${(match[4] ?? "")
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim()}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    },
  );
  change(
    /^[ \t]*<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1\s*>/gim,
    (match) => `${"#".repeat(Number(match[1]))} ${(match[2] ?? "").replace(/\s+/g, " ").trim()}`,
  );
  change(/^[ \t]*<li\b[^>]*>/gim, () => "- ");
  change(/<br\s*\/?>/gi, () => " ");
  // What is left has words inside that count, and a form that does not.
  change(/(?:^[ \t]+(?=<))?<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gim, () => "");
  return text;
}

const surround = (mark: string, inner = "") =>
  inner.trim() ? `${mark}${inner.trim()}${mark}` : inner;

function explainWhole(whole: string): [what: string, why: string] {
  if (/^<script/i.test(whole)) {
    if (AD.test(whole)) return ["ad script", "The site shows no ads."];
    if (TRACKER.test(whole)) return ["tracking script", "The site follows nobody."];
    return ["script", "Content is text and runs nothing."];
  }
  if (AD.test(whole.slice(0, 300))) return ["ad", "The site shows no ads."];
  if (TRACKER.test(whole) || PIXEL.test(whole)) return ["tracker", "The site follows nobody."];
  return [
    /^<\/?([\w-]+)/.exec(whole)?.[1]?.toLowerCase() ?? "element",
    "Content of other sites is not embedded, and content holds no controls.",
  ];
}

/** Boxes that a class or id names as an ad, with everything up to the tag that closes them. */
function dropAdBoxes(body: string, firstLine: number, notes: Notes): string {
  let text = body;
  const opening = /<(div|aside|section|p|center|span|table|ul|ol|nav|footer|figure)\b[^>]*>/gi;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (!AD_BOX.test(match[0])) continue;
    const end = closingOf(text, match[1] ?? "", match.index + match[0].length);
    const whole = text.slice(match.index, end);
    notes.dropped.push({
      line: lineAt(text, match.index, firstLine),
      what: "ad block",
      why: "Its class or id names it as advertising or as links that lead away.",
      text: whole.trim(),
    });
    text = text.slice(0, match.index) + keepLines(whole, "") + text.slice(end);
    opening.lastIndex = match.index;
  }
  return text;
}

/** Where the element that was opened before `from` ends; the end of its line when nothing closes it. */
function closingOf(text: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tag.index + tag[0].length;
  }
  const lineEnd = text.indexOf("\n", from);
  return lineEnd < 0 ? text.length : lineEnd;
}
