import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { explainCode, facilityOf } from "@/lib/errors/code-facility";
import { nearestErrorCodes } from "@/lib/errors/error-code";
import { codeFacilitiesSchema } from "@/lib/schema/code-facilities";

const { facilities } = codeFacilitiesSchema.parse(
  parse(readFileSync("content/code-facilities.yaml", "utf8")),
);

test.each([
  ["0x801901F4", "http", /500.*Wait/],
  ["0x801901AD", "http", /too many requests/],
  ["0x80190001", "http", /did not expect/],
  ["0x80072F78", "network", undefined],
  ["0x80072AF9", "network", undefined],
  ["0x80070422", "win32", /switched off/],
  ["0x800704EC", "win32", /policy/],
  ["0xC004F299", "licensing", undefined],
  ["0x80041010", "wmi", undefined],
  ["0x8004108A", "wmi", undefined],
  ["0x80048821", "account", undefined],
  ["0x8086000B", "account", undefined],
  ["0x87E10BC6", "store", undefined],
  ["0x8024002E", "update", undefined],
  ["0xC1900101", "update", undefined],
  ["0xC0000022", "ntstatus", /Access is denied/],
])("%s is explained as %s", (code, id, detail) => {
  const explained = explainCode(code, facilities);
  expect(explained?.id).toBe(id);
  if (detail) expect(explained?.detail).toMatch(detail);
  else expect(explained?.detail).toBeUndefined();
});

test("a part of which nothing is known is not explained", () => {
  for (const code of ["0x80004005", "0x80041318", "0x8A150001", "0x12345678", "nonsense", ""])
    expect(explainCode(code, facilities)).toBeUndefined();
  expect(facilityOf("0x801901f4")).toBeUndefined();
});

test("every part has its text", () => {
  expect(facilities.map(({ id }) => id).toSorted()).toEqual([
    "account",
    "http",
    "licensing",
    "network",
    "ntstatus",
    "store",
    "update",
    "win32",
    "wmi",
  ]);
});

test("a code of another facility is never near", () => {
  const known = ["0x80092328", "0x8007232A", "0x801901F6", "0xC004F211"];
  expect(nearestErrorCodes("0x801901F4", known, 3)).toEqual(["0x801901F6"]);
  expect(nearestErrorCodes("0x80092026", known, 3)).toEqual(["0x80092328"]);
});
