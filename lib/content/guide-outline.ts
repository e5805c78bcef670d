import "server-only";
import { outlineOf, type BoardGuide, type GuideOutline } from "@/lib/progress/guide-outline";
import { answersInAddress } from "@/lib/progress/answers-in-address";
import { usualWay, viewGuide } from "@/lib/progress/guide-view";
import { emptyGuideProgress } from "@/lib/progress/saved-progress";
import type { Guide, GuideStep } from "@/lib/schema/guides";
import type { Message } from "@/lib/schema/messages";
import { parseText, plainText } from "@/lib/text/parse-text";
import { DEFAULT_WINDOWS, type Windows, WINDOWS_VERSIONS } from "@/lib/windows/version";
import { load, loadFile, type Loaded } from "./load";

const published = new Map(
  loadFile("published-steps").guides.map(({ guide, steps }) => [guide, steps]),
);

/** What the rules of progress need to know about a guide. Its page contains this as JSON. */
export const getGuideOutline = (guide: Loaded<Guide>): GuideOutline =>
  outlineOf(guide, published.get(guide.slug));

/** All guides, as data for the board of PCs and the printed sheets. */
export const getBoardGuides = (): BoardGuide[] =>
  load("guides").map((guide) => ({
    title: guide.shortTitle,
    outline: getGuideOutline(guide),
    numbers: Object.fromEntries(
      (published.get(guide.slug) ?? []).map(({ id, number }) => [id, number]),
    ),
    answers: Object.fromEntries(
      guide.parts.flatMap(({ steps }) =>
        steps.flatMap(({ question }) =>
          (question?.answers ?? []).flatMap(({ id, label, short }) =>
            short ? [[`${question?.id}.${id}`, labelText(label)]] : [],
          ),
        ),
      ),
    ),
    license: licenseIn(guide),
    ends: guide.ends.map(({ title, next }) => ({ title, next })),
  }));

function labelText(label: string): string | Record<Windows, string> {
  const [w10, w11] = WINDOWS_VERSIONS.toSorted().map((windows) =>
    plainText(parseText(label).children, undefined, windows),
  ) as [string, string];
  return w10 === w11 ? w10 : { "10": w10, "11": w11 };
}

function licenseIn({ parts, verdicts }: Loaded<Guide>): BoardGuide["license"] {
  const proofs = verdicts.flatMap(({ id, proves }) => (proves ? [[id, proves] as const] : []));
  const answers = parts.flatMap(({ steps }) =>
    steps.flatMap(({ question }) =>
      (question?.answers ?? []).flatMap(({ id, license }) =>
        license ? [[`${question?.id}.${id}`, license] as const] : [],
      ),
    ),
  );
  return proofs.length + answers.length > 0
    ? { verdicts: Object.fromEntries(proofs), answers: Object.fromEntries(answers) }
    : undefined;
}

/** What most readers need for a guide, summed over the steps on their way. */
type GuideNeeds = { needs: GuideStep["needs"]; minutes: number };

/** What is needed and how long it takes on the way that most readers take. */
export function getGuideNeeds(guide: Loaded<Guide>): GuideNeeds {
  const way = usualWay(getGuideOutline(guide), DEFAULT_WINDOWS);
  const steps = guide.parts
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => way.some((step) => step.id === id));
  return {
    needs: [...new Set(steps.flatMap(({ needs }) => needs))],
    minutes: Math.ceil(steps.reduce((sum, { minutes }) => sum + minutes, 0)),
  };
}

/** What a message says beside its button: how long the guide behind it takes after its answer, where asked for, and the note. */
export function actionNote({ to, time, note }: NonNullable<Message["action"]>): string {
  const [path = "", search = ""] = to.split("?");
  const guide = load("guides").find(({ slug }) => path === `/guides/${slug}`);
  if (!time || !guide) return note;
  const outline = getGuideOutline(guide);
  const progress = emptyGuideProgress();
  const stamp = { n: 1, by: "", at: 0 };
  for (const { step, question, answer } of answersInAddress(outline, search)) {
    progress.answers[question] = { ...stamp, answer };
    progress.steps[step.id] = { ...stamp, state: "done", revision: step.revision };
  }
  const { minutesText } = viewGuide(outline, progress, DEFAULT_WINDOWS);
  return `About ${minutesText}. ${note}`;
}
