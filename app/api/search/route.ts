import type { NextRequest } from "next/server";
import { getSiteIndex } from "@/lib/search/site-index";
import { RESULTS_PER_PAGE } from "@/lib/search/wording";

import { DEFAULT_WINDOWS, parseWindows, WINDOWS_PARAMETER } from "@/lib/windows/version";

/** `GET /api/search?q=…&windows=10`: the answer of /search as JSON. */
export function GET(request: NextRequest) {
  const parameters = request.nextUrl.searchParams;
  const answer = getSiteIndex().search(parameters.get("q") ?? "", {
    windows: parseWindows(parameters.get(WINDOWS_PARAMETER)) ?? DEFAULT_WINDOWS,
    limit: RESULTS_PER_PAGE,
    literal: parameters.has("literal"),
  });
  return Response.json(answer, { headers: { "X-Robots-Tag": "noindex" } });
}
