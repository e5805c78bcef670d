// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { mountFinish } from "@/browser/guide/finish";
import { find, guideView, pageOf } from "./support";

const END = (index: number) =>
  `<article data-finish-end="${index}"><h2 tabindex="-1" data-finish-title>End ${index}</h2></article>`;
const PROOF = `<div data-finish-verdict="linked"><h2 tabindex="-1" data-finish-title>Linked</h2></div>`;

function mounted(proof = PROOF) {
  const section = pageOf(`<section data-finish>${proof}${END(0)}${END(1)}</section>`);
  return { section, finish: mountFinish(section) };
}
const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[data-finish] > *")]
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);

test("nothing is shown while a step is left", () => {
  const { section, finish } = mounted();
  finish.render(guideView());
  expect(section.hidden).toBe(true);
  expect(finish.title(guideView())).toBeUndefined();
});

test("the end that fits is shown, and its title gets the focus", () => {
  const { section, finish } = mounted();
  const view = guideView({ end: { index: 1 } });
  finish.render(view);
  expect(section.hidden).toBe(false);
  expect(section.hasAttribute("data-shown")).toBe(true);
  expect(shown()).toEqual(["End 1"]);
  expect(finish.title(view)).toBe(find("[data-finish-end='1'] h2"));
});

test("what is proved comes before any end", () => {
  const { finish } = mounted();
  const view = guideView({ end: { index: 1 }, verdicts: ["linked"] });
  finish.render(view);
  expect(shown()).toEqual(["Linked"]);
  expect(finish.title(view)?.textContent).toBe("Linked");
});

test("a guide without a proof has only ends", () => {
  const { finish } = mounted("");
  finish.render(guideView({ end: { index: 0 }, verdicts: ["linked"] }));
  expect(shown()).toEqual(["End 0"]);
});

test("without an end that fits nothing gets the focus", () => {
  const { finish } = mounted();
  const view = guideView({ end: { index: undefined } });
  finish.render(view);
  expect(shown()).toEqual([]);
  expect(finish.title(view)).toBeUndefined();
});

test("an end without a title is a mistake in the markup", () => {
  const { finish } = mounted();
  find("[data-finish-end='0'] h2").remove();
  const view = guideView({ end: { index: 0 } });
  finish.render(view);
  expect(() => finish.title(view)).toThrow(/data-finish-title/);
});

test("no text is written, so that translations stay", () => {
  const { finish } = mounted();
  find("[data-finish-end='0'] h2").textContent = "Ende";
  finish.render(guideView({ end: { index: 0 } }));
  expect(shown()).toEqual(["Ende"]);
});
