import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { blankProductKeys, relevantParts, shortenLongPaste } from "@/lib/licenses/paste";
import { parseLicenseOutput } from "@/lib/licenses/license-output";
import { licenseWords } from "@/lib/wordings/license-words";
import { readText } from "@/lib/wordings/read-text";
import { readLanguages } from "@/tests/fixtures/languages";
import { processorTime, repeated } from "@/tests/fixtures/processor-time";

type Found = { kind: string; text: string; right: Record<string, unknown> };

const languages = readLanguages();
const words = licenseWords(languages);
const found = parse(readFileSync("tests/fixtures/license-output/found.yaml", "utf8")) as Found[];
const file = (name: string) => readFileSync(`tests/fixtures/license-output/${name}.txt`, "utf8");

it.each(found.map(({ kind, text, right }) => [kind, text, right] as const))(
  "%s",
  (_kind, text, { codes, ...right }) => {
    const read = parseLicenseOutput(text, words);
    expect(read).toMatchObject({ readable: true, ...right, ...(codes ? { codes } : {}) });
    if (codes === null) expect(read.codes).toBeUndefined();
    expect(JSON.stringify(read)).not.toMatch(/QWXYZ|QW3XY/);
  },
);

/** The inputs of the issue, by the name of their file. */
it.each([
  ["a02-esu-addons-first", { channel: "retail", status: "licensed", beside: ["add-on"] }],
  ["a04-notification-reason", { channel: "retail", status: "notification", codes: ["0xC004F034"] }],
  ["a05-wrapped-channel", { channel: "kms", channelWord: "VOLUME_KMSCLIENT", expiresInDays: 174 }],
  ["a07-spanish-status", { status: "licensed", language: "es" }],
  ["a09-german-status", { status: "licensed", language: "de" }],
  [
    "a10-two-pcs-quoted",
    { status: "licensed", disagree: true, further: [{ status: "notification" }] },
  ],
  ["a13-xpr-grace", { status: "grace", endsOn: "6/3/2026 4:27 PM" }],
  ["a15-xpr-portuguese", { status: "licensed", permanent: true, language: "pt-BR" }],
  ["a17-ato-error", { readable: false, reason: "error-code", codes: ["0xC004F074"] }],
  ["a18-json", { channel: "oem", channelWord: "OEM_DM", status: "licensed" }],
  ["a24-table-description-status", { channel: "retail", status: "licensed" }],
  ["a25-table-office-first", { channel: "oem", channelWord: "OEM_DM", status: "licensed" }],
  ["a29-oa3-empty", { readable: false, reason: "firmware-empty" }],
  [
    "a39-spp-event",
    {
      readable: false,
      reason: "event-log",
      codes: ["0xC004E002", "0xC004F009", "0xC004F014"],
    },
  ],
  ["a40-wmic-spanish", { readable: false, reason: "command-missing", language: "es" }],
])("%s", (name, right) => {
  expect(parseLicenseOutput(file(name), words)).toMatchObject({ readable: true, ...right });
});

it("corrects a channel word that lost its underscore", () => {
  for (const word of ["OEM-DM", "OEM DM", "OEM_DM"])
    expect(
      parseLicenseOutput(`Description: Windows(R) Operating System, ${word} channel`),
    ).toMatchObject({ channel: "oem", channelWord: "OEM_DM" });
});

it("finds the output in a megabyte of a log, quickly", () => {
  const line = "2026-11-20 10:11:12 Info some service has started with code 0x00000000 and more\n";
  const text = line.repeat(13_000) + file("a04-notification-reason") + line;
  expect(parseLicenseOutput(text, words)).toMatchObject({
    channel: "retail",
    status: "notification",
  });
  expect(processorTime(() => parseLicenseOutput(text, words))).toBeLessThan(100);
});

const KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
const ENGLISH =
  "Windows keeps the license with the board, and the account only remembers which one.";
/** Pieces of the texts that a megabyte is made of. */
const KINDS = {
  "English prose": `${ENGLISH}\n`,
  "one line of it": `${ENGLISH} `,
  "Japanese prose":
    "お使いの Windows はデジタル ライセンスによってライセンス認証されています。組織のサーバーに接続できません。\n",
  "JSON objects": `${file("a18-json")}\n`,
  "slmgr output": `${file("dlv-oem")}\n`,
  "product keys": `${KEY}\n`,
  "keys without dashes": `${KEY.replaceAll("-", "")} `,
  "keys with spaces between their characters": `${[...KEY.replaceAll("-", "")].join(" ")}\n`,
  "one line without spaces": "abcdefghij0123456789",
  "letters of keys": "bcdfghjk234",
  "words of five": "ab12c ",
  "a character that stands for a phrase": "ﷺ",
  "percent signs": "%41%42",
  quotes: "> > > ",
  "random characters": Array.from({ length: 10_000 }, (_, i) =>
    String.fromCharCode(Math.imul(i + 1, 2654435761) >>> 24),
  ).join(""),
};

/** In milliseconds on a processor that is four times as slow. */
const SLOW = 4;

it.each(Object.entries(KINDS))(
  "reads a megabyte in under 100 ms on a slow processor: %s",
  (kind, piece) => {
    const time = (length: number) => {
      const text = repeated(piece, length);
      return SLOW * processorTime(() => readText(text, { languages, messages: [] }), 5);
    };
    // The longest text that is searched for keys as a whole.
    const [megabyte, whole] = [time(1_000_000), time(150_000)];
    console.info(`${kind}: 1 MB ${megabyte.toFixed(0)} ms, 150 KB ${whole.toFixed(0)} ms`);
    expect(megabyte).toBeLessThan(100);
    expect(whole).toBeLessThan(150);
  },
);

it("finds a key anywhere in a text of 149,000 characters", () => {
  for (const at of [0, 20_100, 75_000, 148_900]) {
    const text = `${repeated("word ", at)}${KEY} ${repeated("word ", 148_900 - at)}`;
    expect(parseLicenseOutput(text, words)).toMatchObject({ keysBlanked: 1 });
  }
});

it("keeps at most 40,000 characters of a long text, and those that matter", () => {
  const output = file("a04-notification-reason");
  for (const piece of ["word ", `${output}\n`]) {
    const part = relevantParts(`${repeated(piece, 600_000)}\n${output}`);
    expect(part.length).toBeLessThanOrEqual(40_000);
    expect(relevantParts(part)).toBe(part);
    expect(parseLicenseOutput(part, words)).toMatchObject({ status: "notification" });
  }
});

it("cuts no key in two where a long text is cut", () => {
  const key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T\n";
  for (let far = 2_450; far < 2_550; far += 3) {
    const around = `${repeated("word ", far)} channel ${repeated("word ", far)}`;
    const text = repeated("word ", 150_000) + key + around + key + repeated("word ", 150_000);
    const { text: left } = blankProductKeys(shortenLongPaste(text));
    expect(left.length).toBeLessThan(10_000);
    expect(left).not.toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}|3V66T/);
  }
});

it("blanks every spelling of a key in a megabyte of a log", () => {
  const line = "2026-11-20 10:11:12 Info some service has started with code 0x00000000 and more\n";
  const key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
  const spellings = [
    key,
    key.toLowerCase(),
    key.replaceAll("-", ""),
    key.replaceAll("-", "\n"),
    [...key.replaceAll("-", "")].join(" "),
    [...key.replaceAll("-", "")].join("  •  "),
    key.replaceAll("-", ", then "),
    `key${key.replaceAll("-", "")}`,
  ];
  const text = spellings.map((spelling) => line.repeat(1800) + spelling + "\n").join("");
  expect(text.length).toBeGreaterThan(1_000_000);
  const { text: blanked, count } = blankProductKeys(text);
  expect(count).toBe(spellings.length);
  for (const spelling of spellings) expect(blanked).not.toContain(spelling);
});

it.each([
  "\n",
  "@{",
  '{"a":',
  "ABCDE-",
  "BCDFG HJKMP ",
  "License Status: ",
  "Windows(R) ",
  " channel",
  "edition:",
  "product id ",
  "grace period ",
  "Name: Windows(R), Professional edition\nDescription: RETAIL channel\nLicense Status: Licensed\n",
  "ﷺ",
  "word ",
])("a megabyte of %j takes four times as long as a quarter of it", (piece) => {
  const time = (length: number) =>
    processorTime(() => parseLicenseOutput(repeated(piece, length)), 3);
  // Below that only noise would be compared.
  expect(time(1_000_000)).toBeLessThan(8 * Math.max(time(250_000), 20));
});
