import { locateKeysInLongText } from "./locate-keys";

/** The replacement for a product key. */
export const BLANKED_KEY = "•••••-•••••-•••••-•••••-•••••";

/** A longer text counts as a log, of which only parts are read. */
const READ_WHOLE = 40_000;

/** The names of Office products run up to 25 letters and digits: “Office24HomeBusiness2024R”. */
const withoutOfficeNames = (text: string) =>
  text.replace(/\b(office|project|visio)[a-z0-9]{1,40}/gi, (name) => "·".repeat(name.length));

/** Blanks every product key in a pasted text of any length; `count` is their number. */
export function blankProductKeys(text: string): { text: string; count: number } {
  let blanked = "";
  let position = 0;
  let count = 0;
  for (const { start, end } of locateKeysInLongText(withoutOfficeNames(text))) {
    if (start < position) continue;
    blanked += text.slice(position, start) + BLANKED_KEY;
    position = end;
    count++;
  }
  return { text: blanked + text.slice(position), count };
}

/** The parts of a long text that are read: those around words that Windows never translates. */
const AROUND = 2_500;
/** A long text without such words is no output; its beginning shows what it is. */
const BEGINNING = 10_000;
const ANCHORS = [
  " channel",
  "Windows(R)",
  "License Status",
  "LicenseStatus",
  "OA3xOriginalProductKey",
  "permanently activated",
  "activation will expire",
  "grace period",
  "0xC004",
];

/** The parts of a long text that may contain license output, at most `longest` characters. A shorter text is whole. */
export function relevantParts(text: string, longest = READ_WHOLE): string {
  if (text.length <= longest) return text;
  const places: number[] = [];
  for (const anchor of ANCHORS) {
    let at = text.indexOf(anchor);
    for (let found = 0; at >= 0 && found < 20; found++) {
      places.push(at);
      // The next one that is not in the part around this one.
      at = text.indexOf(anchor, at + AROUND);
    }
  }
  places.sort((a, b) => a - b);
  let parts = "";
  let end = 0;
  for (const place of places) {
    // Most parts go on where the last one ended; looking for keys takes the time.
    if (place + AROUND <= end) continue;
    const begin = place - AROUND;
    const from = begin <= end ? end : Math.max(end, besideKeys(text, begin, "start"));
    const to = besideKeys(text, place + AROUND, "end");
    if (to <= end) continue;
    if (parts.length + to - from >= longest) break;
    parts += (from > end ? "\n" : "") + text.slice(from, to);
    end = to;
  }
  return parts || text.slice(0, besideKeys(text, Math.min(BEGINNING, longest / 4), "end"));
}

/** A key is shorter, whatever stands between its characters. */
const LONGEST_KEY = 300;

/** Where to cut a text, so that no key is cut in two: what is left of it would not be recognized and blanked. */
function besideKeys(text: string, at: number, side: "start" | "end"): number {
  const from = Math.max(0, at - LONGEST_KEY);
  const cut = locateKeysInLongText(text.slice(from, at + LONGEST_KEY)).find(
    ({ start, end }) => from + start < at && at < from + end,
  );
  return cut ? from + cut[side] : Math.max(0, Math.min(text.length, at));
}

/** Finding all keys of a longer text would keep an old laptop busy. */
const LONGEST = 150_000;

/** Reduces a text of more than 150,000 characters to the parts that are read, because the rest is not searched for keys. */
export const shortenLongPaste = (text: string): string =>
  text.length > LONGEST ? relevantParts(text, READ_WHOLE / 2) : text;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Labels that may be in the middle of a line, when a field has removed the line breaks. */
const IN_LINE =
  /(?<=\S)[ \t]{0,20}(?<!(?:license|originalproductkey)[ \t]{0,20})(?=(?:description|activation id|application id|extended pid|product key channel|installation id|use license url|validation url|partial product key|license status|notification reason|volume activation expiration|timebased activation expiration|time remaining|remaining windows rearm count|remaining sku rearm count|trusted time|software licensing service version|licensestatus|partialproductkey|productkeychannel|graceperiodremaining|applicationid|licensestatusreason)[ \t]{0,20}[:=])/gi;
const NAME_IN_LINE =
  /(?<=\S)[ \t]{0,20}(?<!(?:license|host|os|product|machine|user)[ \t]{0,20})(?=name[ \t]*[:=][ \t]*"?(?:windows|office)\b)/gi;
const OBJECT = /"\w+"[ \t]*:|@\{/;
/** The longest line that is read: license output has none longer, and the time for patterns grows faster than the line. */
const LONGEST_LINE = 1000;
/** Marks a line that begins a new record, such as a JSON object. */
export const RECORD_BREAK = "\u0001";

/** Marks a line that went on from the one before it. */
export const IN_SAME_LINE = "\u0002";
/** Who wrote a line of a chat, and when; and in which line of a file it is. */
const WRITTEN_BY =
  /^[ \t]{0,20}(?:\[[^\]\n]{4,30}\][ \t]*[^:\n]{1,30}:[ \t]|[\w.\-]{1,60}\.(?:txt|log|md):\d{1,6}:)/;

/** The lines of a paste without quotation marks, table borders and JSON syntax. */
export function linesOf(text: string): string[] {
  let plain = text
    .replace(INVISIBLE, "")
    .replaceAll('\\"', '"')
    .normalize("NFKC")
    .replace(/\r\n?|<br ?\/?>/gi, "\n");
  if (OBJECT.test(plain))
    plain = plain
      .replace(/@?\{/g, `\n${RECORD_BREAK}\n`)
      .replace(/,[ \t]*(?="\w+"[ \t]*:)|\}/g, "\n")
      .replace(/;[ \t]*(?=\w+=)/g, "\n");
  return plain
    .replace(IN_LINE, `\n${IN_SAME_LINE}`)
    .replace(NAME_IN_LINE, `\n${IN_SAME_LINE}`)
    .split("\n")
    .map((line) =>
      line
        .slice(0, LONGEST_LINE)
        .replace(/^(?:[ \t]{0,20}[>|│])+ ?/, "")
        .replace(WRITTEN_BY, "")
        .trimEnd()
        .replace(/[|│]$/, ""),
    );
}
