import type { KINDS } from "./site/kinds";
import { type Crumb, type DocumentKind } from "./site/kinds";
import { SITE_NAME, absolute } from "./site/site";

/** Structured data: the breadcrumbs of a page (schema.org BreadcrumbList). */
export function breadcrumbsJson(trail: Crumb[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ address: "/", title: SITE_NAME }, ...trail].map(
      ({ address, title }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name: title,
        item: { "@id": absolute(address) },
      }),
    ),
  };
}

/** Structured data of a page: what it is, and its breadcrumbs. For terms, schema.org has neither language nor dates. */
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
) {
  const isWork = type !== "DefinedTerm";
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": type,
        [type === "TechArticle" ? "headline" : "name"]: type === "WebSite" ? SITE_NAME : page.title,
        description: page.description,
        url: absolute(page.address),
        ...(isWork && { inLanguage: "en" }),
        ...(isWork &&
          page.published && { datePublished: page.published, dateModified: page.updated }),
      },
      ...(trail.length > 0 ? [breadcrumbsJson(trail)] : []),
    ],
  };
}
