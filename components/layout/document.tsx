import type { ReactNode } from "react";
import browser from "@/.generated/browser.json";
import search from "@/.generated/search.json";
import { THEME_COLORS } from "@/lib/metadata";
import { PageScript } from "./page-script";
import { InlineScript, InlineStyle } from "./raw-html";

/**
 * The document around every page. In the layout, Next.js adds title and description to its head; pages made on
 * request pass them as `head`.
 */
export function Document({ head, children }: { head?: ReactNode; children: ReactNode }) {
  return (
    // The pre-paint script sets attributes here before React sees the element.
    <html
      lang="en"
      // Set only when it differs from the default.
      data-search-mode={search.mode === "server" ? "server" : undefined}
      suppressHydrationWarning
    >
      <head>
        <InlineScript code={browser.prePaint} />
        <InlineStyle css={browser.firstPaint} />
        <PageScript address={browser.assets.site} />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml" />
        <link rel="alternate" href="/feed.xml" type="application/atom+xml" />
        {THEME_COLORS.map((color) => (
          <meta key={color.media} name="theme-color" {...color} />
        ))}
        {head}
      </head>
      <body>
        {children}
        <InlineScript type="speculationrules" code={browser.speculationRules} />
      </body>
    </html>
  );
}
