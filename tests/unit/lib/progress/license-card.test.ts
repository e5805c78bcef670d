import { expect, test } from "vitest";
import { CARD_DETAILS, keptName, licenseCardOf } from "@/lib/progress/license-card";
import { emptyGuideProgress } from "@/lib/progress/saved-progress";
import { longDay } from "@/lib/text/dates";

const cardWith = (details: Record<string, string>) =>
  licenseCardOf({
    ...emptyGuideProgress(),
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, { value, n: 1, by: "a", at: 0 }]),
    ),
  });

test.each([
  ["  Ben ", "Ben"],
  ["Ben  and\nMum", "Ben and Mum"],
  ["x".repeat(100), "x".repeat(40)],
  ["   ", undefined],
  ["W269N-WFGWX-YVC9B-4J6C9-T83GX", undefined],
])("who saw the sentence: “%s” is kept as %s", (typed, kept) => {
  expect(keptName(typed)).toBe(kept);
  expect(cardWith({ [CARD_DETAILS.seenBy]: typed }).seenBy).toBe(kept);
});

test("drops what does not belong on a card", () => {
  expect(
    cardWith({
      [CARD_DETAILS.edition]: "constructor",
      [CARD_DETAILS.account]: "mum.smith@outlook.com",
      [CARD_DETAILS.recoveryKey]: "maybe",
      [CARD_DETAILS.seen]: "yesterday",
    }),
  ).toEqual({});
});

test("drops an impossible date, so that every stored day can be written out", () => {
  for (const day of ["2026-11-00", "2026-13-01", "2026-11-32", "0000-05-05"])
    expect(cardWith({ [CARD_DETAILS.seen]: day }).seen, day).toBeUndefined();
  expect(longDay(cardWith({ [CARD_DETAILS.seen]: "2026-11-30" }).seen ?? "")).toBe(
    "November 30, 2026",
  );
});
