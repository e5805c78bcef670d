/** Where the dialog searches: in the index that it loads, or on the server. */
export type SearchMode = "index" | "server";

/**
 * Bytes of the index as it is sent (gzip) up to which the dialog loads it. The reasons stand in
 * docs/decisions/0010-when-the-dialog-asks-the-server.md.
 */
export const INDEX_BYTES_THRESHOLD = 300_000;

/**
 * Does the dialog load the index or ask `/api/search`? Both give the same answer. A size that is
 * not known counts as too large: an answer from the server costs a few kilobytes at most.
 */
export function searchMode(indexBytes: number, threshold = INDEX_BYTES_THRESHOLD): SearchMode {
  return indexBytes <= threshold ? "index" : "server";
}

/**
 * The threshold from the variable SEARCH_INDEX_LIMIT, in bytes; the usual one when it is not set.
 * Throws for what is no number: a slip there must not quietly send readers' words to the server.
 */
export function readIndexLimit(value: string | undefined): number {
  if (!value) return INDEX_BYTES_THRESHOLD;
  if (!/^\d+$/.test(value))
    throw new Error(
      `SEARCH_INDEX_LIMIT: expected a number of bytes, like ${INDEX_BYTES_THRESHOLD}; found “${value}”.`,
    );
  return Number(value);
}
