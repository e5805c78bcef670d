/**
 * Of what stands in the page itself: the pre-paint script, the styles of the first paint and
 * of guides, the speculation rules, which a policy counts as a script, and the script that only waits for the sheet.
 */
export type PagePolicy = {
  prePaintHash: string;
  firstPaintHash: string;
  /** On guides only. */
  guideStylesHash?: string;
  speculationRulesHash: string;
  barrierHash: string;
};

/** The policy of a worker's file: it runs, and reads our files. Nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/**
 * The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/): our files, and what stands in
 * the page by its hash. Nothing comes from elsewhere, and nobody may frame a page. None of our scripts
 * writes markup, so Trusted Types are demanded.
 */
export const contentSecurityPolicy = ({
  prePaintHash,
  firstPaintHash,
  guideStylesHash,
  speculationRulesHash,
  barrierHash,
}: PagePolicy): string =>
  [
    "default-src 'self'",
    `style-src 'self' '${firstPaintHash}'${guideStylesHash ? ` '${guideStylesHash}'` : ""}`,
    "font-src 'none'",
    // Icons of drawn windows stand in the style sheet.
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `script-src 'self' '${prePaintHash}' '${speculationRulesHash}' '${barrierHash}'`,
    "require-trusted-types-for 'script'",
    // Nothing but the addresses of the search worker and the service worker, each written by the build
    // into the only function that makes its policy (browser/search-source.ts, browser/offline.ts). No
    // duplicates: each can be made once. Addresses from anywhere else are refused, and markup always is.
    "trusted-types search-worker service-worker",
  ].join("; ");
