import { expect, test } from "vitest";
import { createIndex } from "@/lib/search/create-index";
import { loadIndex } from "@/lib/search/engine";
import { readForeign } from "@/lib/wordings/read-foreign";
import {
  sectionTextFile,
  sectionTextFiles,
  textsOf,
  type SectionText,
} from "@/lib/search/section-text";
import { addSnippets } from "@/lib/search/snippet";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

const made = createIndex(SEARCH_DOCUMENTS, SYNONYMS);
const files = sectionTextFiles(SEARCH_DOCUMENTS);
const options = { windows: "11", limit: 10 } as const;

test("each section has a file of its own", () => {
  expect(files.size).toBe(SEARCH_DOCUMENTS.length);
  expect(files.get("/guides/link-your-license/verify.json")).toContain("device list");
});

test("snippets from the files are those of the whole texts", () => {
  const loaded = loadIndex(made.serialize().index, readForeign);
  for (const query of ["license", "motherboard", "reactivate windows", "device list", "mobo"]) {
    const answer = loaded.search(query, options);
    const texts = new Map(
      answer.results.map(({ section }): [string, SectionText] => [
        section,
        JSON.parse(files.get(sectionTextFile(section)) ?? "") as SectionText,
      ]),
    );
    expect(answer.results.length, query).toBeGreaterThan(0);
    expect(addSnippets(answer, textsOf(answer, texts)), query).toEqual(made.search(query, options));
  }
});

test("a text that did not arrive has no snippet", () => {
  const answer = loadIndex(made.serialize().index, readForeign).search("license", options);
  const [result] = addSnippets(answer, textsOf(answer, new Map())).results;
  expect(result?.title).toBeTruthy();
  expect(result?.snippet).toEqual([]);
});
