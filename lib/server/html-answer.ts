import "server-only";
import type { ReactNode } from "react";
import { pageBelow } from "@/lib/runtime/base-path.mjs";
import { BASE_PATH } from "@/lib/site/site";

/** Renders a whole document as the response to a request. */
export async function htmlAnswer(document: ReactNode, status = 200) {
  // Next.js refuses a static import of this module in server code.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = pageBelow(renderToStaticMarkup(document), BASE_PATH);
  return new Response(`<!DOCTYPE html>${html}`, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      // Never shared and always revalidated; but not “no-store”, which would exclude the page from the
      // back/forward cache.
      "Cache-Control": "private, no-cache",
    },
  });
}
