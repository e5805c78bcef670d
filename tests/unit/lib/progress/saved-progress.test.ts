import { describe, expect, test } from "vitest";
import {
  emptyProgress,
  type GuideProgress,
  MAX_TEXT_CHARS,
  mergeProgress,
  parseSavedProgress,
  type SavedProgress,
  serializeProgress,
} from "@/lib/progress/saved-progress";
import { fixtureText, NOW } from "./fixtures";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("reading a stored text", () => {
  test("begins empty, without a problem, when nothing is stored", () => {
    expect(parseSavedProgress(null, NOW)).toEqual({ progress: emptyProgress() });
  });

  test.each([
    ["an empty text", ""],
    ["a text cut off", '{"schema":1,"computers":{"pc":{"id'],
    ["no object", "[1,2,3]"],
    ["null", "null"],
    ["a bare number", "1"],
    ["no schema", '{"computers":{}}'],
    ["a schema that never was", '{"schema":0.5,"computers":{}}'],
    ["a schema in words", '{"schema":"1","computers":{}}'],
    ["deep nesting", "[".repeat(100_000)],
    ["an oversized text", `{"schema":1,"x":"${"x".repeat(MAX_TEXT_CHARS)}"}`],
  ])("begins empty and says broken for %s", (_, text) => {
    expect(parseSavedProgress(text, NOW)).toEqual({ progress: emptyProgress(), problem: "broken" });
  });

  test("says newer for the format of a later release", () => {
    expect(parseSavedProgress(fixtureText("newer-schema"), NOW).problem).toBe("newer");
  });

  test("keeps what is sound in a damaged state, under unknown ids too, and drops the rest", () => {
    const { progress, problem } = parseSavedProgress(fixtureText("damaged"), NOW);

    expect(problem).toBeUndefined();
    expect(progress.current).toBe("old-pc");
    expect(progress.currentAt).toBe(0);
    expect(progress.recovery).toBeUndefined();
    expect(Object.keys(progress.computers)).toEqual(["old-pc"]);
    const computer = progress.computers["old-pc"];
    expect(computer).toMatchObject({ id: "old-pc", name: "", at: 0 });
    expect(computer?.windows).toBeUndefined();
    expect(computer?.guides["link-your-license"]).toEqual({
      steps: {
        administrator: { state: "done", at: 1790000000000, revision: 1 },
        "activation-page": { state: "done", at: 0, revision: 0 },
        "far-future": { state: "done", at: NOW, revision: 1 },
        infinite: { state: "skipped", at: NOW, revision: 0 },
        negative: { state: "open", at: 0, revision: 1 },
        fraction: { state: "done", at: 1790000000000, revision: 0 },
      },
      answers: {
        "activation-state": { answer: "not-linked", at: 1790000000000 },
        "taken-back": { answer: null, at: 1790000000000 },
      },
      shown: { link: { shown: true, at: 1790000000000 } },
    });
    expect(computer?.guides["lists-everywhere"]).toMatchObject({
      steps: {},
      answers: {},
      shown: {},
    });
  });

  test("lets no foreign key reach the prototypes", () => {
    const { progress } = parseSavedProgress(fixtureText("damaged"), NOW);

    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(progress.computers)).toBe(Object.prototype);
    expect(serializeProgress(progress)).not.toContain("polluted");
  });

  test("accepts a clock that is a few hours ahead, and no more than a day", () => {
    const parseAt = (at: number) =>
      parseSavedProgress(
        JSON.stringify({
          schema: 1,
          computers: {
            pc: { guides: { g: { steps: { s: { state: "done", at, revision: 1 } } } } },
          },
        }),
        NOW,
      ).progress.computers.pc?.guides.g?.steps.s?.at;

    expect(parseAt(NOW + 10 * 60 * 60 * 1000)).toBe(NOW + 10 * 60 * 60 * 1000);
    expect(parseAt(NOW + DAY_MS + 1)).toBe(NOW);
  });

  test("keeps a tick made after a reset when the clock was far ahead at both", () => {
    const ahead = NOW + 400 * DAY_MS;
    const text = JSON.stringify({
      schema: 1,
      computers: {
        pc: {
          guides: {
            g: {
              steps: {
                before: { state: "done", at: ahead - 1, revision: 1 },
                after: { state: "done", at: ahead + 1, revision: 1 },
              },
              resetAt: ahead,
            },
          },
        },
      },
    });
    const { progress } = parseSavedProgress(text, NOW);

    expect(Object.keys(progress.computers.pc?.guides.g?.steps ?? {})).toEqual(["after"]);
    expect(mergeProgress(progress, progress)).toEqual(progress);
  });

  test("cuts an endless name", () => {
    const text = JSON.stringify({ schema: 1, computers: { pc: { name: "x".repeat(5000) } } });
    expect(parseSavedProgress(text, NOW).progress.computers.pc?.name).toHaveLength(60);
  });

  test.each(["older-release", "several-computers", "damaged"])(
    "reads back what it writes: %s",
    (name) => {
      const { progress } = parseSavedProgress(fixtureText(name), NOW);
      expect(parseSavedProgress(serializeProgress(progress), NOW)).toEqual({ progress });
    },
  );

  test("keeps several computers, one of them deleted, and the last reset", () => {
    const text = fixtureText("several-computers");
    const { progress } = parseSavedProgress(text, NOW);
    expect(JSON.parse(serializeProgress(progress))).toEqual(JSON.parse(text));
  });
});

describe("writing", () => {
  test("gives the same text for the same content made in another order", () => {
    const { progress } = parseSavedProgress(fixtureText("several-computers"), NOW);
    const reversed = {
      ...progress,
      computers: Object.fromEntries(Object.entries(progress.computers).reverse()),
    };
    expect(serializeProgress(reversed)).toBe(serializeProgress(progress));
  });
});

/** mulberry32, a small generator with a seed, so that a failure can be repeated. */
const seededRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** A random state from so few ids and times that states collide, at the same time as well. */
const randomProgress = (random: () => number): SavedProgress => {
  const pick = <T>(...items: T[]) => items[Math.floor(random() * items.length)] as T;
  const time = () => pick(0, 1, 2, 3, 4, 5);
  const some = <T>(ids: string[], make: (id: string) => T) =>
    Object.fromEntries(ids.filter(() => random() < 0.6).map((id) => [id, make(id)]));
  const guideProgress = (): GuideProgress => {
    const resetAt = pick(undefined, 1, 2, 3);
    const at = () => time() + (resetAt === undefined ? 0 : resetAt + 1);
    return {
      steps: some(["a", "b", "c"], () => ({
        state: pick("done", "skipped", "open"),
        at: at(),
        revision: pick(1, 2),
      })),
      answers: some(["q", "r"], () => ({ answer: pick("yes", "no", null), at: at() })),
      shown: some(["p"], () => ({ shown: pick(true, false), at: at() })),
      ...(resetAt !== undefined && { resetAt }),
    };
  };
  return {
    schema: 1,
    current: pick("pc", "x1"),
    currentAt: time(),
    computers: some(["pc", "x1"], (id) => ({
      id,
      name: pick("", "Den", "Attic"),
      ...(random() < 0.5 && { windows: pick("10", "11") }),
      at: time(),
      ...(random() < 0.3 && { deletedAt: time() }),
      guides: some(["g", "h"], guideProgress),
    })),
    ...(random() < 0.5 && {
      recovery: { guide: pick("g", "h"), computer: "pc", at: time(), before: guideProgress() },
    }),
  };
};

describe("merging", () => {
  const SEEDS = Array.from({ length: 500 }, (_, index) => index + 1);
  const states = (seed: number) => {
    const random = seededRandom(seed);
    return [randomProgress(random), randomProgress(random), randomProgress(random)] as const;
  };

  test("gives the same in either order", () => {
    for (const seed of SEEDS) {
      const [a, b] = states(seed);
      expect(mergeProgress(a, b), `seed ${seed}`).toEqual(mergeProgress(b, a));
    }
  });

  test("gives the same however three states are grouped", () => {
    for (const seed of SEEDS) {
      const [a, b, c] = states(seed);
      expect(mergeProgress(mergeProgress(a, b), c), `seed ${seed}`).toEqual(
        mergeProgress(a, mergeProgress(b, c)),
      );
    }
  });

  test("changes nothing when a state is merged again", () => {
    for (const seed of SEEDS) {
      const [a, b] = states(seed);
      const merged = mergeProgress(a, b);
      expect(mergeProgress(a, a), `seed ${seed}`).toEqual(a);
      expect(mergeProgress(merged, b), `seed ${seed}`).toEqual(merged);
    }
  });

  test("leaves both states as they were", () => {
    for (const seed of SEEDS) {
      const [a, b] = states(seed);
      const [aText, bText] = [JSON.stringify(a), JSON.stringify(b)];
      mergeProgress(a, b);
      expect([JSON.stringify(a), JSON.stringify(b)], `seed ${seed}`).toEqual([aText, bText]);
    }
  });

  const withSteps = (guide: Partial<GuideProgress>): SavedProgress => ({
    ...emptyProgress(),
    computers: {
      pc: {
        id: "pc",
        name: "",
        at: 0,
        guides: { g: { steps: {}, answers: {}, shown: {}, ...guide } },
      },
    },
  });
  const stepsOf = (progress: SavedProgress) => progress.computers.pc?.guides.g?.steps;

  test("keeps the newer record of each step", () => {
    const a = withSteps({
      steps: {
        x: { state: "done", at: 5, revision: 1 },
        y: { state: "done", at: 1, revision: 1 },
      },
    });
    const b = withSteps({
      steps: {
        x: { state: "open", at: 4, revision: 1 },
        y: { state: "skipped", at: 2, revision: 1 },
        z: { state: "done", at: 3, revision: 1 },
      },
    });
    expect(stepsOf(mergeProgress(a, b))).toEqual({
      x: { state: "done", at: 5, revision: 1 },
      y: { state: "skipped", at: 2, revision: 1 },
      z: { state: "done", at: 3, revision: 1 },
    });
  });

  test("drops what is older than a reset in the other state, and keeps what is newer", () => {
    const ticked = withSteps({
      steps: {
        old: { state: "done", at: 5, revision: 1 },
        new: { state: "done", at: 8, revision: 1 },
      },
    });
    const reset = withSteps({ resetAt: 6 });
    expect(Object.keys(stepsOf(mergeProgress(ticked, reset)) ?? {})).toEqual(["new"]);
  });
});
