import type { Windows } from "@/lib/windows/version";

/** The one key of browser storage that holds progress. */
export const STORAGE_KEY = "keylink:progress";

/** Version of the saved format. Raise it only with a step in `parseSavedProgress` that reads the old one. */
export const SCHEMA_VERSION = 1;

/** The computer that is there before the reader names one. Fixed, so that two new tabs mean the same PC. */
export const FIRST_COMPUTER_ID = "pc";

/** Longest text that is read or written: above any real progress (20 PCs are about 100 KB), below what slows a page. */
export const MAX_TEXT_CHARS = 1_000_000;

const MAX_NAME_CHARS = 60;

/** A clock may be wrong by this much before a time counts as impossible: a wrong time zone is less than a day. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * Shape of an id. It leaves out `__proto__` and the like by their letters; `constructor` is the only
 * inherited name of an object that would pass, so it is excluded by name.
 */
const ID_PATTERN = /^(?!constructor$)[a-z0-9-]{1,80}$/;

/** What the reader said of one step, when (ms), and which revision of the step they had before them. */
export type StepRecord = { state: "done" | "skipped" | "open"; at: number; revision: number };

/** The answer to one question; null when it was taken back. */
export type AnswerRecord = { answer: string | null; at: number };

/** Whether the reader wants to see a part that waits for an answer or does not apply. */
export type ShownRecord = { shown: boolean; at: number };

/** Progress in one guide on one computer. Every record is newer than `resetAt`. */
export type GuideProgress = {
  steps: Record<string, StepRecord>;
  answers: Record<string, AnswerRecord>;
  shown: Record<string, ShownRecord>;
  resetAt?: number;
};

/**
 * One of the reader's computers. `at` is the time of its name and Windows version. It is deleted
 * while `deletedAt` is not older than `at`, so undoing a deletion is one newer `at`.
 */
export type Computer = {
  id: string;
  name: string;
  windows?: Windows;
  at: number;
  deletedAt?: number;
  guides: Record<string, GuideProgress>;
};

/** What the last reset took away. */
export type Recovery = { guide: string; computer: string; at: number; before: GuideProgress };

/** All that is saved. A computer that is not in `computers` yet has no progress. */
export type SavedProgress = {
  schema: typeof SCHEMA_VERSION;
  current: string;
  /** When the reader switched to `current`. */
  currentAt: number;
  computers: Record<string, Computer>;
  recovery?: Recovery;
};

/** What a stored text holds. `broken`: nothing could be read. `newer`: a later release wrote it; never overwrite it. */
export type ParsedProgress = { progress: SavedProgress; problem?: "broken" | "newer" };

/** Progress of a reader who has not begun. */
export const emptyProgress = (): SavedProgress => ({
  schema: SCHEMA_VERSION,
  current: FIRST_COMPUTER_ID,
  currentAt: 0,
  computers: {},
});

/** Progress of a guide that has not been begun. */
export const emptyGuideProgress = (): GuideProgress => ({ steps: {}, answers: {}, shown: {} });

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is string =>
  typeof value === "string" && ID_PATTERN.test(value);

const isAfter = (at: number, resetAt: number | undefined) => resetAt === undefined || at > resetAt;

/** Reads a stored text as foreign data: keeps what is sound, also under unknown ids, and never throws. */
export const parseSavedProgress = (text: string | null, now: number): ParsedProgress => {
  const broken: ParsedProgress = { progress: emptyProgress(), problem: "broken" };
  if (text === null) return { progress: emptyProgress() };
  if (text.length > MAX_TEXT_CHARS) return broken;
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return broken; // The problem is the answer.
  }
  if (!isFields(root)) return broken;
  if (typeof root.schema === "number" && root.schema > SCHEMA_VERSION)
    return { ...broken, problem: "newer" };
  if (root.schema !== SCHEMA_VERSION) return broken;

  // A tick whose time is damaged is kept as the oldest of all: not lost, and it overrules nothing.
  const parseTime = (value: unknown) =>
    typeof value === "number" && value > 0 ? Math.floor(value) : 0;
  const clamp = (at: number, latest: number) => (at > now + MAX_AHEAD_MS ? latest : at);

  const parseMap = <T>(value: unknown, parseOne: (fields: Fields, id: string) => T | undefined) => {
    const map: Record<string, T> = {};
    if (isFields(value))
      for (const [id, fields] of Object.entries(value)) {
        const parsed = isId(id) && isFields(fields) ? parseOne(fields, id) : undefined;
        if (parsed !== undefined) map[id] = parsed;
      }
    return map;
  };

  const parseGuide = (guide: Fields): GuideProgress => {
    const resetAt = guide.resetAt === undefined ? undefined : parseTime(guide.resetAt);
    const parseRecords = <T extends object>(
      value: unknown,
      parseOne: (fields: Fields) => T | undefined,
    ) =>
      parseMap(value, (fields) => {
        const at = parseTime(fields.at);
        const record = isAfter(at, resetAt) ? parseOne(fields) : undefined;
        return record && { ...record, at: clamp(at, now) };
      });
    return {
      steps: parseRecords(guide.steps, ({ state, revision }) =>
        state === "done" || state === "skipped" || state === "open"
          ? { state, revision: Number.isSafeInteger(revision) ? (revision as number) : 0 }
          : undefined,
      ),
      answers: parseRecords(guide.answers, ({ answer }) =>
        answer === null || isId(answer) ? { answer } : undefined,
      ),
      shown: parseRecords(guide.shown, ({ shown }) =>
        typeof shown === "boolean" ? { shown } : undefined,
      ),
      // One less than a record's limit: what was newer than the reset stays newer.
      resetAt: resetAt && clamp(resetAt, now - 1),
    };
  };

  const computers = parseMap(root.computers, ({ name, windows, at, deletedAt, guides }, id) => ({
    id,
    name: typeof name === "string" ? name.slice(0, MAX_NAME_CHARS) : "",
    windows: windows === "10" || windows === "11" ? windows : undefined,
    at: clamp(parseTime(at), now),
    deletedAt: deletedAt === undefined ? undefined : clamp(parseTime(deletedAt), now - 1),
    guides: parseMap(guides, parseGuide),
  })) satisfies Record<string, Computer>;

  const parseRecovery = ({ guide, computer, at, before }: Fields): Recovery | undefined =>
    isId(guide) && isId(computer) && isFields(before)
      ? { guide, computer, at: clamp(parseTime(at), now), before: parseGuide(before) }
      : undefined;

  const { current, recovery } = root;
  return {
    progress: {
      schema: SCHEMA_VERSION,
      current:
        isId(current) && computers[current]
          ? current
          : (Object.keys(computers)[0] ?? FIRST_COMPUTER_ID),
      currentAt: clamp(parseTime(root.currentAt), now),
      computers,
      recovery: isFields(recovery) ? parseRecovery(recovery) : undefined,
    },
  };
};

/** JSON with sorted keys: equal content gives equal text, whatever order it was made in. */
const stableText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isFields(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** The text to store. Equal progress gives equal text. */
export const serializeProgress = (progress: SavedProgress): string => stableText(progress);

/** The newer of two records; at the same time the one whose text sorts later, so that all tabs agree. */
const newer = <T extends { at: number }>(a: T, b: T): T =>
  a.at === b.at ? (stableText(a) > stableText(b) ? a : b) : a.at > b.at ? a : b;

/** The later of two times that may be missing. */
const latest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

const mergeMaps = <T>(
  a: Record<string, T>,
  b: Record<string, T>,
  mergeOne: (a: T, b: T) => T,
): Record<string, T> => {
  const merged = { ...a };
  for (const [id, theirs] of Object.entries(b)) {
    const ours = merged[id];
    merged[id] = ours === undefined ? theirs : mergeOne(ours, theirs);
  }
  return merged;
};

const mergeGuides = (a: GuideProgress, b: GuideProgress): GuideProgress => {
  const resetAt = latest(a.resetAt, b.resetAt);
  const mergeRecords = <T extends { at: number }>(a: Record<string, T>, b: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(mergeMaps(a, b, newer)).filter(([, { at }]) => isAfter(at, resetAt)),
    );
  return {
    steps: mergeRecords(a.steps, b.steps),
    answers: mergeRecords(a.answers, b.answers),
    shown: mergeRecords(a.shown, b.shown),
    resetAt,
  };
};

const mergeComputers = (a: Computer, b: Computer): Computer => {
  // What `at` is the time of.
  const about = ({ id, name, windows, at }: Computer) => ({ id, name, windows, at });
  return {
    ...newer(about(a), about(b)),
    deletedAt: latest(a.deletedAt, b.deletedAt),
    guides: mergeMaps(a.guides, b.guides, mergeGuides),
  };
};

/**
 * Brings two states together: of each record the newer one stays, and a reset drops what is older
 * than itself. Order and repetition do not matter, so tabs that exchange states end up alike.
 */
export const mergeProgress = (a: SavedProgress, b: SavedProgress): SavedProgress => {
  const { current, at: currentAt } = newer(
    { current: a.current, at: a.currentAt },
    { current: b.current, at: b.currentAt },
  );
  return {
    schema: SCHEMA_VERSION,
    current,
    currentAt,
    computers: mergeMaps(a.computers, b.computers, mergeComputers),
    recovery: a.recovery && b.recovery ? newer(a.recovery, b.recovery) : (a.recovery ?? b.recovery),
  };
};
