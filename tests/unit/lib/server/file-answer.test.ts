import { expect, test } from "vitest";
import { fileAnswer, tagOf } from "@/lib/server/file-answer";

const TEXT = "Ä text for machines. ".repeat(50);
const facts = { type: "text/plain; charset=utf-8", tag: tagOf(TEXT), changed: "2026-11-21" };
const ask = (headers: Record<string, string> = {}, more = {}) =>
  fileAnswer(
    new Request("http://site.test/x", { headers }),
    { ...facts, ...more },
    async () => TEXT,
  );

test("a client that has the file is told so; one with another tag gets the text", async () => {
  for (const known of [facts.tag, `"other", ${facts.tag}`, "*"]) {
    const answer = await ask({ "If-None-Match": known });
    expect(answer.status, known).toBe(304);
    expect(answer.headers.get("etag")).toBe(facts.tag);
  }
  expect((await ask({ "If-None-Match": 'W/"other"' })).status).toBe(200);
  // A day is too coarse: a file may change twice on it.
  expect((await ask({ "If-Modified-Since": "Sun, 29 Nov 2026 00:00:00 GMT" })).status).toBe(200);
});

test("the day of the change is told, and other origins may read only what is shared", async () => {
  const own = await ask();
  expect(own.headers.get("last-modified")).toBe("Sat, 21 Nov 2026 00:00:00 GMT");
  expect(own.headers.get("access-control-allow-origin")).toBeNull();
  expect((await ask({}, { shared: true })).headers.get("access-control-allow-origin")).toBe("*");
});
