import { expect, test } from "vitest";
import {
  containsProductKey,
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
