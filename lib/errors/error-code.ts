import { fold } from "@/lib/text/fold";

/** A code found in a text, in the form `0xC004F211`, with its position in the normalized text. */
type LocatedErrorCode = { code: string; start: number; end: number };

/** What the number of a code says, whether or not the code is known. */
type ErrorCodeDescription = {
  /** `0xC004F211` */
  hex: string;
  /** `3221549585` */
  unsigned: string;
  /** `-1073417711`, as event logs and scripts print it. */
  signed: string;
  severity: "success" | "failure";
  facility: {
    number: number;
    /** Name in Microsoft's headers, `FACILITY_ITF`. */
    name?: string;
    /** The part of Windows that reports it, in plain words. */
    text?: string;
  };
  /** The NTSTATUS code wrapped in this one: `0xC0000272` for `0xD0000272`. */
  ntstatus?: string;
};

// Readers type letters that look like digits ("0xCOO4F2l1"), so o, i and l count as digits.
const DIGIT = "[0-9a-foil]";
const asDigits = (typed: string) => typed.replace(/o/g, "0").replace(/[il]/g, "1");

// Other letters that get into a code from a keyboard for another script or from text recognized in a photo.
const LOOK_ALIKES: Record<string, string> = {
  "\u00d7": "x", // the sign for multiplication
  // Cyrillic letters
  "\u0445": "x",
  "\u0430": "a",
  "\u0432": "b",
  "\u0441": "c",
  "\u0435": "e",
  "\u043e": "o",
};
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join("")}]`, "g");

// Two numbers for one thing, as the facts err-0xd0000272 and err-0x4004f065 say: an NTSTATUS code that is passed on
// as an error value, and a code that one Microsoft article writes with the failure bit.
const OTHER_SPELLINGS: Record<string, string> = {
  "0xC0000272": "0xD0000272",
  "0xC004F065": "0x4004F065",
};

// "0x" marks a code even when it is glued to a word ("errorstring0x82000006").
// "ox" does so only at the beginning of a word: "boxcafe…" is not a code. A code pasted after a typed "0x" has it
// twice. The look-behind: in "0xC004F21illegal", the i belongs to the word.
const PREFIXED = new RegExp(
  `(?:(?<![0-9])(?:0x)?0 ?x|(?<![0-9a-z])o ?x)[ -]?((?:${DIGIT}[ -]{0,2}){7}${DIGIT})(?![0-9a-f])(?<![il](?=[a-z]))`,
  "g",
);
const SIGNED = /(?<![0-9a-z])-(\d{7,10})(?![0-9a-z]|[.,]\d)/g;
const UNSIGNED = /(?<![0-9a-z+.,/-]|\d )\d{10}(?![0-9a-z/-]|[.,]\d| \d)/g;
// The second look-ahead and the look-behind exclude parts of GUIDs. "xC004F211" has lost its zero.
const BARE = new RegExp(
  `(?<![0-9a-z]|[0-9a-f]{4}-)(?:error|code|hresult|x ?)?(${DIGIT}{4})([ -]?)(${DIGIT}{4})(?![0-9a-z]|-[0-9a-f]{4}-)`,
  "g",
);
// No word and no number begins with c004, so a gap may be anywhere after it ("c004f 211").
const BARE_WITH_ODD_GAP = new RegExp(
  `(?<![0-9a-z-])c[0o]{2}4((?:[ -]?${DIGIT}){4})(?![0-9a-z]|-[0-9a-f]{4}-)`,
  "g",
);

// Without "0x", eight hex digits may be a date, an order number or a part of a hash. Beside a word for an error, the
// beginnings of activation, setup and update codes are accepted.
const PLAUSIBLE_START = /^(?:8[0-9a]|c0|c190|d00|4004)/;
// Digits only, or decimal, without any sign: licensing, system errors, and those of every interface, of which "80070005"
// and "80004005" are pasted most. No date begins like them.
const COMMON = /^(?:80070[0-7]|8000400|C004|803F|4004F)/;
// Upper halves of activation, network, setup and update codes, for codes with letters ("c004f211") and for decimal
// ones, which are usually phone numbers.
const PLAUSIBLE_UPPER_HALF =
  /^(?:4004|8000[4F]|80(?:0[1-9A-F]|[1-3])|8086|80D0|87E1|8A15|C00|C0EA|C190|D00)/;

// A word for an error, in some languages; the number beside it is a code. All of these as `fold` writes them.
const NAME_OF_CODE =
  "(?:err(?:or\\p{L}*)?|codes?|hresult|hr|fehler\\p{L}*|erreur|errore|erro|codigo|fout\\p{L}*|b[lł][ae]d\\p{L}*|chyb\\p{L}*|" +
  "hata\\p{L}*|loi|(?:ошибк|помилк|错误|エラー|오류)\\p{L}*|код)(?: (?:num|ном)\\p{L}*)?";
// Words beside which it may well be one.
const NAME_OF_WINDOWS =
  "windows|updates?|upgrades?|(?:re)?a[ck]?tiv\\p{L}*|install\\p{L}*|setup|slmgr|fail\\p{L}*";
// What else a number may be, in some languages.
const OTHER_NUMBER =
  "(?<!in )order(?! to)|invoice|ticket|receipt|tracking|parcel|customer|serial|fax|amount|reference|contract|hotline|" +
  "whatsapp|imei|ean|sku|barcode|asset|(?<!up to )date|due on|" +
  // Words that also stand beside codes: “activate by phone 80070005”, and “po” is “after” in Polish.
  "(?:account|case|part|model|article|phone|mobile|cell|tel|zip|id|ref|po)(?: ?(?:no|nr|number|code)\\b| ?[.:#=])|(?:my|our|the) (?:phone|cell) (?:is|was)|(?:call|dial|ring)(?: us| me)? (?:at|on|under)|" +
  "\\p{L}*num{1,2}er|bestel\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|datum|telefo\\p{L}*|" +
  "commande|fa[ck]?t+u+r\\p{L}*|contrat|pedido|serie|fecha|ordine|zamowieni\\p{L}*|seryjn\\p{L}*|objednavk\\p{L}*|siparis\\p{L}*|" +
  "(?:номер|заказ|телефон)\\p{L}*|дата|[dđ]on hang|\\p{L}*[号號]|日期|\\p{L}*번호";
const NAMES = `(?:(${NAME_OF_CODE})|(${NAME_OF_WINDOWS})|${OTHER_NUMBER})(?!\\p{L})`.normalize(
  "NFKD",
);
const NAME_BEFORE = new RegExp(`(?<![\\p{L}\\d])${NAMES}`, "gu");
const NAME_BEHIND = new RegExp(
  `^(?:\\s*(?:[$€£¥%]|euros?\\b|dollars?\\b|[kmg]?b(?:ytes?)?\\b)|[^\\p{L}\\d]{0,3}(?:\\p{L}{1,5} ){0,2}${NAMES})`,
  "u",
);
// A currency, a country or an area code.
const OTHER_BEFORE = /[$€£¥]\s?$|\+\d{1,3} ?$|(?<!\d)0\d{2,5}[ /-]$/;

/** What the words around a number say it is: a code, something around Windows, or something else (“order 80071234”). */
function nameOf(
  text: string,
  start: number,
  end: number,
): "code" | "windows" | "other" | undefined {
  const before = text.slice(Math.max(0, start - 40), start);
  const behind = NAME_BEHIND.exec(text.slice(end, end + 40));
  const nearest = [...before.matchAll(NAME_BEFORE)].at(-1);
  // A group of a longer number.
  const isGroup =
    /\d[ -]\d/.test(text.slice(start, end)) &&
    (/\d{3}[ -]$/.test(before) || /^[ -]\d{3}/.test(text.slice(end, end + 4)));
  const isOther = (found: RegExpMatchArray | null | undefined) => found && !found[1] && !found[2];
  if (isGroup || OTHER_BEFORE.test(before) || isOther(nearest) || isOther(behind)) return "other";
  if (nearest?.[1] ?? behind?.[1]) return "code";
  // The number of a page in an address says nothing.
  if (/[/=]$/.test(before)) return "other";
  return (nearest ?? behind) ? "windows" : undefined;
}

function toCode(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, "0")}`;
}

function readDigits(digits: string): string | undefined {
  const parts = digits.split(/[ -]+/);
  // "0xC004F21 a problem": one lost digit must not swallow the next word.
  const isOneCode = parts.every(
    (part, i) =>
      i === 0 ||
      (part.length === 4 && parts[0]?.length === 4) ||
      (part.length > 1 && /\d/.test(part)),
  );
  return isOneCode ? `0x${asDigits(parts.join("")).toUpperCase()}` : undefined;
}

/** Eight digits without "0x", if they are plausible by themselves or by what they are named. */
function readBare(
  [whole, first = "", gap = "", second = ""]: RegExpMatchArray,
  name: () => ReturnType<typeof nameOf>,
  isKnown: IsKnown,
): string | undefined {
  const typed = first + second;
  const digits = asDigits(typed);
  if (!/\d/.test(typed) || !PLAUSIBLE_START.test(digits)) return undefined;
  const code = `0x${digits.toUpperCase()}`;
  if (/[a-z]/.test(typed)) {
    // "8000 cafe" is a number and a word, "803F BABC" a code.
    if (gap && !/\d/.test(second) && !/[a-f]/.test(first)) return undefined;
    return PLAUSIBLE_UPPER_HALF.test(code.slice(2)) || name() === "code" ? code : undefined;
  }
  // “error80070005”, “x80070005”
  const named = /^[a-z]/.test(whole) ? "code" : name();
  if (named === "other") return undefined;
  const isPlausible =
    named === "code" ||
    COMMON.test(digits) ||
    isKnown(code) ||
    // With a gap even "8024 1234" is more likely a phone number.
    (named === "windows" && !gap && PLAUSIBLE_UPPER_HALF.test(digits));
  return isPlausible ? code : undefined;
}

/** Whether digits without any sign are this code: on the whole site, if it has a page. */
type IsKnown = (code: string) => boolean;

/** In a field or an address for codes. */
const isPlausibleInField: IsKnown = (code) => code.startsWith("0x80");

/**
 * Finds the codes in a text that `fold` has normalized, in the order of the text. A number with the same meaning as
 * another code is returned as that code: `0xD0000272` for `0xC0000272`. Of digits that may be anything, only those that
 * are known, or named as a code, are taken for one.
 */
export function locateErrorCodes(
  folded: string,
  isKnown: IsKnown = () => false,
): LocatedErrorCode[] {
  const found: LocatedErrorCode[] = [];
  let rest = folded
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter)
    // In an address.
    .replace(/%(?:20|0a|2c|3a)/g, "   ");
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => string | undefined) => {
    for (const match of rest.matchAll(pattern)) {
      const code = read(match);
      if (!code) continue;
      const end = match.index + match[0].length;
      found.push({ code: OTHER_SPELLINGS[code] ?? code, start: match.index, end });
      // A later pattern must not find a part of the same code again.
      rest = rest.slice(0, match.index) + "_".repeat(match[0].length) + rest.slice(end);
    }
  };
  const named = ({ 0: number, index = 0 }: RegExpMatchArray) =>
    nameOf(folded, index, index + number.length);
  take(PREFIXED, (match) => readDigits(match[1] ?? ""));
  take(SIGNED, (match) => {
    const value = Number(match[1]);
    if (value < 1 || value > 2 ** 31) return undefined;
    const code = toCode(2 ** 32 - value);
    return PLAUSIBLE_START.test(code.slice(2).toLowerCase()) ? code : undefined;
  });
  take(UNSIGNED, (match) => {
    const value = Number(match[0]);
    if (value >= 2 ** 32) return undefined;
    const code = toCode(value);
    if (!PLAUSIBLE_UPPER_HALF.test(code.slice(2))) return undefined;
    const name = named(match);
    if (name === "other") return undefined;
    return name === "code" || COMMON.test(code.slice(2)) || isKnown(code) ? code : undefined;
  });
  take(BARE, (match) => readBare(match, () => named(match), isKnown));
  take(BARE_WITH_ODD_GAP, (match) => {
    const typed = (match[1] ?? "").replace(/[ -]/g, "");
    return /\d/.test(typed) ? `0xC004${asDigits(typed).toUpperCase()}` : undefined;
  });
  return found.sort((a, b) => a.start - b.start);
}

/** All error codes in a text, in any spelling, as `0xC004F211`; each once, in the order of the text. */
export function findErrorCodes(text: string, isKnown?: IsKnown): string[] {
  return [...new Set(locateErrorCodes(fold(text).text, isKnown).map(({ code }) => code))];
}

// Words around a code that mean nothing else.
const LABEL =
  /\b(?:windows|activation|error|errors|errorcode|code|codes|hresult|hr|number|no|nr|status|the|is|my|with)\b/g;

/**
 * The code, if a text is a single code in any spelling, with or without a label such as "Error code:". Undefined for
 * two codes or other words. Whoever calls this expects a code, so eight digits need no other sign.
 */
export function parseErrorCode(text: string): string | undefined {
  // No spelling of a code with its label is longer.
  if (text.length > 200) return undefined;
  const folded = fold(text).text;
  const located = locateErrorCodes(folded, isPlausibleInField);
  const only = located[0];
  if (!only || located.length > 1) return undefined;
  const rest = (folded.slice(0, only.start) + " " + folded.slice(only.end)).replace(LABEL, "");
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : only.code;
}

/**
 * Whether a text was meant to be a code. Also true if a digit is missing or too many, or if it has a letter that no
 * code has, so that the answer can say so.
 */
export function isErrorCodeShaped(text: string): boolean {
  if (parseErrorCode(text)) return true;
  if (text.length > 200) return false;
  const folded = fold(text)
    .text.replace(LABEL, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return /^[0o]x[0-9a-z]{1,12}$/.test(folded) || /^(?:80|c0|d0)[0-9a-fo]{4,8}$/.test(folded);
}

// Names and numbers: https://learn.microsoft.com/windows/win32/api/winerror/nf-winerror-hresult_facility
// 63 from winerror.h. Only those that occur around activation, sign-in, setup and updates.
const FACILITIES: Record<number, { name: string; text: string }> = {
  0: { name: "FACILITY_NULL", text: "Windows in general" },
  1: { name: "FACILITY_RPC", text: "calls between programs or PCs" },
  2: { name: "FACILITY_DISPATCH", text: "scripting of programs" },
  3: { name: "FACILITY_STORAGE", text: "storage of documents" },
  4: { name: "FACILITY_ITF", text: "one part of Windows with its own numbers; licensing uses it" },
  7: { name: "FACILITY_WIN32", text: "the basic functions of Windows" },
  8: { name: "FACILITY_WINDOWS", text: "Windows interfaces" },
  9: { name: "FACILITY_SECURITY", text: "sign-in and certificates" },
  10: { name: "FACILITY_CONTROL", text: "controls in windows" },
  11: { name: "FACILITY_CERT", text: "certificates" },
  12: { name: "FACILITY_INTERNET", text: "the internet connection" },
  15: { name: "FACILITY_SETUPAPI", text: "installation of devices" },
  16: { name: "FACILITY_SCARD", text: "smart cards" },
  19: { name: "FACILITY_URT", text: ".NET" },
  23: { name: "FACILITY_SXS", text: "side-by-side components" },
  25: { name: "FACILITY_HTTP", text: "answers of web servers" },
  27: { name: "FACILITY_WER", text: "error reporting" },
  32: { name: "FACILITY_BACKGROUNDCOPY", text: "downloads in the background" },
  33: { name: "FACILITY_CONFIGURATION", text: "configuration" },
  34: { name: "FACILITY_STATE_MANAGEMENT", text: "settings of apps" },
  36: { name: "FACILITY_WINDOWSUPDATE", text: "Windows Update" },
  37: { name: "FACILITY_DIRECTORYSERVICE", text: "an organization's directory" },
  39: { name: "FACILITY_SHELL", text: "the desktop" },
  63: { name: "FACILITY_WINDOWS_STORE", text: "the Microsoft Store and its licenses" },
};

/**
 * What the number of a code says. Layout of an HRESULT (severity in bit 31, NTSTATUS flag in bit 28, facility in
 * bits 16 to 26):
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a
 */
export function describeErrorCode(code: string): ErrorCodeDescription | undefined {
  const hex = parseErrorCode(code);
  if (!hex) return undefined;
  const value = Number(hex);
  const facility = (value >>> 16) & 0x7ff;
  const isWrappedNtstatus = (value & 0x10000000) !== 0;
  return {
    hex,
    unsigned: String(value),
    signed: String(value | 0),
    severity: value >>> 31 ? "failure" : "success",
    facility: { number: facility, ...FACILITIES[facility] },
    ...(isWrappedNtstatus && { ntstatus: toCode((value & ~0x10000000) >>> 0) }),
  };
}

function distanceOfDigits(a: string, b: string): number {
  let different = 0;
  let shared = 0;
  for (let i = 0; i < 8; i++) {
    if (a[i] === b[i]) {
      if (different === 0) shared++;
      continue;
    }
    // Two swapped digits are one slip.
    if (i < 7 && a[i] === b[i + 1] && a[i + 1] === b[i]) i++;
    different++;
  }
  // Fewest slips first, then those with the slip nearest to the end, where related codes differ.
  return different - shared / 10;
}

const facilityNumber = (code: string) => (Number(code) >>> 16) & 0x7ff;

/**
 * The known codes of the same facility that are nearest to a code by typing slips, nearest first. All codes are in the
 * form `0xC004F211`; anything else has none.
 */
export function nearestErrorCodes(code: string, known: readonly string[], count: number): string[] {
  if (!/^0x[0-9A-F]{8}$/.test(code)) return [];
  const value = Number(code);
  // A code of another facility is not a neighbor, however similar its digits.
  return known
    .filter((candidate) => candidate !== code && facilityNumber(candidate) === facilityNumber(code))
    .map((candidate) => ({
      candidate,
      distance: distanceOfDigits(code.slice(2), candidate.slice(2)),
      gap: Math.abs(Number(candidate) - value),
    }))
    .sort((a, b) => a.distance - b.distance || a.gap - b.gap)
    .slice(0, Math.max(0, count))
    .map(({ candidate }) => candidate);
}
