export const dynamic = "force-static";

/**
 * Lets the browser fetch a page once the reader points at its link, so that it
 * is there when they press. Fetched, not prerendered: a prerendered guide would
 * show ticks and version as they were when it was made.
 * https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export function GET() {
  const rules = {
    prefetch: [
      {
        where: {
          and: [
            { href_matches: "/*" },
            { not: { href_matches: "/search*" } },
            { not: { href_matches: "/api/*" } },
          ],
        },
        eagerness: "moderate",
      },
    ],
  };
  return Response.json(rules, { headers: { "Content-Type": "application/speculationrules+json" } });
}
