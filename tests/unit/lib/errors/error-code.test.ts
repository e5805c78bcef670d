import { expect, test } from "vitest";
import {
  describeErrorCode,
  findErrorCodes,
  isErrorCodeShaped,
  nearestErrorCodes,
  parseErrorCode,
} from "@/lib/errors/error-code";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

test.each([
  "0xC004F211",
  "0XC004F211",
  "0xc004f211",
  "c004f211",
  "C004F211",
  " 0xC004 F211 ",
  "0x C004F211",
  "0xC004\u00a0F211",
  "C004-F211",
  "C004–F211",
  "c004 f211",
  "3221549585",
  "-1073417711",
  "\u22121073417711",
  "0xCOO4F211",
  "0xcoo4f211",
  "OxC004F211",
  "COO4F211",
  "Error code: 0xC004F211.",
  "error c004f211",
  "errorC004F211",
  "(0xC004F211)",
  "“0xC004F211”",
  "Windows activation error 0xC004F211!",
  "０ｘＣ００４Ｆ２１１",
  "0xC0\u200b04F211",
  "0xC0 04 F2 11",
  "0xC004F2 11",
  "c004f 211",
  "c004 f 211",
  "0xC004F2l1",
  "0xC004F2I1",
  "0xc004f2ll",
  "C004F2l1",
  "xC004F211",
  "0x0xC004F211",
  "0\u00d7C004F211",
  "0\u0445\u0421004F211",
  "errorcode 0xC004F211",
])("reads %s as 0xC004F211", (text) => {
  expect(parseErrorCode(text)).toBe("0xC004F211");
  expect(findErrorCodes(text)).toEqual(["0xC004F211"]);
});

test("finds a code that is glued to letters", () => {
  expect(findErrorCodes("errorstring0x82000006")).toEqual(["0x82000006"]);
  expect(findErrorCodes("0xC004F211when I start")).toEqual(["0xC004F211"]);
});

test("leads the other number of a code to the one that has the page", () => {
  expect(parseErrorCode("0xC0000272")).toBe("0xD0000272");
  expect(parseErrorCode("c004f065")).toBe("0x4004F065");
  expect(findErrorCodes("0xC0000272 or 0xD0000272")).toEqual(["0xD0000272"]);
});

test("finds codes of all families without 0x", () => {
  expect(findErrorCodes("803f7001 87e10bc6 d0000272 80070005 c0ea000a 4004f065 c1900101")).toEqual([
    "0x803F7001",
    "0x87E10BC6",
    "0xD0000272",
    "0x80070005",
    "0xC0EA000A",
    "0x4004F065",
    "0xC1900101",
  ]);
});

test("offers both codes of a text, each once, in the order of the text", () => {
  const text = "First C004C003, later 0xC004F034 and again 0xc004c003";
  expect(findErrorCodes(text)).toEqual(["0xC004C003", "0xC004F034"]);
  expect(parseErrorCode(text)).toBeUndefined();
});

test.each([
  "decade",
  "feedface",
  "deadbeef effaced",
  "a decade of facades",
  "KB5034441",
  "KB 5034441 update",
  "call 2125551234",
  "+3221549585",
  "3125550123",
  "555-3221549585",
  "212-555-1234",
  "8024 1234",
  "20261121",
  "2026-11-21",
  "12/11/2026",
  "order 81234567",
  "order number 2147483999",
  "8000 feet",
  "8000 cafe",
  "80a1b2c3-1234-4abc-9def-0123456789ab",
  "22H2 build 26100.1234",
  "0xC004F2",
  "0xC004F21 a problem",
  "0xC004F2111",
  "0xC004F21 is back",
  "0xC004F21illegal",
  "8000 fill",
  "c004 a bad idea",
  "c004-f211-4abc-9def",
  "VK7JG-NPHTM-C97JM-9MPGT-3V66T",
  "abcdefgh",
  "",
  "0x",
])("finds no code in %s", (text) => {
  expect(findErrorCodes(text)).toEqual([]);
});

test("takes any eight digits after 0x", () => {
  expect(parseErrorCode("0x20241125")).toBe("0x20241125");
  expect(parseErrorCode("0xdeadbeef")).toBe("0xDEADBEEF");
});

test("does not take a sentence for a code", () => {
  expect(parseErrorCode("0xC004F211 after a new motherboard")).toBeUndefined();
});

test("sees that something was meant to be a code", () => {
  for (const text of ["0xC004F21", "0xC004F2111", "0xC004G211", "C004F21", "0xC004F211"]) {
    expect(isErrorCodeShaped(text), text).toBe(true);
  }
  for (const text of ["decade", "my windows", "", "12345", "box"]) {
    expect(isErrorCodeShaped(text), text).toBe(false);
  }
});

test("describes what the number says by itself", () => {
  expect(describeErrorCode("c004f211")).toMatchObject({
    hex: "0xC004F211",
    unsigned: "3221549585",
    signed: "-1073417711",
    severity: "failure",
    facility: { number: 4, name: "FACILITY_ITF" },
  });
  expect(describeErrorCode("0x80070005")?.facility.name).toBe("FACILITY_WIN32");
  expect(describeErrorCode("0x803F7001")?.facility.name).toBe("FACILITY_WINDOWS_STORE");
  expect(describeErrorCode("0x4004F065")?.severity).toBe("success");
});

test("unwraps an NTSTATUS code", () => {
  expect(describeErrorCode("0xD0000272")?.ntstatus).toBe("0xC0000272");
  expect(describeErrorCode("0xC004F211")?.ntstatus).toBeUndefined();
});

test("describes only codes", () => {
  expect(describeErrorCode("decade")).toBeUndefined();
});

test("offers the codes that differ by the fewest slips", () => {
  const known = [
    "0x80070005",
    "0xC004C003",
    "0xC004F034",
    "0xC004F211",
    "0xC004F212",
    "0xC004F121",
  ];
  // 0xC004F121 has two digits swapped, the others one digit changed.
  expect(nearestErrorCodes("0xC004F213", known, 2)).toEqual(["0xC004F212", "0xC004F211"]);
  expect(nearestErrorCodes("0xC0040F34", known, 1)).toEqual(["0xC004F034"]);
  expect(nearestErrorCodes("nonsense", known, 3)).toEqual([]);
});

test("survives any text", () => {
  for (const text of hostileTexts(2_000)) {
    for (const code of findErrorCodes(text)) expect(code).toMatch(/^0x[0-9A-F]{8}$/);
    parseErrorCode(text);
    isErrorCodeShaped(text);
    describeErrorCode(text);
  }
});

test.each([
  "order 80071234",
  "Order no. 80071234",
  "order number: 80240034 update",
  "80041234 is my order number",
  "invoice 80041234",
  "ticket #80240017",
  "my phone is 8007 1234",
  "+49 8007 1234",
  "serial number 80040154",
  "account number 80070057",
  "80070057 euros",
  "$80070057",
  "receipt 3221549585",
  "Bestellnummer 80070005",
  "Rechnung 80071234",
  "pedido 80070005",
  "commande n° 80070005",
  "номер заказа 80071234",
  "注文番号 80071234",
  "주문번호 80071234",
  "đơn hàng 80071234",
  "po number 80070005",
])("a number that is named as something else is no code: %s", (text) => {
  expect(findErrorCodes(text)).toEqual([]);
});

test.each([
  ["80070005", "0x80070005"],
  ["windows update 80070422", "0x80070422"],
  ["in order to fix 80070005", "0x80070005"],
  ["phone says error 80070005", "0x80070005"],
  ["error number 80070005", "0x80070005"],
  ["order c004f211", "0xC004F211"],
  ["order 0x80071234", "0x80071234"],
  ["can't add account 80070005", "0x80070005"],
  ["Fehler 80072ee7 nach Bestellung", "0x80072EE7"],
  ["call failed, code: 8007 0005", "0x80070005"],
  ["chyba po aktualizaci 80070005", "0x80070005"],
  ["80070005 po aktualizacji", "0x80070005"],
  ["error id 80070005", "0x80070005"],
  ["activate by phone 80070005", "0x80070005"],
  ["80070005 call support", "0x80070005"],
  ["zamówienie, błąd 80070005", "0x80070005"],
])("and these are codes: %s", (text, code) => {
  expect(findErrorCodes(text)).toEqual([code]);
});
