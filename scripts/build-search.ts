import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { getSiteIndex } from "../lib/search/site-index";

/*
 * Writes the search index for the dialog into public/assets, and its addresses
 * to .generated/search.json. The same index that /search answers from: the
 * pages make theirs from the same content by the same code.
 */
const isDevelopment = process.env.NODE_ENV === "development";
const { index, texts } = getSiteIndex().serialize();

mkdirSync("public/assets", { recursive: true });
mkdirSync(".generated", { recursive: true });
for (const old of readdirSync("public/assets"))
  if (/^search-(index|texts)/.test(old)) rmSync(`public/assets/${old}`);

const write = (name: string, json: string): string => {
  const hash = createHash("sha256").update(json).digest("hex").slice(0, 8);
  const file = isDevelopment ? `${name}.json` : `${name}-${hash}.json`;
  writeFileSync(`public/assets/${file}`, json);
  return `/assets/${file}`;
};
const addresses = { index: write("search-index", index), texts: write("search-texts", texts) };
writeFileSync(".generated/search.json", JSON.stringify(addresses, null, 2));
console.log(
  `Search index: ${gzipSync(index).length} B gzip, texts ${gzipSync(texts).length} B gzip.`,
);
