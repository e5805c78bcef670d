// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { mountPart } from "@/browser/guide/part";
import type { PartView } from "@/lib/progress/guide-view";
import { changesDuring, find, pageOf, textOf } from "./support";

const show = vi.fn();

function mounted(
  more = "<p data-part-condition>For red doors.</p><button data-part-show></button>",
) {
  const element = pageOf(`<section data-part="doors"><h2>Doors</h2>${more}</section>`);
  const mount = mountPart(element, show);
  return {
    element,
    render: (view: Partial<PartView>) =>
      mount.render({ id: "doors", isListed: true, status: "shown", overridden: false, ...view }),
  };
}

test("a part whose steps are not shown is collapsed and hidden from screen readers", () => {
  const { element, render } = mounted();
  render({ isListed: false, status: "not-for-you" });
  expect(element.hasAttribute("data-listed")).toBe(false);
  expect(element.hasAttribute("hidden")).toBe(true);
  expect(element.getAttribute("aria-hidden")).toBe("true");
  render({ isListed: true });
  expect(element.hasAttribute("data-listed")).toBe(true);
  expect(element.hasAttribute("hidden")).toBe(false);
  expect(element.hasAttribute("aria-hidden")).toBe(false);
});

test("a part for other answers says for whom it is, and can be added and taken off", () => {
  const { element, render } = mounted();
  render({ status: "not-for-you" });
  expect(element.dataset.status).toBe("not-for-you");
  expect(find("[data-part-condition]").hidden).toBe(false);
  expect(textOf("[data-part-show]")).toBe("Add these steps to mine");
  find("[data-part-show]").click();
  expect(show).toHaveBeenLastCalledWith("doors", true);

  render({ status: "not-for-you", overridden: true });
  expect(textOf("[data-part-show]")).toBe("Take these steps off mine");
  find("[data-part-show]").click();
  expect(show).toHaveBeenLastCalledWith("doors", false);
});

test("a part for the reader's answers needs neither", () => {
  const { render } = mounted();
  render({ status: "shown" });
  expect(find("[data-part-condition]").hidden).toBe(true);
  expect(find("[data-part-show]").hidden).toBe(true);
});

test("a part for everybody has neither", () => {
  const { element, render } = mounted("");
  render({});
  expect(element.dataset.status).toBe("shown");
});

test("a button without its condition is a mistake in the markup", () => {
  expect(() => mounted("<button data-part-show></button>")).toThrow(/data-part-condition/);
});

test("the same view changes nothing, and a translated button stays", () => {
  const { render } = mounted();
  render({ status: "not-for-you" });
  expect(changesDuring(() => render({ status: "not-for-you" }))).toBe(0);
  find("[data-part-show]").textContent = "Diese Schritte hinzufügen";
  render({ status: "not-for-you", isListed: false });
  expect(textOf("[data-part-show]")).toBe("Diese Schritte hinzufügen");
});
