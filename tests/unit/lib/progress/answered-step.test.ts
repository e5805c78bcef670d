import { describe, expect, test } from "vitest";
import { withAnsweredStep } from "@/lib/progress/answered-step";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { viewGuide } from "@/lib/progress/guide-view";
import { guideProgressOf, withStep } from "@/lib/progress/progress";
import { emptyProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

/* What a changed answer makes uncertain is asked again; all else stays. */

const step = (id: string, ...answers: string[]) => ({
  id,
  title: id,
  minutes: 1,
  revision: 1,
  question: answers.length > 0 ? { id: `${id}?`, answers } : undefined,
});
const OUTLINE: GuideOutline = {
  guide: "rescue",
  chapters: [],
  ends: [],
  aliases: {},
  parts: [
    {
      id: "look",
      title: "",
      steps: [step("bought", "alone", "with-pc"), step("linked", "yes", "no")],
    },
    {
      id: "try",
      title: "",
      when: { question: "linked?", answers: ["yes"] },
      steps: [step("troubleshoot")],
    },
    {
      id: "read",
      title: "",
      steps: [step("now", "activated", "not"), step("repaired-by", "me", "shop")],
    },
    { id: "not", title: "", when: { question: "now?", answers: ["not"] }, steps: [step("ask")] },
  ],
  verdicts: [],
};
const ACTOR = { by: "tab", at: NOW };

const answerIn =
  (outline: GuideOutline) =>
  (progress: SavedProgress, id: string, answer: string): SavedProgress =>
    withAnsweredStep(
      outline,
      "11",
      progress,
      outline.parts.flatMap(({ steps }) => steps).find((one) => one.id === id)!,
      { question: `${id}?`, answer },
      ACTOR,
    );
const tickIn = (outline: GuideOutline) => (progress: SavedProgress, id: string) =>
  withStep(progress, outline.guide, { id, revision: 1 }, "done", ACTOR);
const viewIn = (outline: GuideOutline) => (progress: SavedProgress) =>
  viewGuide(outline, guideProgressOf(progress, outline.guide), "11");
const leftIn = (outline: GuideOutline) => (progress: SavedProgress) =>
  Object.entries(viewIn(outline)(progress).steps)
    .filter(([, { isOnWay, state }]) => isOnWay && state === "open")
    .map(([id]) => id);

describe("an answer that adds steps", () => {
  const answer = answerIn(OUTLINE);
  const tick = tickIn(OUTLINE);
  const left = leftIn(OUTLINE);
  let done = answer(emptyProgress(), "bought", "alone");
  done = answer(done, "linked", "no");
  done = answer(done, "now", "not");
  done = answer(done, "repaired-by", "me");
  done = tick(done, "ask");

  test("asks again what later steps were picked by, and nothing else", () => {
    expect(left(done)).toEqual([]);
    const changed = answer(done, "linked", "yes");
    expect(left(changed)).toEqual(["troubleshoot", "now"]);
    expect(viewIn(OUTLINE)(changed).card).toBe("troubleshoot");
  });

  test("keeps the former answer until it is given again", () => {
    const changed = answer(done, "linked", "yes");
    expect(viewIn(OUTLINE)(changed).steps.now?.answer).toBe("not");
    expect(left(answer(tick(changed, "troubleshoot"), "now", "not"))).toEqual([]);
  });

  test("its number is not certain for steps behind a question that is asked again", () => {
    const changed = viewIn(OUTLINE)(
      tickIn(OUTLINE)(
        withStep(
          answer(done, "linked", "yes"),
          "rescue",
          { id: "ask", revision: 1 },
          "open",
          ACTOR,
        ),
        "troubleshoot",
      ),
    );
    expect(changed.steps.now?.isCertain).toBe(true);
    expect(changed.steps.ask?.isCertain).toBe(false);
  });

  test("asks nothing again if the added steps were done before", () => {
    const both = answer(tick(answer(done, "linked", "yes"), "troubleshoot"), "now", "not");
    expect(left(answer(answer(both, "linked", "no"), "linked", "yes"))).toEqual([]);
  });

  test("the same answer, a first one or one that adds nothing asks nothing again", () => {
    expect(left(answer(done, "linked", "no"))).toEqual([]);
    expect(left(answer(done, "bought", "with-pc"))).toEqual([]);
    const ahead = answer(emptyProgress(), "now", "activated");
    expect(left(answer(ahead, "linked", "yes"))).toEqual(["bought", "troubleshoot", "repaired-by"]);
  });
});

describe("an answer that stands for a proof", () => {
  const outline: GuideOutline = {
    ...OUTLINE,
    parts: [
      { id: "look", title: "", steps: [step("says", "linked", "not-linked", "key")] },
      {
        id: "link",
        title: "",
        when: { question: "says?", answers: ["not-linked", "key"] },
        steps: [step("add"), step("read")],
      },
      { id: "find", title: "", steps: [step("find")] },
    ],
    verdicts: [
      {
        id: "linked",
        steps: ["read", "find"],
        answered: [{ step: "read", question: "says?", answers: ["linked"] }],
      },
    ],
  };
  const answer = answerIn(outline);
  const tick = tickIn(outline);
  const view = viewIn(outline);
  const done = ["add", "read", "find"].reduce(tick, answer(emptyProgress(), "says", "not-linked"));

  test("asks for the proof again when it says something else now", () => {
    expect(view(done).verdicts).toEqual(["linked"]);
    const changed = answer(done, "says", "key");
    expect(view(changed).verdicts).toEqual([]);
    expect(leftIn(outline)(changed)).toEqual(["read"]);
    expect(view(tick(changed, "read")).verdicts).toEqual(["linked"]);
  });

  test("keeps the proof when it says the same", () => {
    expect(view(answer(done, "says", "linked")).verdicts).toEqual(["linked"]);
  });
});
