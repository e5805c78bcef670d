import { absolute, SECURITY_CONTACT } from "@/lib/site/site";

/** The address of the file (RFC 9116). */
export const SECURITY_FILE = "/.well-known/security.txt";

/** Counted from the build. RFC 9116 recommends less than a year. */
const VALID_DAYS = 330;

/** The text of `security.txt`; undefined when no address for reports is configured. */
export function getSecurityText(): string | undefined {
  if (!SECURITY_CONTACT) return undefined;
  const expires = new Date(Date.now() + VALID_DAYS * 86_400_000).toISOString().slice(0, 10);
  return [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${expires}T00:00:00Z`,
    "Preferred-Languages: en",
    `Canonical: ${absolute(SECURITY_FILE)}`,
    "",
  ].join("\n");
}
