import { expect, test } from "vitest";
import { INDEX_BYTES_THRESHOLD, readIndexLimit, searchMode } from "@/lib/search/search-mode";

test("a small index is loaded, a large or unknown one is left on the server", () => {
  expect(searchMode(90_000)).toBe("index");
  expect(searchMode(INDEX_BYTES_THRESHOLD)).toBe("index");
  expect(searchMode(INDEX_BYTES_THRESHOLD + 1)).toBe("server");
  expect(searchMode(Number.NaN)).toBe("server");
});

test("the threshold can be set, to 0 for always the server", () => {
  expect(searchMode(90_000, 50_000)).toBe("server");
  expect(searchMode(1, 0)).toBe("server");
  expect(searchMode(10_000_000, Number.POSITIVE_INFINITY)).toBe("index");
});

test("the limit comes from the environment, and a slip in it stops the build", () => {
  expect(readIndexLimit(undefined)).toBe(INDEX_BYTES_THRESHOLD);
  expect(readIndexLimit("")).toBe(INDEX_BYTES_THRESHOLD);
  expect(readIndexLimit("0")).toBe(0);
  expect(readIndexLimit("500000")).toBe(500_000);
  for (const slip of ["300 KB", "-1", "1e6", "all"])
    expect(() => readIndexLimit(slip), slip).toThrow(/SEARCH_INDEX_LIMIT.*number of bytes/);
});
