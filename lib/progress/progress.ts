import type { Windows } from "@/lib/windows/version";
import type { GuideOutline, OutlinePart, OutlineStep } from "./guide-outline";
import {
  actOf,
  type ActKey,
  BLANK,
  blanked,
  type Computer,
  emptyGuideProgress,
  type GuideProgress,
  isLater,
  KINDS,
  latestCount,
  MAX_DETAIL_CHARS,
  type SavedProgress,
  type Stamp,
  type StepRecord,
} from "./saved-progress";

/** The tab that acts, and the time on its clock, which is only ever shown. */
export type Actor = Pick<Stamp, "by" | "at">;

/** A change, kept as long as it can be undone. */
export type Change = { before: SavedProgress; after: SavedProgress };

/** The state of a step. `changed`: done, but revised since. */
type StepSummary = {
  state: "open" | "done" | "skipped" | "changed";
  /** The step exists on the shown version of Windows, and its part applies to the reader. */
  onPath: boolean;
  /** The question that has to be answered before the step can start. */
  waitingFor?: string;
};

/** Whether a part applies to the reader. `overridden`: it does not, or not yet, but they chose to see it anyway. */
type PartSummary = {
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
  /** An unanswered question that parts depend on. Their steps are not in `total` yet. */
  openQuestion?: string;
  /** Ids of the verdicts whose steps are all done in their current revision. */
  verdicts: string[];
};

/** Whether a computer was deleted, or its addition undone, with nothing done on it since. */
const isGone = (computer: Computer | undefined): boolean => {
  if (!computer) return false;
  const { deleted, added } = computer.details;
  return (
    deleted?.value === "yes" ||
    (added?.value === null &&
      Object.values(computer.details).every(({ value }) => value === null) &&
      !Object.values(computer.guides).some(hasProgress))
  );
};

/** The ids of the computers that are not deleted, in the order in which they were added. */
export const computersInOrder = ({ computers }: SavedProgress): string[] => {
  const addedAt = (id: string): ActKey => {
    const added = computers[id]?.details.added;
    // PCs that were taken over together share an act; their ids are in order.
    return added ? [added.n, `${added.by} ${id}`, 0] : [0, id, 0];
  };
  return Object.keys(computers)
    .filter((id) => !isGone(computers[id]))
    .sort((a, b) => (isLater(addedAt(a), addedAt(b)) ? 1 : -1));
};

/** The computer in use, or the first remaining one when another tab has deleted it. */
export const computerInUse = (progress: SavedProgress): string => {
  const { computer } = progress.current;
  if (!isGone(progress.computers[computer])) return computer;
  return computersInOrder(progress)[0] ?? computer;
};

/** The reader's progress in a guide on the computer in use, or on another. */
export const guideProgressOf = (
  progress: SavedProgress,
  guide: string,
  computer = computerInUse(progress),
): GuideProgress => progress.computers[computer]?.guides[guide] ?? emptyGuideProgress();

const withGuide = (
  progress: SavedProgress,
  guide: string,
  guideProgress: GuideProgress,
  id = computerInUse(progress),
): SavedProgress => {
  const computer = progress.computers[id] ?? { details: {}, guides: {} };
  return {
    ...progress,
    computers: {
      ...progress.computers,
      [id]: { ...computer, guides: { ...computer.guides, [guide]: guideProgress } },
    },
  };
};

/** The stamp for an act that has seen this state. */
export const nextStamp = (progress: SavedProgress, { by, at }: Actor): Stamp => ({
  n: latestCount(progress) + 1,
  by,
  at,
});

const withRecord = (
  progress: SavedProgress,
  guide: string,
  kind: (typeof KINDS)[number],
  id: string,
  content: object,
  actor: Actor,
): SavedProgress => {
  const guideProgress = guideProgressOf(progress, guide);
  const record = { ...content, ...nextStamp(progress, actor) };
  return withGuide(progress, guide, {
    ...guideProgress,
    [kind]: { ...guideProgress[kind], [id]: record },
  });
};

/** Saves the state that the reader gave a step, for the revision that they see. */
export const withStep = (
  progress: SavedProgress,
  guide: string,
  { id, revision }: Pick<OutlineStep, "id" | "revision">,
  state: StepRecord["state"],
  actor: Actor,
): SavedProgress => withRecord(progress, guide, "steps", id, { state, revision }, actor);

/** Saves an answer; null withdraws it. Answers to later questions are kept. */
export const withAnswer = (
  progress: SavedProgress,
  guide: string,
  question: string,
  answer: string | null,
  actor: Actor,
): SavedProgress => withRecord(progress, guide, "answers", question, { answer }, actor);

/** Saves whether the reader wants to see a part that is waiting or does not apply. */
export const withPartShown = (
  progress: SavedProgress,
  guide: string,
  part: string,
  shown: boolean,
  actor: Actor,
): SavedProgress => withRecord(progress, guide, "shown", part, { shown }, actor);

/**
 * Saves a detail of the result, such as the account, masked by the caller; null withdraws it. A reset and its
 * recovery include details.
 */
export const withDetail = (
  progress: SavedProgress,
  guide: string,
  name: string,
  value: string | null,
  actor: Actor,
): SavedProgress =>
  withRecord(
    progress,
    guide,
    "details",
    name,
    { value: value && value.slice(0, MAX_DETAIL_CHARS) },
    actor,
  );

/** What a record says: its state, answer, … Without a record, what a blank one says. */
export const saidIn = (kind: (typeof KINDS)[number], record?: object): unknown => {
  const [field, blank] = Object.entries(BLANK[kind])[0]!;
  return (record as Record<string, unknown> | undefined)?.[field] ?? blank;
};

const isBlank = (kind: (typeof KINDS)[number], record: Stamp) =>
  saidIn(kind, record) === saidIn(kind);

/** Whether a guide has any record that is not blank. */
export const hasProgress = (guideProgress: GuideProgress): boolean =>
  KINDS.some((kind) => Object.values(guideProgress[kind]).some((record) => !isBlank(kind, record)));

/** Whether a computer has neither a name nor progress. */
export const isEmpty = ({ guides, details }: Computer): boolean =>
  !details.name?.value && !Object.values(guides).some(hasProgress);

/** Whether nothing is saved yet, so that an import needs no question and a form no code. */
export const isUnused = ({ computers }: SavedProgress): boolean =>
  Object.values(computers).every(isEmpty);

/** Blanks the progress in a guide and keeps it for `withRecovery`. Changes nothing when there is none. */
export const withReset = (progress: SavedProgress, guide: string, actor: Actor): SavedProgress => {
  const before = guideProgressOf(progress, guide);
  if (!hasProgress(before)) return progress;
  const stamp = nextStamp(progress, actor);
  return {
    ...withGuide(progress, guide, blanked(before, stamp)),
    recovery: { guide, computer: computerInUse(progress), before, ...stamp },
  };
};

/**
 * Restores former records in place of those that an act made. They overrule that act and nothing later, under
 * whichever id, since a step may have been renamed meanwhile.
 */
const bringBack = (
  present: GuideProgress,
  former: GuideProgress,
  made: GuideProgress,
  isToGo: (record: Stamp, kind: (typeof KINDS)[number], id: string) => boolean,
): GuideProgress => {
  const restored = { ...present };
  for (const kind of KINDS)
    for (const id of Object.keys(made[kind])) {
      const record: Stamp | undefined = present[kind][id];
      if (!record || !isToGo(record, kind, id)) continue;
      const [n, by, undos] = actOf(record);
      // Without a former record, a blank one as old as possible, so that records under a former id count.
      const content = former[kind][id] ?? { ...record, ...BLANK[kind], n: 0, by: "" };
      Object.assign(restored, {
        [kind]: { ...restored[kind], [id]: { ...content, back: [n, by, undos + 1] } },
      });
    }
  return restored;
};

/**
 * Restores what the last reset took away and keeps what the reader did since. Changes nothing
 * when everything is already back.
 */
export const withRecovery = (progress: SavedProgress): SavedProgress => {
  if (!progress.recovery) return progress;
  const { guide, computer, before, n, by } = progress.recovery;
  const present = guideProgressOf(progress, guide, computer);
  const recovered = bringBack(
    present,
    before,
    before,
    (record, kind) => record.n === n && record.by === by && isBlank(kind, record),
  );
  const isChanged = KINDS.some((kind) =>
    Object.entries(recovered[kind]).some(
      ([id, record]) => record !== present[kind][id] && !isBlank(kind, record),
    ),
  );
  return isChanged ? withGuide(progress, guide, recovered, computer) : progress;
};

/** Whether `withRecovery` would restore anything in this guide on the computer in use. */
export const isRecoverable = (progress: SavedProgress, guide: string): boolean =>
  progress.recovery?.guide === guide &&
  progress.recovery.computer === computerInUse(progress) &&
  withRecovery(progress) !== progress;

const isSameAct = (a: Stamp | undefined, b: Stamp | undefined) =>
  a !== undefined && b !== undefined && String(actOf(a)) === String(actOf(b));

/** `bringBack` for the details of a computer. */
const bringDetailsBack = (
  present: Computer["details"],
  former: Computer["details"],
  made: Computer["details"],
): Computer["details"] => {
  const of = (details: Computer["details"]) => ({ ...emptyGuideProgress(), details });
  return bringBack(of(present), of(former), of(made), isToUndo(of(former), of(made))).details;
};

/** Whether a record was made by the act between two states, and not changed since. */
const isToUndo =
  (was: GuideProgress, became: GuideProgress) =>
  (record: Stamp, kind: (typeof KINDS)[number], id: string) =>
    isSameAct(record, became[kind][id]) && !isSameAct(record, was[kind][id]);

/**
 * Undoes a change: a tick, a skip, an answer, a part shown, a detail, a reset, a recovery, a
 * computer added, renamed, deleted or put in use, an import. Records that were changed again since, here or
 * in another tab, stay.
 */
export const undo = (progress: SavedProgress, { before, after }: Change): SavedProgress => {
  const undone = { ...progress, computers: { ...progress.computers } };
  for (const [id, became] of Object.entries(after.computers)) {
    const was = before.computers[id];
    const is = progress.computers[id];
    if (!is || was === became) continue;
    const guides = { ...is.guides };
    for (const [guide, guideBecame] of Object.entries(became.guides)) {
      const guideWas = was?.guides[guide] ?? emptyGuideProgress();
      const guideIs = is.guides[guide];
      if (guideIs && guideWas !== guideBecame)
        guides[guide] = bringBack(guideIs, guideWas, guideBecame, isToUndo(guideWas, guideBecame));
    }
    undone.computers[id] = {
      details: bringDetailsBack(is.details, was?.details ?? {}, became.details),
      guides,
    };
  }
  if (isSameAct(progress.current, after.current) && !isSameAct(after.current, before.current)) {
    const [n, by, undos] = actOf(progress.current);
    undone.current = { ...before.current, back: [n, by, undos + 1] };
  }
  return undone;
};

/**
 * The saved record of each current step of a guide, including records under former ids. A renamed step keeps
 * its record. When a step was split, or several were merged, the reader has not done exactly what it asks
 * now: the record gets revision 0 and counts as changed.
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
      if (!former || (record && !isLater([former.n, former.by, 0], [record.n, record.by, 0])))
        continue;
      const isRename = formerIds.length === 1 && outline.aliases[old]?.length === 1;
      record = isRename ? former : { ...former, revision: 0 };
    }
    if (record) effective[id] = record;
  }
  return effective;
};

/** Where the reader is in a guide, on the shown version of Windows. */
export const summarize = (
  outline: GuideOutline,
  guideProgress: GuideProgress,
  windows: Windows,
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

  // The answers to the questions so far, undefined where an answer is still missing. Questions that do not
  // apply to the reader are absent, so parts that depend on them do not apply either, even if an old answer
  // is stored.
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
        // An answer that the guide no longer offers does not count.
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

/** The title of a step in lists and headings, with its number where it has one. */
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
