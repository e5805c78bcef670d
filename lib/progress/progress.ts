import type { GuideOutline, OutlinePart, OutlineStep } from "./guide-outline";
import {
  type AnswerRecord,
  emptyGuideProgress,
  type GuideProgress,
  type SavedProgress,
  type ShownRecord,
  type StepRecord,
} from "./saved-progress";

/** One change as it happened: kept for as long as it can be undone. */
export type Change = { before: SavedProgress; after: SavedProgress };

/** Where a step stands. `changed`: done, but the step was revised since. */
export type StepSummary = {
  state: "open" | "done" | "skipped" | "changed";
  /** The step exists on the Windows version shown and its part is for the reader. */
  onPath: boolean;
  /** The question to be answered before the step can start. */
  waitingFor?: string;
};

/** Whether a part is for the reader. `overridden`: it is not, or not yet, and they chose to see it all the same. */
export type PartSummary = {
  id: string;
  status: "shown" | "waiting" | "not-for-you";
  overridden: boolean;
};

/** Where the reader is in a guide. Only steps on their path are counted. */
export type Summary = {
  steps: Record<string, StepSummary>;
  parts: PartSummary[];
  total: number;
  /** Done and changed steps: a tick stays when its step is revised. */
  done: number;
  skipped: number;
  /** Minutes of the open steps. */
  minutesLeft: number;
  /** The first open step. */
  currentStep?: Pick<OutlineStep, "id" | "title" | "minutes">;
  /** An unanswered question that parts wait for. Their steps are not in `total` yet. */
  openQuestion?: string;
  /** Ids of the verdicts whose steps are all done as they are written today. */
  verdicts: string[];
};

/** The reader's progress in a guide on the computer in use, or on another. */
export const guideProgressOf = (
  progress: SavedProgress,
  guide: string,
  computer = progress.current,
): GuideProgress => progress.computers[computer]?.guides[guide] ?? emptyGuideProgress();

const withGuide = (
  progress: SavedProgress,
  guide: string,
  guideProgress: GuideProgress,
  id = progress.current,
): SavedProgress => {
  const computer = progress.computers[id] ?? { id, name: "", at: 0, guides: {} };
  return {
    ...progress,
    computers: {
      ...progress.computers,
      [id]: { ...computer, guides: { ...computer.guides, [guide]: guideProgress } },
    },
  };
};

/** A time later than all it must overrule, also when the clock was set back in between. */
const laterThan = (now: number, ...times: (number | undefined)[]) =>
  Math.max(now, ...times.map((at) => (at ?? 0) + 1));

const withRecord = (
  progress: SavedProgress,
  guide: string,
  kind: "steps" | "answers" | "shown",
  id: string,
  content: object,
  now: number,
): SavedProgress => {
  const guideProgress = guideProgressOf(progress, guide);
  const records = guideProgress[kind];
  const at = laterThan(now, records[id]?.at, guideProgress.resetAt);
  return withGuide(progress, guide, {
    ...guideProgress,
    [kind]: { ...records, [id]: { ...content, at } },
  });
};

/** Saves what the reader said of a step, for the revision they have before them. */
export const withStep = (
  progress: SavedProgress,
  guide: string,
  { id, revision }: Pick<OutlineStep, "id" | "revision">,
  state: StepRecord["state"],
  now: number,
): SavedProgress => withRecord(progress, guide, "steps", id, { state, revision }, now);

/** Saves an answer; null takes it back. Answers to later questions are kept. */
export const withAnswer = (
  progress: SavedProgress,
  guide: string,
  question: string,
  answer: string | null,
  now: number,
): SavedProgress => withRecord(progress, guide, "answers", question, { answer }, now);

/** Saves whether the reader wants to see a part that waits or does not apply. */
export const withPartShown = (
  progress: SavedProgress,
  guide: string,
  part: string,
  shown: boolean,
  now: number,
): SavedProgress => withRecord(progress, guide, "shown", part, { shown }, now);

/** Forgets the progress in a guide, keeping it for `withRecovery`. Changes nothing when there is none. */
export const withReset = (progress: SavedProgress, guide: string, now: number): SavedProgress => {
  const before = guideProgressOf(progress, guide);
  const times = [before.steps, before.answers, before.shown].flatMap((records) =>
    Object.values(records).map(({ at }) => at),
  );
  if (times.length === 0) return progress;
  const at = laterThan(now, before.resetAt, ...times);
  return {
    ...withGuide(progress, guide, { ...emptyGuideProgress(), resetAt: at }),
    recovery: { guide, computer: progress.current, at, before },
  };
};

/**
 * Brings back what the last reset took away, beside what the reader did since. Changes nothing
 * when all of it is back already.
 */
export const withRecovery = (progress: SavedProgress, now: number): SavedProgress => {
  if (!progress.recovery) return progress;
  const { guide, computer, before } = progress.recovery;
  const present = guideProgressOf(progress, guide, computer);
  const at = laterThan(now, present.resetAt);
  let isChanged = false;
  const bringBack = <T>(records: Record<string, T>, former: Record<string, T>) => {
    const all = { ...records };
    for (const [id, record] of Object.entries(former))
      if (!all[id]) {
        all[id] = { ...record, at };
        isChanged = true;
      }
    return all;
  };
  const recovered = {
    ...present,
    steps: bringBack(present.steps, before.steps),
    answers: bringBack(present.answers, before.answers),
    shown: bringBack(present.shown, before.shown),
  };
  return isChanged ? withGuide(progress, guide, recovered, computer) : progress;
};

/** Whether `withRecovery` would bring anything back to this guide on the computer in use. */
export const isRecoverable = (progress: SavedProgress, guide: string): boolean =>
  progress.recovery?.guide === guide &&
  progress.recovery.computer === progress.current &&
  withRecovery(progress, 0) !== progress;

/**
 * Undoes a change in a guide: a tick, a skip, an answer, a part shown, a reset or a recovery. The
 * former content is written anew, so that it wins in other tabs as well; what was changed again
 * since, here or there, stays.
 */
export const undo = (
  progress: SavedProgress,
  { before, after }: Change,
  outline: GuideOutline,
  now: number,
): SavedProgress => {
  const { guide } = outline;
  const computer = after.current;
  const read = (state: SavedProgress): GuideProgress => {
    const guideProgress = guideProgressOf(state, guide, computer);
    // A step may have been done under a former id.
    const steps = { ...guideProgress.steps, ...effectiveSteps(outline, guideProgress) };
    return { ...guideProgress, steps };
  };
  const [was, became, is] = [read(before), read(after), read(progress)];

  const undoRecords = <T extends { at: number }>(
    pick: (guideProgress: GuideProgress) => Record<string, T>,
    blank: Partial<T>,
  ) => {
    const records = { ...pick(is) };
    for (const id of Object.keys({ ...pick(was), ...pick(became) })) {
      const former = pick(was)[id];
      const made = pick(became)[id];
      if (former?.at === made?.at || records[id]?.at !== made?.at) continue;
      const content = former ?? { ...(made as T), ...blank };
      records[id] = { ...content, at: laterThan(now, made?.at, is.resetAt) };
    }
    return records;
  };
  const undone: GuideProgress = {
    ...is,
    steps: undoRecords<StepRecord>(({ steps }) => steps, { state: "open" }),
    answers: undoRecords<AnswerRecord>(({ answers }) => answers, { answer: null }),
    shown: undoRecords<ShownRecord>(({ shown }) => shown, { shown: false }),
  };
  return withGuide(progress, guide, undone, computer);
};

/**
 * The saved record of each step that the guide has today, also when it was saved under an id that
 * is gone. A renamed step keeps its record. Where a step was split, or several became one, the
 * reader has not done exactly what it asks now: the record gets revision 0 and counts as changed.
 */
export const effectiveSteps = (
  outline: GuideOutline,
  guideProgress: GuideProgress,
): Record<string, StepRecord> => {
  const effective: Record<string, StepRecord> = {};
  for (const { id } of outline.parts.flatMap(({ steps }) => steps)) {
    let record = guideProgress.steps[id];
    const formerIds = Object.keys(outline.aliases).filter((old) =>
      outline.aliases[old]?.includes(id),
    );
    for (const old of formerIds) {
      const former = guideProgress.steps[old];
      if (!former || (record && record.at >= former.at)) continue;
      const isRename = formerIds.length === 1 && outline.aliases[old]?.length === 1;
      record = isRename ? former : { ...former, revision: 0 };
    }
    if (record) effective[id] = record;
  }
  return effective;
};

/** Where the reader is in a guide, on the Windows version shown. */
export const summarize = (
  outline: GuideOutline,
  guideProgress: GuideProgress,
  windows: "10" | "11",
): Summary => {
  const records = effectiveSteps(outline, guideProgress);
  const summary: Summary = {
    steps: {},
    parts: [],
    total: 0,
    done: 0,
    skipped: 0,
    minutesLeft: 0,
    verdicts: [],
  };
  const idsOfThisVersion = new Set<string>();

  // The answers of the questions met so far, undefined where one is still to come. A question that
  // is not for the reader is missing, so what hangs on it is not for them either, even if an
  // answer is stored from before.
  const answers = new Map<string, string | undefined>();
  const statusOf = ({ when }: OutlinePart): PartSummary["status"] => {
    if (!when) return "shown";
    const answer = answers.get(when.question);
    if (answer === undefined) return answers.has(when.question) ? "waiting" : "not-for-you";
    return when.answers.includes(answer) ? "shown" : "not-for-you";
  };

  for (const part of outline.parts) {
    const status = statusOf(part);
    const overridden = status !== "shown" && guideProgress.shown[part.id]?.shown === true;
    const isVisible = (status === "shown" || overridden) && !part.optional;
    const waitingFor = status === "waiting" && !overridden ? part.when?.question : undefined;
    summary.parts.push({ id: part.id, status, overridden });
    summary.openQuestion ??= waitingFor;

    for (const step of part.steps) {
      const record = records[step.id];
      const state =
        record?.state === "done" && record.revision < step.revision
          ? "changed"
          : (record?.state ?? "open");
      const isOfThisVersion = step.only === undefined || step.only === windows;
      const onPath = isVisible && isOfThisVersion;
      summary.steps[step.id] = { state, onPath, waitingFor };
      if (isOfThisVersion) idsOfThisVersion.add(step.id);

      if (step.question && isOfThisVersion && (isVisible || waitingFor !== undefined)) {
        const answer = guideProgress.answers[step.question.id]?.answer;
        // An answer that the guide no longer offers has to be given again.
        const isOffered =
          answer !== undefined && answer !== null && step.question.answers.includes(answer);
        answers.set(step.question.id, onPath && isOffered ? answer : undefined);
      }
      if (!onPath) continue;
      summary.total += 1;
      if (state === "skipped") summary.skipped += 1;
      else if (state !== "open") summary.done += 1;
      else {
        summary.minutesLeft += step.minutes;
        const { id, title, minutes } = step;
        summary.currentStep ??= { id, title, minutes };
      }
    }
  }

  for (const { id, steps, answered = [] } of outline.verdicts) {
    const needed = steps.filter((step) => idsOfThisVersion.has(step));
    const isDone = (step: string) =>
      (summary.steps[step]?.state === "done" && summary.steps[step].onPath) ||
      answered.some(
        (one) => one.step === step && one.answers.includes(answers.get(one.question) ?? ""),
      );
    if (needed.length > 0 && needed.every(isDone)) summary.verdicts.push(id);
  }
  return summary;
};

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** A step as lists and headings name it: with its number, where it has one. */
export const stepTitle = (number: number | undefined, title: string): string =>
  number ? `${number}. ${title}` : title;

/** The summary in words: "4 of 9 done, 1 skipped, about 6 minutes left". */
export const summaryText = (summary: Summary): string => {
  const { total, done, skipped, currentStep, openQuestion } = summary;
  if (total === 0) return "No steps for this version of Windows";
  const isBegun = done + skipped > 0;
  const texts = [isBegun ? `${done} of ${total} done` : count(total, "step")];
  if (skipped > 0) texts.push(`${skipped} skipped`);
  if (currentStep) {
    const minutes = count(Math.max(1, Math.round(summary.minutesLeft)), "minute");
    texts.push(`about ${minutes}${isBegun ? " left" : ""}`);
    if (openQuestion !== undefined) texts.push("then more steps, depending on your answer");
  } else {
    texts.push(
      openQuestion === undefined ? "nothing left to do" : "more steps once you answer the question",
    );
  }
  return texts.join(", ");
};
