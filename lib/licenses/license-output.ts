import { findErrorCodes } from "@/lib/errors/error-code";
import {
  ENGLISH_LABELS,
  ENGLISH_SENTENCES,
  lettersOf,
  NO_WORDS,
  type LicenseField,
  type LicenseStatus,
  type LicenseWords,
} from "./license-words";
import { isDenial, isDoubtful } from "@/lib/wordings/doubts";
import {
  BLANKED_KEY,
  blankProductKeys,
  IN_SAME_LINE,
  linesOf,
  RECORD_BREAK,
  relevantParts,
  shortenLongPaste,
} from "./paste";

/** What the channel word says about the installed key. `other`: a word without a source; `none`: no word. */
export type Channel = "retail" | "oem" | "mak" | "kms" | "evaluation" | "other" | "none";

/** Why a text could not be read as output. */
export type Unreadable =
  | "product-key"
  | "firmware-empty"
  | "add-on"
  | "other-product"
  | "event-log"
  | "command-missing"
  | "command-only"
  | "error-code"
  | "command-failed"
  | "system-info"
  | "other-answer"
  | "not-recognized";

/** Another product beside Windows in the output. */
export type Beside = "add-on" | "office" | "other";

/** What an output says about one Windows. */
export type WindowsReading = {
  channel: Channel;
  /** The channel word as Windows writes it: `OEM_DM`. */
  channelWord?: string;
  status: LicenseStatus;
  /** The text in place of a known status. */
  statusWords?: string;
  /** The product as the output names it: `Windows(R), Professional edition`. */
  product?: string;
  /** Whether the text contained the last characters of a key, which are never shown. */
  hasPartialKey: boolean;
  /** Whole days until the activation, the evaluation or the grace period ends. */
  expiresInDays?: number;
  /** The day on which it ends, as the output writes it. */
  endsOn?: string;
  /** The output says that the activation has no end. */
  permanent?: boolean;
  /** Codes that it gives as the reason. */
  codes?: string[];
  /** Tag of the language whose words were read: `de`. Absent for English and for numbers. */
  language?: string;
};

/** What `slmgr`, the PowerShell query or another command said. No part of a key is kept. */
export type LicenseOutput =
  | (WindowsReading & {
      readable: true;
      /** Further outputs in the same paste, of other PCs or of later times. */
      further?: WindowsReading[];
      /** Whether the outputs contradict each other. */
      disagree?: boolean;
      beside?: Beside[];
      keysBlanked?: number;
    })
  | {
      readable: false;
      reason: Unreadable;
      codes?: string[];
      /** Lines in which something was recognized, without keys. */
      seen?: string[];
      keysBlanked?: number;
      language?: string;
    };

type Fields = Partial<Record<LicenseField, string>>;
/** A product in the output. `part`: outputs of several commands or PCs have several numbers. */
type Entry = { fields: Fields; part: number; language?: string };
/** An answer in a sentence, and the product named in the line before it. */
type Sentence = WindowsReading & { part: number };

/** The prompt of a console and the command after it. */
const PROMPT = /^\s*(?:PS )?(?:[A-Za-z]:\\[^>\n]*|PS )>\s*(.*)$/;
const COMMAND =
  /^\s*(?:cscript\s.*)?(?:slmgr(?:\.vbs)?\s+[/-]\w+|wmic\s+path\s+\S+\s+get\s.*|\(?get-(?:ciminstance|wmiobject)\b.*|\(?gcim\b.*)\s*$/i;
/** Before what somebody wants to see, or what a guide shows. */
const WISHED =
  /\b(?:should|would|expect\w*|supposed|want\w*|hop(?:e|ed|ing)|must)\b[^.!?]*$|\b(?:check that|make sure|look for)\b[^.!?]{0,30}$/i;
/** Before it in the same line: what it does not say, or no longer. */
const UNSAID =
  /\b(?:not|\w+n['’]t|no longer|never|used to|did|was|had|if|until|whether|when|unless|without|verify|where|select|filter)\b[^.!?]*$/i;
/** Starts another part: a new window of Windows Script Host, the heading of another tool, or a code fence. */
const PART = /^\s*(?:-{3,}\s*)?windows script host\b|^\s*(?:#{2,}|`{3,})/i;

const NAME_ELSEWHERE = /^[^:=]{1,40}[:=]\s*(windows(?: server)?\(r\)(?![^\n]* channel\b)[^\n]*)$/i;
const UNKNOWN_LABEL = /^\W*\p{L}[^:=\n]{0,40}[:=](?:\s|$)/u;
/** Tables cut the ids. */
const WINDOWS_APPLICATION = "55c92734-";
const OFFICE_APPLICATIONS =
  /0ff1ce15-a989-479d-af46-f275c6370663|59a52881-a989-479d-af46-f275c6370663/i;

/**
 * Reads pasted output of `slmgr`, PowerShell, wmic and similar commands: fields in any order, objects, tables, JSON,
 * broken lines, several outputs, in the languages of `words`. Accepts any string and never throws. Reports what the
 * text says, not what is true: a channel word proves no license.
 */
export function parseLicenseOutput(pasted: string, words: LicenseWords = NO_WORDS): LicenseOutput {
  const { text, count } = blankProductKeys(shortenLongPaste(pasted));
  const keysBlanked = count > 0 ? { keysBlanked: count } : {};
  const lines = linesOf(relevantParts(text));
  const { entries, sentences, commands, plain } = readLines(lines, words);

  const kinds = entries.map((entry) => ({ entry, kind: kindOf(entry.fields) }));
  const nameless = kinds.filter(({ entry, kind }) => kind === "unknown" && isNumber(entry.fields));
  // Rows without a name may be those of Office, which only one state for all makes harmless.
  const isMixed = new Set(nameless.map(({ entry }) => entry.fields.status)).size > 1;
  const windows = kinds.filter(
    (one) => isWindows(one.kind) && !(isMixed && nameless.includes(one)),
  );
  const readings = merged([
    ...installedOf(windows.map(({ entry }) => ({ part: entry.part, ...readEntry(entry, words) }))),
    ...sentences,
  ]);
  const beside = [
    ...new Set(
      kinds.flatMap(({ kind }) => (kind === "windows" || kind === "unknown" ? [] : [kind])),
    ),
  ];
  const [first, ...further] = readings;
  if (first)
    return {
      readable: true,
      ...first,
      ...(further.length > 0 && { further, disagree: disagree(readings) }),
      ...(beside.length > 0 && { beside }),
      ...keysBlanked,
    };

  const all = lines.join("\n");
  const codes = failureCodes(all);
  const seen = seenIn(entries);
  const { reason, language } = reasonOf(
    all,
    { beside, count, entries, commands, plain, codes },
    words,
  );
  return {
    readable: false,
    reason,
    ...(codes.length > 0 && { codes }),
    ...(reason === "not-recognized" && seen.length > 0 && { seen }),
    ...(language && { language }),
    ...keysBlanked,
  };
}

/** Sorts lines into fields of products, answers in a sentence, commands, and the rest. */
function readLines(lines: readonly string[], words: LicenseWords) {
  const entries: Entry[] = [];
  const sentences: Sentence[] = [];
  const commands: string[] = [];
  const plain: string[] = [];
  let part = 0;
  let entry: Entry | undefined;
  let open: LicenseField | undefined;
  let header: LicenseField[] | undefined;
  let hadRow = false;
  let about = "";
  const close = () => {
    entry = open = undefined;
  };
  const nextPart = () => {
    part++;
    close();
    about = "";
  };

  for (const [i, whole] of lines.entries()) {
    const isInLine = whole.startsWith(IN_SAME_LINE);
    const line = isInLine ? whole.slice(1) : whole;
    // Before a label there may be only the sign of a quotation or of a list.
    const isAfterWords = isInLine && /\p{L}/u.test(lines[i - 1] ?? "");
    if (line === RECORD_BREAK) {
      close();
      continue;
    }
    const prompt = PROMPT.exec(line);
    if (prompt ?? COMMAND.test(line)) {
      nextPart();
      header = undefined;
      const command = (prompt?.[1] ?? line).trim();
      if (command) commands.push(command);
      continue;
    }
    if (PART.test(line)) {
      nextPart();
      continue;
    }
    if (line.trim() === "") {
      open = undefined;
      if (hadRow) header = undefined;
      continue;
    }
    const found = fieldIn(line, words);
    if (found) {
      header = undefined;
      const { field, value, language } = found;
      if (field === "version") {
        nextPart();
        continue;
      }
      if (field === "known" && !entry) continue;
      const before = lines[isInLine && !isAfterWords ? i - 2 : i - 1] ?? "";
      if (field === "status" && (WISHED.test(before) || (isAfterWords && UNSAID.test(before))))
        continue;
      if (
        !entry ||
        (field !== "known" && field !== "reason" && entry.fields[field] !== undefined)
      ) {
        entry = { fields: {}, part };
        entries.push(entry);
      }
      open = field;
      if (field === "known") continue;
      // A tool that shows the licenses of other products names them above.
      if (field === "status" && !entry.fields.name && namesOther(lines[i - 1] ?? ""))
        entry.fields.name = lines[i - 1]?.replace(IN_SAME_LINE, "");
      if (field === "name" || field === "description") about = "";
      entry.fields[field] =
        field === "reason" && entry.fields.reason ? `${entry.fields.reason} ${value}` : value;
      if (language) entry.language ??= language;
      continue;
    }
    const columns = headerIn(line);
    if (columns) {
      header = columns;
      hadRow = false;
      close();
      if (columns.includes("firmwareKey")) entries.push({ fields: { firmwareKey: "" }, part });
      continue;
    }
    if (/^[\s\-=_*,|+:]+$/.test(line)) {
      open = undefined;
      continue;
    }
    if (header) {
      hadRow = true;
      if (header.includes("firmwareKey")) {
        const last = entries.at(-1);
        if (last) last.fields.firmwareKey = line.trim();
      } else entries.push({ fields: readRow(line, header), part });
      continue;
    }
    const sentence = sentenceIn(line, lines.slice(i + 1, i + 3), about, words);
    if (sentence) {
      open = undefined;
      // Below the fields of an add-on or of Office, it is about that product.
      if (about || !entry || isWindows(kindOf(entry.fields))) sentences.push({ ...sentence, part });
      continue;
    }
    const name = NAME_ELSEWHERE.exec(line)?.[1];
    const isRest =
      open === "description" &&
      entry?.fields.description &&
      !/ channel\b/i.test(entry.fields.description) &&
      /^\s/.test(line);
    if (name || (looseChannel(line) && !isRest)) {
      // In a language with unknown labels; the product and its channel are never translated.
      const field = name ? "name" : "description";
      if (!entry || entry.fields[field] !== undefined) {
        entry = { fields: {}, part };
        entries.push(entry);
      }
      entry.fields[field] = name ?? line;
      open = field;
      continue;
    }
    if (open && open !== "known" && entry && !UNKNOWN_LABEL.test(line)) {
      // The console broke the line; only the whole line tells where.
      entry.fields[open] += `\n${line}`;
      continue;
    }
    if (/\bedition\b|\badd-?on\b/i.test(line)) about = line;
    plain.push(line);
  }
  return { entries, sentences, commands, plain };
}

/** “Label: value” in a known language, after any signs and numbers. */
function fieldIn(
  line: string,
  words: LicenseWords,
): { field: LicenseField; value: string; language?: string } | undefined {
  const start = line.slice(0, 200).search(/\p{L}/u);
  if (start < 0) return undefined;
  const rest = line.slice(start);
  // In a table with a column of labels, the border separates; between two labels, it is a header.
  const sign = rest.search(/[:=]|[|│](?=[^|│:=]*$)/);
  // “==” compares.
  if (sign < 1 || sign > 60 || rest.startsWith("==", sign)) return undefined;
  const label = lettersOf(rest.slice(0, sign));
  const value = rest
    .slice(sign + 1)
    .trim()
    .replace(/^["'`*\s]+|["'`*,;\s]+$/g, "");
  if (/[|│]/.test(rest[sign] ?? "") && ENGLISH_LABELS.has(lettersOf(value))) return undefined;
  const english = ENGLISH_LABELS.get(label);
  if (english) return { field: english, value };
  const other = words.labels.get(label);
  return other && { field: other.field, value, language: other.lang };
}

/** The columns of a table, if a line consists of property names. */
function headerIn(line: string): LicenseField[] | undefined {
  const names = line.split(/[\s,;|"]+/).filter(Boolean);
  if (names.length === 0 || names.length > 12) return undefined;
  const fields = names.map((name) => ENGLISH_LABELS.get(lettersOf(name)));
  // A single word is a table of one column only if it is the name of a property, not an everyday word.
  if (
    names.length === 1 &&
    !/^(?:oa3xoriginalproductkey|licensestatus|partialproductkey)$/i.test(names[0] ?? "")
  )
    return undefined;
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

/** A row of a table. Cells are recognized by their form, since columns shift when a table is copied. */
function readRow(line: string, columns: readonly LicenseField[]): Fields {
  const fields: Fields = {};
  const name = /(?:windows|office|visio|project)[^,\n]*,[^,\n]*?(?:edition|add-on)/i.exec(
    line,
  )?.[0];
  const named = name ?? longestCell(line);
  if (named && columns.includes("name")) fields.name = named;
  const rest = name ? line.replace(name, " ") : line;
  const description = /[^\s",;][^",;\n]*,[^,\n]*? channel\b/i.exec(rest)?.[0];
  if (description) fields.description = description;
  const others = description ? rest.replace(description, " ") : rest;
  const application = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(others)?.[0];
  if (application && columns.includes("application")) fields.application = application;
  const cells = others.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, " ").split(/[\s",;|]+/);
  const numbers = cells.filter((cell) => /^\d+$/.test(cell));
  const numeric = columns.filter(
    (column) => column === "status" || column === "minutes" || column === "reason",
  );
  if (numbers.length === numeric.length)
    for (const [i, column] of numeric.entries()) fields[column] = numbers[i] ?? "";
  if (columns.includes("partialKey") && cells.some((cell) => PARTIAL_KEY.test(cell)))
    fields.partialKey = "•••••";
  return fields;
}

/** The cell with words, in a table whose columns are far apart. */
const longestCell = (line: string) =>
  line
    .split(/\s{2,}|[|;\t]/)
    .filter((cell) => /\p{L}{2}.*[\s(]/u.test(cell.trim()) && !/ channel\b/i.test(cell))
    .sort((a, b) => b.length - a.length)[0]
    ?.trim();

const PARTIAL_KEY = /^[A-Z0-9]{5}$/;

const OFFICE = /\b(?:office|visio|project)\s?\d*/i;
/** Products with a “License Status” of their own, and parts and tools of Windows, which have none. */
const OTHER_PRODUCT =
  /\b(?:adobe|acrobat|autodesk|autocad|vmware|vsphere|vcenter|esxi|citrix|veeam|sql server|exchange|remote desktop|visual studio|power bi|edge|defender|subsystem|driver|sdk|\w*kit|runtimes?|cals?|rds|assistant|tools?|for windows|norton|mcafee|kaspersky|eset|avast|avg|bitdefender|malwarebytes|sophos|trend micro|parallels|solidworks|matlab|jetbrains|corel)\b|\.net\b/i;
/** How Windows names itself: “Windows(R), Core edition”, “Windows Server 2022 Standard”, “Microsoft Windows 11 Pro”. */
const WINDOWS_NAME =
  /\bwindows(?: server| vista)?\s?(?:\(r\)|\(tm\)|®|™)|^\W*(?:microsoft )?windows (?:server|vista|xp|\d)|^\W*(?:microsoft )?windows(?:[\s,]+(?:home|core|pro|professional|education|enterprise|edition|n))*\W*$|\bwindows operating system\b/i;

const isWindowsName = (name: string) => WINDOWS_NAME.test(name) && !OTHER_PRODUCT.test(name);
const isOffice = (name: string) => OFFICE.test(name) && !/windows/i.test(name);
/** “Norton 360”, “Microsoft Teams”, and not “PC 2”. */
const PRODUCT_NAME =
  /^\W*(?!(?:pc|my|the|computer|laptop|desktop|machine|device|output|windows|server|case|step)\b)(?:microsoft (?!windows)\w+.*|\p{L}[\w.]+(?: [\w.]+){0,3} v?\d+(?:\.\d+)*)\W*$/iu;
const namesOther = (line: string) =>
  line.length < 80 &&
  !isWindowsName(line) &&
  (isOffice(line) || OTHER_PRODUCT.test(line) || (!line.includes(":") && PRODUCT_NAME.test(line)));

const isNumber = ({ status }: Fields) => /^\d\b/.test(status ?? "");

const isWindows = (kind: Beside | "windows" | "unknown") =>
  kind === "windows" || kind === "unknown";

const APPLICATION = /[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** The product of an entry. Without a name, an application and a description, it counts as Windows. */
function kindOf({ name, description, application }: Fields): Beside | "windows" | "unknown" {
  const both = `${name ?? ""} ${description ?? ""}`;
  if (/add-?\s*on|\bESU\b|extended security/i.test(both)) return "add-on";
  if (application?.toLowerCase().includes(WINDOWS_APPLICATION)) return "windows";
  if (application && OFFICE_APPLICATIONS.test(application)) return "office";
  const said = name ?? description ?? "";
  if (isOffice(said)) return "office";
  if (isWindowsName(said) || (!OTHER_PRODUCT.test(said) && isWindowsName(description ?? "")))
    return "windows";
  // Except where somebody has hidden it.
  if (application && APPLICATION.test(application) && /[1-9a-f]/i.test(application)) return "other";
  // A description without a product (“RETAIL channel”) names none.
  return said === "" || (!name && !said.includes(",")) ? "unknown" : "other";
}

function readEntry({ fields, language }: Entry, words: LicenseWords): WindowsReading {
  const { channel, word } = readChannel(fields);
  const status = readStatus(fields.status, words);
  const minutes = Number(fields.minutes);
  const days =
    daysIn(fields.remaining) ??
    (minutes > 0 && minutes < 2e6 ? Math.floor(minutes / 1440) : undefined);
  const codes = reasonCodes(fields.reason, status.status);
  const spoken = status.language ?? language;
  return {
    channel,
    ...(word && { channelWord: word }),
    status: status.status,
    ...(status.words && { statusWords: status.words }),
    ...(fields.name && { product: joined(fields.name).slice(0, 80) }),
    hasPartialKey:
      PARTIAL_KEY.test((fields.partialKey ?? "").trim().toUpperCase()) ||
      fields.partialKey === "•••••",
    ...(days !== undefined && { expiresInDays: days }),
    ...(codes.length > 0 && { codes }),
    ...(spoken && { language: spoken }),
  };
}

/** Joins a value that the console broke. A long first line was full, so the break is not a space. */
const joined = (value: string) => {
  const [first = "", ...rest] = value.split("\n");
  return [first, ...rest].join(first.length > 60 ? "" : " ").trim();
};

/** Channel words by their letters, as Windows writes them. */
const CHANNELS: [letters: RegExp, channel: Channel, write: (letters: string) => string][] = [
  [
    /^retailtb|^timebased|eval/,
    "evaluation",
    (word) => (/^timebasedeval$/.test(word) ? "TIMEBASED_EVAL" : ""),
  ],
  [/^retail(?:grace|mak)?$/, "retail", () => "RETAIL"],
  [
    /^oem(?:dm|coaslp|coanslp|coa|slp|nonslp)?$/,
    "oem",
    (word) => word.replace(/^oem(?=.)/, "oem_").replace(/(?<=coa)(?=.)/, "_"),
  ],
  [/^volumemak/, "mak", () => "VOLUME_MAK"],
  [/^volumekmsclient$/, "kms", () => "VOLUME_KMSCLIENT"],
  [/^volume(?:kms|gvlk|csvlk)/, "kms", () => ""],
];

function readChannel({ description, channel }: Fields): { channel: Channel; word?: string } {
  const described = description === undefined ? undefined : channelWordIn(description);
  const word = described ?? channel?.split("\n")[0]?.trim();
  if (!word) return { channel: "none" };
  const typed = lettersOf(word);
  // Letters that text recognition mistakes for each other.
  const letters = typed.replace(/0/g, "o").replace(/reta[il1]{2}/, "retail");
  const known = CHANNELS.find(([pattern]) => pattern.test(letters));
  const shown = described ? known?.[2](letters).toUpperCase() : "";
  // Oddities of a paste are corrected if the word is known; otherwise it is shown as it is.
  const asWritten = word.replace(/\s+/g, "").toUpperCase().slice(0, 40);
  if (known)
    return { channel: known[1], word: shown === "" || shown === undefined ? asWritten : shown };
  return /^[a-z]/.test(letters) && letters.length < 40
    ? { channel: "other", word: asWritten }
    : { channel: "none" };
}

/** The word before “channel”, even if the console broke the line there. */
function channelWordIn(description: string): string | undefined {
  for (const glue of ["", " "]) {
    const text = description.split("\n").slice(0, 3).join(glue);
    const word =
      /,\s*([a-z0][\w():.\-_ ]{1,40}?)\s*channe[l1i]\b/i.exec(text)?.[1] ??
      /^\W*([a-z][\w():\-_]{2,40})\s+channel\b/i.exec(text)?.[1];
    if (word && !/^product\s?key$/i.test(word)) return word;
  }
  return undefined;
}

/** A channel without a label: only in the exact form in which Windows writes it. */
function looseChannel(line: string): boolean {
  const word = /\b(RETAIL|(?:OEM|VOLUME|TIMEBASED)[_ -][A-Z_]{2,30})\s+channel\b/.exec(line)?.[1];
  return word !== undefined || /operating system\b[^,\n]*,\s*\S+ channel\b/i.test(line);
}

/** PowerShell's numbers (the fact lic-out-numbers); 4 and 6 are grace periods, too. */
const STATUS_NUMBERS: Record<string, LicenseStatus> = {
  0: "unlicensed",
  1: "licensed",
  2: "grace",
  3: "grace",
  4: "grace",
  5: "notification",
  6: "grace",
};

const ENGLISH_STATUS = /^(unlicensed|licensed|notification)(?:s|\s+mode)?(?![\p{L}\p{N}])/u;
/** What may follow it: signs, a number, the label of the next line. “Licensed: no” and “Licensed or …?” are no status. */
const AFTER_STATUS =
  /^(?!\s*[/?|=]|[^\p{L}\p{N}]*[❌✗✘✖🚫⛔👎])[^\p{L}\p{N}]*(?:(?:0x[\da-f]+|\d+)[^\p{L}\p{N}]*)?$|^[\s,;]+\p{L}[^:=]{2,40}[:=]/u;

function readStatus(
  value: string | undefined,
  words: LicenseWords,
): { status: LicenseStatus; words?: string; language?: string } {
  if (value === undefined) return { status: "not-read" };
  const first = (value.split("\n")[0] ?? "").trim();
  const text = first.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
  const number = /^([0-6])(?:\s*\(.*\))?[\s,;}\]]*$/.exec(text)?.[1];
  if (number !== undefined) return { status: STATUS_NUMBERS[number] ?? "not-read" };
  const [english, status] = ENGLISH_STATUS.exec(text) ?? [];
  if (english !== undefined && AFTER_STATUS.test(text.slice(english.length)))
    return { status: status as LicenseStatus };
  if (/^(?:initial|additional|non-?genuine|extended)?\s*grace(?:\s+period)?\b/.test(text))
    return { status: "grace" };
  const other = words.values.get(lettersOf(first));
  if (other) return { status: other.status, language: other.lang };
  return first === "" ? { status: "not-read" } : { status: "not-read", words: first.slice(0, 60) };
}

/** “251100 minute(s) (174 day(s))”: in any language, minutes and the same time in days. */
function daysIn(value: string | undefined): number | undefined {
  const [, minutes, days] = /(\d{1,9})[^\d\n]{1,30}\(\s*(\d{1,6})/.exec(value ?? "") ?? [];
  if (minutes !== undefined && days !== undefined)
    return Math.abs(Number(minutes) / 1440 - Number(days)) <= 1 ? Number(days) : undefined;
  const only = /^\s*(\d{1,5})\s*days?\b/i.exec(value ?? "")?.[1];
  return only === undefined ? undefined : Number(only);
}

/** Failures have the first bit set. “0” and the codes of a valid license are not reasons. */
const isFailure = (code: string) => Number(code) >= 0x80000000;

function failureCodes(text: string): string[] {
  return findErrorCodes(text.slice(0, 20_000)).filter(isFailure).slice(0, 8);
}

function reasonCodes(reason: string | undefined, status: LicenseStatus): string[] {
  if (!reason || status === "licensed") return [];
  const decimal = /^\s*(\d{10})\s*$/.exec(reason)?.[1];
  const text = decimal ? `0x${Number(decimal).toString(16).padStart(8, "0")}` : reason;
  return failureCodes(text);
}

const DATE =
  /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\.?(?:[ ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]\.?M\b\.?)?)?/i;

/**
 * An answer of `slmgr /xpr` or `/ato` that begins in this line, with at most the name of the product before it. What is
 * said behind it, in this line or the next, may deny it.
 */
function sentenceIn(
  line: string,
  following: readonly string[],
  about: string,
  words: LicenseWords,
): WindowsReading | undefined {
  const next = following[0] ?? "";
  const colon = line.lastIndexOf("edition:");
  const said = colon >= 0 ? line.slice(colon + 8) : line;
  const product = colon >= 0 ? line.slice(0, colon + 7) : about;
  const here = lettersOf(said);
  if (here === "" || here.length > 200) return undefined;
  const both = here + lettersOf(next).slice(0, 80);
  const isUnlicensed = here === "unlicensed" && /edition\s*:?\s*$/i.test(product.trim());
  const begins = (letters: string) =>
    here.startsWith(letters) || (both.startsWith(letters) && here.length > 3);
  const english = isUnlicensed
    ? { status: "unlicensed" as const, letters: "unlicensed" }
    : ENGLISH_SENTENCES.find(({ letters }) => begins(letters));
  const other = english ? undefined : words.sentences.find(({ letters }) => begins(letters));
  const found = english ?? other;
  if (!found || (product && !isWindows(kindOf({ name: product })))) return undefined;
  if (found.status === "licensed") {
    const [own, ...behind] = ownSentence(said, found.letters);
    const after = following.find((each) => each.trim() !== "") ?? "";
    // “The machine is permanently activated: no”.
    if (isDoubtful(own, { lang: other?.lang ?? "en" }) || [...behind, after].some(isDenial))
      return undefined;
  }
  const date = "ends" in found && found.ends ? DATE.exec(`${said} ${next}`)?.[0].trim() : undefined;
  const named = /windows[^:\n]*/i
    .exec(product)?.[0]
    ?.replace(/^Activating /i, "")
    .replace(/\s*\([0-9a-f-]{36}\).*$/i, "")
    .trim();
  return {
    channel: "timebased" in found && found.timebased ? "evaluation" : "none",
    status: found.status,
    ...(named && { product: named.slice(0, 80) }),
    hasPartialKey: false,
    ...(date && { endsOn: date }),
    ...("permanent" in found && found.permanent && { permanent: true }),
    ...(other && { language: other.lang }),
  };
}

/** The sentences of a line: first the one with these letters, whole, then those behind it. */
function ownSentence(said: string, letters: string): [own: string, ...behind: string[]] {
  const pieces = said.split(/(?<=[!?。！？]|\.(?!\d))/u);
  let own = "";
  while (pieces.length > 0 && !lettersOf(own).startsWith(letters)) own += pieces.shift();
  return [own, ...pieces];
}

type PartReading = WindowsReading & { part: number };

/** Among several entries of one output, the one with a key is installed; the others are only possible editions. */
function installedOf(readings: readonly PartReading[]): PartReading[] {
  const parts = [...new Set(readings.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const said = readings.filter(
      (reading) =>
        reading.part === part &&
        (reading.channel !== "none" || reading.status !== "not-read" || reading.permanent),
    );
    const keyed = said.filter(({ hasPartialKey }) => hasPartialKey);
    if (keyed.length > 0) return keyed;
    const used = said.filter(({ status }) => status !== "unlicensed");
    const known = used.filter(({ status }) => status !== "not-read");
    if (known.length > 0) return known;
    return used.length > 0 ? used : said.slice(0, 1);
  });
}

const agree = <T>(a: T | undefined, b: T | undefined, unknown?: T) =>
  a === undefined || b === undefined || a === unknown || b === unknown || a === b;

/** Merges outputs that agree about the same Windows, and keeps what only one of them says. */
function merged(readings: readonly PartReading[]): WindowsReading[] {
  const kept: WindowsReading[] = [];
  for (const { part: _part, ...reading } of readings) {
    const same = kept.find(
      (other) =>
        agree(other.product?.toLowerCase(), reading.product?.toLowerCase()) &&
        agree(other.channel, reading.channel, "none") &&
        agree(other.status, reading.status, "not-read"),
    );
    if (!same) {
      kept.push({ ...reading });
      continue;
    }
    if (same.channel === "none") {
      same.channel = reading.channel;
      if (reading.channelWord) same.channelWord = reading.channelWord;
    }
    if (same.status === "not-read") same.status = reading.status;
    same.hasPartialKey ||= reading.hasPartialKey;
    same.product ??= reading.product;
    same.expiresInDays ??= reading.expiresInDays;
    same.endsOn ??= reading.endsOn;
    same.permanent ??= reading.permanent;
    same.codes ??= reading.codes;
    same.language ??= reading.language;
    for (const [name, value] of Object.entries(same))
      if (value === undefined) delete same[name as keyof WindowsReading];
  }
  return kept;
}

function disagree(readings: readonly WindowsReading[]): boolean {
  const different = (values: readonly string[], unknown: string) =>
    new Set(values.filter((value) => value !== unknown)).size > 1;
  return (
    different(
      readings.map(({ status }) => status),
      "not-read",
    ) ||
    different(
      readings.map(({ channel }) => channel),
      "none",
    )
  );
}

const EVENT =
  /security-spp|software protection (?:platform )?service (?:has|is)|license activation \(slui|rules engine reported|\blicensing status\s*=|acquisition of (?:end user license|genuine ticket)|office software protection platform|license acquisition failure details|ruleid=[0-9a-f-]{36};|(?:sent an activation request to|processed an activation response from) the key management service/i;
const FAILED =
  /not recognized as|cannot find the file|windows cannot find|can't find|access is denied|^[ \t]*error\b|invalid class|invalid query|not been granted|requires elevat|cannot be loaded|access is disabled on this machine|^\W*input error\b|invalid combination of command parameters/im;
const MISSING =
  /commandnotfound|is not recognized as (?:an internal|the name)|the term '[^'\n]*' is not/i;
const NAMED_COMMAND =
  /["'„“”‘’«]?\b(?:wmic|slmgr|cscript|powershell|get-ciminstance|get-wmiobject)\b/i;
const SYSTEM =
  /(?:\bmicrosoft|майкрософт) windows (?:1[01]|server)\b|^[^\n]{3,60}\s\d{5}-\d{5}-\d{5}-[a-z0-9]{5}\s*$|^[^\w\n]{0,40}edition\W{1,40}windows 1[01]\b|\bproduct id\W{1,40}\d{5}-\d{5}-\d{5}-[a-z0-9]{5}\b|current edition\s*:|windowsproductname/im;
const OTHER_ANSWER =
  /installed product key\b.*successfully|uninstalled product key successfully|product key from registry cleared|product key not found|command completed successfully|license files? .*installed successfully|key management service machine name (?:set|cleared)|no installed product keys/i;

function reasonOf(
  text: string,
  seen: {
    beside: readonly Beside[];
    count: number;
    entries: readonly Entry[];
    commands: readonly string[];
    plain: readonly string[];
    codes: readonly string[];
  },
  words: LicenseWords,
): { reason: Unreadable; language?: string } {
  const beginning = text.slice(0, 20_000);
  if (EVENT.test(beginning)) return { reason: "event-log" };
  const firmware = seen.entries.filter(({ fields }) => fields.firmwareKey !== undefined);
  if (
    firmware.length > 0 &&
    seen.count === 0 &&
    firmware.every(({ fields }) => isBlank(fields.firmwareKey))
  )
    return { reason: "firmware-empty" };
  if (OTHER_ANSWER.test(beginning)) return { reason: "other-answer" };
  if (seen.count > 0) return { reason: "product-key" };
  if (seen.beside.includes("add-on")) return { reason: "add-on" };
  if (seen.beside.length > 0) return { reason: "other-product" };
  const letters = lettersOf(beginning.slice(0, 2000));
  const missing = words.missing.find((phrase) => letters.includes(phrase.letters));
  if (missing && NAMED_COMMAND.test(beginning))
    return { reason: "command-missing", language: missing.lang };
  if (MISSING.test(beginning)) return { reason: "command-missing" };
  if (FAILED.test(beginning) || seen.codes.length > 0)
    return { reason: seen.codes.length > 0 ? "error-code" : "command-failed" };
  if (SYSTEM.test(beginning)) return { reason: "system-info" };
  if (seen.commands.length > 0 && seen.plain.length === 0) return { reason: "command-only" };
  return { reason: "not-recognized" };
}

const isBlank = (value: string | undefined) => /^[\s"'\],}]*$|^null\b/i.test(value ?? "");

/** Lines with a known label and an unknown value, to show what was read. */
function seenIn(entries: readonly Entry[]): string[] {
  return entries
    .flatMap(({ fields }) =>
      (["name", "description", "status"] as const).flatMap((field) => {
        const value = fields[field]?.split("\n")[0];
        return value ? [value.replaceAll(BLANKED_KEY, "•••••").slice(0, 80)] : [];
      }),
    )
    .slice(0, 3);
}
