import { basePathOf } from "@/lib/runtime/base-path.mjs";

/** The name of the site. */
export const SITE_NAME = "Keylink";

/** The address of the site, without a trailing slash. Set SITE_URL to where it is published. */
export const SITE_URL = (
  process.env.SITE_URL || `http://localhost:${process.env.PORT ?? "3000"}`
).replace(/\/+$/, "");

/** The path of that address, `/keylink`, or `""` where the site has the whole host. */
export const BASE_PATH = basePathOf(SITE_URL);

/** The repository on GitHub, or on a host with the same addresses, without a trailing slash. */
const REPOSITORY_URL = process.env.REPOSITORY_URL?.replace(/\/+$/, "") || undefined;

/** The address for mail about mistakes. Without it and without a repository, no page has “Report a mistake”. */
const REPORT_EMAIL = process.env.REPORT_EMAIL || undefined;

/** Where to report a vulnerability: https: or mailto:. */
export const SECURITY_CONTACT =
  process.env.SECURITY_CONTACT ||
  (REPOSITORY_URL && `${REPOSITORY_URL}/security/advisories/new`) ||
  (REPORT_EMAIL && `mailto:${REPORT_EMAIL}`) ||
  undefined;

/** The link to report a mistake, filled in with what an editor needs: a new issue, else a mail. Undefined without either. */
export function reportLink(subject: string, lines: string[]): string | undefined {
  const [title, body] = [encodeURIComponent(subject), encodeURIComponent(lines.join("\r\n"))];
  if (REPOSITORY_URL) return `${REPOSITORY_URL}/issues/new?title=${title}&body=${body}`;
  if (REPORT_EMAIL) return `mailto:${REPORT_EMAIL}?subject=${title}&body=${body}`;
  return undefined;
}

/** The absolute address of a page. */
export const absolute = (address: string): string =>
  // A path keeps its slash: without one, `/keylink` is outside the scope of the service worker.
  `${SITE_URL}${address === "/" && !BASE_PATH ? "" : address}`;
