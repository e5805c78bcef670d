import type { NextRequest } from "next/server";
import { getSearchReply } from "@/lib/api/answers";
import { readSearch } from "@/lib/search/search-request";
import { fileAnswer, tagOf } from "@/lib/server/file-answer";

/** `GET /api/v1/search?q=…&windows=…`: the search of the site, in the stable words of the API. */
export function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const asked = readSearch((name) => searchParams.get(name) ?? undefined);
  const text = JSON.stringify(getSearchReply(asked));
  const type = "application/json; charset=utf-8";
  return fileAnswer(request, { type, shared: true, tag: tagOf(text) }, async () => text);
}
