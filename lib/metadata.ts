import type { Metadata } from "next";
import previews from "@/.generated/previews.json";
import { markdownAddress } from "./site/markdown-address";
import { absolute, BASE_PATH, SITE_NAME, SITE_URL } from "./site/site";

/** The title of every page but the home page. */
export const fullTitle = (title: string): string => `${title} · ${SITE_NAME}`;

type Preview = { url: string; width: number; height: number; alt: string };
/** The picture of each page (scripts/build-previews.tsx). `npm run dev` has none for a page that is new. */
const PREVIEWS: Partial<Record<string, Preview>> = previews;

/** The metadata that every page has. */
export const SITE_METADATA = {
  metadataBase: new URL(SITE_URL),
  title: { template: fullTitle("%s"), default: SITE_NAME },
  // Codes and dates are not telephone numbers.
  formatDetection: { telephone: false },
  icons: {
    icon: [
      // Browsers without SVG icons request /favicon.ico by themselves, and phones /apple-touch-icon.png: at the root of
      // the host only.
      ...(BASE_PATH ? [{ url: "/favicon.ico", sizes: "32x32", type: "image/x-icon" }] : []),
      { url: "/icon.svg", type: "image/svg+xml" },
    ],
    ...(BASE_PATH && { apple: "/apple-touch-icon.png" }),
  },
} satisfies Metadata;

/** The colors of the address bar: `--bg` of app/first-paint.css, as the system is set. */
export const THEME_COLORS = [
  { media: "(prefers-color-scheme: light)", content: "#fbfbfa" },
  { media: "(prefers-color-scheme: dark)", content: "#141413" },
];

/** Title, description, canonical link and preview of a page (U5). */
export function pageMetadata(page: {
  title: string;
  description: string;
  address: string;
}): Metadata {
  const copy = markdownAddress(page.address);
  const preview = PREVIEWS[page.address];
  return {
    title: page.title,
    description: page.description,
    alternates: {
      canonical: absolute(page.address),
      types: copy ? { "text/markdown": absolute(copy) } : undefined,
    },
    openGraph: {
      title: page.title,
      description: page.description,
      url: absolute(page.address),
      type: "website",
      images: preview && [{ ...preview, url: absolute(preview.url) }],
    },
  };
}
