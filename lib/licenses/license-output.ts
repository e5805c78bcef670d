import { containsProductKey } from "@/lib/product-key";

/** What the channel word says of the installed key. `other`: a word we have no source for; `none`: no word. */
export type Channel = "retail" | "oem" | "mak" | "kms" | "other" | "none";

/** What the output says of activation. */
export type LicenseStatus = "licensed" | "unlicensed" | "grace" | "notification" | "not-read";

/** Why a text is no output that could be read. */
export type Unreadable =
  | "product-key"
  | "command-failed"
  | "expiry-answer"
  | "other-product"
  | "too-long"
  | "not-recognized";

/** What `slmgr /dli`, `slmgr /dlv` or the PowerShell query said. Nothing of the key is kept. */
export type LicenseOutput =
  | {
      readable: true;
      channel: Channel;
      /** The channel word as Windows writes it: `OEM_DM`. */
      channelWord?: string;
      status: LicenseStatus;
      /** The product as the output names it: `Windows(R), Professional edition`. */
      product?: string;
      /** Were the last characters of a key in the text? They are never shown. */
      hasPartialKey: boolean;
      /** Whole days until a volume activation ends. */
      expiresInDays?: number;
    }
  | { readable: false; reason: Unreadable };

/** The longest real output has about 60 lines. */
const LONGEST = 20_000;

/** The word before “channel”. Windows does not translate it; a paste may change its case. */
const CHANNEL = /\b([a-z][a-z0-9_]{2,40})[ \t]+channel\b/i;
/** slmgr /dlv names the channel a second time, in other words: `OEM:DM`, `Volume:GVLK`. */
const KEY_CHANNEL =
  /\bproduct\s*key\s*channel[ \t]*[:=][ \t]*((?:retail|oem|volume|timebased)[a-z0-9:_]*)/i;
const STATUS = /\blicense\s*status[ \t]*[:=][ \t]*([^\r\n]*)/i;
const PRODUCT = /^[ \t]*name[ \t]*[:=][ \t]*(\S[^\r\n]*)$/im;
const PARTIAL_KEY = /\bpartial\s*product\s*key[ \t]*[:=][ \t]*[a-z0-9]{5}\b/i;
const EXPIRY = /\bvolume activation expir\w*[ \t]*:[^\r\n]*?\(\s*(\d{1,4})\s*day/i;
/** Answers of `slmgr /xpr` (content/messages, “As the answer to a command”). */
const EXPIRY_ANSWER =
  /permanently activated|volume activation will expire|is in notification mode|will expire \d/i;
const FAILED =
  /not recognized as|is not recognized|cannot find the file|windows cannot find|can't find|access is denied|^[ \t]*error\b|0x[0-9a-f]{8}|commandnotfound|invalid class/im;

/**
 * Reads the pasted output of `slmgr /dli`, `slmgr /dlv` or the PowerShell query
 * of our page: lines in any order and case, with or without others around them,
 * several products, a part of it. Accepts any string and never throws. What it
 * finds is what the text says, not what is true: a channel word proves no license.
 */
export function parseLicenseOutput(text: string): LicenseOutput {
  // First, however long it is: the page blanks the field.
  if (holdsProductKey(text)) return { readable: false, reason: "product-key" };
  if (text.length > LONGEST) return { readable: false, reason: "too-long" };
  // Invisible characters come along when text is copied from web pages and chats.
  const plain = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "").replace(/[\u00a0\u202f]/g, " ");

  const blocks = productsIn(plain);
  const windows = blocks.filter(isWindows);
  if (windows.length === 0 && blocks.some(({ product }) => product))
    return { readable: false, reason: "other-product" };
  // Of several entries the one with a key is installed; the others are only possible editions.
  const block =
    windows.find(({ hasPartialKey }) => hasPartialKey) ??
    windows.find(({ status }) => status === "licensed") ??
    windows.find(({ channel, status }) => channel !== "none" || status !== "not-read");
  if (block && (block.channel !== "none" || block.status !== "not-read"))
    return { readable: true, ...block };

  if (EXPIRY_ANSWER.test(plain)) return { readable: false, reason: "expiry-answer" };
  if (FAILED.test(plain)) return { readable: false, reason: "command-failed" };
  return { readable: false, reason: "not-recognized" };
}

/** The names of Office products run up to 25 letters and digits: “Office24HomeBusiness2024R”. */
const holdsProductKey = (text: string) =>
  containsProductKey(text.replace(/\b(office|project|visio)[a-z0-9]{1,40}/gi, "…"));

type Block = Omit<Extract<LicenseOutput, { readable: true }>, "readable">;

/** One entry for each “Name:”; without any, the whole text is one. What stands before the first belongs to it. */
function productsIn(text: string): Block[] {
  const parts = text.split(/^(?=[ \t]*name[ \t]*[:=])/im);
  const [before = "", ...rest] = parts;
  if (rest.length === 0) return [readBlock(text)];
  if (PRODUCT.test(before)) return parts.map(readBlock);
  const [first = "", ...further] = rest;
  // Lines in another order: a description or a status before the first name.
  return [readBlock(before + first), ...further.map(readBlock)];
}

function readBlock(text: string): Block {
  const { channel, word } = readChannel(text);
  const product = PRODUCT.exec(text)?.[1]?.trim().slice(0, 80);
  const days = EXPIRY.exec(text)?.[1];
  return {
    channel,
    channelWord: word,
    status: readStatus(text),
    product,
    hasPartialKey: PARTIAL_KEY.test(text),
    expiresInDays: days === undefined ? undefined : Number(days),
  };
}

/** Without a name there is nothing that speaks against Windows. */
const isWindows = ({ product }: Block) => product === undefined || /windows/i.test(product);

function readChannel(text: string): { channel: Channel; word?: string } {
  const described = CHANNEL.exec(text)?.[1]?.toUpperCase();
  // "Product Key Channel: …" has the word after it, not before it.
  if (described && described !== "KEY") return { channel: channelOf(described), word: described };
  const named = KEY_CHANNEL.exec(text)?.[1]?.toUpperCase();
  return named ? { channel: channelOf(named), word: named } : { channel: "none" };
}

function channelOf(word: string): Channel {
  if (word === "RETAIL") return "retail";
  if (/^OEM[_:]/.test(word)) return "oem";
  if (/^VOLUME[_:]MAK/.test(word)) return "mak";
  if (/^VOLUME[_:](KMS|GVLK|CSVLK)/.test(word)) return "kms";
  return "other";
}

/** PowerShell gives a number (the fact lic-out-numbers); 4 and 6 are kinds of grace periods as well. */
const STATUS_NUMBERS: Record<string, LicenseStatus> = {
  0: "unlicensed",
  1: "licensed",
  2: "grace",
  3: "grace",
  4: "grace",
  5: "notification",
  6: "grace",
};

function readStatus(text: string): LicenseStatus {
  const value = STATUS.exec(text)?.[1]?.trim().toLowerCase();
  if (value === undefined) return "not-read";
  const number = STATUS_NUMBERS[value];
  if (number) return number;
  if (/^unlicensed\b/.test(value)) return "unlicensed";
  if (/^licensed\b/.test(value)) return "licensed";
  if (/^notification\b/.test(value)) return "notification";
  return /\bgrace\b/.test(value) ? "grace" : "not-read";
}
