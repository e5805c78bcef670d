import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  containsProductKey,
  locateProductKeys,
  mayBecomeProductKey,
  NO_PRODUCT_KEY_PATTERN,
  withoutProductKey,
} from "@/lib/product-key";
import { below, seeded } from "@/scripts/bench/random";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

// Made up; in the shape of a key.
const GROUPS = ["VK7JG", "NPHTM", "C97JM", "9MPGT", "3V66T"];

test.each([
  GROUPS.join("-"),
  GROUPS.join("-").toLowerCase(),
  GROUPS.join(" "),
  GROUPS.join("  "),
  GROUPS.join(""),
  GROUPS.join("").toLowerCase(),
  GROUPS.join("–"),
  GROUPS.join("\u2011"),
  GROUPS.join(" - "),
  GROUPS.join("\u00a0"),
  GROUPS.join("\n"),
  GROUPS.join("."),
  GROUPS.join("\u200b"),
  `my key is ${GROUPS.join("-")}, why does it not work?`,
  `key:${GROUPS.join("-")}.`,
  `key${GROUPS.join("")}`,
  "ＶＫ７ＪＧ－ＮＰＨＴＭ－Ｃ９７ＪＭ－９ＭＰＧＴ－３Ｖ６６Ｔ",
  "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY",
  "ABC1E FG2IJ KLMNO PQRST UVWXY",
])("sees the product key in %s", (text) => {
  expect(containsProductKey(text)).toBe(true);
});

test.each([
  "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
  "never again trust those words",
  "build 26100 error after patch",
  "there could still exist other ways",
  "00330-80000-00000-AA123",
  "0xC004F211 0xC004C003 0xC004F034",
  "3d2c1b0a-1234-4abc-9def-0123456789ab",
  "internationalizationtests",
  // 25 letters and digits, and letters in it that no key has.
  "Office24HomeBusiness2024R",
  "A1B2C3D4E5F6G7H8J9K1L2M3N",
  "2346789234678923467892346",
  "23467 89234 67892 34678 92346",
  "2026-11-21 12345 54321",
  "https://support.microsoft.com/windows/activation",
  "Windows is activated with a digital license linked to your Microsoft account",
  "VK7JG-NPHTM-C97JM",
  "",
])("sees no product key in %s", (text) => {
  expect(containsProductKey(text)).toBe(false);
  expect(withoutProductKey(text)).toBe(text);
});

const KEY = GROUPS.join("");
const spread = (glue: string, every: number) =>
  (KEY.match(new RegExp(`.{1,${every}}`, "g")) ?? []).join(glue);
const wrapped = (before: string, after: string, glue = " ") =>
  GROUPS.map((group) => before + group + after).join(glue);
/** Letters written with those of another alphabet that look alike. */
const disguised = (from: string, to: string) =>
  GROUPS.join("-").replace(/./gu, (character) => {
    const index = from.indexOf(character);
    return index < 0 ? character : (Array.from(to)[index] ?? character);
  });
const pictured = (first: number) =>
  GROUPS.join("-").replace(/[A-Z]/g, (letter) =>
    String.fromCodePoint(first + letter.charCodeAt(0) - 65),
  );

test.each(
  [
    // Between the groups.
    ...["•", " • ", "·", " · ", "…", "...", "*", " * ", "=", "+", "~", "#", "\\", "//", "::", ">"],
    ...[
      "   ",
      "     ",
      "        ",
      "\t",
      "\t\t",
      "\r\n",
      "\n\n",
      "\n> ",
      "\n  ",
      " \u00a0 ",
      "\u3000",
    ],
    ...[
      "--",
      "---",
      " -- ",
      "—",
      " — ",
      "‒",
      "⁃",
      "﹣",
      "－",
      "־",
      "\u00ad-",
      "- \n",
      "|",
      " | ",
      "&",
      ", ",
      "; ",
    ],
    ...["%20", "%2D", "<br>", "、", "・", "\u2022", "→"],
  ]
    .map((glue) => GROUPS.join(glue))
    .concat([
      // Around the groups.
      wrapped("[", "]"),
      wrapped("(", ")", "-"),
      wrapped("{", "}", ""),
      wrapped('"', '"'),
      wrapped("“", "”", ", "),
      wrapped("'", "'", "-"),
      wrapped("`", "`"),
      wrapped("<", ">", ""),
      wrapped("**", "**"),
      wrapped("«", "»"),
      wrapped("「", "」", ""),
      `${GROUPS[0]} then ${GROUPS[1]}, then ${GROUPS[2]} and ${GROUPS[3]} and ${GROUPS[4]}`,
      GROUPS.map((group, i) => `${i + 1}) ${group}`).join("\n"),
      GROUPS.map((group, i) => `group ${i + 1}: ${group}`).join("; "),
      // Inside the groups.
      spread(" ", 1),
      spread("  ", 1),
      spread("-", 1),
      spread(".", 1),
      spread("\n", 1),
      spread(", ", 1),
      spread("\u200b", 1),
      spread("\u00ad", 2),
      spread(" ", 2),
      spread(" ", 3),
      spread("-", 4),
      spread("-", 6),
      spread(" ", 7),
      spread("\n", 8),
      spread("\n> ", 10),
      spread("-\n", 12),
      "VK7 JG-NPHTM-C97JM-9MPGT-3V66T",
      "VK7JG-NPH TM-C97JM-9MPGT-3V66T",
      "VK7JG-NPHTM-C97JM-9MPGT-3V\n66T",
      "VK7JG-NPHTM-C97J\r\n  M-9MPGT-3V66T",
      "VK7JG-NPHTM-C9-7JM-9MPGT-3V66T",
      "VK7JGNPHTM-C97JM-9MPGT3V66T",
      "VK7JG NPHTMC97JM 9MPGT 3V66T",
      "key: VK7JG NPHTM C97JM 9MPGT 3V6 6T",
      // Letters that only look so.
      disguised("KMHPCTX", "КМНРСТХ"),
      disguised("KMHPCTX", "кмнрстх"),
      disguised("KMNHPTX", "ΚΜΝΗΡΤΧ"),
      disguised("VJGKMH", "ѴЈԌКМН"),
      disguised("0123456789", "٠١٢٣٤٥٦٧٨٩"),
      disguised("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
      disguised("0123456789", "０１２３４５６７８９"),
      disguised("0123456789", "⓪①②③④⑤⑥⑦⑧⑨"),
      pictured(0x24b6),
      pictured(0x1f130),
      pictured(0x1f150),
      pictured(0x1f170),
      pictured(0x1f1e6),
      pictured(0x1d400),
      pictured(0xff21),
      GROUPS.join("-").replace(/\d/g, "$&\ufe0f\u20e3"),
      GROUPS.join("-").replace(/./g, "$&\u0336"),
      GROUPS.join("-").replace(/./g, "$&\u0301"),
      GROUPS.join("-").replace(/M/g, "Ḿ"),
      // As a part of something else.
      `https://example.org/?k=${GROUPS.join("-")}&x=1`,
      `https://example.org/${GROUPS.join("+")}`,
      `{"key":"${GROUPS.join("-")}"}`,
      `slmgr /ipk ${GROUPS.join("-")}`,
      `Key${KEY}Home`,
      `${"words ".repeat(5000)}${GROUPS.join("-")}`,
    ]),
)("sees the product key however it is spelled: %j", (text) => {
  for (const spelled of [text, text.toLowerCase()]) {
    expect(containsProductKey(spelled)).toBe(true);
    expect(containsProductKey(withoutProductKey(spelled))).toBe(false);
  }
});

test("never mistakes a line, paragraph or page of our content for a key", () => {
  const files = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:ya?ml|md)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const taken = files.filter((file) =>
    containsProductKey(readFileSync(join("content", file), "utf8")),
  );
  expect(taken).toEqual([]);
});

test.each([
  "Windows 11 24H2, 23H2, 22H2 and 24H2, 23H2, 22H2, 24H2, 23H2",
  "why try my PC by WWW my TV by PC why fry my PC",
  "KB5043080 KB5044284 KB5046617 KB5048667 KB5050009",
  "first third fifth sixth tenth",
  "build 26100 24H2a error after patch",
  "Ключ продукта Windows не подходит для этого компьютера, попробуйте другой ключ",
  "Το κλειδί προϊόντος των Windows δεν λειτουργεί σε αυτόν τον υπολογιστή",
  "ff d3 4b 66 77 88 99 22 33 44 00 bb cc dd",
  "192.168.178.24 255.255.255.0 192.168.178.1",
  "55041-03735-012-345678-02-1031-26100.0000-3252026",
  "+49 234 678 923 467 892 346 789",
])("sees no product key in %s, whatever its gaps", (text) => {
  expect(containsProductKey(text)).toBe(false);
});

test.each([
  ["a long line of letters", "K".repeat(100_000)],
  ["letters with gaps", "K ".repeat(50_000)],
  ["groups", "VK7JG-".repeat(16_000).replace(/-/g, ".........")],
  ["groups of four", "VK7J ".repeat(20_000)],
  ["one sign that becomes many letters", "ﷺ".repeat(100_000)],
  ["accents", `a${"\u0301".repeat(99_999)}`],
])("answers at once on 100,000 characters: %s", (_, text) => {
  const start = performance.now();
  containsProductKey(text);
  mayBecomeProductKey(text);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("lets no key through, whatever its letters and digits are", () => {
  const alphabet = "BCDFGHJKMNPQRTVWXY2346789";
  const random = seeded("product keys");
  const keys = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 25 }, () => alphabet[below(random, alphabet.length)]).join(""),
  );
  // Some keys have no digit, or one only.
  keys.push("BCDFGHJKMNPQRTVWXYBCDFGHJ", "BCDFGHJKMNPQRTVWXYBCDFGH2");
  for (const key of keys) {
    const groups = key.match(/.{5}/g) ?? [];
    for (const glue of ["", "-", " ", "  ", " - ", "."]) {
      const spelled = groups.join(glue);
      for (const text of [spelled, spelled.toLowerCase(), `key:${spelled}.`, `my ${spelled} fails`])
        expect(containsProductKey(text), text).toBe(true);
    }
  }
});

test("takes the key out and leaves the rest", () => {
  expect(withoutProductKey(`why is ${GROUPS.join("-")} blocked`)).toBe("why is blocked");
  expect(withoutProductKey(GROUPS.join(" "))).toBe("");
  expect(withoutProductKey(`${GROUPS.join("-")} and ${GROUPS.join("")}`)).toBe("and");
});

test("leaves no key behind that closes up when another is taken out", () => {
  const nested = `VK7JG-NPHTM-${GROUPS.join("-")}-C97JM-9MPGT-3V66T`;
  expect(containsProductKey(withoutProductKey(nested))).toBe(false);
});

test("the pattern of the field refuses a key without script and lets questions pass", () => {
  // Browsers compile the attribute this way.
  const pattern = new RegExp(`^(?:${NO_PRODUCT_KEY_PATTERN})$`, "v");
  for (const key of [
    GROUPS.join("-"),
    GROUPS.join(" "),
    GROUPS.join(""),
    `my key ${GROUPS.join("-")}`,
    GROUPS.join("–").toLowerCase(),
  ]) {
    expect(pattern.test(key), key).toBe(false);
  }
  for (const text of [
    "",
    "0xC004F211",
    "never again trust those words",
    "how do I link my license?",
    "00330-80000-00000-AA123",
  ]) {
    expect(pattern.test(text), text).toBe(true);
  }
});

test("survives any text and leaves no key in it", () => {
  for (const text of hostileTexts(2_000))
    expect(containsProductKey(withoutProductKey(text))).toBe(false);
});

test("a key that is typed letter by letter is seen before half of it is there", () => {
  for (const separator of ["-", " ", "", "–", "."]) {
    const key = GROUPS.join(separator);
    const typed = Array.from(key, (_, end) => `my key ${key.slice(0, end + 1)}`);
    const sent = typed.filter(
      (text) => !mayBecomeProductKey(text) && !containsProductKey(text.trim()),
    );
    const mostSent =
      sent
        .at(-1)
        ?.replace("my key ", "")
        .replace(/[^A-Z0-9]/g, "") ?? "";
    expect(mostSent.length, key).toBeLessThanOrEqual(10);
  }
});

test.each([
  "0xC004F211 0xC004C003 0xC004F034",
  "-1073417711",
  "3221549585",
  "00330-80000-00000-AA123",
  "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
  "KB5043080 24H2 26100.1742",
  "Windows is activated with a digital license linked to your Microsoft account",
  "slmgr /dlv",
  "",
])("%s may not become a product key", (text) => {
  expect(mayBecomeProductKey(text)).toBe(false);
});

test("a second key in the same word does not hide where the first one begins", () => {
  const joined = GROUPS.join("").toLowerCase();
  const text = `${joined.slice(0, 2)} ${joined.slice(2)}a${joined}`;
  expect(locateProductKeys(text)[0]?.start).toBe(0);
});
