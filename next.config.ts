import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

type Header = { key: string; value: string };

/**
 * Sent with every answer. A header that limits what a page may load or do
 * (Content-Security-Policy, Permissions-Policy) belongs into this list.
 */
const SECURITY_HEADERS: Header[] = [
  // A file is what its type says; no browser guesses another one.
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Another site learns at most which site a reader came from, not which error they looked up.
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
];

/** The names of these files change with what is in them, so a copy never gets old. Not so in `npm run dev`. */
const IMMUTABLE: Header = {
  key: "Cache-Control",
  value: "public, max-age=31536000, immutable",
};

const config: NextConfig = {
  poweredByHeader: false,
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
  experimental: { agentUpgrade: false },

  // Types are a stage of `npm test`, over the whole project with tests and scripts. Checking
  // them here again would take every first start longer, and stop it for a mistake in a test.
  typescript: { ignoreBuildErrors: true },

  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    ...(process.env.NODE_ENV === "production"
      ? [{ source: "/assets/:path*", headers: [IMMUTABLE] }]
      : []),
  ],
};

export default config;
