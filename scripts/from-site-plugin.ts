import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "esbuild";

const LIST = "browser/from-site.ts";
const fileOf = (path: string, folder: string) =>
  path.startsWith("@/") ? resolve(path.slice(2)) : resolve(folder, path);

/** Lets a script import the modules of browser/from-site.ts from the script `site` at this address, loaded before it. */
export function fromSite(address: string): Plugin {
  const modules = new Set(
    [...readFileSync(LIST, "utf8").matchAll(/ from "([^"]+)"/g)].map(([, path = ""]) =>
      fileOf(path, dirname(LIST)),
    ),
  );
  return {
    name: "from-site",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^(@\/|\.)/ }, ({ path, resolveDir }) =>
        modules.has(fileOf(path, resolveDir)) ? { path: address, external: true } : undefined,
      ),
  };
}
