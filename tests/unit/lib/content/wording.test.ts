import { describe, expect, test } from "vitest";
import { answeredText, endCondition } from "@/lib/content/wording";
import type { Guide } from "@/lib/schema/guides";

/* For whom a part or an end of a guide is, for readers without script (C10). */

const guide = {
  parts: [
    {
      steps: [
        {
          id: "read",
          title: "Read the page",
          question: {
            id: "says",
            ask: "What does it say?",
            answers: [
              { id: "linked", label: "**Linked**" },
              { id: "active", label: "Active" },
              { id: "other", label: "Other" },
            ],
          },
        },
      ],
    },
    { steps: [{ id: "look", title: "Look again" }] },
  ],
  verdicts: [
    { id: "seen", steps: ["look"], answered: [] },
    {
      id: "proved",
      steps: ["look", "read"],
      answered: [{ step: "look", question: "says", answers: ["linked"] }],
    },
  ],
} as unknown as Guide;
const say = (label: string) => label.replaceAll("*", "");
const condition = (end: Parameters<typeof endCondition>[1]) => endCondition(guide, end, say);
const when = (...answers: string[]) => ({ question: "says", answers });

test("a question with the answers that count", () => {
  expect(answeredText(guide, when("active"), say)).toBe("“What does it say?” with “Active”");
  expect(answeredText(guide, when("linked", "active", "other"), say)).toBe(
    "“What does it say?” with “Linked”, “Active” or “Other”",
  );
});

describe("who gets an end", () => {
  test("readers with an answer", () => {
    expect(condition({ when: when("active") })).toBe(
      "If you answered “What does it say?” with “Active”",
    );
  });

  test("readers who have proved something, by steps or by an answer", () => {
    expect(condition({ verdict: "seen" })).toBe("If you have done “Look again”");
    expect(condition({ verdict: "proved" })).toBe(
      "If you have done “Look again” (or answered “What does it say?” with “Linked”) and “Read the page”",
    );
  });

  test("readers with both", () => {
    expect(condition({ verdict: "seen", when: when("other") })).toBe(
      "If you have done “Look again”, and you answered “What does it say?” with “Other”",
    );
  });

  test("everybody else", () => {
    expect(condition({})).toBe("In all other cases");
  });
});
