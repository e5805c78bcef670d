import type { NextRequest } from "next/server";
import { RequestedDocument } from "@/components/layout/requested-document";
import { MissingPage } from "@/components/missing/missing-page";
import { decodeAddress } from "@/lib/server/decode-address";
import { htmlAnswer } from "@/lib/server/html-answer";
import { DEFAULT_WINDOWS, parseWindows, WINDOWS_PARAMETER } from "@/lib/windows/version";

/** Answers unknown addresses. proxy.ts rewrites them to here; the request keeps its own address. */
export function GET(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  return htmlAnswer(
    <RequestedDocument
      title="Page not found"
      description="This address does not exist on Keylink."
      robots="noindex"
    >
      <MissingPage
        address={decodeAddress(pathname).slice(0, 300)}
        windows={parseWindows(searchParams.get(WINDOWS_PARAMETER)) ?? DEFAULT_WINDOWS}
      />
    </RequestedDocument>,
    404,
  );
}
