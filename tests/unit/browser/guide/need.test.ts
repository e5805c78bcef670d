// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { action, collapse, need, put } from "@/browser/guide/need";
import { changesDuring, find, pageOf } from "./support";

afterEach(() => {
  delete (document.body as { onbeforematch?: unknown }).onbeforematch;
});

test("a missing element is named, with the place where it is missing", () => {
  const step = pageOf(`<li data-step="sign-in" class="step"></li>`);
  expect(() => need("[data-tick]", step)).toThrow(
    /“\[data-tick\]” in <li data-step="sign-in">.*components\/guide/,
  );
  expect(() => need("#guide-outline", document)).toThrow(/“#guide-outline” in the page/);
  expect(need("li", document)).toBe(step);
});

test("a button that is not in the template is named, too", () => {
  pageOf("");
  expect(() => action("rename")).toThrow(/data-action="rename"/);
  expect(action("undo")).not.toBe(action("undo"));
});

test("a text is written only when it changes, so that its translation stays", () => {
  const slot = pageOf("<p></p>");
  put(slot, "Done.");
  slot.textContent = "Fertig.";
  expect(changesDuring(() => put(slot, "Done."))).toBe(0);
  expect(slot.textContent).toBe("Fertig.");
  put(slot, "Skipped.");
  expect(slot.textContent).toBe("Skipped.");
});

test("the text of the server is not written again", () => {
  const slot = pageOf("<p>3 steps</p>");
  expect(changesDuring(() => put(slot, "3 steps"))).toBe(0);
});

test("a collapsed block is hidden, and found by the browser's search where it can", () => {
  const block = pageOf("<div></div>");
  collapse(block, true);
  expect(block.getAttribute("hidden")).toBe("");
  collapse(block, false);
  expect(block.hasAttribute("hidden")).toBe(false);
  (document.body as { onbeforematch?: unknown }).onbeforematch = null;
  collapse(block, true);
  expect(find("div").getAttribute("hidden")).toBe("until-found");
  expect(changesDuring(() => collapse(block, true))).toBe(0);
});
