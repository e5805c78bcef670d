/**
 * Of what stands in the page itself: the pre-paint script, the styles of the first paint and
 * of guides, the speculation rules, which a policy counts as a script, and the script that only waits for the sheet.
 */
type Hashes = {
  prePaintHash: string;
  firstPaintHash: string;
  /** On guides only. */
  guideStylesHash?: string;
  speculationRulesHash: string;
  waitHash: string;
};

/** Directives that every page has. Nothing comes from elsewhere, and nobody may frame a page. */
const common = ({ firstPaintHash, guideStylesHash }: Hashes) => [
  "default-src 'self'",
  `style-src 'self' '${firstPaintHash}'${guideStylesHash ? ` '${guideStylesHash}'` : ""}`,
  "font-src 'none'",
  // The icon stands in the page.
  "img-src 'self' data:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What a page is, as far as its scripts go. */
type Scripts =
  /** Prerendered or made on request, and the runtime taken out: our modules, and what stands in the page by its hash. */
  | { kind: "prerendered" }
  /** Made on request, with the runtime: the framework's scripts carry this request's nonce. */
  | { kind: "on-request"; nonce: string }
  /** Prerendered with KEYLINK_RUNTIME=keep: Next.js writes inline scripts that differ from page to page. */
  | { kind: "prerendered-with-runtime" };

/** A page, with the hashes of what stands in it. */
export type PagePolicy = Hashes & Scripts;

/** The policy of the search worker's file: it runs, and reads the index and the texts. Nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/**
 * The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/). Prerendered
 * pages also demand Trusted Types: none of our scripts writes markup. The
 * framework's runtime does, so pages made on request cannot.
 */
export function contentSecurityPolicy(page: PagePolicy): string {
  switch (page.kind) {
    case "prerendered":
      return [
        ...common(page),
        `script-src 'self' '${page.prePaintHash}' '${page.speculationRulesHash}' '${page.waitHash}'`,
        "require-trusted-types-for 'script'",
        // Nothing but the address of the search worker, which the build writes into the only
        // function that makes this policy (browser/search-source.ts). No duplicates: it can be
        // made once. Addresses from anywhere else are refused, and markup always is.
        "trusted-types search-worker",
      ].join("; ");
    case "on-request":
      return [
        ...common(page),
        `script-src 'self' 'nonce-${page.nonce}' '${page.prePaintHash}' '${page.speculationRulesHash}'`,
      ].join("; ");
    case "prerendered-with-runtime":
      return [...common(page), "script-src 'self' 'unsafe-inline'"].join("; ");
  }
}
