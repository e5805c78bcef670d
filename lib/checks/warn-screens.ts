import type { GuidePart, GuideStep } from "../schema/guides";
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

/** Every picture of a step: its own, those of the screens that follow, and those of its other cases. */
const picturesOf = ({ picture, nextPictures, otherwise }: GuideStep): (Picture | undefined)[] => [
  picture,
  ...nextPictures,
  ...otherwise.map((other) => other.picture),
];

function screensNamedIn({ value, collection }: CheckedFile): string[] {
  const pictures =
    collection === "guides"
      ? (value.parts as GuidePart[]).flatMap(({ steps }) => steps.flatMap(picturesOf))
      : [value.picture as Picture | undefined];
  return [...pictures.map((picture) => picture?.screen), value.like as string | undefined].filter(
    (slug) => slug !== undefined,
  );
}
