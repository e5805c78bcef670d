import type { Windows } from "@/lib/windows/version";
import type { GuideOutline, OutlinePart, OutlineStep } from "./guide-outline";
import { summarize, type Summary } from "./progress";
import { emptyGuideProgress, type GuideProgress } from "./saved-progress";

/** What the reader has expanded. It lasts as long as the page, unlike progress. */
export type Expanded = {
  /** Every step is a card, as without script. */
  all: boolean;
  /** A step opened by hand: by Change, by its address, by the browser's own search. */
  step?: string;
  /** The step answered last: what follows from it is told even if later steps were done before, but not at the end. */
  answered?: string;
};

/** What a step shows. `card`: all of it. `line`: its title and its answer. */
export type StepView = {
  shows: "card" | "line" | "nothing";
  state: "open" | "done" | "skipped" | "changed";
  /** Its position on the reader's way. Other steps have none, so that no number occurs twice. */
  number?: number;
  /** No answer that is still to be given changes its number, or it is done already. */
  isCertain: boolean;
  /** On the way that given and likely answers lead to: these steps are printed. */
  isOnWay: boolean;
  isCurrent: boolean;
  /** The answer given in it. */
  answer?: string;
  /** It was done last before the open card: the consequence of its answer is shown below the title of that card. */
  tells: boolean;
  /** Its question picks the next part, so it cannot be skipped. */
  decides: boolean;
};

/** What the heading of a part shows. */
export type PartView = {
  id: string;
  /** One of its steps is shown. */
  isListed: boolean;
  status: Summary["parts"][number]["status"];
  overridden: boolean;
};

/** A chapter in the bar at the top. `value` runs from 0 to 1. It falls only where a step is open again. */
export type ChapterView = {
  id: string;
  title: string;
  state: "done" | "current" | "ahead" | "not-needed";
  value: number;
  text: string;
};

/** What a guide shows: everything that its widgets render. */
export type GuideView = {
  steps: Record<string, StepView>;
  parts: PartView[];
  chapters: ChapterView[];
  /** The number of steps on the reader's way. Open questions count with their usual answer. */
  total: number;
  done: number;
  skipped: number;
  isBegun: boolean;
  /** “4 minutes”: what is left. */
  minutesText: string;
  /** “About 4 minutes left”. */
  timeText: string;
  /** “3 of 8 done, 1 skipped, about 4 minutes left”. */
  summaryText: string;
  /** The step that comes next. */
  current?: { id: string; title: string; number: number };
  /** The step whose card is open. */
  card?: string;
  /** Set when every step is done or skipped: the index of the matching end, where there is one. */
  end?: { index: number | undefined };
  /** Ids of the verdicts that are reached. */
  verdicts: string[];
};

type Answers = GuideProgress["answers"];

/** What a guide shows for this progress and Windows version, with these steps expanded. */
export function viewGuide(
  outline: GuideOutline,
  progress: GuideProgress,
  windows: Windows,
  expanded: Expanded = { all: false },
): GuideView {
  const stepsInOrder = outline.parts.flatMap((part) => part.steps.map((step) => ({ part, step })));
  const real = summarize(outline, progress, windows);
  const likely = summarize(
    outline,
    { ...progress, answers: withUsualAnswers(outline, progress.answers) },
    windows,
  );
  const way = stepsInOrder.filter(({ step }) => likely.steps[step.id]?.onPath);
  const answerOf = ({ question }: OutlineStep) => {
    const answer = question && progress.answers[question.id]?.answer;
    return answer && question.answers.includes(answer) ? answer : undefined;
  };
  const decides = ({ question }: OutlineStep) =>
    question !== undefined && outline.parts.some(({ when }) => when?.question === question.id);
  /** A tick is no answer: while parts depend on the answer, the step remains the next one. */
  const isLeft = (step: OutlineStep) =>
    real.steps[step.id]?.state === "open" || (decides(step) && answerOf(step) === undefined);

  const left = way.filter(({ step }) => isLeft(step));
  const next = left.find(({ step }) => real.steps[step.id]?.onPath);
  const opened = stepsInOrder.some(({ step }) => step.id === expanded.step)
    ? expanded.step
    : undefined;
  const card = opened ?? next?.step.id;
  const numbers = new Map(way.map(({ step }, index) => [step.id, index + 1]));
  const isHere = ({ chapter }: OutlinePart) => next !== undefined && chapter === next.part.chapter;
  // The step answered last, or else the last one before the open card. An end says by itself what follows.
  const before =
    (next && way.find(({ step }) => step.id === expanded.answered && !isLeft(step))) ??
    way[(next ? way.indexOf(next) : way.length) - 1];
  const firstFork = way.findIndex(({ step }) => decides(step) && isLeft(step));
  const isCertain = (step: OutlineStep) =>
    firstFork < 0 || !isLeft(step) || (numbers.get(step.id) ?? 0) <= firstFork + 1;

  const steps = Object.fromEntries(
    stepsInOrder.map(({ part, step }): [string, StepView] => {
      const state = real.steps[step.id]?.state ?? "open";
      const onPath = real.steps[step.id]?.onPath ?? false;
      const isListed = onPath && (!isLeft(step) || isHere(part));
      return [
        step.id,
        {
          shows: expanded.all || step.id === card ? "card" : isListed ? "line" : "nothing",
          state,
          number: onPath ? numbers.get(step.id) : undefined,
          isCertain: isCertain(step),
          isOnWay: numbers.has(step.id),
          isCurrent: step === next?.step,
          answer: answerOf(step),
          tells: !expanded.all && !opened && step === before?.step && !isLeft(step),
          decides: decides(step),
        },
      ];
    }),
  );

  const skipped = way.filter(({ step }) => !isLeft(step) && steps[step.id]?.state === "skipped");
  const done = way.length - left.length - skipped.length;
  const minutes = left.reduce((sum, { step }) => sum + step.minutes, 0);
  const isBegun = done + skipped.length > 0;
  return {
    steps,
    parts: real.parts.map(({ id, status, overridden }) => ({
      id,
      status,
      overridden,
      isListed: outline.parts.some(
        (part) => part.id === id && part.steps.some((step) => steps[step.id]?.shows !== "nothing"),
      ),
    })),
    // Takes as long as all of the rest, and is needed after the paint.
    get chapters() {
      return viewChapters(outline, progress, windows, { way, left, next: next?.part });
    },
    total: way.length,
    done,
    skipped: skipped.length,
    isBegun,
    minutesText: minutesText(minutes),
    timeText: timeText(minutes, isBegun),
    summaryText: summaryText(way.length, done, skipped.length, minutes),
    current: next && {
      id: next.step.id,
      title: next.step.title,
      number: numbers.get(next.step.id) ?? 1,
    },
    card,
    end: next ? undefined : { index: endOf(outline, progress, real) },
    verdicts: real.verdicts,
  };
}

/** The steps whose card may come next: one for each answer where the current step asks a question. */
export function followersOf(
  outline: GuideOutline,
  progress: GuideProgress,
  windows: Windows,
): string[] {
  const id = viewGuide(outline, progress, windows).current?.id;
  const step = outline.parts.flatMap(({ steps }) => steps).find((one) => one.id === id);
  if (!step) return [];
  const stamp = { n: 0, by: "", at: 0 };
  const steps: GuideProgress["steps"] = {
    ...progress.steps,
    [step.id]: { ...stamp, state: "done", revision: step.revision },
  };
  const cards = (step.question?.answers ?? [undefined]).map((answer) => {
    const answers =
      step.question && answer
        ? { ...progress.answers, [step.question.id]: { ...stamp, answer } }
        : progress.answers;
    return viewGuide(outline, { ...progress, steps, answers }, windows).card ?? "";
  });
  return [...new Set(cards)].filter(Boolean);
}

/** The steps on the way that most readers take. */
export const usualWay = (outline: GuideOutline, windows: Windows): OutlineStep[] =>
  stepsOf(outline, emptyGuideProgress(), windows, {}).map(({ step }) => step);

/**
 * The answers, with the usual one wherever no answer is given that the guide still offers: what an earlier answer
 * expects, or else what most readers say.
 */
function withUsualAnswers(outline: GuideOutline, answers: Answers): Answers {
  const filled = { ...answers };
  const expected: Record<string, string> = {};
  for (const { id, answers: offered, usual = offered[0] ?? null, expects } of questionsOf(
    outline,
  )) {
    if (!offered.includes(answers[id]?.answer ?? ""))
      filled[id] = { answer: expected[id] ?? usual, n: 0, by: "", at: 0 };
    const later = expects?.[filled[id]?.answer ?? ""];
    if (later) expected[later.question] = later.answer;
  }
  return filled;
}

const questionsOf = ({ parts }: GuideOutline) =>
  parts.flatMap(({ steps }) => steps.flatMap(({ question }) => question ?? []));

type Placed = { part: OutlinePart; step: OutlineStep };

function viewChapters(
  outline: GuideOutline,
  progress: GuideProgress,
  windows: Windows,
  { way, left, next }: { way: Placed[]; left: Placed[]; next: OutlinePart | undefined },
): ChapterView[] {
  const shares = sharesOf(outline, progress, windows, way);
  return outline.chapters.map(({ id, title }) => {
    const own = way.filter(({ part }) => part.chapter === id);
    const open = left.filter(({ part }) => part.chapter === id);
    if (own.length === 0)
      return outline.parts.some((part) => part.chapter === id && mayFollow(outline, progress, part))
        ? { id, title, state: "ahead", value: 0, text: "If needed" }
        : { id, title, state: "not-needed", value: 0, text: "Not needed" };
    if (open.length === 0) return { id, title, state: "done", value: 1, text: "Done" };
    const value = own
      .filter((one) => !open.includes(one))
      .reduce((sum, { step }) => sum + (shares.get(step.id) ?? 0), 0);
    const state = next?.chapter === id ? "current" : "ahead";
    return { id, title, state, value, text: count(open.length, "step") };
  });
}

/** Whether an answer that is not given yet can still lead to a part. */
function mayFollow(outline: GuideOutline, progress: GuideProgress, { when }: OutlinePart): boolean {
  if (!when) return true;
  const asks = ({ question }: OutlineStep) => question?.id === when.question;
  const asking = outline.parts.find(({ steps }) => steps.some(asks));
  const answer = progress.answers[when.question]?.answer;
  const isGiven = asking?.steps.find(asks)?.question?.answers.includes(answer ?? "");
  return (
    asking !== undefined &&
    mayFollow(outline, progress, asking) &&
    (!isGiven || when.answers.includes(answer ?? ""))
  );
}

/**
 * What each step adds to the bar of its chapter: its share of the rest, by what was known before its own
 * question was answered. So an answer that adds steps divides the rest again, and does not shrink the
 * filled part.
 */
function sharesOf(
  outline: GuideOutline,
  progress: GuideProgress,
  windows: Windows,
  way: Placed[],
): Map<string, number> {
  const shares = new Map<string, number>();
  const remaining = new Map<string | undefined, number>();
  let known: Answers = {};
  let expected = stepsOf(outline, progress, windows, known);
  for (const { part, step } of way) {
    const rest = remaining.get(part.chapter) ?? 1;
    const from = expected.findIndex((one) => one.step === step);
    const coming = expected.slice(from).filter((one) => one.part.chapter === part.chapter).length;
    // A question that may add steps to its own chapter never fills it alone.
    const mayAdd = outline.parts.some(
      ({ chapter, when }) => chapter === part.chapter && when?.question === step.question?.id,
    );
    const share = rest / Math.max(coming, step.question && mayAdd ? 2 : 1);
    shares.set(step.id, share);
    remaining.set(part.chapter, rest - share);
    const record = step.question && progress.answers[step.question.id];
    if (step.question && record) {
      known = { ...known, [step.question.id]: record };
      expected = stepsOf(outline, progress, windows, known);
    }
  }
  return shares;
}

/** The steps on the way that these answers lead to. */
function stepsOf(
  outline: GuideOutline,
  progress: GuideProgress,
  windows: Windows,
  answers: Answers,
): Placed[] {
  const { steps } = summarize(
    outline,
    { ...progress, answers: withUsualAnswers(outline, answers) },
    windows,
  );
  return outline.parts.flatMap((part) =>
    part.steps.flatMap((step) => (steps[step.id]?.onPath ? [{ part, step }] : [])),
  );
}

/** The first end that fits the answers on the way, and what is proved. */
function endOf(
  { ends, parts }: GuideOutline,
  { answers }: GuideProgress,
  { steps, verdicts }: Summary,
): number | undefined {
  const isAsked = (id: string) =>
    parts.some((part) =>
      part.steps.some((step) => step.question?.id === id && steps[step.id]?.onPath),
    );
  const index = ends.findIndex(
    ({ when, verdict }) =>
      (!verdict || verdicts.includes(verdict)) &&
      (!when ||
        (isAsked(when.question) && when.answers.includes(answers[when.question]?.answer ?? ""))),
  );
  return index < 0 ? undefined : index;
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
const minutesText = (minutes: number) => count(Math.max(1, Math.round(minutes)), "minute");

function timeText(minutes: number, isBegun: boolean): string {
  if (minutes === 0) return "Nothing left to do";
  return `About ${minutesText(minutes)}${isBegun ? " left" : ""}`;
}

function summaryText(total: number, done: number, skipped: number, minutes: number): string {
  if (total === 0) return "No steps for this version of Windows";
  const isBegun = done + skipped > 0;
  return [
    isBegun ? `${done} of ${total} done` : count(total, "step"),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    minutes === 0 ? "nothing left to do" : `about ${minutesText(minutes)}${isBegun ? " left" : ""}`,
  ].join(", ");
}
