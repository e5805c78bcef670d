import { describe, expect, test } from "vitest";
import {
  effectiveSteps,
  guideProgressOf,
  hasProgress,
  isRecoverable,
  summarize,
  summaryText,
  undo,
  withAnswer,
  withDetail,
  withPartShown,
  withRecovery,
  withReset,
  withStep,
} from "@/lib/progress/progress";
import {
  emptyGuideProgress,
  emptyProgress,
  mergeProgress,
  parseSavedProgress,
  type SavedProgress,
} from "@/lib/progress/saved-progress";
import { fixtureText, NOW, outline } from "./fixtures";
import type { Windows } from "@/lib/windows/version";

const GUIDE = outline.guide;
const allSteps = outline.parts.flatMap(({ steps }) => steps);
const step = (id: string) => {
  const found = allSteps.find((step) => step.id === id);
  if (!found) throw new Error(`The fixture outline.json has no step "${id}".`);
  return found;
};

/** Someone who acts at this time by the clock. */
const actor = (at = NOW) => ({ by: "tab", at });

/** The state after ticks ("id"), skips ("-id") and answers ("?answer" to the first question), in turn. */
const after = (...actions: string[]): SavedProgress =>
  actions.reduce((progress, action, index) => {
    const at = actor(NOW + index);
    if (action.startsWith("?"))
      return withAnswer(progress, GUIDE, "activation-state", action.slice(1), at);
    if (action.startsWith("-"))
      return withStep(progress, GUIDE, step(action.slice(1)), "skipped", at);
    return withStep(progress, GUIDE, step(action), "done", at);
  }, emptyProgress());

const summaryOf = (progress: SavedProgress, windows: Windows = "11") =>
  summarize(outline, guideProgressOf(progress, GUIDE), windows);
const textOf = (progress: SavedProgress, windows: Windows = "11") =>
  summaryText(summaryOf(progress, windows));
const stateOf = (progress: SavedProgress, id: string) => summaryOf(progress).steps[id]?.state;

describe("updates", () => {
  test("leave the state they came from as it was", () => {
    const before = after("administrator", "?linked");
    const text = JSON.stringify(before);
    withStep(before, GUIDE, step("administrator"), "open", actor());
    withAnswer(before, GUIDE, "activation-state", null, actor());
    withPartShown(before, GUIDE, "link", true, actor());
    withRecovery(withReset(before, GUIDE, actor()));
    expect(JSON.stringify(before)).toBe(text);
  });

  test("save the revision that the reader had before them", () => {
    expect(guideProgressOf(after("add-account"), GUIDE).steps["add-account"]).toEqual({
      state: "done",
      revision: 3,
      n: 1,
      by: "tab",
      at: NOW,
    });
  });

  test("win over what they change, even when the clock was set back", () => {
    const ticked = after("administrator");
    const unticked = withStep(ticked, GUIDE, step("administrator"), "open", actor(NOW - 5000));
    expect(stateOf(mergeProgress(ticked, unticked), "administrator")).toBe("open");
  });

  test("keep later answers when an earlier one is changed", () => {
    const answered = withAnswer(after("?not-activated"), GUIDE, "has-code", "yes", actor());
    const changed = withAnswer(answered, GUIDE, "activation-state", "linked", actor(NOW + 1));
    expect(guideProgressOf(changed, GUIDE).answers["has-code"]?.answer).toBe("yes");
  });

  test("touch the computer in use only", () => {
    const { progress } = parseSavedProgress(fixtureText("several-computers"));
    const changed = withStep(progress, GUIDE, step("device-list"), "done", actor());
    expect(changed.computers.pc).toBe(progress.computers.pc);
    expect(changed.computers.k3f9?.guides[GUIDE]?.steps["device-list"]?.state).toBe("done");
  });
});

describe("reset", () => {
  test("forgets ticks, answers and overrides of this guide only", () => {
    const other = withStep(
      after("administrator", "?linked"),
      "other",
      step("administrator"),
      "done",
      actor(),
    );
    const reset = withReset(
      withPartShown(other, GUIDE, "link", true, actor()),
      GUIDE,
      actor(NOW + 10),
    );
    const stamp = { n: 5, by: "tab", at: NOW + 10 };
    expect(guideProgressOf(reset, GUIDE)).toEqual({
      steps: { administrator: { state: "open", revision: 0, ...stamp } },
      answers: { "activation-state": { answer: null, ...stamp } },
      shown: { link: { shown: false, ...stamp } },
      details: {},
    });
    expect(hasProgress(guideProgressOf(reset, GUIDE))).toBe(false);
    expect(guideProgressOf(reset, "other").steps.administrator?.state).toBe("done");
  });

  test("holds against the state of another tab", () => {
    const ticked = after("administrator");
    const reset = withReset(ticked, GUIDE, actor(NOW - 5000));
    expect(stateOf(mergeProgress(ticked, reset), "administrator")).toBe("open");
  });

  test("lets a tick through that is made in the same millisecond", () => {
    const reset = withReset(after("administrator"), GUIDE, actor());
    const ticked = withStep(reset, GUIDE, step("administrator"), "done", actor());
    expect(stateOf(mergeProgress(reset, ticked), "administrator")).toBe("done");
  });

  test("can be taken back, beside what was done since, and only once", () => {
    const full = after("administrator", "activation-page", "?not-linked");
    const reset = withReset(full, GUIDE, actor(NOW + 10));
    const ticked = withStep(reset, GUIDE, step("administrator"), "skipped", actor(NOW + 20));
    expect(isRecoverable(ticked, GUIDE)).toBe(true);

    const recovered = withRecovery(ticked);
    expect(stateOf(recovered, "administrator")).toBe("skipped");
    expect(stateOf(recovered, "activation-page")).toBe("done");
    expect(summaryOf(recovered).openQuestion).toBeUndefined();
    expect(isRecoverable(recovered, GUIDE)).toBe(false);
    expect(withRecovery(recovered)).toBe(recovered);
  });

  test("taken back holds against the state of another tab", () => {
    const full = after("administrator");
    const reset = withReset(full, GUIDE, actor(NOW + 10));
    const recovered = withRecovery(reset);
    const merged = mergeProgress(mergeProgress(full, reset), recovered);
    expect(stateOf(merged, "administrator")).toBe("done");
  });

  test("of an empty guide does not cost the last reset", () => {
    const reset = withReset(after("administrator"), GUIDE, actor(NOW + 10));
    expect(withReset(reset, GUIDE, actor(NOW + 20))).toBe(reset);
  });

  test("is offered back in its own guide, on its own computer", () => {
    const reset = withReset(after("administrator"), GUIDE, actor(NOW + 10));
    expect(isRecoverable(reset, "other")).toBe(false);
    const elsewhere = { ...reset, current: { ...reset.current, computer: "x1" } };
    expect(isRecoverable(elsewhere, GUIDE)).toBe(false);
    expect(isRecoverable(emptyProgress(), GUIDE)).toBe(false);
  });
});

describe("the clock of the PC may jump", () => {
  const DAY_MS = 24 * 60 * 60 * 1000;

  test("back by two days: a tick holds against a reset and an untick from before", () => {
    const full = after("administrator", "activation-page");
    const reset = withReset(full, GUIDE, actor(NOW + 10));
    const unticked = withStep(reset, GUIDE, step("device-list"), "open", actor(NOW + 20));
    let late = unticked;
    for (const id of ["administrator", "device-list"])
      late = withStep(late, GUIDE, step(id), "done", actor(NOW - 2 * DAY_MS));
    for (const memory of [reset, unticked]) {
      expect(stateOf(mergeProgress(late, memory), "administrator")).toBe("done");
      expect(stateOf(mergeProgress(late, memory), "device-list")).toBe("done");
    }
  });

  test("back by an hour: of two resets the later one is brought back", () => {
    const first = withReset(after("administrator"), GUIDE, actor(NOW));
    const ticked = withStep(first, GUIDE, step("device-list"), "done", actor(NOW - 3_600_000));
    const second = withReset(ticked, GUIDE, actor(NOW - 3_600_000));
    const recovered = withRecovery(mergeProgress(first, second));
    expect(stateOf(recovered, "device-list")).toBe("done");
    expect(stateOf(recovered, "administrator")).toBe("open");
  });

  test("back by an hour: a tick on a renamed step holds", () => {
    const skipped = withStep(
      emptyProgress(),
      GUIDE,
      { id: "open-activation", revision: 1 },
      "open",
      actor(),
    );
    const ticked = withStep(
      skipped,
      GUIDE,
      step("activation-page"),
      "done",
      actor(NOW - 3_600_000),
    );
    expect(stateOf(ticked, "activation-page")).toBe("done");
  });
});

describe("a step that was renamed since", () => {
  const skipped = withStep(
    emptyProgress(),
    GUIDE,
    { id: "open-activation", revision: 1 },
    "skipped",
    actor(),
  );
  const reset = withReset(skipped, GUIDE, actor());

  test("keeps its new tick when a reset from before is taken back", () => {
    const ticked = withStep(reset, GUIDE, step("activation-page"), "done", actor());
    expect(stateOf(withRecovery(ticked), "activation-page")).toBe("done");
    const undone = undo(ticked, { before: skipped, after: reset });
    expect(stateOf(undone, "activation-page")).toBe("done");
  });

  test("is as it was after undoing the first thing done under its new id", () => {
    const ticked = withStep(skipped, GUIDE, step("activation-page"), "done", actor());
    const undone = undo(ticked, { before: skipped, after: ticked });
    expect(stateOf(undone, "activation-page")).toBe("skipped");
  });
});

describe("details", () => {
  const noted = withDetail(after("administrator"), GUIDE, "account", "m•••@outlook.com", actor());
  const accountOf = (progress: SavedProgress) =>
    guideProgressOf(progress, GUIDE).details.account?.value;

  test("go with a reset and come back with it", () => {
    const reset = withReset(noted, GUIDE, actor());
    expect(accountOf(noted)).toBe("m•••@outlook.com");
    expect(accountOf(reset)).toBeNull();
    expect(accountOf(withRecovery(reset))).toBe("m•••@outlook.com");
  });

  test("can be undone and taken back", () => {
    const changed = withDetail(noted, GUIDE, "account", null, actor());
    expect(accountOf(changed)).toBeNull();
    expect(accountOf(undo(changed, { before: noted, after: changed }))).toBe("m•••@outlook.com");
  });

  test("are cut to what can be saved", () => {
    const long = withDetail(noted, GUIDE, "sentence", "x".repeat(9999), actor());
    expect(guideProgressOf(long, GUIDE).details.sentence?.value).toHaveLength(200);
  });
});

describe("undo", () => {
  const undoLast = (before: SavedProgress, changed: SavedProgress) =>
    undo(changed, { before, after: changed });

  test("opens a step again that had never been touched", () => {
    const undone = undoLast(emptyProgress(), after("administrator"));
    expect(stateOf(undone, "administrator")).toBe("open");
  });

  test("gives a step its former state, and the revision it was done at", () => {
    const { progress } = parseSavedProgress(fixtureText("older-release"));
    const ticked = withStep(progress, GUIDE, step("add-account"), "done", actor());
    expect(stateOf(progress, "add-account")).toBe("changed");
    expect(stateOf(ticked, "add-account")).toBe("done");
    expect(stateOf(undoLast(progress, ticked), "add-account")).toBe("changed");
  });

  test("knows that a step was done under its former id", () => {
    const { progress } = parseSavedProgress(fixtureText("older-release"));
    const unticked = withStep(progress, GUIDE, step("activation-page"), "open", actor());
    expect(stateOf(unticked, "activation-page")).toBe("open");
    expect(stateOf(undoLast(progress, unticked), "activation-page")).toBe("done");
  });

  test("takes an answer and an override back", () => {
    const answered = after("?linked");
    expect(summaryOf(undoLast(emptyProgress(), answered)).openQuestion).toBe("activation-state");
    const shown = withPartShown(answered, GUIDE, "link", true, actor());
    expect(summaryOf(undoLast(answered, shown)).parts[1]?.overridden).toBe(false);
  });

  test("brings the former answer back", () => {
    const before = after("?linked");
    const changed = withAnswer(before, GUIDE, "activation-state", "not-linked", actor(NOW + 5));
    const undone = guideProgressOf(undoLast(before, changed), GUIDE);
    expect(undone.answers["activation-state"]?.answer).toBe("linked");
  });

  test("takes a reset back, with steps the guide no longer has", () => {
    const { progress } = parseSavedProgress(fixtureText("older-release"));
    const undone = undoLast(progress, withReset(progress, GUIDE, actor()));
    expect(summaryOf(undone)).toEqual(summaryOf(progress));
    expect(guideProgressOf(undone, GUIDE).steps["note-the-key"]?.state).toBe("done");
  });

  test("wins over the change in another tab", () => {
    const ticked = after("administrator");
    const undone = undoLast(emptyProgress(), ticked);
    expect(stateOf(mergeProgress(ticked, undone), "administrator")).toBe("open");
  });

  test("leaves alone what was changed again since, and everything else", () => {
    const ticked = after("administrator");
    const since = withStep(
      withStep(ticked, GUIDE, step("administrator"), "skipped", actor(NOW + 1)),
      GUIDE,
      step("activation-page"),
      "done",
      actor(NOW + 2),
    );
    const undone = undo(since, { before: emptyProgress(), after: ticked });
    expect(stateOf(undone, "administrator")).toBe("skipped");
    expect(stateOf(undone, "activation-page")).toBe("done");
  });
});

describe("a state from an older release", () => {
  const { progress } = parseSavedProgress(fixtureText("older-release"));

  test("keeps progress when a step is renamed", () => {
    expect(stateOf(progress, "activation-page")).toBe("done");
  });

  test("keeps progress when a step is moved to another part", () => {
    expect(stateOf(progress, "administrator")).toBe("skipped");
  });

  test("leaves a step open that was inserted since", () => {
    expect(stateOf(progress, "name-the-device")).toBe("open");
  });

  test("shows both parts of a split step as done before a change, which proves nothing yet", () => {
    expect(stateOf(progress, "read-sentence")).toBe("changed");
    expect(stateOf(progress, "device-list")).toBe("changed");
    expect(summaryOf(progress).verdicts).toEqual([]);
  });

  test("does not count a step that was removed, and does not forget it either", () => {
    expect(Object.keys(summaryOf(progress).steps)).not.toContain("note-the-key");
    expect(guideProgressOf(progress, GUIDE).steps["note-the-key"]?.state).toBe("done");
  });

  test("keeps a tick on a step whose task was revised, and says so", () => {
    expect(stateOf(progress, "add-account")).toBe("changed");
    expect(textOf(progress)).toBe("4 of 7 done, 1 skipped, about 3 minutes left");
  });

  test("follows the newer of two records when a page of the older release is still open", () => {
    const unticked = withStep(progress, GUIDE, step("activation-page"), "open", actor());
    const oldTab = withStep(
      unticked,
      GUIDE,
      { id: "open-activation", revision: 2 },
      "done",
      actor(NOW + 1),
    );
    expect(stateOf(unticked, "activation-page")).toBe("open");
    expect(stateOf(oldTab, "activation-page")).toBe("done");
  });

  test("shows a step as changed when several became one", () => {
    const merged = {
      ...outline,
      aliases: { "old-a": ["administrator"], "old-b": ["administrator"] },
    };
    const done = { state: "done", n: 5, by: "", at: 5 } as const;
    const steps = { "old-a": { ...done, revision: 4 } };
    expect(effectiveSteps(merged, { ...emptyGuideProgress(), steps })).toEqual({
      administrator: { ...done, revision: 0 },
    });
  });
});

describe("the path", () => {
  const statuses = (progress: SavedProgress) =>
    summaryOf(progress).parts.map(({ id, status }) => `${id}: ${status}`);

  test("waits for the answer", () => {
    const summary = summaryOf(emptyProgress());
    expect(statuses(emptyProgress())).toEqual([
      "check: shown",
      "link: waiting",
      "activate: waiting",
      "look-up: waiting",
      "verify: waiting",
    ]);
    expect(summary.openQuestion).toBe("activation-state");
    expect(summary.total).toBe(2);
    expect(summary.steps["your-info"]).toEqual({
      state: "open",
      onPath: false,
      waitingFor: "activation-state",
    });
    expect(summary.steps.administrator?.waitingFor).toBeUndefined();
  });

  test("follows the answer", () => {
    expect(statuses(after("?linked"))).toEqual([
      "check: shown",
      "link: not-for-you",
      "activate: not-for-you",
      "look-up: not-for-you",
      "verify: shown",
    ]);
  });

  test("waits for the next question once that one can be asked", () => {
    expect(summaryOf(after("?not-activated")).openQuestion).toBe("has-code");
    expect(statuses(after("?not-activated"))[3]).toBe("look-up: waiting");
  });

  test("does not follow an answer to a question that is no longer asked", () => {
    const answered = withAnswer(after("?not-activated"), GUIDE, "has-code", "yes", actor());
    expect(statuses(answered)[3]).toBe("look-up: shown");
    const changed = withAnswer(answered, GUIDE, "activation-state", "linked", actor(NOW + 1));
    expect(statuses(changed)[3]).toBe("look-up: not-for-you");
  });

  test("waits for the first question again when its answer is taken back", () => {
    const answered = withAnswer(after("?not-activated"), GUIDE, "has-code", "yes", actor());
    const takenBack = withAnswer(answered, GUIDE, "activation-state", null, actor(NOW + 1));
    expect(statuses(takenBack)[3]).toBe("look-up: waiting");
    expect(summaryOf(takenBack).openQuestion).toBe("activation-state");
  });

  test("asks again when the guide no longer offers the answer", () => {
    expect(summaryOf(after("?an-old-answer")).openQuestion).toBe("activation-state");
  });

  test("takes in a part that the reader wants to see all the same", () => {
    const shown = withPartShown(after("?linked"), GUIDE, "link", true, actor());
    expect(summaryOf(shown).parts[1]).toEqual({
      id: "link",
      status: "not-for-you",
      overridden: true,
    });
    expect(summaryOf(shown).steps["your-info"]).toEqual({ state: "open", onPath: true });
    expect(summaryOf(shown).total).toBe(summaryOf(after("?linked")).total + 3);
  });

  test("promises no further steps when the only waiting part is shown already", () => {
    const begun = after("?not-activated");
    const shown = withPartShown(begun, GUIDE, "look-up", true, actor());
    expect(summaryOf(begun).openQuestion).toBe("has-code");
    expect(summaryOf(shown).openQuestion).toBeUndefined();
  });

  test("leaves out a step of the other Windows version", () => {
    expect(summaryOf(after("?not-linked"), "11").total).toBe(7);
    expect(summaryOf(after("?not-linked"), "10").total).toBe(6);
    expect(summaryOf(after("?not-linked"), "10").steps["name-the-device"]?.onPath).toBe(false);
  });

  test("points at the first open step", () => {
    expect(summaryOf(after("administrator", "-activation-page", "?linked")).currentStep).toEqual({
      id: "read-sentence",
      title: "Read the sentence",
      minutes: 1,
    });
  });
});

describe("verdicts", () => {
  test("are reached when all their steps on this Windows version are done", () => {
    const done = after("?not-linked", "read-sentence", "device-list");
    expect(summaryOf(done, "11").verdicts).toEqual(["linked"]);
    expect(summaryOf(done, "10").verdicts).toEqual(["linked", "verified"]);
  });

  test("are not reached by skipping, nor by a step that is not on the path", () => {
    expect(summaryOf(after("?linked", "-read-sentence")).verdicts).toEqual([]);
    expect(summaryOf(after("?not-activated", "read-sentence")).verdicts).toEqual([]);
  });
});

describe("a verdict that an answer proves as well", () => {
  const proving = {
    ...outline,
    verdicts: outline.verdicts.map((verdict) =>
      verdict.id === "linked"
        ? {
            ...verdict,
            answered: [
              { step: "read-sentence", question: "activation-state", answers: ["linked"] },
            ],
          }
        : verdict,
    ),
  };
  const verdictsOf = (progress: SavedProgress) =>
    summarize(proving, guideProgressOf(progress, GUIDE), "11").verdicts;

  test("is reached by the answer, or by the step", () => {
    expect(verdictsOf(after("?linked"))).toEqual(["linked"]);
    expect(verdictsOf(after("?not-linked"))).toEqual([]);
    expect(verdictsOf(after("?not-linked", "read-sentence"))).toEqual(["linked"]);
  });

  test("is lost with the answer", () => {
    expect(verdictsOf(after("?linked", "?not-linked"))).toEqual([]);
  });
});

describe("the summary in words", () => {
  test.each([
    [
      "before anything is done",
      [],
      "2 steps, about 3 minutes, then more steps, depending on your answer",
    ],
    ["before anything but the answer", ["?linked"], "4 steps, about 6 minutes"],
    [
      "while a question waits",
      ["administrator"],
      "1 of 2 done, about 2 minutes left, then more steps, depending on your answer",
    ],
    [
      "when only the answer is missing",
      ["administrator", "activation-page"],
      "2 of 2 done, more steps once you answer the question",
    ],
    [
      "on the way",
      ["administrator", "activation-page", "?not-linked", "-your-info"],
      "2 of 7 done, 1 skipped, about 8 minutes left",
    ],
    [
      "one minute before the end",
      ["administrator", "activation-page", "?linked", "device-list"],
      "3 of 4 done, about 1 minute left",
    ],
    [
      "at the end",
      ["administrator", "activation-page", "?linked", "read-sentence", "device-list"],
      "4 of 4 done, nothing left to do",
    ],
    [
      "at the end, with a step skipped",
      ["-administrator", "activation-page", "?linked", "read-sentence", "device-list"],
      "3 of 4 done, 1 skipped, nothing left to do",
    ],
  ])("%s", (_, actions, text) => {
    expect(textOf(after(...actions))).toBe(text);
  });

  test("never promises less than a minute, and knows one step from two", () => {
    const short = {
      ...outline,
      parts: [{ id: "p", title: "P", steps: [{ ...step("your-info"), minutes: 0.25 }] }],
    };
    expect(summaryText(summarize(short, emptyGuideProgress(), "11"))).toBe(
      "1 step, about 1 minute",
    );
  });

  test("says so when this Windows version has no steps", () => {
    const parts = [{ id: "p", title: "P", steps: [step("name-the-device")] }];
    expect(summaryText(summarize({ ...outline, parts }, emptyGuideProgress(), "10"))).toBe(
      "No steps for this version of Windows",
    );
  });
});
