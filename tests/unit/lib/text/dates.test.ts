import { expect, test } from "vitest";
import { longDay, yearAfter } from "@/lib/text/dates";

test("a day is written out, as is the month a year after it", () => {
  expect(longDay("2026-11-21")).toBe("November 21, 2026");
  expect(longDay("2026-01-05")).toBe("January 5, 2026");
  expect(yearAfter("2026-11-21")).toBe("November 2027");
  expect(yearAfter("2028-02-29")).toBe("February 2029");
});

test("what is no day is refused", () => {
  for (const text of ["2026-13-01", "2026-11", "yesterday", ""])
    expect(() => longDay(text)).toThrow("Expected a day such as 2026-11-21");
});
