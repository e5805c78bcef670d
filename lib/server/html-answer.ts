import "server-only";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { ReactNode } from "react";
import { chooseEncoding } from "./encoding";

const compress = {
  // Quality 4 takes no longer than gzip and makes less of it; 11, the default, takes 30 times as long.
  br: (text: string) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text),
};

/** A whole document as the answer to a request, compressed as the request allows: Next.js compresses no answers of route handlers. */
export async function htmlAnswer(request: Request, document: ReactNode, status = 200) {
  // Next.js refuses a static import of this in server code, lest a page render itself twice.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = `<!DOCTYPE html>${renderToStaticMarkup(document)}`;
  const encoding = chooseEncoding(request.headers.get("accept-encoding"));
  return new Response(encoding ? new Uint8Array(await compress[encoding](html)) : html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      ...(encoding && { "Content-Encoding": encoding }),
      Vary: "Accept-Encoding",
      // Never shared and always asked for anew; but not “no-store”, which would keep the page out
      // of the back/forward cache.
      "Cache-Control": "private, no-cache",
    },
  });
}
