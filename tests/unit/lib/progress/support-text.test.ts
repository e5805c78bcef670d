import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesIn, withoutSecrets } from "@/lib/progress/support-text";

test("a text for support contains no address and no key", () => {
  const text = withoutSecrets(
    "I am mum@outlook.com, key VK7JG-NPHTM-C97JM-9MPGT-3V66T, 0xC004F211",
  );
  expect(text).not.toMatch(/mum|VK7JG|3V66T/);
  expect(text).toContain("0xC004F211");
});

describe("the codes in a field that asks for them", () => {
  test.each([
    "0xC004F211",
    "0XC004F211",
    "c004f211",
    " 0xC004 F211 ",
    "C004-F211",
    "xC004F211",
    "0xCOO4F2l1",
    "oxc004f211",
    "Error code: 0xC004F211.",
    "it said c004f211 after the update",
    "-1073417711",
    "3221549585",
    "0xＣ００４Ｆ２１１",
  ])("“%s” is one in any spelling", (typed) => expect(codesIn(typed)).toBe("0xC004F211"));

  test("several are kept in order, each once", () => {
    expect(codesIn("80070005, 0x8007007B and 0x80070005; 803f7001 0x87E10BC6")).toBe(
      "0x80070005 0x8007007B 0x803F7001 0x87E10BC6",
    );
  });

  test.each(["80190001", "80090016", "80860010", "80240017"])("%s needs no 0x", (typed) =>
    expect(codesIn(typed)).toBe(`0x${typed}`),
  );

  test.each([
    "my phone is 214 555 0134",
    "+65 8024 1234",
    "2145550134",
    "+49 170 1234567",
    "born 19710203",
    "order 71234567",
    "the decade of defaced facades",
    "C004F21",
    "0xC004F2111",
    "mum@c004f211.example.org",
    "VK7JG-NPHTM-C97JM-9MPGT-3V66T",
    "{8007000a-1111-2222-3333-444455556666}",
  ])("“%s” has none", (typed) => expect(codesIn(typed)).toBe(""));

  test("whatever is typed, only codes are kept, and no more than fit", () => {
    const word = fc.oneof(fc.string(), fc.stringMatching(/^(0x)?[0-9a-fA-F]{8}$/));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const kept = codesIn(words.join(" "));
        expect(kept).toMatch(/^(0x[0-9A-F]{8}( (?=0)|$)){0,18}$/);
        expect(codesIn(kept)).toBe(kept);
      }),
    );
  });
});
