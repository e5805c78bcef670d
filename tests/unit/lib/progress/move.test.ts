import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { previewBrought, withBrought } from "@/lib/progress/bring";
import { withAddedPc } from "@/lib/progress/change-pcs";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { CARD_DETAILS } from "@/lib/progress/license-card";
import { fileText, readFile } from "@/lib/progress/move-file";
import { linkFragment, readLink } from "@/lib/progress/move-link";
import {
  CARD_GUIDE,
  currentPc,
  isLinkFragment,
  MAX_PCS,
  pcsOf,
  withPcDetails,
} from "@/lib/progress/pcs";
import {
  guideProgressOf,
  isUnused,
  undo,
  withAnswer,
  withDetail,
  withReset,
  withStep,
} from "@/lib/progress/progress";
import { emptyProgress, MAX_TEXT_CHARS, type SavedProgress } from "@/lib/progress/saved-progress";
import { WINDOWS_VERSIONS } from "@/lib/windows/version";
import { NOW, outline } from "./fixtures";

const actor = { by: "tab", at: NOW };
const phone = { by: "phone", at: NOW };
const steps = outline.parts.flatMap((part) => part.steps);
const guide: BoardGuide = {
  title: "Link your license",
  outline: { ...outline, guide: CARD_GUIDE },
  ends: [],
  numbers: Object.fromEntries(steps.map(({ id }, index) => [id, index + 1])),
  answers: {},
};
const guides = [guide];
const questions = steps.flatMap(({ question }) => question ?? []);

/** One PC with twelve steps, all answers and a full License card. */
const full = (): SavedProgress => {
  let progress = withPcDetails(
    emptyProgress(),
    "pc",
    { name: "The laptop of my mother in law, upstairs", windows: "10" },
    actor,
  );
  for (const [index, step] of [...steps, ...steps].slice(0, 12).entries())
    progress = withStep(progress, CARD_GUIDE, step, index % 5 === 4 ? "skipped" : "done", actor);
  for (const { id, answers } of questions)
    progress = withAnswer(progress, CARD_GUIDE, id, answers[0]!, actor);
  for (const [detail, value] of Object.entries({
    [CARD_DETAILS.edition]: "workstation",
    [CARD_DETAILS.account]: "m•••@a-rather-long-provider.example.com",
    [CARD_DETAILS.origin]: "yes",
    [CARD_DETAILS.recoveryKey]: "no",
    [CARD_DETAILS.seen]: "2026-11-21",
  }))
    progress = withDetail(progress, CARD_GUIDE, detail, value, actor);
  return progress;
};
const link = (progress: SavedProgress) =>
  linkFragment(
    guides,
    progress,
    pcsOf(progress).map(({ id }) => id),
  );
/** What a PC says, without the acts behind it. */
const said = (progress: SavedProgress) =>
  pcsOf(progress).map(({ name, windows, card, id }) => {
    const { steps, answers } = guideProgressOf(progress, CARD_GUIDE, id);
    return {
      name,
      windows,
      card,
      steps: Object.entries(steps)
        .flatMap(([step, { state, revision }]) =>
          state === "open" ? [] : [[step, state, state === "done" ? revision : 0]],
        )
        .sort(),
      answers: Object.entries(answers)
        .flatMap(([question, { answer }]) => (answer === null ? [] : [[question, answer]]))
        .sort(),
    };
  });
const read = (fragment: string) => {
  const content = readLink(guides, fragment);
  if ("refused" in content) throw new Error(`refused: ${content.refused}`);
  return content;
};

describe("a link", () => {
  test("carries one PC and 12 steps in 200 characters, address and all", () => {
    const address = `https://keylink.example.com/pcs#${link(full())}`;
    expect(address.length).toBeLessThanOrEqual(200);
    expect(said(read(link(full())).progress)).toEqual(said(full()));
  });

  test("keeps the order of twenty PCs, also once they are taken over", () => {
    let family = withPcDetails(emptyProgress(), "pc", { name: "PC number 1" }, actor);
    for (let number = 2; number <= MAX_PCS; number++)
      family = withAddedPc(family, { name: `PC number ${number}` }, "11", actor);
    const names = (progress: SavedProgress) => pcsOf(progress).map(({ label }) => label);
    const { progress } = read(link(family));
    expect(names(progress)).toEqual(names(family));
    const taken = withBrought(emptyProgress(), progress, "add", phone);
    expect(taken && names(taken)).toEqual(names(family));
  });

  test("carries any progress", () => {
    const states = fc
      .tuple(
        fc.string({ maxLength: 40, unit: "grapheme" }),
        fc.constantFrom(...WINDOWS_VERSIONS),
        fc.array(fc.tuple(fc.nat(steps.length - 1), fc.constantFrom("done", "skipped", "open"))),
        fc.array(fc.nat(9)),
      )
      .map(([name, windows, ticks, chosen]) => {
        let progress = withPcDetails(emptyProgress(), "pc", { name, windows }, actor);
        for (const [step, state] of ticks)
          progress = withStep(progress, CARD_GUIDE, steps[step]!, state as "done", actor);
        for (const [index, which] of chosen.entries()) {
          const question = questions[index % questions.length]!;
          const answer = question.answers[which % question.answers.length]!;
          progress = withAnswer(progress, CARD_GUIDE, question.id, answer, actor);
        }
        return progress;
      });
    fc.assert(
      fc.property(states, (progress) => {
        const name = pcsOf(progress)[0]?.name?.slice(0, 40);
        const [before] = said(progress);
        const [after] = said(read(link(progress)).progress);
        expect({ ...after, name: undefined }).toEqual({ ...before, name: undefined });
        expect(after?.name?.trim() ?? "").toBe(name?.trim() ?? "");
      }),
      { numRuns: 500 },
    );
  });

  test("damaged in any character, or cut anywhere, is refused", () => {
    const whole = link(full());
    for (let at = 4; at < whole.length; at++) {
      expect(readLink(guides, whole.slice(0, at)), whole.slice(0, at)).toHaveProperty("refused");
      // The last character may hold bits that say nothing.
      if (at === whole.length - 1) continue;
      const other = whole[at] === "A" ? "B" : "A";
      expect(readLink(guides, whole.slice(0, at) + other + whole.slice(at + 1))).toEqual({
        refused: "damaged",
      });
    }
  });

  test("of a later release and an endless one are told apart; an anchor is not taken for a link", () => {
    expect(readLink(guides, link(full()).replace("pc1.", "pc2."))).toEqual({ refused: "newer" });
    expect(readLink(guides, `pc1.${"A".repeat(9_000)}`)).toEqual({ refused: "too-long" });
    expect(isLinkFragment("#pc1.abc")).toBe(true);
    expect(isLinkFragment("#main")).toBe(false);
  });

  test("reading never throws, whatever the input", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.base64String({ maxLength: 300 }),
        (any, base) => {
          readLink(guides, any);
          readLink(guides, `pc1.${base}`);
        },
      ),
    );
  });

  test("says what it had to leave out", () => {
    const content = readLink([{ ...guide, numbers: {} }], link(full()));
    expect(content).toMatchObject({ leftOut: new Set(steps.slice(0, 12)).size });
  });
});

describe("a file", () => {
  test("carries all of it, with what this release does not know", () => {
    const progress = withAddedPc(
      withStep(full(), "a-guide-of-tomorrow", { id: "a-step", revision: 3 }, "done", actor),
      { name: "Ben’s PC" },
      "11",
      actor,
    );
    const content = readFile(fileText(progress));
    expect(content).toHaveProperty("progress");
    if (!("progress" in content)) return;
    expect(said(content.progress)).toEqual(said(progress));
    expect(content.progress.computers.pc?.guides["a-guide-of-tomorrow"]).toEqual(
      progress.computers.pc?.guides["a-guide-of-tomorrow"],
    );
  });

  test.each([
    ["too-long", " ".repeat(MAX_TEXT_CHARS + 1)],
    ["not-ours", "holiday photos"],
    ["not-ours", '{"other":"program"}'],
    ["not-ours", "null"],
    ["damaged", fileText(full()).slice(0, 300)],
    ["damaged", '{"keylink":"progress"}'],
    ["newer", '{"keylink":"progress","progress":{"schema":99}}'],
  ])("is refused as %s", (refused, text) => {
    expect(readFile(text)).toEqual({ refused });
  });
});

describe("what is brought", () => {
  const isDone = (progress: SavedProgress, step: string) =>
    guideProgressOf(progress, CARD_GUIDE).steps[step]?.state === "done";
  const [first, second] = steps;

  test("fills an unused browser, and is in use", () => {
    expect(isUnused(emptyProgress())).toBe(true);
    const after = withBrought(emptyProgress(), read(link(full())).progress, "add", phone)!;
    expect(said(after)).toEqual(said(full()));
    expect(currentPc(after).name).toBe("The laptop of my mother in law, upstairs");
    expect(isUnused(after)).toBe(false);
  });

  test("importing twice changes nothing", () => {
    const brought = read(link(full())).progress;
    const once = withBrought(emptyProgress(), brought, "add", phone)!;
    for (const how of ["add", "replace"] as const) {
      expect(previewBrought(once, withBrought(once, brought, how, phone)!)).toEqual([]);
    }
  });

  test("is added to the PC of that name, also after Start over here", () => {
    const theirs = withStep(
      withPcDetails(emptyProgress(), "pc", { name: "Mum’s" }, actor),
      CARD_GUIDE,
      first!,
      "done",
      actor,
    );
    let here = withPcDetails(emptyProgress(), "pc", { name: "Ben’s" }, phone);
    here = withAddedPc(here, { name: "Mum’s" }, "11", phone);
    here = withStep(here, CARD_GUIDE, second!, "done", phone);
    here = withReset(withStep(here, CARD_GUIDE, first!, "done", phone), CARD_GUIDE, phone);
    here = withStep(here, CARD_GUIDE, second!, "done", phone);
    const after = withBrought(here, theirs, "add", phone)!;
    expect(pcsOf(after).map(({ name }) => name)).toEqual(["Ben’s", "Mum’s"]);
    expect(isDone(after, first!.id) && isDone(after, second!.id)).toBe(true);
    expect(previewBrought(here, after)).toEqual([
      { label: "Mum’s", isNew: false, added: 1, changed: 0, removed: 0 },
    ]);

    const replaced = withBrought(here, theirs, "replace", phone)!;
    expect(isDone(replaced, first!.id)).toBe(true);
    expect(isDone(replaced, second!.id)).toBe(false);
    expect(pcsOf(replaced)).toHaveLength(2);

    const apart = withBrought(here, theirs, "apart", phone)!;
    expect(pcsOf(apart).map(({ name }) => name)).toEqual(["Ben’s", "Mum’s", "Mum’s 2"]);
    expect(currentPc(apart).name).toBe("Mum’s 2");
  });

  test("of another household’s first PC does not go into the one here", () => {
    const here = withStep(
      withPcDetails(emptyProgress(), "pc", { name: "Ben’s" }, phone),
      CARD_GUIDE,
      second!,
      "done",
      phone,
    );
    const theirs = withPcDetails(emptyProgress(), "pc", { name: "Mum’s" }, actor);
    const after = withBrought(here, theirs, "replace", phone)!;
    expect(pcsOf(after).map(({ name }) => name)).toEqual(["Ben’s", "Mum’s"]);
    expect(after.computers.pc).toEqual(here.computers.pc);
  });

  test("can be undone", () => {
    const here = withStep(emptyProgress(), CARD_GUIDE, second!, "skipped", phone);
    for (const how of ["add", "replace", "apart"] as const) {
      const after = withBrought(here, read(link(full())).progress, how, phone)!;
      expect(said(undo(after, { before: here, after }))).toEqual(said(here));
    }
  });

  test("is refused when there would be more than twenty PCs", () => {
    let many = emptyProgress();
    for (let index = 1; index < 20; index++)
      many = withAddedPc(many, { name: `PC no ${index}` }, "11", actor);
    expect(withBrought(many, full(), "apart", phone)).toBeUndefined();
  });
});
