import type { MetadataRoute } from "next";
import { lastChanged } from "@/lib/content/changes";
import { getAddresses } from "@/lib/content/pages";
import { NOT_INDEXED } from "@/lib/site/kinds";
import { absolute } from "@/lib/site/site";

/** Every page that may be found by a search engine. Those that are `noindex` stay out. */
export default function sitemap(): MetadataRoute.Sitemap {
  return getAddresses()
    .filter((address) => !NOT_INDEXED.has(address))
    .map((address) => ({ url: absolute(address), lastModified: lastChanged(address) }));
}
