/**
 * The hashes of what is inline in a page: the pre-paint script, the styles of the first paint, the speculation rules,
 * which count as a script, and the barrier (components/layout/sheet.tsx).
 */
type PagePolicy = {
  prePaintHash: string;
  firstPaintHash: string;
  /** Of app/guide.css on guides; elsewhere of app/screen.css and app/home.css, which messages and home have. */
  moreStyles: string[];
  speculationRulesHash: string;
  barrierHash: string;
};

/** The policy of a worker's file: it may run and read our files, nothing else. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/**
 * The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/): our files, and what is inline, by its hash.
 * Nothing comes from elsewhere, and nobody may frame a page. None of our scripts writes markup, so Trusted Types
 * are required.
 */
export const contentSecurityPolicy = ({
  prePaintHash,
  firstPaintHash,
  moreStyles,
  speculationRulesHash,
  barrierHash,
}: PagePolicy): string =>
  [
    "default-src 'self'",
    `style-src 'self' ${[firstPaintHash, ...moreStyles].map((hash) => `'${hash}'`).join(" ")}`,
    "font-src 'none'",
    // Icons of drawn windows are data URLs in the style sheet.
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `script-src 'self' '${prePaintHash}' '${speculationRulesHash}' '${barrierHash}'`,
    "require-trusted-types-for 'script'",
    // Only the addresses of the search worker and the service worker, which the build writes into the only
    // functions that create these policies (browser/search-source.ts, browser/offline.ts). No duplicates: each can
    // be created once. Any other address is refused, and markup always is.
    "trusted-types search-worker service-worker",
  ].join("; ");
