import { NextResponse, type NextRequest } from "next/server";
import addresses from "@/.generated/addresses.json";
import browser from "@/.generated/browser.json";
import files from "@/.generated/files.json";
import { parseErrorCode } from "@/lib/errors/error-code";
import { containsProductKey, withoutProductKey } from "@/lib/product-key";
import { decodeAddress } from "@/lib/server/decode-address";
import { WINDOWS_PARAMETER } from "@/lib/windows/version";

const { policies } = browser;
const known = new Set(addresses);

function withPolicy(request: NextRequest, response: NextResponse, policy: string) {
  // `next dev` evaluates code and opens sockets, which the policy would block.
  if (process.env.NODE_ENV !== "production") return response;
  response.headers.set("Content-Security-Policy", policy);
  // Only over TLS: a browser that has received this header no longer accepts plain HTTP from this host.
  const scheme =
    request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol.replace(":", "");
  if (scheme === "https")
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

/** Redirects within this site, whatever host name the server was reached by. */
function redirect(
  request: NextRequest,
  path: string,
  status: 303 | 308,
  search = request.nextUrl.search,
) {
  const target = new URL(request.url);
  target.pathname = path;
  target.search = search;
  return NextResponse.redirect(target, status);
}

const API = "/api/v1";

/** Runs before a page is rendered: keeps keys out of addresses, gives each code one address, answers honest 404s. */
export function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;

  // S9: a product key must not stay in an address, where history and logs would keep it.
  const parameters = [...searchParams];
  const keyInPath = !known.has(pathname) && containsProductKey(decodeAddress(pathname));
  const keyInOne = parameters.some((parameter) => parameter.some(containsProductKey));
  const keyInAll =
    containsProductKey([...searchParams.values()].join(" ")) ||
    containsProductKey(parameters.flat().join(" "));
  if (keyInPath || keyInOne || keyInAll) {
    const cleaned = new URLSearchParams(
      parameters.map((parameter) => parameter.map((text) => withoutProductKey(text).trim())),
    );
    // A key in pieces: nobody can tell which of them belong to it.
    if (keyInAll && !keyInOne)
      for (const name of new Set(cleaned.keys()))
        if (name !== WINDOWS_PARAMETER) cleaned.delete(name);
    cleaned.set("key", "removed");
    const answer = redirect(request, keyInPath ? "/search" : pathname, 303, `?${cleaned}`);
    answer.headers.set("Cache-Control", "no-store");
    return answer;
  }
  // One handler serves all files for machines, because Next.js has no routes of the form `<address>.md`.
  if (Object.hasOwn(files, pathname)) return NextResponse.rewrite(new URL("/file", request.url));
  if (known.has(pathname) && pathname.includes(".")) return NextResponse.next();
  if (known.has(pathname))
    return withPolicy(
      request,
      NextResponse.next(),
      pathname.startsWith("/guides/") ? policies.guide : policies.page,
    );

  // E2: a code in any spelling leads to its page, with or without /errors before it.
  const api = pathname.startsWith(API) ? API : "";
  const [, folder = "", rest, ...more] = pathname.slice(api.length).split("/");
  const codeText = folder === "errors" ? rest : rest === undefined ? folder : undefined;
  const code = codeText && more.length === 0 ? parseErrorCode(decodeAddress(codeText)) : undefined;
  const codeAddress = code && `${api}/errors/${code.toLowerCase()}`;
  if (codeAddress && known.has(codeAddress)) return redirect(request, codeAddress, 308);

  const lower = pathname.toLowerCase();
  if (known.has(lower)) return redirect(request, lower, 308);

  // The API answers unknown addresses itself, for every origin.
  if (api) return NextResponse.next();

  // U4: unlike not-found.tsx, app/missing learns the address.
  return withPolicy(request, NextResponse.rewrite(new URL("/missing", request.url)), policies.page);
}

export const config = { matcher: ["/((?!_next/|assets/).*)"] };
