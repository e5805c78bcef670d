import type { MetadataRoute } from "next";
import { absolute, BASE_PATH } from "@/lib/site/site";

/** Everything may be read; answers made on request are of no use to a search engine. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: `${BASE_PATH}/`,
      disallow: [`${BASE_PATH}/api/`, `${BASE_PATH}/search`],
    },
    sitemap: absolute("/sitemap.xml"),
  };
}
