import { describe, expect, test, vi } from "vitest";
import { nextStamp, withRecovery, withStep } from "@/lib/progress/progress";
import {
  emptyGuideProgress,
  emptyProgress,
  type GuideProgress,
  MAX_DETAIL_CHARS,
  MAX_TEXT_CHARS,
  mergeProgress,
  parseSavedProgress,
  readBack,
  type SavedProgress,
  serializeProgress,
} from "@/lib/progress/saved-progress";
import { fixtureText } from "./fixtures";

describe("reading a stored text", () => {
  test("begins empty, without a problem, when nothing is stored", () => {
    expect(parseSavedProgress(null)).toEqual({ progress: emptyProgress() });
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
    expect(parseSavedProgress(text)).toEqual({ progress: emptyProgress(), problem: "broken" });
  });

  test("says newer for the format of a later release", () => {
    expect(parseSavedProgress(fixtureText("newer-schema")).problem).toBe("newer");
  });

  test("keeps what is sound in a damaged state, under unknown ids too, and drops the rest", () => {
    const { progress, problem } = parseSavedProgress(fixtureText("damaged"));
    const sound = { n: 1790000000000, by: "", at: 1790000000000 };
    const damaged = { n: 0, by: "", at: 0 };

    expect(problem).toBeUndefined();
    expect(progress.current).toEqual({ computer: "old-pc", n: 0, by: "", at: 0 });
    expect(progress.recovery).toBeUndefined();
    expect(Object.keys(progress.computers)).toEqual(["old-pc"]);
    const computer = progress.computers["old-pc"];
    expect(computer?.details).toEqual({});
    expect(computer?.guides["link-your-license"]).toEqual({
      steps: {
        administrator: { state: "done", revision: 1, ...sound },
        "activation-page": { state: "done", revision: 0, ...damaged },
        "far-future": { state: "done", revision: 1, ...damaged },
        infinite: { state: "skipped", revision: 0, ...damaged },
        negative: { state: "open", revision: 1, ...damaged },
        fraction: { state: "done", revision: 0, ...sound },
      },
      answers: {
        "activation-state": { answer: "not-linked", ...sound },
        "taken-back": { answer: null, ...sound },
      },
      shown: { link: { shown: true, ...sound } },
      details: {},
    });
    expect(computer?.guides["lists-everywhere"]).toMatchObject({
      steps: {},
      answers: {},
      shown: {},
    });
  });

  test("lets no foreign key reach the prototypes", () => {
    const { progress } = parseSavedProgress(fixtureText("damaged"));

    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(progress.computers)).toBe(Object.prototype);
    expect(serializeProgress(progress)).not.toContain("polluted");
  });

  test.each([
    ["a count below zero", { n: -1, by: "a", at: 5 }, { n: 0, by: "a", at: 5 }],
    ["a count beyond all", { n: 2 ** 53, by: "a", at: 5 }, { n: 0, by: "a", at: 5 }],
    ["a tab that is no id", { n: 3, by: "<b>", at: 5 }, { n: 3, by: "", at: 5 }],
    ["a time in words", { n: 3, by: "a", at: "noon" }, { n: 3, by: "a", at: 0 }],
    [
      "damage in what brought it back",
      { n: 3, by: "a", at: 5, back: [1e99, 7] },
      { n: 3, by: "a", at: 5, back: [0, "", 0] },
    ],
  ])("keeps a tick with %s, and it overrules nothing", (_, stamp, read) => {
    const steps = { s: { state: "done", revision: 1, ...stamp } };
    const text = JSON.stringify({ schema: 2, computers: { pc: { guides: { g: { steps } } } } });
    expect(parseSavedProgress(text).progress.computers.pc?.guides.g?.steps.s).toEqual({
      state: "done",
      revision: 1,
      ...read,
    });
  });

  test("cuts an endless detail", () => {
    const text = JSON.stringify({ schema: 1, computers: { pc: { name: "x".repeat(5000) } } });
    const { details } = parseSavedProgress(text).progress.computers.pc!;
    expect(details.name?.value).toHaveLength(MAX_DETAIL_CHARS);
  });

  test.each(["older-release", "several-computers", "damaged", "second-schema", "november-2026"])(
    "reads back what it writes: %s",
    (name) => {
      const { progress } = parseSavedProgress(fixtureText(name));
      expect(parseSavedProgress(serializeProgress(progress))).toEqual({ progress });
    },
  );

  test("keeps several computers, one of them deleted, and the last reset", () => {
    const text = fixtureText("second-schema");
    const { progress } = parseSavedProgress(text);
    expect(JSON.parse(serializeProgress(progress))).toEqual(JSON.parse(text));
  });
});

describe("a state in schema 1, ordered by times", () => {
  const stamp = (at: number) => ({ n: at, by: "", at });
  const read = (name: string) => parseSavedProgress(fixtureText(name)).progress;

  test("keeps names, Windows versions, the computer in use and one that was deleted", () => {
    const { current, computers } = read("several-computers");
    expect(current).toEqual({ computer: "k3f9", ...stamp(1790000500000) });
    expect(computers.pc?.details).toEqual({
      name: { value: "Living-room PC", ...stamp(1790000000000) },
      windows: { value: "11", ...stamp(1790000000000) },
    });
    expect(computers.x7b2?.details.deleted).toEqual({ value: "yes", ...stamp(1790000400000) });
  });

  test("keeps a computer whose deletion was undone", () => {
    const computer = { name: "Den", at: 7, deletedAt: 5 };
    const text = JSON.stringify({ schema: 1, computers: { pc: computer } });
    expect(parseSavedProgress(text).progress.computers.pc?.details).toEqual({
      name: { value: "Den", ...stamp(7) },
    });
  });

  test("keeps every tick and answer in the order it had", () => {
    const guide = read("first-release").computers.pc?.guides["link-your-license"];
    expect(guide?.steps.verify).toEqual({
      state: "done",
      revision: 1,
      ...stamp(1780000003000),
    });
    expect(guide?.answers["activation-message"]).toEqual({
      answer: "linked",
      ...stamp(1780000001500),
    });
  });

  test("lets its last reset hold against a tab that has not seen it", () => {
    const reset = read("several-computers");
    const { computer, guide, before } = reset.recovery!;
    const computers = { [computer]: { details: {}, guides: { [guide]: before } } };
    const merged = mergeProgress({ ...emptyProgress(), computers }, reset);
    const { steps } = merged.computers[computer]!.guides[guide]!;
    expect(steps.administrator?.state).toBe("open");
    expect(steps["activation-page"]?.state).toBe("done");
  });

  test("lets its last reset be taken back", () => {
    const recovered = withRecovery(read("several-computers"));
    const { steps } = recovered.computers.k3f9!.guides["link-your-license"]!;
    expect(steps.administrator?.state).toBe("done");
    expect(steps["activation-page"]?.state).toBe("done");
  });

  test("keeps what is newer than a reset, whatever the clock said", () => {
    const steps = {
      before: { state: "done", at: 3_000_000_000_000 - 1, revision: 1 },
      after: { state: "done", at: 3_000_000_000_000 + 1, revision: 1 },
    };
    const guides = { g: { steps, resetAt: 3_000_000_000_000 } };
    const text = JSON.stringify({ schema: 1, computers: { pc: { guides } } });
    const { computers } = parseSavedProgress(text).progress;
    expect(Object.keys(computers.pc?.guides.g?.steps ?? {})).toEqual(["after"]);
  });

  test("is overruled by what is done next, although that counts acts", () => {
    const ticked = read("first-release");
    const step = { id: "verify", revision: 1 };
    const unticked = withStep(ticked, "link-your-license", step, "open", { by: "a", at: 1 });
    const merged = mergeProgress(unticked, ticked);
    expect(merged.computers.pc?.guides["link-your-license"]?.steps.verify?.state).toBe("open");
  });
});

describe("writing", () => {
  test("gives the same text for the same content made in another order", () => {
    const { progress } = parseSavedProgress(fixtureText("several-computers"));
    const reversed = {
      ...progress,
      computers: Object.fromEntries(Object.entries(progress.computers).reverse()),
    };
    expect(serializeProgress(reversed)).toBe(serializeProgress(progress));
  });

  const everyFormat = ["first-release", "older-release", "several-computers", "november-2026"];
  test.each(everyFormat)("gives the same text once more, from the format of %s", (name) => {
    const { progress } = parseSavedProgress(fixtureText(name));
    const text = serializeProgress(progress);
    expect(serializeProgress(progress)).toBe(text);
    expect(serializeProgress(parseSavedProgress(text).progress)).toBe(text);
  });

  test("changes the text of the computer in use only, and forgets nothing of the others", () => {
    const text = serializeProgress(parseSavedProgress(fixtureText("several-computers")).progress);
    const { progress } = parseSavedProgress(text);
    expect(serializeProgress(progress)).toBe(text);
    const step = { id: "a-new-step", revision: 1 };
    const ticked = readBack(withStep(progress, "a-new-guide", step, "done", { by: "a", at: 1 }));
    const other = Object.keys(progress.computers).filter((id) => id !== progress.current.computer);
    expect(other).not.toEqual([]);
    for (const id of other) expect(ticked.computers[id]).toBe(progress.computers[id]);
    expect(serializeProgress(ticked)).toContain("a-new-step");
    expect(parseSavedProgress(serializeProgress(ticked)).progress).toEqual(ticked);
    // The state it came from is written as before.
    expect(serializeProgress(progress)).toBe(text);
  });
});

describe("a guide on a line of its own", () => {
  /** As the release of November 2026 wrote it. */
  const oneLine = JSON.stringify(JSON.parse(fixtureText("november-2026")));
  const written = serializeProgress(parseSavedProgress(oneLine).progress);
  const guidesIn = (text: string) => parseSavedProgress(text).progress.computers.pc!.guides;

  test("is the same JSON for a release that knows nothing of lines, and what that writes is read", () => {
    expect(written.split("\n")).toHaveLength(7);
    expect(JSON.parse(written)).toEqual(JSON.parse(oneLine));
    expect(parseSavedProgress(oneLine).progress).toEqual(parseSavedProgress(written).progress);
  });

  test("is not parsed before it is looked at, and written as it was read", () => {
    const { progress } = parseSavedProgress(written);
    const parse = vi.spyOn(JSON, "parse");
    const step = { id: "open-activation", revision: 1 };
    const ticked = withStep(progress, "before-hardware-change", step, "open", { by: "a", at: 1 });
    const text = serializeProgress(mergeProgress(progress, ticked));
    expect(parse.mock.calls.map(([text]) => text.length < 400)).toEqual([true]);
    vi.restoreAllMocks();
    const same = (text: string) =>
      text
        .split("\n")
        .filter((line) => line.includes("check-administrator") || line.includes("account"));
    expect(same(text)).toEqual(same(written));
    expect(ticked.computers.pc?.guides["before-hardware-change"]?.steps["open-activation"]).toEqual(
      { state: "open", revision: 1, n: 13, by: "a", at: 1 },
    );
  });

  test("does not spoil the others when it is damaged", () => {
    const damaged = written.replace('"state":"skipped"', '"state":"skip');
    expect(damaged).not.toBe(written);
    const guides = guidesIn(damaged);
    expect(guides["before-hardware-change"]).toEqual(emptyGuideProgress());
    expect(guides["link-your-license"]).toEqual(guidesIn(written)["link-your-license"]);
  });

  test("keeps what a later release noted in it", () => {
    const later = written.replace('"revision":2', '"mood":"good","revision":2');
    const { progress } = parseSavedProgress(later);
    const step = { id: "administrator", revision: 1 };
    const ticked = withStep(progress, "link-your-license", step, "done", { by: "a", at: 1 });
    expect(serializeProgress(ticked)).toContain('"mood":"good"');
  });

  test("is a line only in our own text", () => {
    const pretty = JSON.stringify(JSON.parse(written), null, 2);
    expect(guidesIn(pretty)).toEqual(guidesIn(written));
    expect(guidesIn(`\n${written}\n`)).toEqual(guidesIn(written));
    const foreign = '{"schema":2,"computers":{"pc":{"guides":{"g":{"line":1},"h":{"line":-1}}}}}';
    expect(guidesIn(foreign)).toEqual({ g: emptyGuideProgress(), h: emptyGuideProgress() });
    expect(guidesIn(`${foreign}\n`).g).toEqual(emptyGuideProgress());
    // What every list has by itself is no line.
    const { progress } = parseSavedProgress(foreign.replace("-1", '"map"'));
    expect(() => nextStamp(progress, { by: "a", at: 1 })).not.toThrow();
  });
});

const withSteps = (steps: GuideProgress["steps"]): SavedProgress => ({
  ...emptyProgress(),
  computers: { pc: { details: {}, guides: { g: { ...emptyGuideProgress(), steps } } } },
});
const stepsOf = (progress: SavedProgress) => progress.computers.pc?.guides.g?.steps;

describe("merging", () => {
  test("keeps the newer record of each step, by count and not by time", () => {
    const a = withSteps({
      x: { state: "done", revision: 1, n: 5, by: "a", at: 1 },
      y: { state: "done", revision: 1, n: 1, by: "a", at: 9 },
    });
    const b = withSteps({
      x: { state: "open", revision: 1, n: 4, by: "b", at: 2 },
      y: { state: "skipped", revision: 1, n: 2, by: "b", at: 3 },
      z: { state: "done", revision: 1, n: 3, by: "b", at: 4 },
    });
    expect(stepsOf(mergeProgress(a, b))).toEqual({
      x: stepsOf(a)?.x,
      y: stepsOf(b)?.y,
      z: stepsOf(b)?.z,
    });
  });

  test("decides between two tabs that counted alike", () => {
    const a = withSteps({ x: { state: "done", revision: 1, n: 5, by: "a", at: 1 } });
    const b = withSteps({ x: { state: "open", revision: 1, n: 5, by: "b", at: 1 } });
    expect(stepsOf(mergeProgress(a, b))).toEqual(stepsOf(b));
    expect(stepsOf(mergeProgress(b, a))).toEqual(stepsOf(b));
  });

  test("lets what was brought back overrule the act that took it, and no later one", () => {
    const brought = { state: "done", revision: 1, n: 2, by: "a", at: 1 } as const;
    const back = withSteps({ x: { ...brought, back: [5, "b", 1] } });
    const taken = withSteps({ x: { state: "open", revision: 1, n: 5, by: "b", at: 1 } });
    const later = withSteps({ x: { state: "skipped", revision: 1, n: 6, by: "a", at: 1 } });
    expect(mergeProgress(back, taken)).toEqual(back);
    expect(mergeProgress(back, later)).toEqual(later);
  });
});
