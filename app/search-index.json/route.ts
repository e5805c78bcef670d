import { getSiteIndex } from "@/lib/search/site-index";

export const dynamic = "force-static";

/** The index for the dialog: the same that the server answers from. */
export function GET() {
  return new Response(getSiteIndex().serialize().index, {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
