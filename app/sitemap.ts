import type { MetadataRoute } from "next";
import { getAddresses, getPageLinks } from "@/lib/content/pages";
import { NOT_INDEXED } from "@/lib/site/kinds";
import { absolute } from "@/lib/site/site";

/** Every page that may be found by a search engine. Those that are `noindex` stay out. */
export default function sitemap(): MetadataRoute.Sitemap {
  const updated = new Map(getPageLinks().map((page) => [page.address, page.updated]));
  return getAddresses()
    .filter((address) => !NOT_INDEXED.has(address))
    .map((address) => ({ url: absolute(address), lastModified: updated.get(address) }));
}
