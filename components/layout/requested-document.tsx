import type { ReactNode } from "react";
import { fullTitle, SITE_METADATA } from "@/lib/metadata";
import { Document } from "./document";

/**
 * The whole document of a page made on request. To Next.js this is the response of a route handler
 * (docs/decisions/0004), so nothing is added to it.
 */
export function RequestedDocument({
  title,
  description,
  canonical,
  robots,
  children,
}: {
  title: string;
  description: string;
  /** Absolute; unknown addresses have none. */
  canonical?: string;
  robots: "noindex" | "noindex, follow";
  children: ReactNode;
}) {
  return (
    <Document
      head={
        <>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{fullTitle(title)}</title>
          <meta name="description" content={description} />
          <meta name="robots" content={robots} />
          {/* Also a header of pages (next.config.ts), which an unknown address with a dot does not get. */}
          <meta name="referrer" content="no-referrer" />
          {canonical ? <link rel="canonical" href={canonical} /> : null}
          <meta name="format-detection" content="telephone=no" />
          {SITE_METADATA.icons.icon.map(({ url, ...icon }) => (
            <link key={url} rel="icon" href={url} {...icon} />
          ))}
        </>
      }
    >
      {children}
    </Document>
  );
}
