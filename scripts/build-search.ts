import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { getSearchDocuments } from "../lib/search/documents";
import { readIndexLimit, searchMode } from "../lib/search/search-mode";
import { sectionTextFiles } from "../lib/search/section-text";
import { getSiteIndex } from "../lib/search/site-index";

/*
 * Writes what the dialog searches in into public/assets: the index, and the text of each section
 * in a file of its own, so that only those of the results shown are fetched. The addresses go to
 * .generated/search.json, from where scripts/build-browser.ts takes them into the worker. The same
 * index that /search answers from: the pages make theirs from the same content by the same code.
 */
const isDevelopment = process.env.NODE_ENV === "development";
const { index } = getSiteIndex().serialize();
const texts = sectionTextFiles(getSearchDocuments());

mkdirSync("public/assets", { recursive: true });
mkdirSync(".generated", { recursive: true });
for (const old of readdirSync("public/assets"))
  if (/^search-(index|texts)/.test(old)) rmSync(`public/assets/${old}`, { recursive: true });

/** The name with the hash of what is in it. */
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
// One hash for all: the addresses of the files then follow from the sections' own.
const textsAddress = named("search-texts", JSON.stringify([...texts]));
for (const [file, json] of texts) write(textsAddress + file, json);

const indexBytes = gzipSync(index).length;
const mode = searchMode(indexBytes, readIndexLimit(process.env.SEARCH_INDEX_LIMIT));
const settings = { index: indexAddress, texts: textsAddress, mode };
writeFileSync(".generated/search.json", JSON.stringify(settings, null, 2));
console.log(`Search index: ${indexBytes} B gzip, texts in ${texts.size} files; mode ${mode}.`);
