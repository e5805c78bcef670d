import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { WORKER_POLICY } from "./lib/security/policy";

type Header = { key: string; value: string };

/** Sent with every answer. */
const HEADERS: Header[] = [
  // A file is what its type says; no browser guesses another one.
  { key: "X-Content-Type-Options", value: "nosniff" },
  // No other site may build our files into its pages.
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** No page uses a device or a sensor. The clipboard is for the copy buttons, the hint for W4. */
const PERMISSIONS = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"],
  ...["encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"],
  ...["magnetometer", "microphone", "midi", "payment", "picture-in-picture", "serial", "usb"],
  ...["publickey-credentials-get", "screen-wake-lock", "xr-spatial-tracking", "clipboard-read"],
]
  .map((feature) => `${feature}=()`)
  .concat(["clipboard-write=(self)", "ch-ua-platform-version=(self)"])
  .join(", ");

/**
 * Sent with pages, not with their files, where nobody reads them. The
 * Content-Security-Policy is not here: guides have another one than other pages,
 * so proxy.ts sends it (lib/security/policy.ts).
 */
const PAGE_HEADERS: Header[] = [
  // Other sites learn nothing of what a reader looked up here.
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: PERMISSIONS },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** The names of these files change with what is in them, so a copy never gets old. Not so in `npm run dev`. */
const IMMUTABLE: Header = {
  key: "Cache-Control",
  value: "public, max-age=31536000, immutable",
};

/** The icon: every page asks for it, and it seldom changes. Once a day is enough. */
const A_DAY: Header = { key: "Cache-Control", value: "public, max-age=86400" };

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
    // No page has a dot in its address; files have.
    { source: "/((?!_next/)[^.]*)", headers: PAGE_HEADERS },
    ...(process.env.NODE_ENV === "production"
      ? [
          { source: "/assets/:path*", headers: [IMMUTABLE] },
          { source: "/icon.svg", headers: [A_DAY] },
          {
            source: "/assets/search-worker-:hash",
            headers: [{ key: "Content-Security-Policy", value: WORKER_POLICY }],
          },
        ]
      : []),
  ],
};

export default config;
