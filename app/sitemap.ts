import type { MetadataRoute } from "next";
import { getAddresses, getPageLinks } from "@/lib/content/pages";
import { absolute } from "@/lib/site";

/** Every page that may be found by a search engine. /search is `noindex`, so it stays out. */
export default function sitemap(): MetadataRoute.Sitemap {
  const updated = new Map(getPageLinks().map((page) => [page.address, page.updated]));
  return getAddresses()
    .filter((address) => address !== "/search")
    .map((address) => ({ url: absolute(address), lastModified: updated.get(address) }));
}
