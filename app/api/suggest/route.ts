import type { NextRequest } from "next/server";
import { mayBecomeProductKey } from "@/lib/product-key";
import { getSiteIndex } from "@/lib/search/site-index";
import { absolute } from "@/lib/site/site";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";

const MOST = 6;
/** Suggestions are for the beginning of a query, not for a pasted page. */
const LONGEST = 200;

/**
 * `GET /api/suggest?q=…`: what a browser's address bar offers while one types (OpenSearch
 * suggestions): the query, titles, descriptions, addresses.
 */
export function GET({ nextUrl: { searchParams } }: NextRequest) {
  const query = (searchParams.get("q") ?? "").slice(0, LONGEST);
  const isEmpty = query.trim() === "" || mayBecomeProductKey(query);
  const results = isEmpty
    ? []
    : getSiteIndex().search(query, { windows: DEFAULT_WINDOWS, limit: MOST }).results;
  return Response.json(
    [
      query,
      results.map(({ title, heading }) => heading ?? title),
      results.map(({ heading, title }) => (heading ? title : "")),
      results.map(({ address }) => absolute(address)),
    ],
    {
      headers: {
        "Content-Type": "application/x-suggestions+json; charset=utf-8",
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex",
      },
    },
  );
}
