import { WORKER_POLICY } from "./policy";

/** A header of a response. */
export type Header = { key: string; value: string };

/** Sent with every response. */
export const HEADERS: Header[] = [
  // Browsers must not guess another type.
  { key: "X-Content-Type-Options", value: "nosniff" },
];

/** No other site may embed our files in its pages. */
export const OWN_PAGES_ONLY: Header = { key: "Cross-Origin-Resource-Policy", value: "same-origin" };

/**
 * No page uses what could listen to a reader, follow one or reach a device. Other features are not listed, since no other
 * site's code runs here, and the header is in each page, uncompressed. The copy buttons need the clipboard, the suggested
 * version the hint (W4), and a guide on a phone the wake lock, which own pages may use where nothing is said.
 */
const PERMISSIONS = [
  ...["camera", "display-capture", "geolocation", "hid", "idle-detection"],
  ...["microphone", "midi", "payment", "serial", "usb", "clipboard-read"],
]
  .map((feature) => `${feature}=()`)
  .concat(["clipboard-write=(self)", "ch-ua-platform-version=(self)"])
  .join(", ");

/**
 * Sent with pages only, since nothing reads them on files. The Content-Security-Policy is not here, because
 * guides have their own (lib/security/policy.ts).
 */
export const PAGE_HEADERS: Header[] = [
  // Other sites learn nothing about what a reader looked up here.
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: PERMISSIONS },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** For files whose names change with their content, so that a copy never gets old. Not in `npm run dev`. */
export const IMMUTABLE: Header = {
  key: "Cache-Control",
  value: "public, max-age=31536000, immutable",
};

/** For icons: every page requests them, and they rarely change. Once a day is enough. */
export const A_DAY: Header = { key: "Cache-Control", value: "public, max-age=86400" };

/**
 * For pages: a browser asks each time, so that a release is seen at once; a shared cache may answer for five
 * minutes (docs/operating.md says how to purge it). Not “stale-while-revalidate”, which Chromium would obey,
 * too, and show a page of the previous release.
 */
export const PAGE_CACHE: Header = {
  key: "Cache-Control",
  value: "public, max-age=0, s-maxage=300, must-revalidate",
};

/** The same for caches that support RFC 9213: they may serve an old page while they fetch the new one. */
export const CDN_CACHE: Header = {
  key: "CDN-Cache-Control",
  value: "public, max-age=300, stale-while-revalidate=86400",
};

/** Workers have a policy of their own. */
export const WORKER: Header = { key: "Content-Security-Policy", value: WORKER_POLICY };

/** For the service worker: a browser that cached an old one could not get rid of it. */
export const NO_CACHE: Header = { key: "Cache-Control", value: "no-cache" };
