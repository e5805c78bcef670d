import { describe, expect, test } from "vitest";
import { findErrorCodes } from "@/lib/errors/error-code";
import { parseLicenseOutput } from "@/lib/licenses/license-output";
import { containsProductKey, mayBecomeProductKey, withoutProductKey } from "@/lib/product-key";
import { fold } from "@/lib/text/fold";
import { processorTime } from "@/tests/fixtures/processor-time";

test.each([
  ["Ｗｉｎｄｏｗｓ　１１", "windows 11"],
  ["Don’t — café", "don't - cafe"],
  ["ﬃ ⑽ ㎏", "ffi (10) kg"],
  ["a\u200bb\u00adc\ufeff", "abc"],
  ["ΑΣ İ `x`", "ας i 'x'".replace("ς", "σ")],
  ["one sign for a phrase stays: ﷺ", "one sign for a phrase stays: ﷺ"],
  ["\ud800 alone", " alone"],
])("%j is folded to %j", (text, folded) => {
  expect(fold(text).text).toBe(folded);
});

test("leads from the folded text back to the original", () => {
  const text = "an “éclair” of ﬃ\u0301";
  const folded = fold(text);
  for (const [part, original] of [
    ["eclair", "éclair"],
    ["ffi", "ﬃ\u0301"],
    ["of", "of"],
  ] as const) {
    const at = folded.text.indexOf(part);
    expect(text.slice(folded.start(at), folded.end(at + part.length))).toBe(original);
  }
});

describe("100,000 characters take a moment, whatever they are", () => {
  const texts: Record<string, string> = {
    "a sign that is a phrase": "ﷺ".repeat(100_000),
    "a sign that is three letters": "ﬃ".repeat(100_000),
    "a sign that is four": "⑽".repeat(100_000),
    accents: `a${"\u0301".repeat(99_999)}`,
    families: "👩‍👩‍👧".repeat(12_500),
    "what nobody sees": "\u200b".repeat(100_000),
    quotes: "“".repeat(100_000),
    "one letter": "k".repeat(100_000),
    "letters and gaps": "k ".repeat(50_000),
    "half keys": "VK7JG-NPHTM-C97JM-".repeat(5_500),
    brackets: "(".repeat(100_000),
    lines: "Name: x\n".repeat(12_500),
  };
  const functions = {
    fold: (text: string) => fold(text).text,
    containsProductKey,
    mayBecomeProductKey,
    withoutProductKey,
    findErrorCodes,
    parseLicenseOutput,
  };
  test.each(Object.keys(texts))("%s", (name) => {
    for (const [called, run] of Object.entries(functions)) {
      // At most 50 ms where nothing else runs; a busy machine takes some times that.
      expect(
        processorTime(() => run(texts[name]!), 3),
        called,
      ).toBeLessThan(250);
    }
  });
});
