import { describe, expect, test } from "vitest";
import { viewGuide } from "@/lib/progress/guide-view";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { emptyGuideProgress, type GuideProgress } from "@/lib/progress/saved-progress";

const one = (id: string, question?: { id: string; answers: string[] }) => ({
  id,
  title: id,
  minutes: 1,
  revision: 1,
  question,
});

const outline: GuideOutline = {
  guide: "link",
  chapters: [],
  parts: [
    {
      id: "check",
      title: "Check",
      steps: [one("look", { id: "page", answers: ["linked", "not-linked"] })],
    },
    {
      id: "add",
      title: "Add",
      when: { question: "page", answers: ["not-linked"] },
      steps: [one("add-account", { id: "added", answers: ["yes", "no"] })],
    },
    { id: "prove", title: "Prove", steps: [one("look-again")] },
  ],
  ends: [
    { when: { question: "added", answers: ["no"] } },
    { verdict: "proved", when: { question: "page", answers: ["not-linked"] } },
    { verdict: "proved" },
    {},
  ],
  verdicts: [{ id: "proved", steps: ["look-again"] }],
  aliases: {},
};

const record = { n: 1, by: "tab", at: 0 };

/** The end for these answers and states of steps. */
function endFor(
  answers: Record<string, string>,
  steps: Record<string, "done" | "skipped">,
): number | undefined {
  const progress: GuideProgress = {
    ...emptyGuideProgress(),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, { ...record, answer }]),
    ),
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, state]) => [id, { ...record, state, revision: 1 }]),
    ),
  };
  return viewGuide(outline, progress, "11").end?.index;
}

describe("the end of a guide", () => {
  const done = { look: "done", "look-again": "done" } as const;

  test("is the first that fits the answers and what is proved", () => {
    expect(endFor({ page: "linked" }, done)).toBe(2);
    expect(endFor({ page: "not-linked", added: "yes" }, { ...done, "add-account": "done" })).toBe(
      1,
    );
    expect(endFor({ page: "not-linked", added: "no" }, { ...done, "add-account": "done" })).toBe(0);
  });

  test("is the last where a proof was skipped", () => {
    expect(endFor({ page: "linked" }, { ...done, "look-again": "skipped" })).toBe(3);
  });

  test("does not follow from a question that the reader no longer gets", () => {
    expect(endFor({ page: "linked", added: "no" }, done)).toBe(2);
  });

  test("is not reached while a step is open", () => {
    expect(endFor({ page: "linked" }, { look: "done" })).toBeUndefined();
  });
});
