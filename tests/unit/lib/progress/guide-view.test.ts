import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followersOf, viewGuide, type Expanded } from "@/lib/progress/guide-view";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import { emptyGuideProgress, type GuideProgress } from "@/lib/progress/saved-progress";

const step = (id: string, question?: OutlineStep["question"], minutes = 1): OutlineStep => ({
  id,
  title: `Title of ${id}`,
  minutes,
  revision: 1,
  question,
});

/** Two chapters; a question that opens one of two branches, one of which asks again; an offer after the end. */
const outline: GuideOutline = {
  guide: "link",
  chapters: [
    { id: "check", title: "Check" },
    { id: "prove", title: "Prove" },
  ],
  parts: [
    {
      id: "look",
      title: "Look",
      chapter: "check",
      steps: [step("read", { id: "page", answers: ["linked", "not-linked"], usual: "not-linked" })],
    },
    {
      id: "add",
      title: "Add",
      chapter: "check",
      when: { question: "page", answers: ["not-linked"] },
      steps: [step("sign-in", undefined, 4), step("add", { id: "added", answers: ["yes", "no"] })],
    },
    {
      id: "again",
      title: "Again",
      chapter: "check",
      when: { question: "added", answers: ["no"] },
      steps: [step("wait")],
    },
    { id: "proof", title: "Proof", chapter: "prove", steps: [step("look-again")] },
    { id: "offer", title: "Offer", optional: true, steps: [step("local")] },
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
const stepsInOrder = outline.parts.flatMap(({ steps }) => steps);

const stamp = { n: 1, by: "tab", at: 0 };

/** What is saved after these presses: a step ("read"), a skipped one ("-wait"), an answer ("page=linked"). */
const after = (...presses: string[]): GuideProgress =>
  presses.reduce((progress, press): GuideProgress => {
    const [question = "", answer] = press.split("=");
    if (answer)
      return { ...progress, answers: { ...progress.answers, [question]: { ...stamp, answer } } };
    const id = press.replace(/^-/, "");
    const state = press.startsWith("-") ? "skipped" : "done";
    return {
      ...progress,
      steps: { ...progress.steps, [id]: { ...stamp, state, revision: 1 } },
    };
  }, emptyGuideProgress());

const view = (progress: GuideProgress, expanded?: Expanded) =>
  viewGuide(outline, progress, "11", expanded);
const shows = (progress: GuideProgress, expanded?: Expanded) =>
  Object.fromEntries(
    Object.entries(view(progress, expanded).steps).map(([id, { shows }]) => [id, shows]),
  );

describe("what is shown", () => {
  test("one card is open; a branch that no answer has opened is not listed, nor a later chapter", () => {
    expect(shows(after())).toEqual({
      read: "card",
      "sign-in": "nothing",
      add: "nothing",
      wait: "nothing",
      "look-again": "nothing",
      local: "nothing",
    });
  });

  test("done steps are lines, and so is what comes in the chapter", () => {
    expect(shows(after("page=not-linked", "read"))).toMatchObject({
      read: "line",
      "sign-in": "card",
      add: "line",
      wait: "nothing",
      "look-again": "nothing",
    });
  });

  test("a step that was opened again is the card; the current one waits as a line", () => {
    const opened = view(after("page=not-linked", "read"), { all: false, step: "read" });
    expect(opened.steps.read?.shows).toBe("card");
    expect(opened.steps["sign-in"]?.shows).toBe("line");
    expect(opened.current?.id).toBe("sign-in");
  });

  test("“Show all steps” opens every step", () => {
    expect(new Set(Object.values(shows(after(), { all: true })))).toEqual(new Set(["card"]));
  });

  test("a tick does not replace the answer that parts depend on", () => {
    expect(view(after("read")).current?.id).toBe("read");
    expect(view(after("page=linked", "read")).current?.id).toBe("look-again");
  });

  test("only the answer given last tells what follows from it", () => {
    const { steps } = view(after("page=not-linked", "read"));
    expect(steps.read?.tells).toBe(true);
    expect(view(after("page=not-linked", "read", "sign-in")).steps.read?.tells).toBe(false);
  });

  test("an answer that was changed tells what follows from it, though later steps are done", () => {
    const progress = after("page=not-linked", "read", "sign-in");
    const { steps, card } = view(progress, { all: false, answered: "read" });
    expect(card).toBe("add");
    expect(steps.read?.tells).toBe(true);
    expect(steps["sign-in"]?.tells).toBe(false);
    // Undone since.
    const undone = view(after("page=not-linked", "sign-in"), { all: false, answered: "read" });
    expect(undone.steps.read?.tells).toBe(false);
  });
});

describe("what is counted", () => {
  test("the way that most readers take, until answers say otherwise; offers never count", () => {
    expect(view(after())).toMatchObject({ total: 4, summaryText: "4 steps, about 7 minutes" });
    expect(view(after("page=linked", "read"))).toMatchObject({ total: 2, done: 1 });
    expect(view(after("page=not-linked", "added=no")).total).toBe(5);
  });

  test("steps outside the way have no number", () => {
    const { steps } = view(after("page=linked", "read"));
    expect(steps.read?.number).toBe(1);
    expect(steps["look-again"]?.number).toBe(2);
    expect(steps["sign-in"]?.number).toBeUndefined();
  });

  test("the number of a step is certain once no open answer can change it", () => {
    const certain = (progress: GuideProgress) => {
      const { steps } = view(progress);
      return Object.keys(steps).filter((id) => steps[id]?.isCertain && steps[id].number);
    };
    expect(certain(after())).toEqual(["read"]);
    // "Again" may come before the last step.
    expect(certain(after("page=not-linked", "read"))).toEqual(["read", "sign-in", "add"]);
    // Done out of order: it keeps its place.
    expect(certain(after("look-again"))).toEqual(["read", "look-again"]);
    // The usual answer of this one opens nothing, but another does.
    const forked: GuideOutline = {
      ...outline,
      parts: outline.parts.map((part) =>
        part.id === "look"
          ? { ...part, steps: [step("read", { id: "page", answers: ["linked", "not-linked"] })] }
          : part,
      ),
    };
    expect(viewGuide(forked, after(), "11").steps["look-again"]).toMatchObject({
      number: 2,
      isCertain: false,
    });
  });

  test("the summary names what was skipped and the time that is left", () => {
    expect(view(after("page=not-linked", "read", "-sign-in")).summaryText).toBe(
      "1 of 4 done, 1 skipped, about 2 minutes left",
    );
  });

  test("what an answer expects of a later question counts until that is answered", () => {
    const expecting: GuideOutline = {
      ...outline,
      parts: outline.parts.map((part) =>
        part.id === "look"
          ? {
              ...part,
              steps: [
                step("read", {
                  id: "page",
                  answers: ["linked", "not-linked"],
                  usual: "linked",
                  expects: { "not-linked": { question: "added", answer: "no" } },
                }),
              ],
            }
          : part,
      ),
    };
    const total = (...presses: string[]) => viewGuide(expecting, after(...presses), "11").total;
    expect(total()).toBe(2);
    expect(total("page=not-linked", "read")).toBe(5);
    expect(total("page=not-linked", "read", "added=yes")).toBe(4);
  });

  test("a chapter that answers may still lead to is needed perhaps, until they exclude it", () => {
    const more: GuideOutline = {
      ...outline,
      chapters: [...outline.chapters, { id: "more", title: "More" }],
      parts: outline.parts.map((part) =>
        part.id === "again" ? { ...part, chapter: "more" } : part,
      ),
    };
    const last = (...presses: string[]) => viewGuide(more, after(...presses), "11").chapters.at(-1);
    expect(last()).toMatchObject({ state: "ahead", value: 0, text: "If needed" });
    expect(last("page=not-linked", "read")?.text).toBe("If needed");
    expect(last("page=not-linked", "read", "added=no", "add")?.text).toBe("1 step");
    expect(last("page=not-linked", "read", "added=yes", "add")?.text).toBe("Not needed");
    // An old answer to a question that is no longer asked leads nowhere.
    expect(last("page=linked", "read", "added=no")?.state).toBe("not-needed");
  });

  test("a chapter without steps on the way is not needed", () => {
    const { chapters } = viewGuide(
      { ...outline, chapters: [...outline.chapters, { id: "more", title: "More" }] },
      after(),
      "11",
    );
    expect(chapters.at(-1)).toMatchObject({ state: "not-needed", text: "Not needed" });
  });
});

describe("the end", () => {
  const endAfter = (...presses: string[]) => view(after(...presses)).end?.index;

  test("is the first that fits the answers and what is proved", () => {
    expect(endAfter("page=linked", "read", "look-again")).toBe(2);
    const added = ["page=not-linked", "read", "sign-in", "add", "look-again"];
    expect(endAfter("added=yes", ...added)).toBe(1);
    expect(endAfter("added=no", "wait", ...added)).toBe(0);
  });

  test("is the last where a proof was skipped", () => {
    expect(endAfter("page=linked", "read", "-look-again")).toBe(3);
  });

  test("does not follow from a question that the reader no longer gets", () => {
    expect(endAfter("page=linked", "added=no", "read", "look-again")).toBe(2);
  });

  test("is not reached while a step is open", () => {
    expect(view(after("page=linked", "read")).end).toBeUndefined();
  });
});

/** A walk from card to card: the number decides what is answered, or whether the step is skipped. */
function* walk(choices: readonly number[]) {
  let presses: string[] = [];
  for (const choice of choices) {
    const progress = after(...presses);
    yield progress;
    const current = stepsInOrder.find(({ id }) => id === view(progress).current?.id);
    if (!current) return;
    const { id, question } = current;
    const answer = question?.answers[choice % question.answers.length];
    presses = answer
      ? [...presses, `${question.id}=${answer}`, id]
      : [...presses, choice % 3 === 0 ? `-${id}` : id];
  }
}

describe("along every walk", () => {
  const walks = fc.array(fc.nat(5), { minLength: 7, maxLength: 7 });

  test("no chapter's bar falls back", () => {
    fc.assert(
      fc.property(walks, (choices) => {
        let before: number[] = [];
        for (const progress of walk(choices)) {
          const values = view(progress).chapters.map(({ value }) => value);
          before.forEach((value, i) => expect(values[i]).toBeGreaterThanOrEqual(value - 1e-9));
          before = values;
        }
      }),
      { seed: 1 },
    );
  });

  test("the next card is one of those that were expected to follow", () => {
    fc.assert(
      fc.property(walks, (choices) => {
        let expected: string[] | undefined;
        for (const progress of walk(choices)) {
          const { card } = view(progress);
          if (card && expected) expect(expected).toContain(card);
          expected = followersOf(outline, progress, "11");
        }
      }),
      { seed: 1 },
    );
  });

  test("nothing follows the last step", () => {
    expect(followersOf(outline, after("page=linked", "read"), "11")).toEqual([]);
    expect(followersOf(outline, after("page=linked", "read", "look-again"), "11")).toEqual([]);
  });
});
