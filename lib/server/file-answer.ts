import "server-only";
import { createHash } from "node:crypto";
import { CDN_CACHE, PAGE_CACHE } from "@/lib/security/headers";
import type { FileFacts } from "@/lib/site-files";

/** The ETag of a text. Weak, since the same text is sent in several encodings. */
export const tagOf = (text: string): string =>
  `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;

/**
 * Responds with a file, with its ETag and date, so that a client that already has it gets a 304. The server
 * compresses it (scripts/compress.mjs).
 */
export async function fileAnswer(
  request: Request,
  { type, changed, shared, tag }: FileFacts,
  read: () => Promise<string>,
): Promise<Response> {
  const headers = new Headers({
    "Content-Type": type,
    ETag: tag,
    // Revalidated each time, which costs little while the ETag still matches.
    [PAGE_CACHE.key]: PAGE_CACHE.value,
    [CDN_CACHE.key]: CDN_CACHE.value,
    // For machines only: search engines should show the page.
    "X-Robots-Tag": "noindex",
  });
  if (changed) headers.set("Last-Modified", new Date(`${changed}T00:00:00Z`).toUTCString());
  if (shared) {
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Expose-Headers", "ETag, Last-Modified");
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  }
  // ETags only: a date is too coarse to tell that a file is unchanged.
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  if (known.includes(tag) || known.includes("*"))
    return new Response(null, { status: 304, headers });
  return new Response(await read(), { headers });
}
