import type { NextRequest } from "next/server";
import { RequestedDocument } from "@/components/layout/requested-document";
import { SearchPage } from "@/components/search/search-page";
import { readSearch } from "@/lib/search/search-request";
import { htmlAnswer } from "@/lib/server/html-answer";
import { absolute } from "@/lib/site/site";

/** `GET /search?q=…`: the results as a page. */
export function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const asked = readSearch((name) => searchParams.get(name) ?? undefined);
  const query = asked.query.slice(0, 60);
  return htmlAnswer(
    <RequestedDocument
      title={query ? `Search: ${query}` : "Search"}
      description="Search Keylink: a sentence from your screen, an error code, or a question."
      canonical={absolute("/search")}
      robots="noindex, follow"
    >
      <SearchPage asked={asked} keyRemoved={searchParams.get("key") === "removed"} />
    </RequestedDocument>,
  );
}
