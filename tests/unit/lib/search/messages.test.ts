import { expect, test } from "vitest";
import { findMessages } from "@/lib/search/messages";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";
import { SEARCH_DOCUMENTS } from "@/tests/fixtures/search-documents";

const messages = SEARCH_DOCUMENTS.flatMap(({ page, message }) =>
  message ? [{ id: page.slice(10), message }] : [],
);
const first = (text: string) => findMessages(text, messages)[0];

test("finds each message by its own words", () => {
  for (const { id, message } of messages)
    expect(first(message), message).toMatchObject({ id, how: "whole" });
});

test("tells the longer of two sentences only by its further words", () => {
  expect(first("Windows is activated with a digital license")?.id).toBe("digital-license");
  expect(first("Windows is activated with a digital license linked")?.id).toBe(
    "digital-license-linked",
  );
  expect(first("Windows is activated")?.id).toBe("activated");
});

test("prefers the longer sentence with a slip to the shorter one inside it", () => {
  expect(
    first("windows is activated with a digital license linked to your something account")?.id,
  ).toBe("digital-license-linked");
  expect(first("It says Windows is activated with a digital license, is that all?")?.id).toBe(
    "digital-license",
  );
});

test.each([
  "digital license 1inked to your Microsoft account",
  "digital license l inked to your Microsoft account",
  "digital license and linked to your Microsoft account",
  "digital license that is linked to your Microsoft account",
])("“%s” is the longer sentence", (end) => {
  expect(first(`Windows is activated with a ${end}`)?.id).toBe("digital-license-linked");
});

test.each([
  'my PC says "Windows is activated with a digital license", is it linked to my Microsoft account?',
  "Windows is activated with a digital license, why is it not linked to my account",
])("%s quotes the shorter sentence, whatever the question says after it", (question) => {
  expect(first(question)).toMatchObject({ id: "digital-license", how: "whole" });
});

test("forgives British spelling, case, typographic quotes and lost articles", () => {
  expect(first("windows is activated with digital licence")).toMatchObject({
    id: "digital-license",
    how: "whole",
  });
  expect(first("Windows is activated using your organisation’s activation service")?.id).toBe(
    "organization",
  );
});

test("finds a message inside a longer text", () => {
  expect(
    first("It now says: Windows is activated with a product key. Is that good?"),
  ).toMatchObject({
    id: "product-key",
    how: "whole",
  });
});

test("finds a message by a piece of it", () => {
  expect(first("digital license linked to your Microsoft account")).toMatchObject({
    id: "digital-license-linked",
    how: "part",
  });
});

test("ignores what differs each time in a message", () => {
  expect(first("Volume activation will expire 3/12/2027 10:15:00")?.id).toBe("volume-expires");
});

test("does not take a question for a message whose words it happens to contain", () => {
  expect(first("how do I activate windows without a key")?.how).not.toBe("whole");
  expect(first("not active since yesterday, what now")?.how).not.toBe("whole");
});

test("finds nothing in a text about something else", () => {
  expect(findMessages("my printer is out of paper", messages)).toEqual([]);
  expect(findMessages("", messages)).toEqual([]);
});

test("survives any text", () => {
  for (const text of hostileTexts(300)) findMessages(text, messages);
});
