import { availableParallelism } from "node:os";
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
  // What the server needs and nothing else, in .next/standalone: the Dockerfile takes it from there.
  output: "standalone",
  // For Next.js's image service, which is off.
  outputFileTracingExcludes: { "*": ["node_modules/sharp/**", "node_modules/@img/**"] },
  // scripts/compress.mjs does it.
  compress: false,
  reactStrictMode: true,

  // Without this, Next.js looks for lock files in the parent folders and may take a folder outside the project for
  // the root.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },

  // Images are served as they are: no image service at run time, and so no need for `sharp`, a native package
  // that some machines cannot install.
  images: { unoptimized: true },

  // Keeps `next dev` from writing an AGENTS.md into the project, and `dev` and `build` from checking for a newer
  // Next.js.
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // Pages are rendered on each core. By default one stays idle.
    cpus: availableParallelism(),
    // Serves only what the build wrote: no copies in .next/server/route-cache, which would outlive a build or be
    // half written on a full disk.
    isrFlushToDisk: false,
  },

  // `npm test` checks types in a stage of its own, over the whole project. Checking them here again would slow down
  // every first start, and a mistake in a test would stop it.
  typescript: { ignoreBuildErrors: true },

  // The files of the previous release (scripts/keep-assets.mjs).
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [],
    fallback: [{ source: "/assets/:path*", destination: "/previous/:path*" }],
  }),

  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    // Files for machines set their own headers (lib/server/file-answer.ts).
    { source: "/((?!api/v1/|feed\\.xml|llms|.*\\.md$).*)", headers: [OWN_PAGES_ONLY] },
    // Addresses of files have a dot, those of pages never do.
    { source: "/((?!_next/)[^.]*)", headers: PAGE_HEADERS },
    ...(process.env.NODE_ENV === "production"
      ? [
          { source: "/assets/:path*", headers: [IMMUTABLE] },
          { source: "/:icon(icon[^/]*|favicon\\.ico|apple-touch-icon\\.png)", headers: [A_DAY] },
          { source: "/assets/search-worker-:hash", headers: [WORKER] },
          { source: "/sw.js", headers: [WORKER, NO_CACHE] },
          // Prerendered pages. Those made on request set their own.
          { source: "/((?!_next/|api/|search|file)[^.]*)", headers: [PAGE_CACHE, CDN_CACHE] },
        ]
      : []),
  ],
};

export default config;
