import type { MetadataRoute } from "next";
import { absolute } from "@/lib/site/site";

/** Everything may be read; answers made on request are of no use to a search engine. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/search"] },
    sitemap: absolute("/sitemap.xml"),
  };
}
