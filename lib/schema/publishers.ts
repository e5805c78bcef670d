import type { Publisher } from "./documents";

/** Who stands behind an address, by the entry that fits it most closely. */
export function publisherOf(
  address: string,
  publishers: readonly Publisher[],
): Publisher | undefined {
  return publishers
    .filter(({ domain }) => coversSource(domain, address))
    .reduce<Publisher | undefined>(
      (best, publisher) =>
        best && best.domain.length >= publisher.domain.length ? best : publisher,
      undefined,
    );
}

/** Does an entry of the publishers' list (host, or host and first path part) cover an address? */
export function coversSource(domain: string, source: string): boolean {
  const { hostname, pathname } = new URL(source);
  const host = hostname.replace(/^www\./, "");
  const [wantedHost, wantedPath] = domain.split("/");
  const hostFits = host === wantedHost || host.endsWith(`.${wantedHost}`);
  return (
    hostFits && (!wantedPath || pathname.split("/")[1]?.toLowerCase() === wantedPath.toLowerCase())
  );
}
