import type { NextRequest } from "next/server";
import { mayBecomeProductKey } from "@/lib/product-key";
import { getSiteIndex } from "@/lib/search/site-index";
import { answerLine } from "@/lib/search/wording";
import { absolute } from "@/lib/site/site";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";

const MOST = 6;
/** Suggestions are for the beginning of a query, not for a pasted page. */
const LONGEST = 200;

/** What a query finds. Its short answer comes first, since the result of that page is the page without it. */
function find(query: string) {
  const { card, results } = getSiteIndex().search(query, { windows: DEFAULT_WINDOWS, limit: MOST });
  return [
    ...(card ? [{ title: card.question, note: answerLine(card), address: card.address }] : []),
    ...results
      .filter(({ address }) => address !== card?.address)
      .map(({ title, heading, address }) => ({
        title: heading ?? title,
        note: heading ? title : "",
        address,
      })),
  ].slice(0, MOST);
}

/**
 * `GET /api/suggest?q=…`: what a browser's address bar offers while one types (OpenSearch
 * suggestions): the query, titles, descriptions, addresses.
 */
export function GET({ nextUrl: { searchParams } }: NextRequest) {
  const query = (searchParams.get("q") ?? "").slice(0, LONGEST);
  const isEmpty = query.trim() === "" || mayBecomeProductKey(query);
  const suggested = isEmpty ? [] : find(query);
  return Response.json(
    [
      query,
      suggested.map(({ title }) => title),
      suggested.map(({ note }) => note),
      suggested.map(({ address }) => absolute(address)),
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
