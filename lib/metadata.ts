import type { Metadata } from "next";
import { absolute } from "./site/site";

/** Title, description, canonical link and preview of a page (U5). */
export function pageMetadata(page: {
  title: string;
  description: string;
  address: string;
}): Metadata {
  return {
    title: page.title,
    description: page.description,
    alternates: { canonical: absolute(page.address) },
    openGraph: {
      title: page.title,
      description: page.description,
      url: absolute(page.address),
      siteName: "Keylink",
      type: "website",
      images: [{ url: absolute("/social.png"), width: 1200, height: 630, alt: "Keylink" }],
    },
  };
}
