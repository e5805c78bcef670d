/** The name of the site. */
export const SITE_NAME = "Keylink";

/** Where the site lives, without a slash at the end. Set SITE_URL when it is published. */
export const SITE_URL = (
  process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? "3000"}`
).replace(/\/+$/, "");

/** Where “Report a mistake” goes. `.example` can never be somebody's address (RFC 2606); set REPORT_EMAIL when it is published. */
export const REPORT_EMAIL = process.env.REPORT_EMAIL ?? "corrections@keylink.example";

/** The absolute address of a page. */
export const absolute = (address: string): string => `${SITE_URL}${address === "/" ? "" : address}`;
