// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { takeBroughtAnswers } from "@/browser/guide/brought-answers";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { find, pageOf, setAddress, step, textOf } from "./support";

const OUTLINE: GuideOutline = {
  guide: "doors",
  chapters: [],
  ends: [],
  verdicts: [],
  aliases: {},
  parts: [
    {
      id: "choose",
      title: "Choose",
      steps: [
        { ...step("look"), question: { id: "color", answers: ["red", "blue"] } },
        { ...step("touch"), question: { id: "wood", answers: ["oak", "pine"] } },
      ],
    },
  ],
};
const WORDS: Record<string, string> = { red: "It is red", blue: "“Blue”" };

const take = vi.fn();
const replace = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  pageOf("<main></main>");
});

function opened(search: string, given: Record<string, string> = {}) {
  setAddress(`/guides/doors${search}`);
  takeBroughtAnswers(OUTLINE, {
    given: (question) => given[question],
    words: (_step, answer) => WORDS[answer] ?? answer,
    take,
    replace,
  });
}

test("answers in the address are taken where none was given, in the order of the guide", () => {
  opened("?answer=wood.oak&answer=color.red");
  expect(take.mock.calls).toEqual([
    ["color", "red"],
    ["wood", "oak"],
  ]);
  expect(document.querySelector("[data-notice]")).toBeNull();
});

test("they leave the address, which keeps the rest", () => {
  opened("?windows=10&answer=color.red#look");
  expect(location.href).toBe("http://localhost/guides/doors?windows=10#look");
});

test("an address without answers is left alone", () => {
  const rewrite = vi.spyOn(history, "replaceState");
  opened("?windows=10");
  expect(rewrite).not.toHaveBeenCalled();
  expect(take).not.toHaveBeenCalled();
});

test("what the guide does not offer is dropped", () => {
  opened("?answer=color.green&answer=size.big&answer=red");
  expect(take).not.toHaveBeenCalled();
  expect(location.search).toBe("");
});

test("the same answer as before needs no question", () => {
  opened("?answer=color.red", { color: "red" });
  expect(take).not.toHaveBeenCalled();
  expect(document.querySelector("[data-notice]")).toBeNull();
});

test("another answer than before is asked about, in words, and changes nothing by itself", () => {
  opened("?answer=color.blue", { color: "red" });
  expect(textOf("[data-notice] p")).toBe(
    "You answered “It is red” here before. The link says “Blue”.",
  );
  expect(replace).not.toHaveBeenCalled();
  const [keep, takeNew] = document.querySelectorAll<HTMLElement>("[data-notice] button");
  expect([keep?.textContent, takeNew?.textContent]).toEqual(["Keep my answer", "Take the new one"]);
  keep?.click();
  expect(replace).not.toHaveBeenCalled();

  opened("?answer=color.blue", { color: "red" });
  find("[data-notice] button:last-of-type").click();
  expect(replace).toHaveBeenCalledExactlyOnceWith("color", "blue");
  expect(take).not.toHaveBeenCalled();
});
