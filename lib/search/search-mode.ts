/** Where the dialog searches: in an index that it loads, or on the server. */
type SearchMode = "index" | "server";

/**
 * The largest index, in bytes of gzip, that the dialog loads. For the reasons see
 * docs/decisions/0010-when-the-dialog-asks-the-server.md.
 */
export const INDEX_BYTES_THRESHOLD = 320_000;

/**
 * Whether the dialog loads the index or asks `/api/search`. Both give the same answer. An unknown size (NaN)
 * counts as too large: an answer from the server costs only a few kilobytes.
 */
export function searchMode(indexBytes: number, threshold = INDEX_BYTES_THRESHOLD): SearchMode {
  return indexBytes <= threshold ? "index" : "server";
}

/**
 * The threshold in bytes from SEARCH_INDEX_LIMIT, or the default when it is not set. Throws when it is not a
 * number: a typo must not silently send readers' words to the server.
 */
export function readIndexLimit(value: string | undefined): number {
  if (!value) return INDEX_BYTES_THRESHOLD;
  if (!/^\d+$/.test(value))
    throw new Error(
      `SEARCH_INDEX_LIMIT: expected a number of bytes, like ${INDEX_BYTES_THRESHOLD}; found “${value}”.`,
    );
  return Number(value);
}
