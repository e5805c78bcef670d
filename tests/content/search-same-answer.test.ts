import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { getSynonyms } from "@/lib/content/pages";
import { createIndex } from "@/lib/search/create-index";
import { getSearchDocuments } from "@/lib/search/documents";
import { loadIndex } from "@/lib/search/engine";
import { addSnippets, type SearchTexts } from "@/lib/search/snippet";
import { processorTime } from "@/tests/fixtures/processor-time";
import { makeQueries, questionQueries, type WrittenQuestion } from "@/scripts/bench/search-queries";

/* The page and /api/search answer from an index they make, the dialog from one it loads (S5). */

const documents = getSearchDocuments();
const made = createIndex(documents, getSynonyms());

test.each([
  ["a long question", (i: number) => `${i} ${"why is the motherboard not activated ".repeat(25)}`],
  ["different codes", (i: number) => `0xC004F${i} 0xC004${i}1234 `.repeat(600)],
  ["numbers like the ends of codes", (i: number) => `${i}F 9E2${i} B${i}C1 `.repeat(600)],
  ["words without a page", (i: number) => `${"no such page ".repeat(20)}${i}`],
])("a search takes a moment, even for %s", (_, query) => {
  let number = 100;
  const search = () => made.search(query((number += 1)), { windows: "11", limit: 10 });
  // It takes 3 to 12 ms; it took 60 to 250 when every stem and every piece of a code was compared anew.
  expect(processorTime(search, 10)).toBeLessThan(40);
});

test("the made and the loaded index give the same ten results", () => {
  const { index, texts } = made.serialize();
  const loaded = loadIndex(index);
  const { questions } = parse(readFileSync("tests/fixtures/questions.yaml", "utf8")) as {
    questions: WrittenQuestion[];
  };
  const generated = makeQueries(documents, getSynonyms(), "same answer");
  const queries = [
    ...questionQueries(questions, documents),
    // Every kind stands for itself in the list, so that any sixteenth is a fair share of all.
    ...generated.filter((_, i) => i % 16 === 0),
  ];
  expect(queries.length).toBeGreaterThan(250);
  const parsedTexts = JSON.parse(texts) as SearchTexts;
  for (const { query } of queries) {
    for (const windows of ["10", "11"] as const) {
      const fromServer = made.search(query, { windows, limit: 10 });
      const inDialog = addSnippets(loaded.search(query, { windows, limit: 10 }), parsedTexts);
      expect(inDialog, `${query} (Windows ${windows})`).toEqual(fromServer);
    }
  }
});
