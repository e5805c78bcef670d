/** The one key of browser storage that holds progress. */
export const STORAGE_KEY = "keylink:progress";

/** Version of the saved format. Raise it only with a step in `parseSavedProgress` that reads the old one. */
export const SCHEMA_VERSION = 2;

/** The computer that is there before the reader names one. Fixed, so that two new tabs mean the same PC. */
export const FIRST_COMPUTER_ID = "pc";

/** Longest text that is read or written: above any real progress (20 PCs are about 100 KB), below what slows a page. */
export const MAX_TEXT_CHARS = 1_000_000;

/** Longest detail that is kept: a name, a sentence of the Activation page, a masked account. */
export const MAX_DETAIL_CHARS = 200;

/** Above any count of acts and any time in milliseconds of schema 1; below where adding 1 changes nothing. */
const MAX_COUNT = 2 ** 50;

/**
 * Shape of an id. It leaves out `__proto__` and the like by their letters; `constructor` is the only
 * inherited name of an object that would pass, so it is excluded by name.
 */
const ID_PATTERN = /^(?!constructor$)[a-z0-9-]{1,80}$/;

/** Which act it was: its count, the tab that acted, and how often it has been undone since. */
export type ActKey = [n: number, by: string, undos: number];

/**
 * The act that made a record. `n` counts acts: each is one more than all that its tab knows of, so
 * what was done later has the higher count, whatever the clock of the PC says. `by` is the tab, for
 * two acts that did not know of each other. `at` is the time on the clock (ms), only ever shown.
 */
export type Stamp = {
  n: number;
  by: string;
  at: number;
  /** The record was here before: undoing this act brought it back, in the place it had among others. */
  back?: ActKey;
};

/** What the reader said of one step, and which revision of the step they had before them. */
export type StepRecord = Stamp & { state: "done" | "skipped" | "open"; revision: number };

/** The answer to one question; null when it was taken back. */
export type AnswerRecord = Stamp & { answer: string | null };

/** Whether the reader wants to see a part that waits for an answer or does not apply. */
export type ShownRecord = Stamp & { shown: boolean };

/** Something the reader noted, such as the masked account; null when it was taken back. */
export type DetailRecord = Stamp & { value: string | null };

/** Progress in one guide on one computer. Nothing is ever removed: a reset blanks each record. */
export type GuideProgress = {
  steps: Record<string, StepRecord>;
  answers: Record<string, AnswerRecord>;
  shown: Record<string, ShownRecord>;
  /** Proof of what the guide led to: sentence seen, account, recovery key kept, … */
  details: Record<string, DetailRecord>;
};

/** One of the reader's computers. Details: `name`, `windows`, `edition`, `origin`, `deleted`. */
export type Computer = {
  details: Record<string, DetailRecord>;
  guides: Record<string, GuideProgress>;
};

/** The last reset and what it took away. */
export type Recovery = Stamp & { guide: string; computer: string; before: GuideProgress };

/** All that is saved. A computer that is not in `computers` yet has no progress. */
export type SavedProgress = {
  schema: typeof SCHEMA_VERSION;
  /** The computer in use. */
  current: Stamp & { computer: string };
  computers: Record<string, Computer>;
  recovery?: Recovery;
};

/** What a stored text holds. `broken`: nothing could be read. `newer`: a later release wrote it; never overwrite it. */
export type ParsedProgress = { progress: SavedProgress; problem?: "broken" | "newer" };

/** Progress of a reader who has not begun. */
export const emptyProgress = (): SavedProgress => ({
  schema: SCHEMA_VERSION,
  current: { computer: FIRST_COMPUTER_ID, n: 0, by: "", at: 0 },
  computers: {},
});

/** Progress of a guide that has not been begun. */
export const emptyGuideProgress = (): GuideProgress => ({
  steps: {},
  answers: {},
  shown: {},
  details: {},
});

/** What each kind of record says when nothing was said. */
export const BLANK = {
  steps: { state: "open", revision: 0 },
  answers: { answer: null },
  shown: { shown: false },
  details: { value: null },
} as const;

/** The kinds of records. */
export const KINDS = ["steps", "answers", "shown", "details"] as const;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Is it an id that can be saved, of a guide, a part, a step, a question or an answer? The content check asks as well. */
export const isSavedId = (value: unknown): value is string =>
  typeof value === "string" && ID_PATTERN.test(value);

// What is damaged is kept as the oldest of all: not lost, and it overrules nothing.
const parseCount = (value: unknown) =>
  typeof value === "number" && value > 0 && value < MAX_COUNT ? Math.floor(value) : 0;

const parseTab = (value: unknown) => (isSavedId(value) ? value : "");

const parseStamp = ({ n, by, at, back }: Fields): Stamp => ({
  n: parseCount(n),
  by: parseTab(by),
  at: parseCount(at),
  ...(Array.isArray(back) && {
    back: [parseCount(back[0]), parseTab(back[1]), parseCount(back[2])],
  }),
});

/** Times were the order in schema 1. A time is a count as good as any, and the same in every tab. */
const parseTime = ({ at }: Fields): Stamp => ({ n: parseCount(at), by: "", at: parseCount(at) });

const parseMap = <T>(value: unknown, parseOne: (fields: Fields) => T | undefined) => {
  const map: Record<string, T> = {};
  if (isFields(value))
    for (const [id, fields] of Object.entries(value)) {
      const parsed = isSavedId(id) && isFields(fields) ? parseOne(fields) : undefined;
      if (parsed !== undefined) map[id] = parsed;
    }
  return map;
};

/** Reads a stored text as foreign data: keeps what is sound, also under unknown ids, and never throws. */
export const parseSavedProgress = (text: string | null): ParsedProgress => {
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
  const isFirstSchema = root.schema === 1;
  if (!isFirstSchema && root.schema !== SCHEMA_VERSION) return broken;
  const stampOf = isFirstSchema ? parseTime : parseStamp;

  const parseDetail = ({ value }: Fields) =>
    value === null || typeof value === "string"
      ? { value: value && value.slice(0, MAX_DETAIL_CHARS) }
      : undefined;

  const parseGuide = (guide: Fields): GuideProgress => {
    // Only schema 1 had it: what is not newer does not count.
    const resetAt = parseCount(guide.resetAt);
    const parseRecords = <T extends object>(
      value: unknown,
      parseOne: (fields: Fields) => T | undefined,
    ) =>
      parseMap(value, (fields) => {
        const content = parseOne(fields);
        const stamp = stampOf(fields);
        return content && (resetAt === 0 || stamp.n > resetAt)
          ? { ...content, ...stamp }
          : undefined;
      });
    const read: GuideProgress = {
      steps: parseRecords(guide.steps, ({ state, revision }) =>
        state === "done" || state === "skipped" || state === "open"
          ? { state, revision: Number.isSafeInteger(revision) ? (revision as number) : 0 }
          : undefined,
      ),
      answers: parseRecords(guide.answers, ({ answer }) =>
        answer === null || isSavedId(answer) ? { answer } : undefined,
      ),
      shown: parseRecords(guide.shown, ({ shown }) =>
        typeof shown === "boolean" ? { shown } : undefined,
      ),
      details: parseRecords(guide.details, parseDetail),
    };
    readGuides.add(read);
    return read;
  };

  const computers = parseMap(root.computers, (computer): Computer => ({
    details: parseMap(isFirstSchema ? firstDetails(computer) : computer.details, (fields) => {
      const content = parseDetail(fields);
      return content && { ...content, ...stampOf(fields) };
    }),
    guides: parseMap(computer.guides, parseGuide),
  }));

  const parseRecovery = (fields: Fields): Recovery | undefined => {
    const { guide, computer, before } = fields;
    return isSavedId(guide) && isSavedId(computer) && isFields(before)
      ? { guide, computer, before: parseGuide(before), ...stampOf(fields) }
      : undefined;
  };

  const recovery = isFields(root.recovery) ? parseRecovery(root.recovery) : undefined;
  // Schema 1 removed records where a reset blanks them now: another tab may still hold them.
  if (isFirstSchema && recovery && computers[recovery.computer]) {
    const { guides } = computers[recovery.computer]!;
    guides[recovery.guide] = mergeDeep(
      blanked(recovery.before, recovery),
      guides[recovery.guide] ?? emptyGuideProgress(),
    );
  }

  const current = isFirstSchema
    ? { computer: root.current, at: root.currentAt }
    : isFields(root.current)
      ? root.current
      : {};
  const inUse = current.computer;
  return {
    progress: {
      schema: SCHEMA_VERSION,
      current: {
        computer:
          isSavedId(inUse) && computers[inUse]
            ? inUse
            : (Object.keys(computers)[0] ?? FIRST_COMPUTER_ID),
        ...stampOf(current),
      },
      computers,
      recovery,
    },
  };
};

/** What schema 1 kept in fields of a computer, with one time for all of them. */
const firstDetails = ({ name, windows, at, deletedAt }: Fields): Fields => ({
  ...(name ? { name: { value: name, at } } : {}),
  ...(windows === "10" || windows === "11" ? { windows: { value: windows, at } } : {}),
  // A newer change of the name had undone the deletion.
  ...(parseCount(deletedAt) && parseCount(deletedAt) >= parseCount(at)
    ? { deleted: { value: "yes", at: deletedAt } }
    : {}),
});

/** Progress with every record blank, as the act with this stamp leaves it. */
export const blanked = (progress: GuideProgress, { n, by, at }: Stamp): GuideProgress => {
  const blank = emptyGuideProgress();
  for (const kind of KINDS)
    for (const id of Object.keys(progress[kind]))
      Object.assign(blank[kind], { [id]: { ...BLANK[kind], n, by, at } });
  return blank;
};

const sorted = (value: unknown): unknown =>
  isFields(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value;

/** JSON with sorted keys: equal content gives equal text, whatever order it was made in. */
const stableText = (value: unknown): string => JSON.stringify(sorted(value));

/** The texts of guides, which are replaced when they change, never edited: a tick changes one of hundreds. */
const guideTexts = new WeakMap<GuideProgress, string>();

const guideText = (guide: GuideProgress): string => {
  const text = guideTexts.get(guide) ?? stableText(guide);
  guideTexts.set(guide, text);
  return text;
};

/** An object as JSON with sorted keys, from the texts of its values. */
const objectText = (entries: [string, string | undefined][]): string =>
  `{${entries
    .filter(([, text]) => text !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join()}}`;

const mapText = <T>(map: Record<string, T>, textOf: (value: T) => string): string =>
  objectText(Object.entries(map).map(([key, value]) => [key, textOf(value)]));

/** The text to store. Equal progress gives equal text. */
export const serializeProgress = ({
  schema,
  current,
  computers,
  recovery,
}: SavedProgress): string =>
  objectText([
    ["schema", String(schema)],
    ["current", stableText(current)],
    [
      "computers",
      mapText(computers, ({ details, guides }) =>
        objectText([
          ["details", stableText(details)],
          ["guides", mapText(guides, guideText)],
        ]),
      ),
    ],
    ["recovery", recovery && stableText(recovery)],
  ]);

/** The guides that were read, not made: they need not be read again. */
const readGuides = new WeakSet<GuideProgress>();

/**
 * Progress as it is once it was stored and read. The same as `parseSavedProgress` of its text, but only what
 * was made since is read; undefined where it could not be.
 */
export const readBack = (progress: SavedProgress): SavedProgress | undefined => {
  const made: SavedProgress = { ...progress, computers: {} };
  for (const [id, { details, guides }] of Object.entries(progress.computers))
    made.computers[id] = {
      details,
      guides: Object.fromEntries(
        Object.entries(guides).filter(([, guide]) => !readGuides.has(guide)),
      ),
    };
  const { progress: read, problem } = parseSavedProgress(serializeProgress(made));
  if (problem || serializeProgress(progress).length > MAX_TEXT_CHARS) return undefined;
  for (const [id, computer] of Object.entries(read.computers))
    for (const [guide, known] of Object.entries(progress.computers[id]?.guides ?? {}))
      if (readGuides.has(known)) computer.guides[guide] = known;
  return read;
};

/** The act that a record rests on. */
export const actOf = ({ n, by, back }: Stamp): ActKey => back ?? [n, by, 0];

/** Whether act `a` comes after act `b`. Only acts that did not know of each other have the same count. */
export const isLater = (a: ActKey, b: ActKey): boolean => {
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at !== undefined && a[at]! > b[at]!;
};

/** The newer of two records. Of one act the one whose text sorts later, so that all tabs agree. */
const newer = <T extends Stamp>(a: T, b: T): T => {
  const [actA, actB] = [actOf(a), actOf(b)];
  // Most records of two tabs are the same one.
  if (isLater(actA, actB) || JSON.stringify(a) === JSON.stringify(b)) return a;
  return isLater(actB, actA) || stableText(b) > stableText(a) ? b : a;
};

/** Maps of maps of records, merged down to the records. */
const mergeDeep = <T extends object>(a: T, b: T): T => {
  if (a === b) return a;
  if (typeof (a as Partial<Stamp>).n === "number") return newer(a as T & Stamp, b as T & Stamp);
  const merged = { ...a } as Record<string, object>;
  for (const [id, theirs] of Object.entries(b) as [string, object][])
    merged[id] = merged[id] ? mergeDeep(merged[id], theirs) : theirs;
  return merged as T;
};

/**
 * Brings two states together: of each record the newer one stays. Order and repetition do not
 * matter, so tabs that exchange states end up alike.
 */
export const mergeProgress = (a: SavedProgress, b: SavedProgress): SavedProgress =>
  a === b
    ? a
    : {
        schema: SCHEMA_VERSION,
        current: newer(a.current, b.current),
        computers: mergeDeep(a.computers, b.computers),
        recovery:
          a.recovery && b.recovery ? newer(a.recovery, b.recovery) : (a.recovery ?? b.recovery),
      };
