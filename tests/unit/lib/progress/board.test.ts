import { afterEach, describe, expect, test, vi } from "vitest";
import { withAddedPc } from "@/lib/progress/change-pcs";
import { viewBoard } from "@/lib/progress/board";
import type { BoardGuide, OutlineStep } from "@/lib/progress/guide-outline";
import * as guideView from "@/lib/progress/guide-view";
import { CARD_DETAILS } from "@/lib/progress/license-card";
import { CARD_GUIDE } from "@/lib/progress/pcs";
import { withAnswer, withDetail, withStep } from "@/lib/progress/progress";
import { emptyProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

afterEach(() => {
  vi.restoreAllMocks();
});

const step = (id: string): OutlineStep => ({ id, title: `Do ${id}`, minutes: 2, revision: 1 });
const guide = (slug: string, ids: string[], proof?: string): BoardGuide => ({
  license: proof ? { verdicts: { proved: "proven" }, answers: {} } : undefined,
  ends: [{ title: "Done" }],
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
      state: "not-checked",
      stateText: "Not checked yet",
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

describe("what is known of the license", () => {
  /** A main guide that begins with a question, and one in which a proof can be made, too. */
  const asking: BoardGuide = {
    ...guide(CARD_GUIDE, ["read", "link", "prove"]),
    outline: {
      ...guide(CARD_GUIDE, []).outline,
      parts: [
        {
          id: "read",
          title: "Read",
          steps: [
            {
              ...step("read"),
              question: { id: "says", answers: ["linked", "plain", "short", "work"] },
            },
          ],
        },
        {
          id: "link",
          title: "Link",
          when: { question: "says", answers: ["plain", "short"] },
          steps: [step("link")],
        },
        {
          id: "prove",
          title: "Prove",
          when: { question: "says", answers: ["linked", "plain", "short"] },
          steps: [step("prove")],
        },
      ],
      ends: [{ when: { question: "says", answers: ["work"] } }, {}],
      verdicts: [
        {
          id: "linked",
          steps: ["link"],
          answered: [{ step: "link", question: "says", answers: ["linked"] }],
        },
        {
          id: "proven",
          steps: ["link", "prove"],
          answered: [{ step: "link", question: "says", answers: ["linked"] }],
        },
      ],
    },
    license: {
      verdicts: { linked: "linked", proven: "proven" },
      answers: { "says.plain": "not-linked", "says.work": "organization" },
    },
    ends: [{ title: "Nothing to link", next: "/messages/organization" }, { title: "Skipped" }],
  };
  const before: BoardGuide = {
    ...guide("before", ["prove", "save"]),
    outline: {
      ...guide("before", ["prove", "save"]).outline,
      verdicts: [{ id: "ready", steps: ["prove", "save"] }],
    },
    license: { verdicts: { ready: "linked" }, answers: {} },
  };
  const guides = [asking, before, guide("other", ["one"])];
  const board = (progress: SavedProgress) => viewBoard(guides, progress, "11");
  const said = (answer: string, progress = emptyProgress()) =>
    withStep(
      withAnswer(progress, CARD_GUIDE, "says", answer, actor),
      CARD_GUIDE,
      step("read"),
      "done",
      actor,
    );
  const done = (progress: SavedProgress, slug: string, ...ids: string[]) =>
    ids.reduce((before, id) => withStep(before, slug, step(id), "done", actor), progress);
  const skipped = (progress: SavedProgress, ...ids: string[]) =>
    ids.reduce((before, id) => withStep(before, CARD_GUIDE, step(id), "skipped", actor), progress);

  test.each<[string, SavedProgress, object]>([
    ["nothing looked at", emptyProgress(), { state: "not-checked", stateText: "Not checked yet" }],
    [
      "only another guide used",
      done(emptyProgress(), "other", "one"),
      { state: "not-checked", stateText: "Not checked yet" },
    ],
    ["a sentence that tells nothing", said("short"), { state: "not-checked" }],
    [
      "a sentence without a link",
      said("plain"),
      { state: "not-linked", stateText: "Not linked yet", note: "About 4 minutes left" },
    ],
    [
      "a guide that ended without a link",
      skipped(said("plain"), "link", "prove"),
      {
        state: "not-linked",
        stateText: "Not linked",
        note: "Skipped",
        next: { text: "Skipped", label: "Read more", address: `/guides/${CARD_GUIDE}` },
      },
    ],
    [
      "an organization",
      said("work"),
      {
        state: "organization",
        stateText: "Belongs to an organization",
        note: "Nothing to link",
        verified: "Not yet",
        next: { text: "Nothing to link", address: "/messages/organization" },
      },
    ],
    ["the linked sentence", said("linked"), { state: "linked", verified: "Day not noted" }],
    ["all of it", done(said("linked"), CARD_GUIDE, "prove"), { state: "proven" }],
    [
      "a proof made in another guide",
      done(emptyProgress(), "before", "prove", "save"),
      { state: "linked", verified: "Day not noted" },
    ],
    [
      "the better of two proofs",
      done(done(said("linked"), CARD_GUIDE, "prove"), "before", "prove", "save"),
      { state: "proven" },
    ],
  ])("%s", (_name, progress, expected) => {
    expect(board(progress).pcs[0]).toMatchObject(expected);
  });

  test("the day of a proof is shown only while the proof holds", () => {
    const seen = (progress: SavedProgress) =>
      withDetail(progress, CARD_GUIDE, CARD_DETAILS.seen, "2026-11-02", actor);
    expect(board(seen(said("linked"))).pcs[0]?.verified).toBe("November 2, 2026");
    expect(board(seen(said("plain"))).pcs[0]?.verified).toBe("Not yet");
  });

  test("the summary counts what can be linked, and names what comes next", () => {
    const summary = (progress: SavedProgress) => board(progress).summary;
    expect(summary(said("work"))).toBe("This PC: belongs to an organization.");
    const add = (progress: SavedProgress, name: string) =>
      withAddedPc(progress, { name }, "11", actor);
    const two = add(said("work"), "Mum’s");
    expect(summary(two)).toBe(
      "0 of 1 is linked and proven. 1 more belongs to an organization. Next: Mum’s.",
    );
    expect(board(two).pcs.map(({ pc }) => pc.label)).toEqual(["Mum’s", "PC 1"]);
    const proven = done(said("linked", two), CARD_GUIDE, "prove");
    expect(summary(proven)).toBe("1 of 1 is linked and proven. 1 more belongs to an organization.");
    expect(summary(said("work", two))).toBe(
      "All of them belong to an organization: nothing to link.",
    );
    expect(summary(add(proven, "Ben’s"))).toBe(
      "1 of 2 are linked and proven. 1 more belongs to an organization. Next: Ben’s.",
    );
  });
});
