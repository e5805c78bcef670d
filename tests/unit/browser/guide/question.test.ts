// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { earlyAnswers, mountQuestion } from "@/browser/guide/question";
import { find, pageOf, textOf } from "./support";

const choose = vi.fn();

function page() {
  return pageOf(`<section>
    <fieldset data-question="color">
      <div data-answer="red" data-short="It is red">
        <label><input type="radio" name="color" value="red"><span>Red</span></label>
        <p data-outcome>Paint it twice.</p>
      </div>
      <div data-answer="blue" data-short="It is blue">
        <label><input type="radio" name="color" value="blue"><span>Blue</span></label>
      </div>
    </fieldset>
    <div data-told></div>
  </section>`);
}

function mounted() {
  page();
  return mountQuestion(find("[data-question]"), find("[data-told]"), choose);
}

test("radios become buttons with the same text, also a translated one", () => {
  page();
  const text = find("[data-answer=red] span");
  text.textContent = "Rot";
  mountQuestion(find("[data-question]"), find("[data-told]"), choose);
  expect(document.querySelector("label, input")).toBeNull();
  expect(find("[data-answer=red] button").firstElementChild).toBe(text);
  expect(textOf("[data-answer=red] button")).toBe("Rot");
});

test("a press reports the answer and the button", () => {
  mounted();
  const button = find("[data-answer=blue] button");
  button.click();
  expect(choose).toHaveBeenCalledExactlyOnceWith("blue", button);
});

test("the given answer is pressed, and has a short text", () => {
  const question = mounted();
  question.render({ answer: "red", tells: false });
  const pressed = () =>
    [...document.querySelectorAll("button[aria-pressed]")].map((button) =>
      button.getAttribute("aria-pressed"),
    );
  expect(pressed()).toEqual(["true", "false"]);
  question.render({ answer: undefined, tells: false });
  expect(pressed()).toEqual(["false", "false"]);
  expect(question.said("red")).toBe("It is red");
  expect(question.said(undefined)).toBe("");
});

test("the consequence of the answer is shown below the line, then beside its answer again", () => {
  const question = mounted();
  const outcome = find("[data-outcome]");
  question.render({ answer: "red", tells: true });
  expect(outcome.parentElement).toBe(find("[data-told]"));
  const move = vi.spyOn(find("[data-told]"), "append");
  question.render({ answer: "red", tells: true });
  expect(move).not.toHaveBeenCalled();
  question.render({ answer: "blue", tells: true });
  expect(outcome.parentElement).toBe(find("[data-answer=red]"));
});

test("answers chosen before the script are read from the radios", () => {
  const guide = page();
  expect(earlyAnswers(guide)).toEqual([]);
  find<HTMLInputElement>("[value=blue]").checked = true;
  expect(earlyAnswers(guide)).toEqual([{ question: "color", answer: "blue" }]);
});
