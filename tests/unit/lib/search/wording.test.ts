import { expect, test } from "vitest";
import { countText, resultTitle, searchAddress } from "@/lib/search/wording";

test.each([
  [0, "No results for “slmgr”"],
  [1, "1 result"],
  [2, "2 results"],
])("%d results are described in words", (total, text) => {
  expect(countText({ total, query: "slmgr" })).toBe(text);
});

test("says so when there is nothing of one kind", () => {
  expect(countText({ total: 0, query: "slmgr" }, "term")).toBe(
    "No results for “slmgr” under “Glossary”",
  );
});

test("the address contains the query and the version", () => {
  expect(searchAddress("add account", "11")).toBe("/search?q=add+account&windows=11");
});

test("only what differs from the usual is added", () => {
  expect(searchAddress("a", "10", { page: 1 })).toBe("/search?q=a&windows=10");
  expect(searchAddress("a", "10", { kind: "error", literal: true, page: 3 })).toBe(
    "/search?q=a&windows=10&kind=error&literal=&page=3",
  );
});

test.each(["a&b=c", "50% #1?", "<script>", "ümlaut ☃", "a+b"])(
  "%j comes back from the address",
  (query) => {
    const address = new URL(searchAddress(query, "11"), "http://localhost");
    expect(address.pathname).toBe("/search");
    expect(address.searchParams.get("q")).toBe(query);
    expect([...address.searchParams.keys()]).toEqual(["q", "windows"]);
  },
);

test("a short answer is titled by its question, any other section by its page", () => {
  const titleOf = (section: string, kind: "article" | "answers", heading?: string) =>
    resultTitle({ section, kind, title: "The page", heading });
  expect(titleOf("/articles/a#a-b", "article", "What now?")).toEqual({
    above: "Article · The page",
    title: "What now?",
  });
  expect(titleOf("/answers/a#a-b", "answers", "What now?")).toEqual({
    above: "The page",
    title: "What now?",
  });
  expect(titleOf("/articles/a#step", "article", "A step")).toEqual({
    above: "Article",
    title: "The page",
    within: "A step",
  });
  expect(titleOf("/articles/a", "article")).toEqual({ above: "Article", title: "The page" });
});
