/** The name of the site. */
export const SITE_NAME = "Keylink";

/** Where the site lives, without a slash at the end. Set SITE_URL when it is published. */
export const SITE_URL = (
  process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? "3000"}`
).replace(/\/+$/, "");

/** The repository on GitHub, or one with the same addresses, without a slash at the end. */
const REPOSITORY_URL = process.env.REPOSITORY_URL?.replace(/\/+$/, "") || undefined;

/** Who reads mail about mistakes. Without it and without a repository, no page says where to report one. */
const REPORT_EMAIL = process.env.REPORT_EMAIL || undefined;

/** Where to report a hole: https: or mailto:. */
export const SECURITY_CONTACT =
  process.env.SECURITY_CONTACT ||
  (REPOSITORY_URL && `${REPOSITORY_URL}/security/advisories/new`) ||
  (REPORT_EMAIL && `mailto:${REPORT_EMAIL}`) ||
  undefined;

/** The link that reports a mistake, with what an editor needs: a new issue, else a mail. Undefined where nobody would read it. */
export function reportLink(subject: string, lines: string[]): string | undefined {
  const [title, body] = [encodeURIComponent(subject), encodeURIComponent(lines.join("\r\n"))];
  if (REPOSITORY_URL) return `${REPOSITORY_URL}/issues/new?title=${title}&body=${body}`;
  if (REPORT_EMAIL) return `mailto:${REPORT_EMAIL}?subject=${title}&body=${body}`;
  return undefined;
}

/** The absolute address of a page. */
export const absolute = (address: string): string => `${SITE_URL}${address === "/" ? "" : address}`;
