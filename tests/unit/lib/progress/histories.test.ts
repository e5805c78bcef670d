import fc from "fast-check";
import { test } from "vitest";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import {
  type Change,
  effectiveSteps,
  guideProgressOf,
  undo,
  withAnswer,
  withRecovery,
  withReset,
  withStep,
} from "@/lib/progress/progress";
import { createProgressStore, type ProgressStore } from "@/lib/progress/progress-store";
import {
  type DetailRecord,
  emptyProgress,
  type GuideProgress,
  mergeProgress,
  parseSavedProgress,
  type Recovery,
  type SavedProgress,
  serializeProgress,
  STORAGE_KEY,
} from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

/*
 * What a reader may do in up to five tabs of two releases, in any order, with a clock that jumps:
 * what they did last must be what is saved. A model without counts, times and merges says what that is.
 */

const GUIDE = "guide";
const DAY_MS = 24 * 60 * 60 * 1000;

const outlineOf = (ids: string[], aliases: GuideOutline["aliases"]): GuideOutline => {
  const steps = ids.map((id): OutlineStep => ({ id, title: id, minutes: 1, revision: 1 }));
  return {
    guide: GUIDE,
    chapters: [{ id: "chapter", title: "Chapter" }],
    parts: [{ id: "part", title: "Part", steps }],
    ends: [],
    verdicts: [],
    aliases,
  };
};

/** The newer release renamed a step and split another. */
const RELEASES = [
  outlineOf(["a", "b", "c"], {}),
  outlineOf(["a2", "b", "c1", "c2"], { a: ["a2"], c: ["c1", "c2"] }),
];
/** What a reader who ticks a step speaks of, in the words of the newer release. */
const MEANT: Record<string, string[]> = { a: ["a2"], c: ["c1", "c2"] };
const CELLS = ["a2", "b", "c1", "c2", "question"];

type Cell = {
  value: string;
  /** The act that said it, and what made it stand here: undoing gives a cell back with a new one. */
  act: number;
  token: number;
  /** An undo came too late for it. What is below a later act then depends on the ids. */
  isUnsure: boolean;
};
type Cells = Record<string, Cell>;

/** The reader's own account of what they did. */
class Model {
  cells: Cells = Object.fromEntries(
    CELLS.map((key) => [key, { value: "open", act: 0, token: 0, isUnsure: false }]),
  );
  recovery?: { act: number; before: Cells };
  acts = 0;

  private put(key: string, cell: Omit<Cell, "token">) {
    this.acts += 1;
    this.cells = { ...this.cells, [key]: { ...cell, token: this.acts } };
  }
  say(keys: string[], value: string) {
    const act = (this.acts += 1);
    for (const key of keys) this.put(key, { value, act, isUnsure: false });
  }
  hasProgress() {
    return Object.values(this.cells).some(({ value }) => value !== "open");
  }
  reset() {
    const before = this.cells;
    this.say(CELLS, "open");
    this.recovery = { act: this.cells.b!.act, before };
  }
  recover() {
    const { act, before } = this.recovery ?? { act: -1, before: {} };
    const gone = CELLS.filter(
      (key) => this.cells[key]!.act === act && this.cells[key]!.value === "open",
    );
    if (!gone.some((key) => before[key]!.value !== "open")) return;
    for (const key of gone)
      this.put(key, {
        ...before[key]!,
        isUnsure: before[key]!.isUnsure || this.cells[key]!.isUnsure,
      });
  }
  undo(before: Cells, after: Cells, isOneRelease: boolean) {
    for (const key of CELLS.filter((key) => before[key]!.token !== after[key]!.token)) {
      const cell = this.cells[key]!;
      if (cell.token === after[key]!.token) {
        // What the reader brought back under the former id stands below what is undone now.
        const isBelow = !isOneRelease && before[key]!.act === this.recovery?.act;
        this.put(key, {
          ...before[key]!,
          isUnsure: before[key]!.isUnsure || cell.isUnsure || isBelow,
        });
      } else this.cells = { ...this.cells, [key]: { ...cell, isUnsure: !isOneRelease } };
    }
  }
}

/** What a page of the newer release shows. */
const cellsIn = (progress: SavedProgress): Record<string, string> => {
  const guide = guideProgressOf(progress, GUIDE);
  const steps = effectiveSteps(RELEASES[1]!, guide);
  const texts = CELLS.slice(0, 4).map((id) => [id, steps[id]?.state ?? "open"]);
  return {
    ...Object.fromEntries(texts),
    question: guide.answers.question?.answer ?? "open",
  };
};

/** One key of storage. Each write is an event in the other tabs. */
class Storage {
  text: string | null = null;
  writes = 0;
  events = new Map<object, string[]>();
  /** What is read instead, as long as the last write has not reached the tab that reads. */
  stale?: string | null;
  isFull = false;

  /** `writesLines`: the tab's release writes each guide on a line of its own. Earlier ones wrote one line. */
  for(tab: object, writesLines: boolean) {
    this.events.set(tab, []);
    return {
      getItem: (key: string) =>
        key !== STORAGE_KEY ? null : this.stale === undefined ? this.text : this.stale,
      setItem: (_: string, written: string) => {
        const text = writesLines ? written : inOneLine(written);
        if (this.isFull) throw new DOMException("full", "QuotaExceededError");
        this.writes += 1;
        if (text === this.text) return;
        this.text = text;
        for (const [other, events] of this.events) if (other !== tab) events.push(text);
      },
    };
  }
}

const inOneLine = (text: string) => text.replaceAll("\n", "");

type Tab = {
  store: ProgressStore;
  release: number;
  events: string[];
  changes: { change: Change; before: Cells; after: Cells }[];
};

const openTab = (
  storage: Storage,
  release: number,
  clock: () => number,
  name: string,
  writesLines = true,
): Tab => {
  const key = {};
  const store = createProgressStore(storage.for(key, writesLines), clock, name);
  return { store, release, events: storage.events.get(key)!, changes: [] };
};

const ACTS = [
  ..."done done done skipped open answer answer reset recover undo undo".split(" "),
  ..."event event event lost late wake reload".split(" "),
];
/** Which tab, what it does, to which step, and by how many days the clock jumps. */
const moves = (most: number) =>
  fc.array(
    fc.tuple(
      fc.nat(4),
      fc.nat(ACTS.length - 1),
      fc.nat(3),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) },
      ),
    ),
    { minLength: 1, maxLength: most },
  );

/** `expect` takes longer than the history that it looks at. */
function must(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(`Expected: ${what}`);
}

/** Plays a history and says what is not as the reader left it. */
function play(history: [number, number, number, number][], tabCount: number, newest: number) {
  let time = NOW;
  let tabsMade = 0;
  const clock = () => (time += 1);
  const storage = new Storage();
  // Names in no order: a later tab must not win by its name.
  const open = (release: number) =>
    openTab(
      storage,
      release,
      clock,
      ["m", "c", "x", "a", "p"][tabsMade++ % 5]! + tabsMade,
      release === newest,
    );
  const tabs = Array.from({ length: tabCount }, (_, index) => open(Math.min(index % 2, newest)));
  const model = new Model();

  for (const [at, actIndex, choice, days] of history) {
    const index = at % tabCount;
    const tab = tabs[index]!;
    const act = ACTS[actIndex]!;
    time += days * DAY_MS;
    const writes = storage.writes;
    if (act === "event") tab.store.receive(tab.events.shift() ?? null);
    else if (act === "late") tab.store.receive(tab.events.pop() ?? null);
    else if (act === "lost") tab.events.length = 0;
    else if (act === "wake") tab.store.receive(storage.text);
    else if (act === "reload") {
      tab.events.length = 0;
      tabs[index] = open(Math.min(newest, tab.release + (choice % 2)));
    } else {
      const { cells: before } = model;
      const { steps } = RELEASES[tab.release]!.parts[0]!;
      const step = steps[choice % steps.length]!;
      const last = tab.changes.at(-1 - (choice % 2));
      if (act === "reset" && !model.hasProgress()) continue;
      if (act === "undo" && !last) continue;
      const change = tab.store.change((progress, actor) => {
        if (act === "answer")
          return withAnswer(progress, GUIDE, "question", [null, "yes", "no"][choice % 3]!, actor);
        if (act === "reset") return withReset(progress, GUIDE, actor);
        if (act === "recover") return withRecovery(progress);
        if (act === "undo") return undo(progress, last!.change);
        return withStep(progress, GUIDE, step, act as "done" | "skipped" | "open", actor);
      });
      if (act === "answer") model.say(["question"], ["open", "yes", "no"][choice % 3]!);
      else if (act === "reset") model.reset();
      else if (act === "recover") model.recover();
      else if (act === "undo") model.undo(last!.before, last!.after, newest === 0);
      else model.say(MEANT[step.id] ?? [step.id], act);
      tab.changes.push({ change, before, after: model.cells });
      check(tab.store.getState().progress);
      continue;
    }
    // Nobody acted.
    must(storage.writes === writes, `no write answers at "${act}"`);
  }

  function check(progress: SavedProgress) {
    const shown = newest === 0 ? undefined : cellsIn(progress);
    const guide = guideProgressOf(progress, GUIDE);
    for (const key of CELLS) {
      const { value, isUnsure } = model.cells[key]!;
      if (isUnsure) continue;
      const oldId = Object.keys(MEANT).find((id) => MEANT[id]!.includes(key)) ?? key;
      const now =
        shown?.[key] ??
        (key === "question" ? guide.answers.question?.answer : guide.steps[oldId]?.state) ??
        "open";
      must(now === value, `${key} is ${value}, not ${now}`);
    }
  }

  check(openTab(storage, newest, clock, "fresh").store.getState().progress);
  const writes = storage.writes;
  for (const { store, events } of tabs) {
    for (const text of events) store.receive(text);
    store.receive(storage.text);
    const text = serializeProgress(store.getState().progress);
    must(
      storage.text === null || inOneLine(text) === inOneLine(storage.text),
      "all tabs end up alike",
    );
  }
  must(storage.writes === writes, "no write answers at the end");
}

const runs = (numRuns: number) => ({ numRuns, seed: 20261129, endOnFailure: false });

test("what the reader did last is what is saved: one release", () => {
  fc.assert(
    fc.property(moves(7), fc.integer({ min: 1, max: 5 }), (history, tabs) =>
      play(history, tabs, 0),
    ),
    runs(8_000),
  );
});

test("what the reader did last is what is saved: two releases side by side", () => {
  fc.assert(
    fc.property(moves(7), fc.integer({ min: 1, max: 5 }), (history, tabs) =>
      play(history, tabs, 1),
    ),
    runs(12_000),
  );
});

/*
 * Browsers do not lock storage: two tabs may write at the same moment, and a disk may be full. Then
 * two acts may not know of each other, and either may stand. But none is lost to one that it knew of.
 */
function race(history: [number, number, number, number][], tabCount: number) {
  let time = NOW;
  const storage = new Storage();
  const acts: { step: string; value: string; knew: Set<number> }[] = [];
  const tabs = Array.from({ length: tabCount }, (_, index) =>
    openTab(storage, 0, () => time, `tab${(index * 3) % 5}`),
  );
  const seen = tabs.map(() => new Set<number>());
  /** Which acts a text holds, also those that later ones have replaced there. */
  const held = new Map<string | null, Set<number>>([[null, new Set()]]);
  const learn = (index: number, text: string | null) => {
    for (const act of held.get(text) ?? []) seen[index]!.add(act);
  };
  const note = (index: number) => {
    if (storage.text === serializeProgress(tabs[index]!.store.getState().progress))
      held.set(storage.text, new Set([...(held.get(storage.text) ?? []), ...seen[index]!]));
  };
  const receive = (index: number, text: string | null) => {
    learn(index, text);
    if (text !== null) learn(index, storage.text);
    tabs[index]!.store.receive(text);
    note(index);
  };

  let former: string | null = null;
  for (const [at, actIndex, choice, days] of history) {
    const index = at % tabCount;
    const { store, events } = tabs[index]!;
    time += days * DAY_MS;
    storage.isFull = days > 300;
    if (ACTS[actIndex] === "event") receive(index, events.shift() ?? null);
    else if (ACTS[actIndex] === "lost") events.length = 0;
    else {
      const step = ["a", "b"][choice % 2]!;
      const value = (["done", "skipped", "open"] as const)[actIndex % 3]!;
      storage.stale = choice === 3 ? former : undefined;
      learn(index, storage.stale === undefined ? storage.text : storage.stale);
      former = storage.text;
      acts.push({ step, value, knew: new Set(seen[index]) });
      seen[index]!.add(acts.length - 1);
      store.change((progress, actor) =>
        withStep(progress, GUIDE, { id: step, revision: 1 }, value, actor),
      );
      storage.stale = undefined;
      note(index);
    }
  }

  storage.isFull = false;
  // Until nobody has anything to say any more.
  for (let round = 0; ; round++) {
    const writes = storage.writes;
    tabs.forEach((_, index) => receive(index, storage.text ?? serializeProgress(emptyProgress())));
    if (storage.writes === writes) break;
    must(round < 2, "the tabs come to rest");
  }
  must(storage.writes <= acts.length + 2 * tabCount + history.length, "few writes");
  for (const { store } of tabs) {
    const { progress } = store.getState();
    must(serializeProgress(progress) === (storage.text ?? serializeProgress(progress)), "alike");
    for (const step of ["a", "b"]) {
      const all = acts.map((act, index) => ({ ...act, index })).filter((act) => act.step === step);
      const last = all.filter(({ index }) => !all.some(({ knew }) => knew.has(index)));
      const now = guideProgressOf(progress, GUIDE).steps[step]?.state;
      const values = last.map(({ value }) => value);
      must(all.length === 0 || values.includes(now ?? ""), `${step} is ${values}, not ${now}`);
    }
  }
}

test("what was done at the same moment, or on a full disk, is lost to no act that it knew of", () => {
  fc.assert(fc.property(moves(14), fc.integer({ min: 2, max: 5 }), race), runs(1_000));
});

/** States from so few ids and counts that records collide, and some are of the same act. */
const states = () => {
  const stamp = {
    n: fc.nat(4),
    by: fc.constantFrom("", "a", "b"),
    at: fc.nat(2),
  };
  const back = fc.option(
    fc.tuple(fc.nat(5), fc.constantFrom("a", "b"), fc.integer({ min: 1, max: 2 })),
    { nil: undefined },
  );
  const record = <T>(content: Record<string, fc.Arbitrary<unknown>>) =>
    fc
      .record({ ...content, ...stamp, back })
      .map(({ back, ...rest }) => (back ? { ...rest, back } : rest)) as fc.Arbitrary<T>;
  const map = <T>(ids: string[], one: fc.Arbitrary<T>) =>
    fc.dictionary(fc.constantFrom(...ids), one, { maxKeys: 3, noNullPrototype: true });
  const guide = fc.record<GuideProgress>({
    steps: map(
      ["a", "b"],
      record({
        state: fc.constantFrom("done", "skipped", "open"),
        revision: fc.constantFrom(1, 2),
      }),
    ),
    answers: map(["q"], record({ answer: fc.constantFrom("yes", "no", null) })),
    shown: map(["p"], record({ shown: fc.boolean() })),
    details: map(["account"], record({ value: fc.constantFrom("m•••", null) })),
  });
  return fc.record<SavedProgress>({
    schema: fc.constant(2),
    current: record({ computer: fc.constantFrom("pc", "x1") }),
    computers: map(
      ["pc", "x1"],
      fc.record({
        details: map(
          ["name", "deleted"],
          record<DetailRecord>({ value: fc.constantFrom("Den", null) }),
        ),
        guides: map(["g", "h"], guide),
      }),
    ),
    recovery: fc.option(
      record<Recovery>({
        guide: fc.constantFrom("g", "h"),
        computer: fc.constant("pc"),
        before: guide,
      }),
      { nil: undefined },
    ),
  });
};

test("merging is commutative, associative and idempotent, and leaves both states as they were", () => {
  fc.assert(
    fc.property(states(), states(), states(), (a, b, c) => {
      const texts = [a, b].map((state) => JSON.stringify(state));
      const text = (state: SavedProgress) => serializeProgress(state);
      const ab = mergeProgress(a, b);
      must(text(ab) === text(mergeProgress(b, a)), "the same in either order");
      must(
        text(mergeProgress(ab, c)) === text(mergeProgress(a, mergeProgress(b, c))),
        "the same however three are grouped",
      );
      must(text(mergeProgress(ab, b)) === text(ab), "nothing new the second time");
      must(text(mergeProgress(a, structuredClone(a))) === text(a), "nothing new from a copy");
      must(texts.join() === [a, b].map((state) => JSON.stringify(state)).join(), "left alone");
    }),
    runs(1_000),
  );
});

test("every state is read back as it was written", () => {
  fc.assert(
    fc.property(states(), (state) => {
      const { progress } = parseSavedProgress(serializeProgress(state));
      const { computer } = state.current;
      const known = state.computers[computer] ? state.current : progress.current;
      must(
        serializeProgress(progress) === serializeProgress({ ...state, current: known }),
        "the same text",
      );
    }),
    runs(1_000),
  );
});
