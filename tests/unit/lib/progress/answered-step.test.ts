import { describe, expect, test } from "vitest";
import { withAnsweredStep } from "@/lib/progress/answered-step";
import { withDayOfProof } from "@/lib/progress/day-of-proof";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import { viewGuide } from "@/lib/progress/guide-view";
import { licenseCardOf } from "@/lib/progress/license-card";
import { guideProgressOf, undo, withStep } from "@/lib/progress/progress";
import { emptyProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

/* What a changed answer makes uncertain is asked again; all else stays. */

type Question = NonNullable<OutlineStep["question"]>;

const step = (id: string, question?: Omit<Question, "id">, result?: true): OutlineStep => ({
  id,
  title: id,
  minutes: 1,
  revision: 1,
  result,
  question: question && { id: `${id}?`, ...question },
});
const part = (id: string, steps: OutlineStep[], when?: [string, ...string[]]) => ({
  id,
  title: id,
  steps,
  when: when && { question: when[0], answers: when.slice(1) },
});
const guide = (
  parts: GuideOutline["parts"],
  verdicts: GuideOutline["verdicts"] = [],
): GuideOutline => ({ guide: "guide", chapters: [], ends: [], aliases: {}, parts, verdicts });

const ACTOR = { by: "tab", at: NOW };

/** A reader of a guide: what they do, and what the guide then shows. */
function readerOf(outline: GuideOutline) {
  const stepNamed = (id: string) =>
    outline.parts.flatMap(({ steps }) => steps).find((one) => one.id === id)!;
  const view = (progress: SavedProgress) =>
    viewGuide(outline, guideProgressOf(progress, outline.guide), "11");
  return {
    view,
    answer: (progress: SavedProgress, id: string, answer: string) =>
      withAnsweredStep(outline, "11", progress, stepNamed(id), answer, ACTOR),
    tick: (progress: SavedProgress, id: string) =>
      withStep(progress, outline.guide, stepNamed(id), "done", ACTOR),
    left: (progress: SavedProgress) =>
      Object.entries(view(progress).steps)
        .filter(([, { isOnWay, state }]) => isOnWay && state === "open")
        .map(([id]) => id),
  };
}

describe("an answer that changes the way", () => {
  const { answer, tick, left, view } = readerOf(
    guide([
      part("look", [
        step("bought", { answers: ["alone", "with-pc"] }),
        step("linked", { answers: ["yes", "perhaps", "no"] }),
      ]),
      part("try", [step("troubleshoot")], ["linked?", "yes", "perhaps"]),
      part("read", [
        step(
          "now",
          {
            answers: ["activated", "not"],
            settles: { activated: { question: "end?", answer: "good" } },
          },
          true,
        ),
        step("by-whom", { answers: ["me", "shop"] }),
      ]),
      part("ask", [step("support")], ["now?", "not"]),
      part("end", [
        step(
          "end",
          { answers: ["good", "bad"], settles: { bad: { question: "now?", answer: "not" } } },
          true,
        ),
      ]),
    ]),
  );
  const answers = [
    ["bought", "alone"],
    ["linked", "no"],
    ["now", "not"],
    ["by-whom", "me"],
  ] as const;
  const done = answer(
    tick(
      answers.reduce((progress, [id, given]) => answer(progress, id, given), emptyProgress()),
      "support",
    ),
    "end",
    "bad",
  );

  const tried = answer(
    answer(tick(answer(done, "linked", "yes"), "troubleshoot"), "now", "not"),
    "end",
    "bad",
  );

  test("by adding steps: later results are asked again, and nothing else", () => {
    expect(left(done)).toEqual([]);
    const changed = answer(done, "linked", "yes");
    expect(left(changed)).toEqual(["troubleshoot", "now", "end"]);
    expect(view(changed).card).toBe("troubleshoot");
  });

  test("by removing steps, too", () => {
    expect(left(tried)).toEqual([]);
    expect(left(answer(tried, "linked", "no"))).toEqual(["now", "end"]);
  });

  test("the former answers are kept until they are given again", () => {
    const changed = tick(answer(done, "linked", "yes"), "troubleshoot");
    expect(view(changed).card).toBe("now");
    expect(view(changed).steps.now?.answer).toBe("not");
    // The steps behind it may still change their numbers.
    expect(view(changed).steps.end?.isCertain).toBe(false);
    expect(left(answer(changed, "now", "not"))).toEqual(["end"]);
  });

  test("what it settles is not asked again", () => {
    const changed = answer(done, "now", "activated");
    expect(left(changed)).toEqual([]);
    expect(view(changed).steps.end?.answer).toBe("good");
    // And it is uncertain again with the answer that settled it.
    expect(left(answer(changed, "now", "not"))).toEqual(["end"]);
  });

  test("an earlier answer that it settles is corrected, and what follows from it is asked", () => {
    const good = answer(
      answer(
        answer(answer(emptyProgress(), "bought", "alone"), "linked", "no"),
        "now",
        "activated",
      ),
      "by-whom",
      "me",
    );
    expect(left(good)).toEqual([]);
    const bad = answer(good, "end", "bad");
    expect(view(bad).steps.now?.answer).toBe("not");
    expect(left(bad)).toEqual(["support", "end"]);
    expect(left(answer(tick(bad, "support"), "end", "bad"))).toEqual([]);
  });

  test("Undo brings all of it back", () => {
    const changed = answer(done, "linked", "yes");
    const undone = undo(changed, { before: done, after: changed });
    expect(left(undone)).toEqual([]);
    expect(view(undone).steps.linked?.answer).toBe("no");
  });

  test.each<[string, SavedProgress, [string, string]]>([
    ["the same answer", done, ["linked", "no"]],
    ["one that picks no part", done, ["bought", "with-pc"]],
    ["one with the same way", tried, ["linked", "perhaps"]],
  ])("%s asks nothing again", (_, before, [id, given]) => {
    expect(left(before)).toEqual([]);
    expect(left(answer(before, id, given))).toEqual([]);
  });

  test("a first answer asks nothing again that was answered ahead", () => {
    const ahead = answer(emptyProgress(), "end", "bad");
    expect(left(answer(ahead, "linked", "yes"))).not.toContain("end");
  });
});

describe("an answer about what the guide proves", () => {
  const outline = guide(
    [
      part("look", [step("says", { answers: ["linked", "not-linked", "key"] })]),
      part("link", [step("add")], ["says?", "not-linked", "key"]),
      part("prove", [step("read", undefined, true), step("find", undefined, true)]),
    ],
    [
      {
        id: "linked",
        steps: ["read", "find"],
        answered: [{ step: "read", question: "says?", answers: ["linked"] }],
      },
    ],
  );
  const { answer, tick, left, view } = readerOf(outline);
  const dated = (day: string, before: SavedProgress, after: SavedProgress) =>
    withDayOfProof(outline, "11", day, before, after, ACTOR);
  const seen = (progress: SavedProgress) => licenseCardOf(guideProgressOf(progress, "guide")).seen;
  const almost = ["add", "find"].reduce(tick, answer(emptyProgress(), "says", "not-linked"));
  const done = dated("2026-01-01", almost, tick(almost, "read"));

  test("asks for the proof again if it says something else now, and the proof has a new day", () => {
    expect(view(done).verdicts).toEqual(["linked"]);
    const changed = answer(done, "says", "key");
    expect(view(changed).verdicts).toEqual([]);
    expect(left(changed)).toEqual(["read", "find"]);
    const read = tick(changed, "read");
    const again = dated("2026-03-01", read, tick(read, "find"));
    expect(view(again).verdicts).toEqual(["linked"]);
    expect([seen(done), seen(again)]).toEqual(["2026-01-01", "2026-03-01"]);
  });
});
