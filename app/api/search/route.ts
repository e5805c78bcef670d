import type { NextRequest } from "next/server";
import { answerSearch, readSearch } from "@/lib/search/search-request";
import { getSiteIndex } from "@/lib/search/site-index";

/** `GET /api/search?q=…`: the answer of /search as JSON. It takes the same parameters. */
export function GET({ nextUrl: { searchParams } }: NextRequest) {
  const asked = readSearch((name) => searchParams.get(name) ?? undefined);
  const { answer } = answerSearch(getSiteIndex(), asked);
  return Response.json(answer, { headers: { "X-Robots-Tag": "noindex" } });
}
