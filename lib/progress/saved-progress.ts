/** The only storage key that holds progress. */
export const STORAGE_KEY = "keylink:progress";

/** The version of the saved format. When you raise it, let `parseSavedProgress` read the previous one. */
const SCHEMA_VERSION = 2;

/** The id of the computer that exists before the reader names one. Fixed, so that two new tabs share it. */
const FIRST_COMPUTER_ID = "pc";

/** The longest text that is read or written: above any real progress (20 PCs with 12 finished guides are 400 KB). */
export const MAX_TEXT_CHARS = 1_000_000;

/** The longest detail that is kept: a name, a sentence of the Activation page, a masked account. */
export const MAX_DETAIL_CHARS = 200;

/** Above any act counter and any time in ms of schema 1, and far below where adding 1 is lost to rounding. */
const MAX_COUNT = 2 ** 50;

/**
 * The shape of an id. Its characters exclude `__proto__` and the like; `constructor` is the only
 * inherited property that would match, so it is excluded by name.
 */
const ID_PATTERN = /^(?!constructor$)[a-z0-9-]{1,80}$/;

/** Identifies an act: its counter, its tab, and how often it has been undone since. */
export type ActKey = [n: number, by: string, undos: number];

/**
 * The act that made a record (a Lamport clock). `n` is one higher than any counter its tab has seen, so later
 * acts have higher counters, whatever the PC's clock says. `by` is the tab and breaks ties between concurrent
 * acts. `at` is the time on the clock in ms, only ever shown.
 */
export type Stamp = {
  n: number;
  by: string;
  at: number;
  /** Set on a record that was restored by undoing this act: it counts as that act in the order. */
  back?: ActKey;
};

/** The state that the reader gave a step, and the revision of the step that they saw. */
export type StepRecord = Stamp & { state: "done" | "skipped" | "open"; revision: number };

/** The answer to a question; null when it was withdrawn. */
type AnswerRecord = Stamp & { answer: string | null };

/** Whether the reader wants to see a part that is waiting for an answer or does not apply. */
type ShownRecord = Stamp & { shown: boolean };

/** Something that the reader noted, such as the masked account; null when it was withdrawn. */
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

/** A parsed text. `broken`: nothing could be read. `newer`: a later release wrote it; never overwrite it. */
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

/** The content of a blank record of each kind. */
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

/** Whether a value can be saved as the id of a guide, part, step, question or answer. The content check uses it, too. */
export const isSavedId = (value: unknown): value is string =>
  typeof value === "string" && ID_PATTERN.test(value);

// A damaged counter becomes the oldest: the record is kept, but overrules nothing.
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

/** Schema 1 ordered records by time. A time works as a counter, and every tab reads the same one. */
const parseTime = ({ at }: Fields): Stamp => ({ n: parseCount(at), by: "", at: parseCount(at) });

const parseMap = <T>(value: unknown, parseOne: (fields: Fields, id: string) => T | undefined) => {
  const map: Record<string, T> = {};
  if (isFields(value))
    for (const [id, fields] of Object.entries(value)) {
      const parsed = isSavedId(id) && isFields(fields) ? parseOne(fields, id) : undefined;
      if (parsed !== undefined) map[id] = parsed;
    }
  return map;
};

/** The object in a text, or undefined for anything else. */
const parseJson = (text: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined; // Damaged: as if nothing were stored.
  }
};

const parseDetail = ({ value }: Fields) =>
  value === null || typeof value === "string"
    ? { value: value && value.slice(0, MAX_DETAIL_CHARS) }
    : undefined;

const parseGuide = (guide: Fields, stampOf = parseStamp): GuideProgress => {
  // Only schema 1 has `resetAt`: records that are not newer do not count.
  const resetAt = parseCount(guide.resetAt);
  const parseRecords = <T extends object>(
    value: unknown,
    parseOne: (fields: Fields) => T | undefined,
  ) =>
    parseMap(value, (fields) => {
      const content = parseOne(fields);
      const stamp = stampOf(fields);
      return content && (resetAt === 0 || stamp.n > resetAt) ? { ...content, ...stamp } : undefined;
    });
  return {
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
};

/** The texts of guides that were parsed. Guides are replaced, never mutated. */
const guideTexts = new WeakMap<object, string>();

/** The texts of computers whose guides all have one; empty until it is written. Computers are replaced, too. */
const computerTexts = new WeakMap<object, string>();

/** A guide that is parsed when something in it is first looked at. */
const unreadGuide = (text: string): GuideProgress => {
  let read: GuideProgress | undefined;
  const parsed = () => (read ??= parseGuide(parseJson(text) ?? {}));
  const guide: GuideProgress = {
    get steps() {
      return parsed().steps;
    },
    get answers() {
      return parsed().answers;
    },
    get shown() {
      return parsed().shown;
    },
    get details() {
      return parsed().details;
    },
  };
  guideTexts.set(guide, text);
  return guide;
};

/**
 * What foreign fields hold. `textOf` gives the text of a guide, if it has one of its own. Guides whose text is
 * the same in `known` are taken from there.
 */
const parseFields = (
  root: Fields,
  known: SavedProgress,
  textOf: (guide: Fields) => string | undefined,
): SavedProgress => {
  const isFirstSchema = root.schema === 1;
  const stampOf = isFirstSchema ? parseTime : parseStamp;
  const readGuide = (guide: Fields, same: GuideProgress | undefined): GuideProgress => {
    const text = textOf(guide);
    if (text === undefined) return parseGuide(guide, stampOf);
    return same && guideTexts.get(same) === text ? same : unreadGuide(text);
  };

  const computers = parseMap(root.computers, (computer, id): Computer => {
    // Nothing in it was changed since it was read.
    if (computerTexts.has(computer)) return computer as Computer;
    const read: Computer = {
      details: parseMap(isFirstSchema ? firstDetails(computer) : computer.details, (fields) => {
        const content = parseDetail(fields);
        return content && { ...content, ...stampOf(fields) };
      }),
      guides: parseMap(computer.guides, (guide, slug) =>
        readGuide(guide, known.computers[id]?.guides[slug]),
      ),
    };
    if (!isFirstSchema && Object.values(read.guides).every((guide) => guideTexts.has(guide)))
      computerTexts.set(read, "");
    return read;
  });

  const parseRecovery = (fields: Fields): Recovery | undefined => {
    const { guide, computer, before } = fields;
    return isSavedId(guide) && isSavedId(computer) && isFields(before)
      ? {
          guide,
          computer,
          before: readGuide(before, known.recovery?.before),
          ...stampOf(fields),
        }
      : undefined;
  };

  const recovery = isFields(root.recovery) ? parseRecovery(root.recovery) : undefined;
  // A reset in schema 1 removed records instead of blanking them, and another tab may still hold them.
  if (isFirstSchema && recovery && computers[recovery.computer]) {
    const { guides } = computers[recovery.computer]!;
    guides[recovery.guide] = mergeDeep(blanked(recovery.before, recovery), guides[recovery.guide])!;
  }

  const current = isFirstSchema
    ? { computer: root.current, at: root.currentAt }
    : isFields(root.current)
      ? root.current
      : {};
  const inUse = current.computer;
  return {
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
  };
};

/**
 * Parses a stored text as foreign data: keeps what is valid, even under unknown ids, and never throws. Guides
 * with an unchanged text are taken from `known`; the others are parsed when they are looked at.
 */
export const parseSavedProgress = (
  text: string | null,
  known = emptyProgress(),
): ParsedProgress => {
  const broken: ParsedProgress = { progress: emptyProgress(), problem: "broken" };
  if (text === null) return { progress: emptyProgress() };
  if (text.length > MAX_TEXT_CHARS) return broken;
  // In our own text every second line is a guide, and its number is enough here. Other texts are parsed whole.
  const lines = text.split("\n");
  const outline = lines.map((line, index) => (index % 2 ? `{"line":${index}}` : line)).join("");
  const root = parseJson(outline) ?? parseJson(text);
  if (!root) return broken;
  if (typeof root.schema === "number" && root.schema > SCHEMA_VERSION)
    return { ...broken, problem: "newer" };
  if (root.schema !== 1 && root.schema !== SCHEMA_VERSION) return broken;
  return {
    progress: parseFields(root, known, ({ line }) =>
      typeof line === "number" ? lines[line] : undefined,
    ),
  };
};

/** Progress as it would be after storing and reading it, without parsing again what was not changed. */
export const readBack = (progress: SavedProgress): SavedProgress =>
  parseFields(progress, progress, (guide) => guideTexts.get(guide) ?? write(guide));

/** The details of a computer in schema 1, which kept them in fields with one time for all. */
const firstDetails = ({ name, windows, at, deletedAt }: Fields): Fields => ({
  ...(name ? { name: { value: name, at } } : {}),
  ...(windows === "10" || windows === "11" ? { windows: { value: windows, at } } : {}),
  // In schema 1 a newer change of the name undid the deletion.
  ...(parseCount(deletedAt) && parseCount(deletedAt) >= parseCount(at)
    ? { deleted: { value: "yes", at: deletedAt } }
    : {}),
});

/** Progress with every record blanked by the act with this stamp. */
export const blanked = (progress: GuideProgress, { n, by, at }: Stamp): GuideProgress => {
  const blank = emptyGuideProgress();
  for (const kind of KINDS)
    for (const id of Object.keys(progress[kind]))
      Object.assign(blank[kind], { [id]: { ...BLANK[kind], n, by, at } });
  return blank;
};

/** JSON with sorted keys: equal content gives equal text. Guides that have a text get a line of their own. */
const write = (value: unknown): string => {
  if (!isFields(value))
    // Browsers keep a text with a single “•” in twice the space. `escape` writes it as %u2022, JSON as \u2022.
    return JSON.stringify(value).replace(/[^\0-ÿ]/g, (char) => escape(char).replace("%", "\\"));
  const known = guideTexts.get(value);
  if (known !== undefined) return `\n${known}\n`;
  const written = computerTexts.get(value);
  if (written) return written;
  let text = "";
  for (const key of Object.keys(value).sort())
    if (value[key] !== undefined) text += `${text && ","}"${key}":${write(value[key])}`;
  text = `{${text}}`;
  if (written === "") computerTexts.set(value, text);
  return text;
};

/** The text to store. Equal progress gives equal text. */
export const serializeProgress = (progress: SavedProgress): string => write(readBack(progress));

const latestCounts = new WeakMap<object, number>();

/** The highest act counter in a state or a part of it. Guides that were not read yet are searched as text. */
export const latestCount = (part: unknown): number => {
  if (!isFields(part)) return 0;
  const { n, back } = part as Partial<Stamp>;
  if (typeof n === "number") return Math.max(n, back?.[0] ?? 0);
  const known = latestCounts.get(part);
  if (known !== undefined) return known;
  const text = guideTexts.get(part);
  const counts =
    text === undefined
      ? Object.values(part).map(latestCount)
      : [...text.matchAll(/"(?:n":|back":\[)(\d+)/g)].map(([, count]) => parseCount(Number(count)));
  const latest = Math.max(0, ...counts);
  latestCounts.set(part, latest);
  return latest;
};

/** The act that a record counts as in the order. */
export const actOf = ({ n, by, back }: Stamp): ActKey => back ?? [n, by, 0];

/** Whether act `a` comes after act `b`. Only concurrent acts have equal counters. */
export const isLater = (a: ActKey, b: ActKey): boolean => {
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at !== undefined && a[at]! > b[at]!;
};

const stableText = (record: Stamp) => write(record).replaceAll("\n", "");

/** The newer of two records. For the same act, the one whose text sorts later, so that all tabs agree. */
const newer = <T extends Stamp>(a: T, b: T): T => {
  const [actA, actB] = [actOf(a), actOf(b)];
  // Most records of two tabs are equal.
  if (isLater(actB, actA) || JSON.stringify(a) === JSON.stringify(b)) return b;
  return isLater(actA, actB) || stableText(a) > stableText(b) ? a : b;
};

/** Merges what is saved down to its records. Equal parts come from `b`, so that it is returned when `a` adds nothing. */
const mergeDeep = <T>(a: T | undefined, b: T | undefined): T | undefined => {
  if (a === b || !a || !b) return b ?? a;
  if (typeof (b as Partial<Stamp>).n === "number") return newer(a as T & Stamp, b as T & Stamp);
  const text = guideTexts.get(b);
  if (text !== undefined && text === guideTexts.get(a)) return b;
  const merged = { ...a };
  for (const key of Object.keys(b) as (keyof T)[]) merged[key] = mergeDeep(a[key], b[key])!;
  const isAllOfB = (Object.keys(merged) as (keyof T)[]).every((key) => b[key] === merged[key]);
  return isAllOfB ? b : merged;
};

/**
 * Merges two states: the newer version of each record stays. Merging is commutative and idempotent, so tabs
 * that exchange states converge. Returns `b` itself when `a` adds nothing to it.
 */
export const mergeProgress = (a: SavedProgress, b: SavedProgress): SavedProgress =>
  mergeDeep(a, b)!;
