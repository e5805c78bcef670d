/** Directives that every page has. Nothing comes from elsewhere, and nobody may frame a page. */
const COMMON = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What a page is, as far as its scripts go. */
export type PagePolicy =
  /** Prerendered, and the runtime taken out: our modules and the pre-paint script, known by its hash. */
  | { kind: "prerendered"; prePaintHash: string }
  /** Made on request: the framework's scripts carry this request's nonce. */
  | { kind: "on-request"; nonce: string; prePaintHash: string }
  /** Prerendered with KEYLINK_RUNTIME=keep: Next.js writes inline scripts that differ from page to page. */
  | { kind: "prerendered-with-runtime" };

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
        "trusted-types 'none'",
      ].join("; ");
    case "on-request":
      return [...COMMON, `script-src 'self' 'nonce-${page.nonce}' '${page.prePaintHash}'`].join(
        "; ",
      );
    case "prerendered-with-runtime":
      return [...COMMON, "script-src 'self' 'unsafe-inline'"].join("; ");
  }
}
