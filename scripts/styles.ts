import tailwind from "@tailwindcss/postcss";
import { readFileSync } from "node:fs";
import postcss from "postcss";

/**
 * One of the style sheets of app/, compiled: Tailwind knows their theme, makes the utilities that their
 * sources use and what stands under `@apply`, and writes it all as small as it gets.
 */
export async function compileStyles(file: string): Promise<string> {
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(
    readFileSync(file, "utf8"),
    { from: file },
  );
  return css.replace(/^\/\*!.*?\*\/\s*/, "").trim();
}
