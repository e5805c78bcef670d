import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { getCodeFacilities, getLanguages, getSynonyms } from "../lib/content/pages";
import { createIndex } from "../lib/search/create-index";
import { getSearchDocuments } from "../lib/search/documents";
import { readIndexLimit, searchMode } from "../lib/search/search-mode";
import { sectionTextFile, sectionTexts } from "../lib/search/section-text";

/*
 * Builds the search index. public/assets gets what the dialog loads: the index, and each section's text in a file
 * of its own, so that only the texts of shown results are fetched. scripts/build-browser.ts puts their
 * addresses, from .generated/search.json, into the worker. .generated/search-index.json is the same for the
 * server.
 */
const isDevelopment = process.env.NODE_ENV === "development";
const documents = getSearchDocuments();
/** Without the facts, which search results never show. */
const facilities = getCodeFacilities().map(({ id, title, says, means, next, numbers }) => ({
  id,
  title,
  says,
  means,
  next,
  numbers,
}));
const made = createIndex(documents, getSynonyms(), getLanguages(), facilities).serialize();
const { index } = made;
const texts = Object.entries(sectionTexts(documents));

mkdirSync("public/assets", { recursive: true });
mkdirSync(".generated", { recursive: true });
for (const old of readdirSync("public/assets"))
  if (/^search-(index|texts)/.test(old)) rmSync(`public/assets/${old}`, { recursive: true });

/** The address with a hash of the content. */
const named = (name: string, content: string) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  return isDevelopment ? `/assets/${name}` : `/assets/${name}-${hash}`;
};
const write = (address: string, json: string) => {
  mkdirSync(dirname(`public${address}`), { recursive: true });
  writeFileSync(`public${address}`, json);
};

const indexAddress = `${named("search-index", index)}.json`;
write(indexAddress, index);
// One hash for all texts, so that their addresses follow from those of the sections.
const textsAddress = named("search-texts", JSON.stringify(texts));
for (const [id, text] of texts) write(textsAddress + sectionTextFile(id), JSON.stringify(text));

const indexBytes = gzipSync(index).length;
const mode = searchMode(indexBytes, readIndexLimit(process.env.SEARCH_INDEX_LIMIT));
const settings = { index: indexAddress, texts: textsAddress, mode };
writeFileSync(".generated/search-index.json", JSON.stringify(made));
writeFileSync(".generated/search.json", JSON.stringify(settings, null, 2));
console.log(`Search index: ${indexBytes} B gzip, texts in ${texts.length} files; mode ${mode}.`);
