import { expect, test } from "vitest";
import { tokenize } from "@/lib/search/normalize";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

const terms = (text: string) => tokenize(text).map(({ term }) => term);

test("gives every spelling of a code the same term", () => {
  for (const text of ["0xC004F211", "c004 f211", "3221549585", "-1073417711", "OxCOO4F211"]) {
    expect(terms(text), text).toEqual(["0xc004f211"]);
  }
});

test("keeps the beginning of a code together", () => {
  expect(terms("0x C004F")).toEqual(["0xc004f"]);
});

test("keeps key combinations, article numbers and version names together", () => {
  expect(terms("Press Win + I")).toEqual(["press", "win+i"]);
  expect(terms("Windows logo key + R, Ctrl+Shift+Esc")).toEqual(["win+r", "ctrl+shift+esc"]);
  expect(terms("KB 5034441 for 24H2")).toEqual(["kb5034441", "for", "24h2"]);
});

test("files a compound under its parts and as one word", () => {
  expect(terms("sign-in")).toEqual(["sign", "in", "signin"]);
  expect(terms("slmgr.vbs /ato")).toEqual(["slmgr", "vbs", "slmgrvbs", "ato"]);
  expect(terms("10/11 and 2026-11-21")).toEqual(["10", "11", "and", "2026", "11", "21"]);
});

test("takes each two characters of Chinese and Japanese for a word, but not of what is between them", () => {
  expect(terms("如何链接 Windows")).toEqual(["如何", "何链", "链接", "windows"]);
  expect(terms("Microsoftアカウント")).toEqual(["microsoft", "アカ", "カウ", "ウン", "ント"]);
  expect(terms("привязать лицензию")).toEqual(["привязать", "лицензию"]);
});

test("reads every negative contraction as not", () => {
  for (const text of ["can't", "cant", "cannot", "won’t", "isnt", "doesn't", "didnt", "hasn't"])
    expect(terms(text), text).toEqual(["not"]);
  expect(terms("want count tenant ant")).toEqual(["want", "count", "tenant", "ant"]);
});

test("treats all apostrophes, dashes, accents and widths alike", () => {
  expect(terms("PC’s")).toEqual(terms("PC's"));
  expect(terms("your organization’s")).toEqual(["your", "organization"]);
  expect(terms("re‑activate")).toEqual(terms("re-activate"));
  expect(terms("Ｗｉｎｄｏｗｓ Café")).toEqual(["windows", "cafe"]);
});

test("says where each word is in the original text", () => {
  const text = "Öffne “Café”: ０ｘＣ００４Ｆ２１１";
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Öffne",
    "Café",
    "０ｘＣ００４Ｆ２１１",
  ]);
  const decomposed = "cafe\u0301 x";
  expect(decomposed.slice(0, tokenize(decomposed)[0]?.end)).toBe("cafe\u0301");
});

test("survives any text, with places inside it", () => {
  for (const text of hostileTexts(2_000)) {
    for (const { term, start, end } of tokenize(text)) {
      expect(term).not.toBe("");
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
});
