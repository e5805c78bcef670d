import { expect, test } from "vitest";
import { createIndex } from "@/lib/search/create-index";
import { loadIndex } from "@/lib/search/engine";
import { readForeign } from "@/lib/wordings/read-foreign";
import { sectionTextFile, sectionTexts, shownSections } from "@/lib/search/section-text";
import { addSnippets } from "@/lib/search/snippet";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

const made = createIndex(SEARCH_DOCUMENTS, SYNONYMS);
const texts = sectionTexts(SEARCH_DOCUMENTS);
const options = { windows: "11", limit: 10 } as const;

test("each section has a file of its own", () => {
  const files = new Set(Object.keys(texts).map(sectionTextFile));
  expect(files.size).toBe(SEARCH_DOCUMENTS.length);
  expect(files).toContain("/guides/link-your-license/verify.json");
});

test("snippets from the files of the shown sections are those of the whole texts", () => {
  const loaded = loadIndex(made.serialize().index, readForeign);
  for (const query of ["license", "motherboard", "reactivate windows", "device list", "mobo"]) {
    const answer = loaded.search(query, options);
    const shown = Object.fromEntries(
      shownSections(answer).map((section) => [
        section,
        structuredClone(texts[section] ?? { text: "" }),
      ]),
    );
    expect(answer.results.length, query).toBeGreaterThan(0);
    expect(addSnippets(answer, shown), query).toEqual(made.search(query, options));
  }
});

test("a text that did not arrive has no snippet", () => {
  const answer = loadIndex(made.serialize().index, readForeign).search("license", options);
  const [result] = addSnippets(answer, {}).results;
  expect(result?.title).toBeTruthy();
  expect(result?.snippet).toEqual([]);
});
