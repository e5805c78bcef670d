import type { Metadata } from "next";
import type { ReactNode } from "react";
import browser from "@/.generated/browser.json";
import search from "@/.generated/search.json";
import { PageScript } from "@/components/layout/page-script";
import { InlineScript, InlineStyle } from "@/components/layout/raw-html";
import { SITE_NAME, SITE_URL } from "@/lib/site/site";
import "./globals.css";
import "./screen.css";

export const metadata: Metadata = {
  metadataBase: new URL(SITE_URL),
  title: { template: `%s · ${SITE_NAME}`, default: SITE_NAME },
  // Codes and dates are no telephone numbers.
  formatDetection: { telephone: false },
  // lib/runtime/strip-page.mjs writes this icon into the page. Browsers that take no SVG ask for
  // /favicon.ico by themselves, and phones for /apple-touch-icon.png.
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }] },
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The pre-paint script sets attributes here before React sees the element.
    <html
      lang="en"
      // The usual mode needs no word in every page.
      data-search-mode={search.mode === "server" ? "server" : undefined}
      suppressHydrationWarning
    >
      <head>
        <InlineScript code={browser.prePaint} />
        <InlineStyle css={browser.firstPaint} />
        <PageScript address={browser.assets.site} />
      </head>
      <body>
        {children}
        <InlineScript type="speculationrules" code={browser.speculationRules} />
      </body>
    </html>
  );
}
