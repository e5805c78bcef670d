import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Rules of `lib`, `components` and `browser` (tests/unit) and checks of the real content (tests/content). */
export default defineConfig({
  resolve: {
    // The same short names as in tsconfig.json.
    alias: [
      { find: /^@\//, replacement: fromRoot("./") },
      {
        find: /^contentlayer\/generated$/,
        replacement: fromRoot("./.contentlayer/generated/index.mjs"),
      },
      // `import "server-only"` throws everywhere but in Next.js. A test is the server.
      { find: /^server-only$/, replacement: fromRoot("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    // Property tests run thousands of cases; on a busy machine five seconds are too few.
    testTimeout: 30_000,
    environment: "node",
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/content/**/*.test.{ts,tsx}"],
  },
});
