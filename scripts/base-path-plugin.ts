import { resolve } from "node:path";
import type { Plugin } from "esbuild";

/** Otherwise scripts that share browser/base-path.ts would also share an empty file: one more request. */
export const basePath: Plugin = {
  name: "base-path",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/base-path$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, `${path}.ts`),
      sideEffects: false,
    })),
};
