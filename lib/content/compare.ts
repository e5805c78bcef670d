import "server-only";
import { allElements, type DrawnScreen } from "@/lib/screens/draw-screen";
import type { Guide, GuideStep } from "@/lib/schema/guides";
import type { Picture } from "@/lib/schema/screens";
import type { SettingsPage } from "@/lib/schema/settings-pages";
import { wordsDiffer } from "@/lib/text/for-version";
import { attributeOf } from "@/lib/text/parse-text";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";

/** A step with what differs between the two versions, in words; none where it is the same on both. */
export type ComparedStep = {
  step: GuideStep;
  chapter: string;
  differences: string[];
  /** What is collapsed below the step has parts for one version only. */
  helpDiffers: boolean;
};

/** Where the settings pages and the drawings come from: the site's, or those of a test. */
type CompareSources = {
  settingsPage: (slug: string) => Pick<SettingsPage, "path10" | "path11"> | undefined;
  drawings: (screen: string) => DrawnScreen[];
};

/** The written way to a Settings page on one version; undefined where no source gives it. */
export const pathFor = (
  page: Pick<SettingsPage, "path10" | "path11"> | undefined,
  windows: Windows,
): string | undefined => (windows === "11" ? page?.path11 : page?.path10)?.join(" › ");

/** The steps of a guide in their order, each with its differences. What may undo the result is no step. */
export function compareSteps(guide: Guide, sources: CompareSources): ComparedStep[] {
  return guide.parts
    .filter(({ optional }) => !optional)
    .flatMap((part) =>
      part.steps.map((step) => ({
        step,
        chapter: guide.chapters?.find(({ id }) => id === part.chapter)?.title ?? part.title,
        differences: differencesOf(step, sources),
        helpDiffers: anyDiffers(
          [step.details, ...step.otherwise.flatMap(({ seen, then }) => [seen, then])],
          sources,
        ),
      })),
    );
}

/** The screens that a step shows, in order. */
export const picturesOf = ({ picture, nextPictures }: GuideStep): Picture[] =>
  picture ? [picture, ...nextPictures] : [];

function differencesOf(step: GuideStep, sources: CompareSources): string[] {
  if (step.only) return [`Only Windows ${step.only} has this step.`];
  const page = step.settings ? sources.settingsPage(step.settings) : undefined;
  const [path11, path10] = WINDOWS_VERSIONS.map((windows) => pathFor(page, windows));
  const labels = picturesOf(step).flatMap(
    (picture) => targetLabels(picture, sources.drawings) ?? [],
  );
  const answers = step.question?.answers ?? [];
  return [
    ...(path11 && path10 && path11 !== path10
      ? [`The page is in ${path11} on Windows 11, and in ${path10} on Windows 10.`]
      : []),
    ...labels.map((label) => `“${label["11"]}” on Windows 11 is “${label["10"]}” on Windows 10.`),
    ...(anyDiffers([step.text, step.warning], sources) ? ["The instruction differs."] : []),
    ...(anyDiffers([step.see], sources) ? ["What you should see differs."] : []),
    ...(anyDiffers(
      answers.flatMap(({ label, outcome }) => [label, outcome]),
      sources,
    )
      ? ["The choices differ."]
      : []),
  ];
}

/** Do the words of any of the texts differ? */
const anyDiffers = (texts: (string | undefined)[], sources: CompareSources): boolean =>
  texts.some(
    (text) =>
      text &&
      wordsDiffer(text, (windows) => (element) => {
        const to = element.name === "SettingsPath" ? attributeOf(element, "to") : undefined;
        return to ? (pathFor(sources.settingsPage(to), windows) ?? "") : "";
      }),
  );

/** What the marked element is called on each version, where that differs. */
function targetLabels(
  { screen, target }: Picture,
  drawings: CompareSources["drawings"],
): Record<Windows, string> | undefined {
  const labels = Object.fromEntries(
    drawings(screen).map(({ windows, elements }) => [
      windows,
      allElements(elements).find(({ id }) => id === target)?.label,
    ]),
  );
  const { "10": ten, "11": eleven } = labels;
  return ten && eleven && ten !== eleven ? { "10": ten, "11": eleven } : undefined;
}
