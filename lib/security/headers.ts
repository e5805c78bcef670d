import { WORKER_POLICY } from "./policy";

/** One header of an answer. */
export type Header = { key: string; value: string };

/** Sent with every answer. */
export const HEADERS: Header[] = [
  // A file is what its type says; no browser guesses another one.
  { key: "X-Content-Type-Options", value: "nosniff" },
];

/** No other site may build our files into its pages. */
export const OWN_PAGES_ONLY: Header = { key: "Cross-Origin-Resource-Policy", value: "same-origin" };

/** No page uses a device or a sensor. The clipboard is for the copy buttons, the hint for W4. */
const PERMISSIONS = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"],
  ...["encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"],
  ...["magnetometer", "microphone", "midi", "payment", "picture-in-picture", "serial", "usb"],
  ...["publickey-credentials-get", "screen-wake-lock", "xr-spatial-tracking", "clipboard-read"],
]
  .map((feature) => `${feature}=()`)
  .concat(["clipboard-write=(self)", "ch-ua-platform-version=(self)"])
  .join(", ");

/**
 * Sent with pages, not with their files, where nobody reads them. The Content-Security-Policy is not
 * here: guides have another one than other pages (lib/security/policy.ts).
 */
export const PAGE_HEADERS: Header[] = [
  // Other sites learn nothing of what a reader looked up here.
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: PERMISSIONS },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** The names of these files change with what is in them, so a copy never gets old. Not so in `npm run dev`. */
export const IMMUTABLE: Header = {
  key: "Cache-Control",
  value: "public, max-age=31536000, immutable",
};

/** Icons: every page asks for them, and they seldom change. Once a day is enough. */
export const A_DAY: Header = { key: "Cache-Control", value: "public, max-age=86400" };

/**
 * Pages: a browser asks each time, so that a release is seen at once; a shared cache may answer for five
 * minutes (docs/operating.md says how to purge it). Not “stale-while-revalidate”: Chromium takes that
 * word for itself too, and would show a page of the release before.
 */
export const PAGE_CACHE: Header = {
  key: "Cache-Control",
  value: "public, max-age=0, s-maxage=300, must-revalidate",
};

/** The same for caches that know RFC 9213: they may give an old page while they ask for the new one. */
export const CDN_CACHE: Header = {
  key: "CDN-Cache-Control",
  value: "public, max-age=300, stale-while-revalidate=86400",
};

/** Workers have a policy of their own: they run, and read our files. Nothing else. */
export const WORKER: Header = { key: "Content-Security-Policy", value: WORKER_POLICY };

/** The service worker: a browser that held an old one could not be rid of it. */
export const NO_CACHE: Header = { key: "Cache-Control", value: "no-cache" };
