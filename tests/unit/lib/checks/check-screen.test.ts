import { expect, test } from "vitest";
import {
  expectMistake,
  problemsAfter,
  type Mistake,
  type SmallContent,
} from "@/tests/fixtures/small-content";

/* The pictures of a step show what its text speaks of. */

const GUIDE = "guides/link.yaml";
const STEP = "parts[0].steps[0]";

const screen = (title: string, id: string, label: string) => ({
  title,
  window: "dialog",
  fact: "link-works",
  elements: [{ id, kind: "button", label, fact: "link-works" }],
});

const first = { screen: "first", target: "next" };
const second = { screen: "second", target: "finish" };

/** The content with two screens and a first step that has these fields. */
const withStep = (more: object) => (content: SmallContent) => {
  content["screens/first.yaml"] = screen("The first", "next", "Next");
  content["screens/second.yaml"] = screen("The second", "finish", "Line: value");
  Object.assign(content[GUIDE].parts[0].steps[0], more);
};

/** Makes it a main guide, whose steps all say why they have no picture. */
function asMainGuide(content: SmallContent): void {
  content[GUIDE].pictured = true;
  for (const part of content[GUIDE].parts)
    for (const step of part.steps) step.noPicture = "Done in the firmware, which differs.";
}

const MISTAKES: Mistake[] = [
  {
    what: "a label that no screen of the step has",
    change: withStep({
      picture: first,
      nextPictures: [second],
      text: "Choose **Next**, then **Done**.",
    }),
    file: GUIDE,
    field: `${STEP}.text`,
    message: /“Done”/,
    remedy: /name a later screen under “nextPictures”/,
  },
  {
    what: "a target that a later screen lacks",
    change: withStep({ picture: first, nextPictures: [{ screen: "second", target: "next" }] }),
    file: GUIDE,
    field: `${STEP}.nextPictures[0].target`,
    message: /“next”/,
    remedy: /finish/,
  },
  {
    what: "a later screen without a first",
    change: withStep({ nextPictures: [second] }),
    file: GUIDE,
    field: `${STEP}.nextPictures`,
    message: /nothing comes before/,
    remedy: /“picture”/,
  },
  {
    what: "an unknown screen of another case",
    change: withStep({
      otherwise: [
        { seen: "Another one", then: "Close it.", picture: { ...second, screen: "third" } },
      ],
    }),
    file: GUIDE,
    field: `${STEP}.otherwise[0].picture.screen`,
    message: /“third”/,
    remedy: /./,
  },
  {
    what: "a step of a main guide without a picture",
    change: (content) => {
      asMainGuide(content);
      delete content[GUIDE].parts[0].steps[0].noPicture;
    },
    file: GUIDE,
    field: `${STEP}.picture`,
    message: /has no picture/,
    remedy: /say why under “noPicture”/,
  },
  {
    what: "a picture beside the reason for none",
    change: withStep({ picture: first, noPicture: "Nothing is done on a screen." }),
    file: GUIDE,
    field: `${STEP}.noPicture`,
    message: /has a picture/,
    remedy: /Delete/,
  },
];

for (const mistake of MISTAKES) test(`${mistake.what} is refused`, () => expectMistake(mistake));

test("a label may be on a later screen, and a line is named by its name", () => {
  expect(
    problemsAfter(
      withStep({
        picture: first,
        nextPictures: [second],
        text: "Choose **Next**, and read **Line**.",
      }),
    ),
  ).toEqual([]);
});

test("a step of a main guide may say why it has no picture", () => {
  expect(problemsAfter(asMainGuide)).toEqual([]);
});
