import type { GuidePart } from "../schema/guides";
import type { Picture } from "../schema/screens";
import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

/** Warns about screens that no step, message or other screen uses. */
export function warnOfUnusedScreens(files: readonly CheckedFile[]): Problem[] {
  const used = new Set(files.flatMap(screensNamedIn));
  return files.flatMap(({ collection, slug, file }) =>
    collection !== "screens" || used.has(slug)
      ? []
      : [
          {
            file,
            field: "file",
            message: "no step, message or other screen names this screen",
            remedy: "Name it under “picture” where it helps, or delete it.",
          },
        ],
  );
}

function screensNamedIn({ value, collection }: CheckedFile): string[] {
  const pictures =
    collection === "guides"
      ? (value.parts as GuidePart[]).flatMap(({ steps }) => steps.map(({ picture }) => picture))
      : [value.picture as Picture | undefined];
  return [...pictures.map((picture) => picture?.screen), value.like as string | undefined].filter(
    (slug) => slug !== undefined,
  );
}
