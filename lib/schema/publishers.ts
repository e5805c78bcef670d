import { z } from "zod";
import { line } from "./fields";

/** content/publishers.yaml: the publishers of sources, and whether the site links to them. */
export const publishersSchema = z.strictObject({
  publishers: z.array(
    z.strictObject({
      domain: z
        .string()
        .regex(
          /^[a-z0-9.-]+(\/([A-Za-z0-9._-]+|\*))*$/,
          "a host like howtogeek.com, without https:// and without www.",
        )
        .describe(
          "Host, or host and first path parts, * for any (github.com/microsoft/*/issues). The longest match wins.",
        ),
      name: line("Publisher, as readers know it."),
      kind: z
        .enum(["microsoft", "standard", "other", "unnamed"])
        .describe(
          "microsoft and standard are linked; other is named without a link; unnamed counts as “other sites”.",
        ),
    }),
  ),
});

export type Publisher = z.infer<typeof publishersSchema>["publishers"][number];

/** The publisher of an address, by the most specific entry. */
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

/** Whether an entry of the publishers' list (a host, or a host and the first parts of the path, * for any) covers an address. */
export function coversSource(domain: string, source: string): boolean {
  const { hostname, pathname } = new URL(source);
  const host = hostname.replace(/^www\./, "");
  const [wantedHost, ...wantedPath] = domain.toLowerCase().split("/");
  const path = pathname.toLowerCase().split("/").slice(1);
  const hostFits = host === wantedHost || host.endsWith(`.${wantedHost}`);
  return hostFits && wantedPath.every((part, i) => (part === "*" ? path[i] : path[i] === part));
}
