// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { mountStep } from "@/browser/guide/step";
import type { GuideView, StepView } from "@/lib/progress/guide-view";
import { changesDuring, find, guideView, pageOf, stepView, textOf } from "./support";

const NEXT = `<button data-next><span data-step-place-short></span> <span data-next-text>Done: next step</span></button>`;
const QUESTION = `<fieldset data-question="color">
  <div data-answer="red" data-short="It is red"><label><input type="radio" name="color" value="red"><span>Red</span></label></div>
  <div data-answer="blue" data-short="It is blue"><label><input type="radio" name="color" value="blue"><span>Blue</span></label></div>
</fieldset>`;

const actions = {
  next: vi.fn(),
  skip: vi.fn(),
  tick: vi.fn(),
  answer: vi.fn(),
  open: vi.fn(),
  undo: vi.fn(),
  putBack: vi.fn(),
  isUndoable: vi.fn(() => false),
};

beforeEach(() => {
  vi.clearAllMocks();
  actions.isUndoable.mockReturnValue(false);
});

function mounted(what = NEXT) {
  const element = pageOf(`<li data-step="paint">
    <div class="step-head">
      <input type="checkbox" data-tick>
      <span data-step-place></span>
      <h3 tabindex="-1" data-step-title>Paint the door</h3>
      <p data-step-said="The door is painted"></p>
      <p data-step-state></p>
      <p data-step-actions></p>
    </div>
    <div data-step-told></div>
    <div data-step-body>${what}<button data-skip>Skip this step <span data-of></span></button></div>
  </li>`);
  const mount = mountStep(element, actions);
  const show = (own: Partial<StepView>, view: Partial<GuideView> = {}, showsAll = false) =>
    mount.render(guideView({ ...view, steps: { paint: stepView(own) } }), showsAll);
  return { element, show };
}

const CARD = { shows: "card", isCurrent: true, number: 2 } as const;
const DONE = { state: "done", number: 2 } as const;
const labels = () =>
  [...find("[data-step-actions]").querySelectorAll("button")].map(({ textContent }) => textContent);

describe("what is shown", () => {
  test("the current step is a card, and says so", () => {
    const { element, show } = mounted();
    show(CARD);
    expect(element.dataset.shows).toBe("card");
    expect(element.getAttribute("aria-current")).toBe("step");
    expect(find("[data-step-body]").hasAttribute("hidden")).toBe(false);
  });

  test("another step is a line with a collapsed body", () => {
    const { element, show } = mounted();
    show(CARD);
    show(DONE);
    expect(element.dataset.shows).toBe("line");
    expect(element.hasAttribute("aria-current")).toBe(false);
    expect(find("[data-step-body]").hasAttribute("hidden")).toBe(true);
    expect(find<HTMLInputElement>("[data-tick]").checked).toBe(true);
    expect(textOf("[data-step-state]")).toBe("Done.");
    expect(textOf("[data-step-said]")).toBe("The door is painted");
  });

  test("a step on the way has its place, another has none", () => {
    const { element, show } = mounted();
    show({ ...CARD, isOnWay: true });
    expect(textOf("[data-step-place]")).toBe(" · Step 2 of 3");
    expect(textOf("[data-step-place-short]")).toBe("Step 2 of 3");
    expect(find("[data-tick]").dataset.number).toBe("2");
    expect(element.hasAttribute("data-on-way")).toBe(true);
    show({ shows: "nothing", isOnWay: false });
    expect(textOf("[data-step-place]")).toBe("");
    expect(find("[data-tick]").dataset.number).toBeUndefined();
    expect(element.hasAttribute("data-on-way")).toBe(false);
  });

  test("a number that an answer may still change stands on the card only", () => {
    const { show } = mounted();
    show({ number: 7, isCertain: false });
    expect(find("[data-tick]").dataset.number).toBeUndefined();
    show({ ...CARD, number: 7, isCertain: false });
    expect(find("[data-tick]").dataset.number).toBe("7");
  });

  test("only an open step that picks no part can be skipped", () => {
    const { show } = mounted();
    const skip = find("[data-skip]");
    show(CARD);
    expect(skip.hidden).toBe(false);
    show({ ...CARD, decides: true });
    expect(skip.hidden).toBe(true);
    show({ ...CARD, state: "done" });
    expect(skip.hidden).toBe(true);
  });

  test.each<[string, Partial<StepView>, Partial<GuideView>]>([
    ["Done: next step", CARD, {}],
    ["Done: finish", CARD, { done: 1, skipped: 1 }],
    ["Still done", { ...CARD, state: "changed" }, {}],
    [
      "Back to step 3",
      { ...DONE, shows: "card" },
      { current: { id: "dry", title: "Dry", number: 3 } },
    ],
    ["Close this step", { ...DONE, shows: "card" }, {}],
  ])("the main button says “%s”", (text, own, view) => {
    const { show } = mounted();
    show(own, view);
    expect(textOf("[data-next-text]")).toBe(text);
  });

  test("under “Show all steps” the button of a done step leads on, not back", () => {
    const { show } = mounted();
    show({ ...DONE, shows: "card" }, {}, true);
    expect(textOf("[data-next-text]")).toBe("Done: next step");
  });

  test("the line of an answered step says the answer", () => {
    const { show } = mounted(QUESTION);
    show({ ...DONE, answer: "blue" });
    expect(textOf("[data-step-said]")).toBe("It is blue");
  });
});

describe("what is reported", () => {
  test("next, “Skip this step” and the tick", () => {
    mounted();
    find("[data-next]").click();
    expect(actions.next).toHaveBeenCalledExactlyOnceWith("paint");
    find("[data-skip]").click();
    expect(actions.skip).toHaveBeenCalledExactlyOnceWith("paint");
    find("[data-tick]").click();
    find("[data-tick]").click();
    expect(actions.tick.mock.calls).toEqual([
      ["paint", true],
      ["paint", false],
    ]);
  });

  test("an answer, with its question", () => {
    mounted(QUESTION);
    find("[data-answer=red] button").click();
    expect(actions.answer).toHaveBeenCalledExactlyOnceWith("paint", "color", "red");
  });

  test("Change, Undo and “Put it back”, each with the title of its step", () => {
    const { show } = mounted();
    show(CARD);
    expect(labels()).toEqual([]);

    actions.isUndoable.mockReturnValue(true);
    show(DONE);
    expect(labels()).toEqual(["Undo Paint the door", "Change Paint the door"]);
    for (const button of document.querySelectorAll<HTMLElement>("[data-step-actions] button"))
      button.click();
    expect(actions.undo).toHaveBeenCalledExactlyOnceWith("paint");
    expect(actions.open).toHaveBeenCalledExactlyOnceWith("paint");

    actions.isUndoable.mockReturnValue(false);
    show({ state: "skipped" });
    expect(labels()).toEqual(["Put it back Paint the door"]);
    find("[data-step-actions] button").click();
    expect(actions.putBack).toHaveBeenCalledExactlyOnceWith("paint");
  });
});

test("the focus on a button that goes moves to the next one, or to the tick", () => {
  const { show } = mounted();
  actions.isUndoable.mockReturnValue(true);
  show(DONE);
  find("[data-step-actions] button").focus();
  actions.isUndoable.mockReturnValue(false);
  show(DONE);
  expect(document.activeElement).toBe(find("[data-action=change]"));
  show(CARD);
  expect(document.activeElement).toBe(find("[data-tick]"));
});

test("the same view changes nothing, and another one leaves translated texts alone", () => {
  const { show } = mounted();
  show(CARD);
  expect(changesDuring(() => show(CARD))).toBe(0);
  find("[data-next-text]").textContent = "Fertig: nächster Schritt";
  find("[data-step-place-short]").textContent = "Schritt 2 von 3";
  show({ ...CARD, tells: true });
  expect(textOf("[data-next-text]")).toBe("Fertig: nächster Schritt");
  expect(textOf("[data-step-place-short]")).toBe("Schritt 2 von 3");
});
