import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/**
 * Evaluates lib/site/kind-tables.ts while bundling and bundles only its results: a script that shows the name of a
 * kind of page does not need the whole list.
 */
export const tables: Plugin = {
  name: "tables",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]kind-tables\.ts$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path],
        bundle: true,
        format: "esm",
        write: false,
        metafile: true,
        tsconfig: "tsconfig.json",
      });
      const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
      const values = (await import(`data:text/javascript;base64,${code}`)) as object;
      return {
        contents: Object.entries(values)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join("\n"),
        watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)),
      };
    });
  },
};
