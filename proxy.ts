import { NextResponse, type NextRequest } from "next/server";
import addresses from "@/.generated/addresses.json";
import browser from "@/.generated/browser.json";
import { parseErrorCode } from "@/lib/errors/error-code";
import { containsProductKey, withoutProductKey } from "@/lib/product-key";
import { stripPage, UnknownShape } from "@/lib/runtime/strip-page.mjs";
import { contentSecurityPolicy } from "@/lib/security/policy";
import { WINDOWS_PARAMETER } from "@/lib/windows/version";

const known = new Set(addresses);

/** Pages that are made on request; all others are prerendered. */
const ON_REQUEST = new Set(["/search"]);

const { guideStylesHash, ...inEachPage } = browser;

const PRERENDERED = {
  kind:
    process.env.KEYLINK_RUNTIME === "keep"
      ? ("prerendered-with-runtime" as const)
      : ("prerendered" as const),
  ...inEachPage,
};
const PRERENDERED_POLICY = contentSecurityPolicy(PRERENDERED);
const GUIDE_POLICY = contentSecurityPolicy({ ...PRERENDERED, guideStylesHash });

/** Marks the request by which this server asks itself for a page as Next.js makes it. */
const WHOLE_PAGE = "x-keylink-whole-page";

/** A page made on request, as Next.js makes it, which takes the nonce for its scripts from the request's policy. */
function wholePage(
  request: NextRequest,
  answer: (init: { request: { headers: Headers } }) => NextResponse,
) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    kind: "on-request",
    nonce,
    ...inEachPage,
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return withPolicy(request, answer({ request: { headers } }), policy);
}

/**
 * A page made on request, without the framework's runtime, so that it is as light and as strict as
 * a prerendered one. Next.js has no hook for what it has rendered, so this server asks itself for
 * the page and takes the runtime out of the answer. Where that fails, the reader gets it whole.
 */
async function onRequest(
  request: NextRequest,
  answer: (init: { request: { headers: Headers } }) => NextResponse,
) {
  const { pathname, search } = request.nextUrl;
  // Next.js says in PORT where it listens. `next dev` needs its runtime.
  const port = process.env.PORT;
  const isWhole =
    process.env.NODE_ENV !== "production" ||
    process.env.KEYLINK_RUNTIME === "keep" ||
    !port ||
    request.headers.has(WHOLE_PAGE);
  if (isWhole) return wholePage(request, answer);
  try {
    const whole = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      headers: { [WHOLE_PAGE]: "1" },
      redirect: "error",
      cache: "no-store",
    });
    const html = stripPage(await whole.text(), browser);
    const page = new NextResponse(html, {
      status: whole.status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        // Never shared and always asked for anew; but not “no-store”, which would keep the
        // page out of the back/forward cache.
        "Cache-Control": "private, no-cache",
      },
    });
    return withPolicy(request, page, PRERENDERED_POLICY);
  } catch (error) {
    // Not what was found in the page: the reader's words may stand there (S9).
    const why = error instanceof UnknownShape ? `expected ${error.expected}` : error;
    console.error(`${pathname} is sent with the framework's runtime:`, why);
    return wholePage(request, answer);
  }
}

function withPolicy(request: NextRequest, response: NextResponse, policy: string) {
  // `next dev` evaluates code and opens sockets; a policy for readers would only hinder it.
  if (process.env.NODE_ENV !== "production") return response;
  response.headers.set("Content-Security-Policy", policy);
  // Only where TLS is: a browser that once heard this no longer takes plain HTTP from the address.
  const scheme =
    request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol.replace(":", "");
  if (scheme === "https")
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

/** Redirects to another address of this site, whatever name the server was reached by. */
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

/** A path without its escapes. What is no text stays as it came: it must not hide what stands beside it. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes; // Not an address that we wrote.
    }
  });
}

/** What is decided before a page is rendered: keys out of addresses, one address per code, honest 404s. */
export async function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;

  // S9: a product key must not stay in an address, where history and logs would keep it.
  const parameters = [...searchParams];
  const keyInPath = !known.has(pathname) && containsProductKey(decoded(pathname));
  const keyInOne = parameters.some((parameter) => parameter.some(containsProductKey));
  const keyInAll =
    containsProductKey([...searchParams.values()].join(" ")) ||
    containsProductKey(parameters.flat().join(" "));
  if (keyInPath || keyInOne || keyInAll) {
    const cleaned = new URLSearchParams(
      parameters.map((parameter) => parameter.map((text) => withoutProductKey(text).trim())),
    );
    // In pieces: which of them are a key, nobody can tell.
    if (keyInAll && !keyInOne)
      for (const name of new Set(cleaned.keys()))
        if (name !== WINDOWS_PARAMETER) cleaned.delete(name);
    cleaned.set("key", "removed");
    const answer = redirect(request, keyInPath ? "/search" : pathname, 303, `?${cleaned}`);
    answer.headers.set("Cache-Control", "no-store");
    return answer;
  }
  if (ON_REQUEST.has(pathname)) return onRequest(request, (init) => NextResponse.next(init));
  if (known.has(pathname) && pathname.includes(".")) return NextResponse.next();
  if (known.has(pathname))
    return withPolicy(
      request,
      NextResponse.next(),
      pathname.startsWith("/guides/") ? GUIDE_POLICY : PRERENDERED_POLICY,
    );

  // E2: a code in any spelling leads to its page, with /errors before it or alone.
  const [, folder = "", rest, ...more] = pathname.split("/");
  const codeText = folder === "errors" ? rest : rest === undefined ? folder : undefined;
  const code = codeText && more.length === 0 ? parseErrorCode(decoded(codeText)) : undefined;
  const codeAddress = code && `/errors/${code.toLowerCase()}`;
  if (codeAddress && known.has(codeAddress)) return redirect(request, codeAddress, 308);

  const lower = pathname.toLowerCase();
  if (known.has(lower)) return redirect(request, lower, 308);

  // U4: the page for unknown addresses needs the address, which not-found.tsx does not get.
  const missing = new URL("/missing", request.url);
  missing.searchParams.set("path", decoded(pathname).slice(0, 300));
  missing.searchParams.set(WINDOWS_PARAMETER, searchParams.get(WINDOWS_PARAMETER) ?? "");
  return onRequest(request, (init) => NextResponse.rewrite(missing, { ...init, status: 404 }));
}

export const config = { matcher: ["/((?!_next/|assets/).*)"] };
