import { expect, test } from "vitest";
import { parseContinueRecord, type ContinueRecord } from "@/lib/progress/continue-record";

const record: ContinueRecord = {
  address: "/guides/link-your-license#read-activation",
  guide: "Link your license",
  step: "Open the Activation page",
  number: 2,
  summary: "1 of 12 steps done",
};
const parse = (change: object) => parseContinueRecord(JSON.stringify({ ...record, ...change }));

test("a record is read as it was written", () => {
  expect(parse({})).toEqual(record);
});

test("drops what later releases add", () => {
  expect(parse({ colour: "green" })).toEqual(record);
});

test.each([null, "", "{", "null", "[]", '"text"', "7", "{}", "undefined"])(
  "%j is no record",
  (text) => {
    expect(parseContinueRecord(text)).toBeUndefined();
  },
);

test.each([
  "https://evil.example/guides/a#b",
  "//evil.example/guides/a#b",
  "javascript:alert(1)",
  "/guides/a",
  "/guides/a#",
  "/guides/../x#b",
  "/articles/a#b",
  "/guides/a#b?c",
  "/guides/a#b\n",
  7,
  undefined,
])("the address %j leads to no step of a guide", (address) => {
  expect(parse({ address })).toBeUndefined();
});

test.each([0, -1, 1.5, "2", null, 1e999])("%j is not a step number", (number) => {
  expect(parse({ number })).toBeUndefined();
});

test.each(["guide", "step", "summary"])("%s must be a text", (field) => {
  expect(parse({ [field]: 7 })).toBeUndefined();
  expect(parse({ [field]: undefined })).toBeUndefined();
});

test("long texts are cut, so that a damaged store cannot flood the page", () => {
  const long = parse({
    guide: "g".repeat(9999),
    step: "s".repeat(9999),
    summary: "u".repeat(9999),
  });
  expect(long?.guide).toHaveLength(120);
  expect(long?.step).toHaveLength(120);
  expect(long?.summary).toHaveLength(200);
});

test("names the PC where there are several", () => {
  expect(parse({ pc: "Mum’s laptop" })).toEqual({ ...record, pc: "Mum’s laptop" });
  for (const pc of [7, "", null]) expect(parse({ pc })).toEqual(record);
});
