import { describe, expect, test } from "vitest";
import { compareSteps } from "@/lib/content/compare";
import type { DrawnScreen } from "@/lib/screens/draw-screen";
import type { Guide } from "@/lib/schema/guides";
import type { Windows } from "@/lib/windows/version";

/* What differs between Windows 10 and 11 is named in words (W11). */

const step = (id: string, more: Partial<Guide["parts"][number]["steps"][number]> = {}) => ({
  id,
  title: id,
  revision: 1,
  minutes: 1,
  needs: [],
  text: "Press it.",
  otherwise: [],
  nextPictures: [],
  ...more,
});

const guideOf = (...steps: ReturnType<typeof step>[]) =>
  ({
    chapters: [{ id: "check", title: "Check" }],
    parts: [
      { id: "one", title: "One", chapter: "check", steps },
      { id: "undo", title: "Undo", optional: "after-success", steps: [step("undo-it")] },
    ],
  }) as unknown as Guide;

const screen = (windows: Windows, label: string) =>
  ({
    windows,
    elements: [{ id: "add", kind: "button", label, children: [] }],
  }) as unknown as DrawnScreen;

const sources = {
  settingsPage: (slug: string) =>
    slug === "activation"
      ? { path11: ["System", "Activation"], path10: ["Update & Security", "Activation"] }
      : { path11: ["Accounts", "Your info"], path10: ["Accounts", "Your info"] },
  drawings: (name: string) =>
    name === "two-names"
      ? [screen("11", "Add an account"), screen("10", "Sign in")]
      : [screen("11", "Add"), screen("10", "Add")],
};

const differences = (...args: Parameters<typeof step>) =>
  compareSteps(guideOf(step(...args)), sources)[0]?.differences;

describe("the differences of a step", () => {
  test.each<[string, Parameters<typeof step>[1], string[]]>([
    ["none", {}, []],
    ["none where the way is the same", { settings: "your-info" }, []],
    [
      "the way",
      { settings: "activation" },
      [
        "The page is in System › Activation on Windows 11, and in Update & Security › Activation on Windows 10.",
      ],
    ],
    ["the only version", { only: "10" }, ["Only Windows 10 has this step."]],
    [
      "the name of what is pressed",
      { picture: { screen: "two-names", target: "add" } },
      ["“Add an account” on Windows 11 is “Sign in” on Windows 10."],
    ],
    [
      "the name of what is pressed on a later screen",
      {
        picture: { screen: "one-name", target: "add" },
        nextPictures: [{ screen: "two-names", target: "add" }],
      },
      ["“Add an account” on Windows 11 is “Sign in” on Windows 10."],
    ],
    ["no name that is the same", { picture: { screen: "one-name", target: "add" } }, []],
    [
      "the instruction",
      { text: 'Open it<Only windows="11">, and read</Only>.' },
      ["The instruction differs."],
    ],
    [
      "a way inside a text",
      { see: 'It is at <SettingsPath to="activation" />.' },
      ["What you should see differs."],
    ],
    ["nothing where only the help differs", { details: 'On<Only windows="10"> 10</Only>.' }, []],
    ["no fact mark", { text: 'Open it. <Fact id="state-where" />' }, []],
  ])("%s", (_, more, expected) => {
    expect(differences("one", more)).toEqual(expected);
  });
});

test("steps keep their order and chapter, and what may undo the result is none", () => {
  expect(
    compareSteps(guideOf(step("first"), step("second")), sources).map(
      ({ step: { id }, chapter }) => [id, chapter],
    ),
  ).toEqual([
    ["first", "Check"],
    ["second", "Check"],
  ]);
});

test("help that differs is reported separately", () => {
  const [first, second] = compareSteps(
    guideOf(step("first", { details: 'On<Only windows="10"> 10</Only>.' }), step("second")),
    sources,
  );
  expect([first?.helpDiffers, second?.helpDiffers]).toEqual([true, false]);
});
