import { expect, test } from "vitest";
import { stem } from "@/lib/search/stem";

test.each([
  ["link", "links", "linked", "linking"],
  ["activate", "activated", "activation", "activating"],
  ["licence", "license", "licences", "licenses", "licensed", "licenced"],
  ["recognise", "recognize", "recognised", "recognizing"],
  ["organisation", "organization", "organisations"],
  ["organisational", "organizational"],
  ["authorise", "authorized"],
  ["analyse", "analyze"],
  ["colour", "color", "colours"],
  ["favourite", "favorite"],
  ["behaviour", "behavior"],
  ["centre", "center"],
  ["cancelled", "canceled", "cancel", "cancelling"],
  ["enrolment", "enrollment"],
  ["enrol", "enroll", "enrolled"],
  ["catalogue", "catalog"],
  ["disable", "disabled"],
  ["transfer", "transferred"],
])("gives the forms of %s one stem", (...words) => {
  expect(new Set(words.map(stem)).size).toBe(1);
});

test.each([
  ["your", "yor"],
  ["four", "for"],
  ["active", "account"],
  ["activate", "deactivate"],
  ["reactivate", "activate"],
  ["news", "new"],
])("keeps %s and %s apart", (a, b) => {
  expect(stem(a)).not.toBe(stem(b));
});

test("leaves codes and numbers alone", () => {
  expect(stem("0xc004f211")).toBe("0xc004f211");
  expect(stem("24h2")).toBe("24h2");
});
