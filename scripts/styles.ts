import tailwind from "@tailwindcss/postcss";
import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import postcss from "postcss";

/**
 * Compiles a style sheet of app/ with Tailwind: the utilities that its sources use, and `@apply`, all minified.
 */
export async function compileStyles(file: string): Promise<string> {
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(
    readFileSync(file, "utf8"),
    { from: file },
  );
  // Tailwind does not minify a sheet that uses none of its features.
  const { code } = await transform(css.replace(/^\/\*!.*?\*\/\s*/, ""), {
    loader: "css",
    minify: true,
  });
  return code.trim();
}
