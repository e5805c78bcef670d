import "server-only";
import type { ReactNode } from "react";

/** A whole document as the answer to a request. */
export async function htmlAnswer(document: ReactNode, status = 200) {
  // Next.js refuses a static import of this in server code, lest a page render itself twice.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return new Response(`<!DOCTYPE html>${renderToStaticMarkup(document)}`, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      // Never shared and always asked for anew; but not “no-store”, which would keep the page out
      // of the back/forward cache.
      "Cache-Control": "private, no-cache",
    },
  });
}
