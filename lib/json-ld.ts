import type { KINDS } from "./site/kinds";
import { type Crumb, type DocumentKind } from "./site/kinds";
import { SITE_NAME, absolute } from "./site/site";

/** Structured data: the way from the home page to a page (schema.org BreadcrumbList). */
export function breadcrumbsJson(trail: Crumb[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ address: "/", title: SITE_NAME }, ...trail].map(
      ({ address, title }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name: title,
        item: absolute(address),
      }),
    ),
  };
}

/** Structured data of one page: what it is, and where it stands. */
export function pageJson(
  type: (typeof KINDS)[DocumentKind]["schemaOrg"] | "WebSite",
  page: {
    title: string;
    description: string;
    address: string;
    published?: string;
    updated?: string;
  },
  trail: Crumb[],
  more: Record<string, unknown> = {},
) {
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": type,
        [type === "TechArticle" ? "headline" : "name"]: page.title,
        description: page.description,
        url: absolute(page.address),
        inLanguage: "en",
        ...(page.published ? { datePublished: page.published, dateModified: page.updated } : {}),
        ...more,
      },
      ...(trail.length > 0 ? [breadcrumbsJson(trail)] : []),
    ],
  };
}
