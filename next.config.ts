import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import {
  A_DAY,
  CDN_CACHE,
  HEADERS,
  IMMUTABLE,
  NO_CACHE,
  OWN_PAGES_ONLY,
  PAGE_CACHE,
  PAGE_HEADERS,
  WORKER,
} from "./lib/security/headers";

const config: NextConfig = {
  poweredByHeader: false,
  // scripts/compress.mjs does it.
  compress: false,
  reactStrictMode: true,

  // Without this, Next.js looks for a lock file in the folders above and may
  // take a folder outside the project for the root.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },

  // Pictures are served as they are: no image service at run time, and so no
  // need for `sharp`, a native package that some machines cannot install.
  images: { unoptimized: true },

  // `next dev` writes no AGENTS.md into the project; `dev` and `build` do not look up whether
  // Next.js should be upgraded.
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // What is served stays what the build made: no copies of it in .next/server/route-cache, which
    // would outlive a build, or be half written when the disk is full.
    isrFlushToDisk: false,
  },

  // Types are a stage of `npm test`, over the whole project with tests and scripts. Checking
  // them here again would take every first start longer, and stop it for a mistake in a test.
  typescript: { ignoreBuildErrors: true },

  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    // What is for machines says itself who may read it (lib/server/file-answer.ts).
    { source: "/((?!api/v1/|feed\\.xml|llms|.*\\.md$).*)", headers: [OWN_PAGES_ONLY] },
    // No page has a dot in its address; files have.
    { source: "/((?!_next/)[^.]*)", headers: PAGE_HEADERS },
    ...(process.env.NODE_ENV === "production"
      ? [
          { source: "/assets/:path*", headers: [IMMUTABLE] },
          { source: "/:icon(icon[^/]*|favicon\\.ico|apple-touch-icon\\.png)", headers: [A_DAY] },
          { source: "/assets/search-worker-:hash", headers: [WORKER] },
          { source: "/sw.js", headers: [WORKER, NO_CACHE] },
          // Pages that are ready. Those made on request say it themselves.
          { source: "/((?!_next/|api/|search|file)[^.]*)", headers: [PAGE_CACHE, CDN_CACHE] },
        ]
      : []),
  ],
};

export default config;
