import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests of `lib`, `components`, `browser` and `scripts` (tests/unit) and of the real content (tests/content). */
export default defineConfig({
  resolve: {
    // The same aliases as in tsconfig.json.
    alias: [
      { find: /^@\//, replacement: fromRoot("./") },
      {
        find: /^contentlayer\/generated$/,
        replacement: fromRoot("./.contentlayer/generated/index.mjs"),
      },
      // `import "server-only"` throws outside of Next.js. Tests count as the server.
      { find: /^server-only$/, replacement: fromRoot("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    // Property tests run thousands of cases. Only a hang is meant to end here, also on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One for each core of the smallest machine that runs the tests; by default one core stays idle.
    maxWorkers: 2,
    // Every file shares its worker's modules: loading them anew for each would take a third of the time.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    environment: "node",
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/content/**/*.test.{ts,tsx}"],
  },
});
