/** The only storage key that holds progress. */
export const STORAGE_KEY = "keylink:progress";

/** The version of the saved format. When you raise it, let `parseSavedProgress` read the previous one. */
export const SCHEMA_VERSION = 2;

/** The id of the computer that exists before the reader names one. Fixed, so that two new tabs share it. */
export const FIRST_COMPUTER_ID = "pc";

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
export type AnswerRecord = Stamp & { answer: string | null };

/** Whether the reader wants to see a part that is waiting for an answer or does not apply. */
export type ShownRecord = Stamp & { shown: boolean };

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

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Damaged: the caller begins afresh.
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

/** A guide that is parsed when something in it is first looked at. */
const unreadGuide = (text: string): GuideProgress => {
  let read: GuideProgress | undefined;
  const parsed = () => {
    const fields = read ? undefined : parseJson(text);
    return (read ??= parseGuide(isFields(fields) ? fields : {}));
  };
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
 * Parses a stored text as foreign data: keeps what is valid, even under unknown ids, and never throws. A guide
 * with the same text as in `known` is taken from there; the others are parsed when they are looked at.
 */
export const parseSavedProgress = (
  text: string | null,
  known = emptyProgress(),
): ParsedProgress => {
  const broken: ParsedProgress = { progress: emptyProgress(), problem: "broken" };
  if (text === null) return { progress: emptyProgress() };
  if (text.length > MAX_TEXT_CHARS) return broken;
  // In our own text every second line is a guide. Its number stands for it until somebody looks at it.
  const lines = text.split("\n");
  let root = parseJson(
    lines.map((line, index) => (index % 2 ? `{"line":${index}}` : line)).join(""),
  );
  if (!isFields(root)) root = parseJson(text);
  if (!isFields(root)) return broken;
  if (typeof root.schema === "number" && root.schema > SCHEMA_VERSION)
    return { ...broken, problem: "newer" };
  const isFirstSchema = root.schema === 1;
  if (!isFirstSchema && root.schema !== SCHEMA_VERSION) return broken;
  const stampOf = isFirstSchema ? parseTime : parseStamp;

  const readGuide = (fields: Fields, same?: GuideProgress): GuideProgress => {
    const line = lines[fields.line as number];
    if (line === undefined) return parseGuide(fields, stampOf);
    return same && guideText(same) === line ? same : unreadGuide(line);
  };

  const computers = parseMap(root.computers, (computer, id): Computer => ({
    details: parseMap(isFirstSchema ? firstDetails(computer) : computer.details, (fields) => {
      const content = parseDetail(fields);
      return content && { ...content, ...stampOf(fields) };
    }),
    guides: parseMap(computer.guides, (guide, slug) =>
      readGuide(guide, known.computers[id]?.guides[slug]),
    ),
  }));

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
    guides[recovery.guide] = mergeGuides(
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

const sorted = (value: unknown): unknown =>
  isFields(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value;

/** JSON with sorted keys: equal content gives equal text. */
const stableText = (value: unknown): string => JSON.stringify(sorted(value));

/** The text of each guide. Guides are replaced, never mutated, and a tick changes one of hundreds. */
const guideTexts = new WeakMap<GuideProgress, string>();

const guideText = (guide: GuideProgress): string => {
  const text = guideTexts.get(guide) ?? stableText(guide);
  guideTexts.set(guide, text);
  return text;
};

/** JSON of an object with sorted keys, built from the texts of its values. */
const objectText = (entries: [string, string][]): string =>
  `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join()}}`;

const mapText = <T>(map: Record<string, T>, textOf: (value: T) => string): string =>
  objectText(Object.entries(map).map(([key, value]) => [key, textOf(value)]));

/** A guide on a line of its own, by which the parser finds it. Other releases read the same JSON. */
const guideLine = (guide: GuideProgress) => `\n${guideText(guide)}\n`;

const progressTexts = new WeakMap<SavedProgress, string>();

/** The text to store. Equal progress gives equal text. */
export const serializeProgress = (progress: SavedProgress): string => {
  const made = progressTexts.get(progress);
  if (made !== undefined) return made;
  const { schema, current, computers, recovery } = progress;
  const text = objectText([
    ["schema", String(schema)],
    ["current", stableText(current)],
    [
      "computers",
      mapText(computers, ({ details, guides }) =>
        objectText([
          ["details", stableText(details)],
          ["guides", mapText(guides, guideLine)],
        ]),
      ),
    ],
    ...(recovery ? [["recovery", recoveryText(recovery)] as [string, string]] : []),
  ]);
  progressTexts.set(progress, text);
  return text;
};

const recoveryText = ({ before, ...rest }: Recovery): string =>
  objectText([
    ["before", guideLine(before)],
    ...Object.entries(rest).map(([key, value]): [string, string] => [key, stableText(value)]),
  ]);

const latestCounts = new WeakMap<GuideProgress, number>();

/** The highest act counter in a guide, found in its text, so that nothing is parsed for it. */
const latestCountIn = (guide: GuideProgress): number => {
  const known = latestCounts.get(guide);
  if (known !== undefined) return known;
  let latest = 0;
  for (const [, count] of guideText(guide).matchAll(/"(?:n":|back":\[)(\d+)/g))
    latest = Math.max(latest, parseCount(Number(count)));
  latestCounts.set(guide, latest);
  return latest;
};

/** The highest act counter in a state. */
export const latestCount = ({ current, computers, recovery }: SavedProgress): number => {
  let latest = Math.max(actOf(current)[0], current.n, recovery?.n ?? 0);
  for (const { details, guides } of Object.values(computers)) {
    for (const record of Object.values(details))
      latest = Math.max(latest, record.n, actOf(record)[0]);
    for (const guide of Object.values(guides)) latest = Math.max(latest, latestCountIn(guide));
  }
  return latest;
};

/** The act that a record counts as in the order. */
export const actOf = ({ n, by, back }: Stamp): ActKey => back ?? [n, by, 0];

/** Whether act `a` comes after act `b`. Only concurrent acts have equal counters. */
export const isLater = (a: ActKey, b: ActKey): boolean => {
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at !== undefined && a[at]! > b[at]!;
};

/** The newer of two records. For the same act, the one whose text sorts later, so that all tabs agree. */
const newer = <T extends Stamp>(a: T, b: T): T => {
  const [actA, actB] = [actOf(a), actOf(b)];
  // Most records of two tabs are equal.
  if (isLater(actA, actB) || JSON.stringify(a) === JSON.stringify(b)) return a;
  return isLater(actB, actA) || stableText(b) > stableText(a) ? b : a;
};

const mergeMaps = <T>(
  a: Record<string, T>,
  b: Record<string, T>,
  merge: (a: T, b: T) => T,
): Record<string, T> => {
  const merged = { ...a };
  for (const [id, theirs] of Object.entries(b)) {
    const ours = a[id];
    merged[id] = ours === undefined || ours === theirs ? theirs : merge(ours, theirs);
  }
  return merged;
};

const mergeGuides = (a: GuideProgress, b: GuideProgress): GuideProgress =>
  guideText(a) === guideText(b)
    ? a
    : {
        steps: mergeMaps(a.steps, b.steps, newer),
        answers: mergeMaps(a.answers, b.answers, newer),
        shown: mergeMaps(a.shown, b.shown, newer),
        details: mergeMaps(a.details, b.details, newer),
      };

/**
 * Merges two states: the newer version of each record stays. Merging is commutative and idempotent, so tabs
 * that exchange states converge.
 */
export const mergeProgress = (a: SavedProgress, b: SavedProgress): SavedProgress =>
  a === b
    ? a
    : {
        schema: SCHEMA_VERSION,
        current: newer(a.current, b.current),
        computers: mergeMaps(a.computers, b.computers, (ours, theirs) => ({
          details: mergeMaps(ours.details, theirs.details, newer),
          guides: mergeMaps(ours.guides, theirs.guides, mergeGuides),
        })),
        recovery:
          a.recovery && b.recovery ? newer(a.recovery, b.recovery) : (a.recovery ?? b.recovery),
      };
