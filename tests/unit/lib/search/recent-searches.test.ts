import { expect, test } from "vitest";
import { parseRecentSearches, withoutSearch, withSearch } from "@/lib/search/recent-searches";
import { hostileTexts } from "@/tests/fixtures/hostile-texts";

const KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";

test("the newest comes first, without duplicates, and six are kept", () => {
  let list: string[] = [];
  for (const text of ["a", "b", "c", "d", "e", "f", "g", " B  ", "G"])
    list = withSearch(list, text);
  expect(list).toEqual(["G", "B", "f", "e", "d", "c"]);
  expect(withoutSearch(list, "b")).toEqual(["G", "f", "e", "d", "c"]);
});

test.each([
  KEY,
  `my key ${KEY.replaceAll("-", "")}`,
  "why VK7JG-NPHTM-C97JM",
  "jane.doe@example.org cannot sign in",
  "   ",
  "pasted ".repeat(20),
])("%j is not kept, and not shown when it was stored", (text) => {
  expect(withSearch(["before"], text)).toEqual(["before"]);
  expect(parseRecentSearches(JSON.stringify([text, "before"]))).toEqual(["before"]);
});

test("anything else that is stored is ignored", () => {
  for (const stored of [null, "", "{", '{"0":"a"}', "7", '"a"', '[1,null,["a"],{"a":1}]'])
    expect(parseRecentSearches(stored)).toEqual([]);
  expect(parseRecentSearches(JSON.stringify(Array.from("abcdefgh")))).toHaveLength(6);
});

test("no text throws", () => {
  for (const text of hostileTexts(200)) {
    const list = withSearch([], text);
    expect(parseRecentSearches(JSON.stringify(list))).toEqual(list);
    expect(() => parseRecentSearches(text)).not.toThrow();
  }
});
