import { describe, expect, test } from "vitest";
import { savedProgress } from "../../e2e/support/storage";
import { privateWords, progressIn, type Sent } from "../../e2e/support/network";

/* The check that every browser test makes of its requests can fail. */

const ORIGIN = "http://localhost:4310";
const sent = (given: Partial<Sent>): Sent => ({
  url: `${ORIGIN}/`,
  body: "",
  headers: {},
  ...given,
});

const saved = JSON.stringify({
  schema: 2,
  computers: {
    "pc-1-a": {
      details: { name: { value: "Mum’s laptop (den)" }, windows: { value: "11" } },
      guides: {
        "link-your-license": {
          steps: { restart: { state: "done" } },
          answers: {},
          details: { "card-account": { value: "m•••@outlook.com" } },
        },
      },
    },
  },
});
const words = privateWords(saved);

test("the words of a reader are step ids, names and notes, also in older formats", () => {
  expect([...words]).toEqual(["Mum’s laptop (den)", "restart", "m•••@outlook.com"]);
  expect([...privateWords(savedProgress({ done: ["open-activation"] }))]).toEqual([
    "open-activation",
  ]);
  expect([...privateWords("damaged"), ...privateWords("null")]).toEqual([]);
});

describe("finds progress", () => {
  test.each([
    ["a ticked step in an address", { url: `${ORIGIN}/api/search?q=x&step=restart` }, "restart"],
    ["a ticked step in a path", { url: `${ORIGIN}/log/restart` }, "restart"],
    [
      "a name in an address",
      { url: `${ORIGIN}/?pc=Mum%E2%80%99s+laptop+%28den%29` },
      "Mum’s laptop (den)",
    ],
    ["a name in a body", { body: "name=Mum’s laptop (den)" }, "Mum’s laptop (den)"],
    [
      "a name in a header",
      { headers: { "x-pc": "Mum%E2%80%99s%20laptop%20(den)" } },
      "Mum’s laptop (den)",
    ],
    [
      "a masked account",
      { body: "x=k%E2%80%A2%E2%80%A2%E2%80%A2%40example.org" },
      "a masked account",
    ],
    ["saved progress", { body: saved }, "saved progress"],
    [
      "saved progress, encoded",
      { url: `${ORIGIN}/?s=${encodeURIComponent(saved)}` },
      "saved progress",
    ],
    ["a storage key", { body: "keylink:continue" }, "a storage key"],
    [
      "the fragment of a link, as a query",
      { url: `${ORIGIN}/pcs?pc1.AQdEYWQncyBQQw` },
      "a link with progress",
    ],
    [
      "the address of a page with its fragment",
      { headers: { referer: `${ORIGIN}/pcs#pc1.AQdEYWQncyBQQw` } },
      "a link with progress",
    ],
  ])("%s", (_, given, found) => {
    expect(progressIn(sent(given), words)).toBe(found);
  });
});

describe("finds none in", () => {
  test.each([
    ["a page and its anchor", { url: `${ORIGIN}/guides/link-your-license#restart` }],
    ["a longer word", { url: `${ORIGIN}/articles/restart-windows` }],
    ["a search", { url: `${ORIGIN}/api/search?q=link+license&windows=11` }],
    [
      "an answer that a page links to",
      { url: `${ORIGIN}/guides/link-your-license?answer=origin.with-pc` },
    ],
    ["a script", { url: `${ORIGIN}/assets/guide.3f9k.js`, headers: { referer: `${ORIGIN}/pcs` } }],
    ["another address that was never sent", { url: `${ORIGIN}/pcs#pc1.AQdEYWQncyBQQw` }],
  ])("%s", (_, given) => {
    expect(progressIn(sent(given), words)).toBeUndefined();
  });
});
