import "server-only";
import { createHash } from "node:crypto";
import { CDN_CACHE, PAGE_CACHE } from "@/lib/security/headers";
import type { FileFacts } from "@/lib/site-files";

/** What names a text in an ETag. Weak, since the same text goes out in several encodings. */
export const tagOf = (text: string): string =>
  `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;

/**
 * Answers with a file: with its tag and day, so that who has it already is told so. The server
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
    // Asked for anew each time, which costs nothing while the tag still fits.
    [PAGE_CACHE.key]: PAGE_CACHE.value,
    [CDN_CACHE.key]: CDN_CACHE.value,
    // It is for machines; search engines are to show the page.
    "X-Robots-Tag": "noindex",
  });
  if (changed) headers.set("Last-Modified", new Date(`${changed}T00:00:00Z`).toUTCString());
  if (shared) {
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Expose-Headers", "ETag, Last-Modified");
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  }
  // Tags only: a day is too coarse to say that a file is still the same.
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim());
  if (known.includes(tag) || known.includes("*"))
    return new Response(null, { status: 304, headers });
  return new Response(await read(), { headers });
}
