import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withDayOfProof } from "@/lib/progress/day-of-proof";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { CARD_DETAILS, licenseCardOf } from "@/lib/progress/license-card";
import {
  type Actor,
  guideProgressOf,
  summarize,
  undo,
  withAnswer,
  withReset,
  withStep,
} from "@/lib/progress/progress";
import { emptyProgress, mergeProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

/* On which day the sentence was seen: a slip keeps the first day, another look gives a new one. */

const step = (id: string) => ({ id, title: id, minutes: 1, revision: 1 });
const OUTLINE: GuideOutline = {
  guide: "link",
  chapters: [],
  ends: [],
  aliases: {},
  parts: [
    {
      id: "look",
      title: "Look",
      steps: [{ ...step("read"), question: { id: "says", answers: ["linked", "not-linked"] } }],
    },
    {
      id: "link",
      title: "Link",
      when: { question: "says", answers: ["not-linked"] },
      steps: [step("add"), step("read-again")],
    },
    { id: "prove", title: "Prove", steps: [step("find"), step("note")] },
  ],
  verdicts: [
    {
      id: "linked",
      steps: ["read-again"],
      answered: [{ step: "read-again", question: "says", answers: ["linked"] }],
    },
    { id: "proven", steps: ["read-again", "find", "note"] },
  ],
};

/** A reader in one tab: each act on a day, as the guide saves it. */
function reader(saved: SavedProgress = emptyProgress(), by = "a") {
  let progress = saved;
  const act = (day: string, update: (progress: SavedProgress, actor: Actor) => SavedProgress) => {
    const before = progress;
    const actor = { by, at: NOW };
    progress = withDayOfProof(OUTLINE, "11", day, before, update(before, actor), actor);
    return { before, after: progress };
  };
  return {
    set: (id: string, state: "done" | "open", day: string) =>
      act(day, (saved, actor) => withStep(saved, "link", { id, revision: 1 }, state, actor)),
    answer: (answer: string, day: string) =>
      act(day, (saved, actor) =>
        withStep(
          withAnswer(saved, "link", "says", answer, actor),
          "link",
          { id: "read", revision: 1 },
          "done",
          actor,
        ),
      ),
    reset: () => act("2026-01-01", (saved, actor) => withReset(saved, "link", actor)),
    undo: (change: { before: SavedProgress; after: SavedProgress }) => {
      progress = undo(progress, change);
    },
    get saved() {
      return progress;
    },
    get seen() {
      return licenseCardOf(guideProgressOf(progress, "link")).seen;
    },
  };
}

/** Linked on the way, on that day, and gone on since. */
function linkedOn(day: string) {
  const one = reader();
  one.answer("not-linked", day);
  one.set("add", "done", day);
  one.set("read-again", "done", day);
  one.set("find", "done", day);
  return one;
}

describe("the day of the proof", () => {
  test("is that of the act that proves it, and stays when more is done", () => {
    const one = linkedOn("2026-11-02");
    expect(one.seen).toBe("2026-11-02");
    one.set("note", "done", "2026-11-20");
    expect(one.seen).toBe("2026-11-02");
  });

  test.each(["2026-11-02", "2027-03-01"])("a slip on %s keeps the first day", (day) => {
    const one = linkedOn("2026-11-02");
    one.set("read-again", "open", day);
    one.set("read-again", "done", day);
    expect(one.seen).toBe("2026-11-02");
    // Also one of several steps that prove it.
    one.set("note", "open", day);
    one.set("read-again", "open", day);
    one.set("note", "done", day);
    one.set("read-again", "done", day);
    expect(one.seen).toBe("2026-11-02");
  });

  test("an answer that is put right keeps it, too", () => {
    const one = reader();
    one.answer("linked", "2026-11-02");
    one.answer("not-linked", "2026-11-05");
    one.answer("linked", "2026-11-05");
    expect(one.seen).toBe("2026-11-02");
  });

  test("a look after about a year gives a new day", () => {
    const one = linkedOn("2026-11-02");
    one.set("read-again", "open", "2027-10-20");
    one.set("read-again", "done", "2027-10-20");
    expect(one.seen).toBe("2027-10-20");
  });

  test("a license that was linked anew has a new day", () => {
    const one = linkedOn("2026-11-02");
    one.set("read-again", "open", "2026-11-10");
    one.set("add", "open", "2026-11-10");
    one.set("add", "done", "2026-11-12");
    one.set("read-again", "done", "2026-11-12");
    expect(one.seen).toBe("2026-11-12");

    const other = reader();
    other.answer("linked", "2026-11-02");
    other.answer("not-linked", "2026-11-10");
    other.set("add", "done", "2026-11-12");
    other.set("read-again", "done", "2026-11-12");
    expect(other.seen).toBe("2026-11-12");
  });

  test("Start over takes it away; Undo of the proof, too", () => {
    const one = linkedOn("2026-11-02");
    one.reset();
    expect(one.seen).toBeUndefined();
    one.answer("linked", "2026-11-09");
    expect(one.seen).toBe("2026-11-09");

    const other = reader();
    other.undo(other.answer("linked", "2026-11-02"));
    expect(other.seen).toBeUndefined();
  });
});

const tick = fc.record({
  tab: fc.constantFrom(0, 1),
  id: fc.constantFrom("read-again", "find", "note"),
  state: fc.constantFrom("done" as const, "open" as const),
  day: fc.integer({ min: 10, max: 30 }).map((day) => `2026-11-${day}`),
});

test("whatever is taken back and ticked again in two tabs, a proof keeps its first day", () => {
  fc.assert(
    fc.property(fc.array(tick, { maxLength: 30 }), (ticks) => {
      const first = linkedOn("2026-11-02").saved;
      const tabs = [reader(first, "a"), reader(first, "b")];
      for (const { tab, id, state, day } of ticks) tabs[tab]!.set(id, state, day);
      const [a, b] = tabs.map(({ saved }) => saved) as [SavedProgress, SavedProgress];
      const merged = mergeProgress(a, b);
      expect(mergeProgress(b, a)).toEqual(merged);
      expect(mergeProgress(merged, a)).toEqual(merged);
      const own = guideProgressOf(merged, "link");
      expect(own.details[CARD_DETAILS.seen]?.value).toBe("2026-11-02");
    }),
  );
});

test("a proof always has a day, whatever was done", () => {
  const any = fc.oneof(
    tick,
    fc.record({ answer: fc.constantFrom("linked", "not-linked"), day: fc.constant("2026-12-01") }),
    fc.record({
      id: fc.constant("add"),
      state: fc.constantFrom("done" as const, "open" as const),
      day: fc.constant("2026-12-02"),
    }),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (acts) => {
      const one = reader();
      for (const act of acts)
        if ("answer" in act) one.answer(act.answer, act.day);
        else one.set(act.id, act.state, act.day);
      const { verdicts } = summarize(OUTLINE, guideProgressOf(one.saved, "link"), "11");
      if (verdicts.length > 0) expect(one.seen).toMatch(/^2026-1[12]-\d\d$/);
    }),
  );
});
