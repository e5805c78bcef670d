import { afterEach, describe, expect, test, vi } from "vitest";
import { viewBoard } from "@/lib/progress/board";
import type { BoardGuide, OutlineStep } from "@/lib/progress/guide-outline";
import * as guideView from "@/lib/progress/guide-view";
import { CARD_GUIDE, withAddedPc } from "@/lib/progress/pcs";
import { withStep } from "@/lib/progress/progress";
import { emptyProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

afterEach(() => {
  vi.restoreAllMocks();
});

const step = (id: string): OutlineStep => ({ id, title: `Do ${id}`, minutes: 2, revision: 1 });
const guide = (slug: string, ids: string[], proof?: string): BoardGuide => ({
  title: `The guide ${slug}`,
  outline: {
    guide: slug,
    chapters: [],
    parts: [{ id: "part", title: "Part", steps: ids.map(step) }],
    ends: [{}],
    verdicts: proof ? [{ id: "proved", steps: [proof] }] : [],
    aliases: {},
  },
  numbers: {},
  answers: {},
});
const GUIDES = [
  guide("older", ["one", "two"]),
  guide(CARD_GUIDE, ["read", "prove", "note"], "prove"),
  guide("newer", ["one", "two"]),
  guide("unused", ["one"]),
];

const actor = { by: "tab", at: NOW };
/** After these steps are done, one after the other. */
const after = (...done: [guide: string, step: string][]): SavedProgress =>
  done.reduce(
    (progress, [slug, id]) => withStep(progress, slug, step(id), "done", actor),
    emptyProgress(),
  );
const row = (progress: SavedProgress) => viewBoard(GUIDES, progress, "11").pcs[0];

describe("the next step of a PC", () => {
  test("is the first of the main guide where nothing is begun", () => {
    expect(row(emptyProgress())).toMatchObject({
      state: "not-linked",
      next: {
        text: "Step 1 of 3: Do read",
        label: "Start",
        address: `/guides/${CARD_GUIDE}#read`,
      },
    });
  });

  test("is in the guide that was used last", () => {
    const progress = after(["older", "one"], [CARD_GUIDE, "read"], ["newer", "one"]);
    expect(row(progress)?.next).toEqual({
      text: "The guide newer: step 2 of 2: Do two",
      label: "Continue",
      address: "/guides/newer#two",
    });
  });

  test("is in the one used before, where the last is finished", () => {
    const progress = after(["older", "one"], ["newer", "one"], ["newer", "two"]);
    expect(row(progress)?.next.address).toBe("/guides/older#two");
  });

  test("is not in the main guide once it has proved everything", () => {
    const progress = after([CARD_GUIDE, "prove"]);
    expect(row(progress)).toMatchObject({ state: "proven", next: { label: "License card" } });
    expect(row(withStep(progress, "older", step("one"), "done", actor))?.next.address).toBe(
      "/guides/older#two",
    );
  });
});

test("looks at two guides for each PC: at the main guide, and at the one in use", () => {
  const begun = after(["older", "one"], ["newer", "one"]);
  const progress = withAddedPc(begun, { name: "Mum’s", windows: "10" }, "11", actor);
  const look = vi.spyOn(guideView, "viewGuide");
  expect(viewBoard(GUIDES, progress, "11").pcs).toHaveLength(2);
  // The second PC has nothing begun.
  expect(look).toHaveBeenCalledTimes(3);
});
