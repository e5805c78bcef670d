import { getSiteIndex } from "@/lib/search/site-index";

export const dynamic = "force-static";

/** The texts for the snippets that the dialog shows. */
export function GET() {
  return new Response(getSiteIndex().serialize().texts, {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
