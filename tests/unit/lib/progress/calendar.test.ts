import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFile, yearLater } from "@/lib/progress/calendar";

const NOW = Date.UTC(2026, 10, 21, 10, 30);
const reminder = {
  uid: "again-pc-2027@keylink.example",
  day: "2027-11-21",
  title: "Mum’s laptop",
  text: "Look",
};

/** Reads a file by the grammar of RFC 5545: lines of 75 bytes, unfolded, `NAME;PARAM=VALUE:VALUE`. */
function read(file: string): Map<string, string> {
  expect(file.endsWith("\r\n")).toBe(true);
  const lines = file.slice(0, -2).split("\r\n");
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const values = new Map<string, string>();
  for (const line of lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z-]+(?:;[A-Z-]+=[A-Z-]+)*):(.*)$/u.exec(line) ?? [];
    expect(name, line).not.toBe("");
    if (!values.has(name)) values.set(name, value);
  }
  return values;
}

describe("a calendar file", () => {
  test("is one whole day with an alarm", () => {
    const values = read(calendarFile(reminder, NOW));
    expect(Object.fromEntries(values)).toEqual({
      BEGIN: "VCALENDAR",
      VERSION: "2.0",
      PRODID: "-//Keylink//Reminder//EN",
      UID: reminder.uid,
      DTSTAMP: "20261121T103000Z",
      "DTSTART;VALUE=DATE": "20271121",
      "DTEND;VALUE=DATE": "20271122",
      SUMMARY: "Mum’s laptop",
      DESCRIPTION: "Look",
      TRANSP: "TRANSPARENT",
      ACTION: "DISPLAY",
      TRIGGER: "PT9H",
      END: "VALARM",
    });
  });

  test("carries any text, escaped and folded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (any) => {
        const title = any.replace(/[\p{Cc}\u2028\u2029]/gu, "");
        const summary = read(calendarFile({ ...reminder, title }, NOW)).get("SUMMARY") ?? "";
        expect(summary.replace(/\\([\\;,])/g, "$1")).toBe(title);
      }),
    );
  });

  test("a year later is the same day, except for February 29", () => {
    expect(yearLater("2026-11-21")).toBe("2027-11-21");
    expect(yearLater("2028-02-29")).toBe("2029-02-28");
  });
});
