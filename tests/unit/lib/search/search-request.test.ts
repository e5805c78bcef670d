import { expect, test } from "vitest";
import { createIndex } from "@/lib/search/create-index";
import { answerSearch, readSearch } from "@/lib/search/search-request";
import { searchParameters } from "@/lib/search/wording";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

const index = createIndex(SEARCH_DOCUMENTS, SYNONYMS);
const read = (address: string) => {
  const parameters = new URLSearchParams(address);
  return readSearch((name) => parameters.get(name) ?? undefined);
};

test("reads what the links write", () => {
  const written = searchParameters("a & b", "10", { kind: "error", literal: true, page: 3 });
  expect(read(String(written))).toEqual({
    query: "a & b",
    windows: "10",
    kind: "error",
    literal: true,
    page: 3,
  });
});

test("missing and unknown parameters are ignored", () => {
  const usual = { query: "", windows: "11", kind: undefined, literal: false, page: 1 };
  for (const address of [
    "",
    "q=&windows=8&kind=&page=",
    "kind=toString&page=-3",
    "kind=Guide&page=x",
    "page=0",
    "page=NaN",
  ])
    expect(read(address), address).toEqual(usual);
});

test("a kind leaves the others out, but counts them", () => {
  const everything = answerSearch(index, read("q=license")).answer;
  const { answer } = answerSearch(index, read("q=license&kind=guide"));
  expect(everything.results.some(({ kind }) => kind !== "guide")).toBe(true);
  expect(answer.results.every(({ kind }) => kind === "guide")).toBe(true);
  expect(answer.counts).toEqual(everything.counts);
  expect(answer.total).toBe(everything.counts.guide);
});

test("beyond the end there is the last page", () => {
  const first = answerSearch(index, read("q=license"));
  expect(first.page).toBe(1);
  for (const page of ["2", "99", "Infinity"])
    expect(answerSearch(index, read(`q=zzzzqqq&page=${page}`)).page).toBe(1);
});
