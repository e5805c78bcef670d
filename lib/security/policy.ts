/** Directives that every page has. Nothing comes from elsewhere, and nobody may frame a page. */
const COMMON = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What a page is, as far as its scripts go. */
export type PagePolicy =
  /** Prerendered or made on request, and the runtime taken out: our modules and the pre-paint script, known by its hash. */
  | { kind: "prerendered"; prePaintHash: string }
  /** Made on request, with the runtime: the framework's scripts carry this request's nonce. */
  | { kind: "on-request"; nonce: string; prePaintHash: string }
  /** Prerendered with KEYLINK_RUNTIME=keep: Next.js writes inline scripts that differ from page to page. */
  | { kind: "prerendered-with-runtime" };

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
        ...COMMON,
        `script-src 'self' '${page.prePaintHash}'`,
        "require-trusted-types-for 'script'",
        // Nothing but the address of the search worker, which the build writes into the only
        // function that makes this policy (browser/search-source.ts). No duplicates: it can be
        // made once. Addresses from anywhere else are refused, and markup always is.
        "trusted-types search-worker",
      ].join("; ");
    case "on-request":
      return [...COMMON, `script-src 'self' 'nonce-${page.nonce}' '${page.prePaintHash}'`].join(
        "; ",
      );
    case "prerendered-with-runtime":
      return [...COMMON, "script-src 'self' 'unsafe-inline'"].join("; ");
  }
}
