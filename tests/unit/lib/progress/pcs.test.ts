import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkName, withAddedPc, withDeletedPc } from "@/lib/progress/change-pcs";
import { lastDeletedPc, withPcBack } from "@/lib/progress/deleted-pc";
import {
  CARD_GUIDE,
  currentPc,
  MAX_PCS,
  pcsOf,
  withPcDetails,
  withPcInUse,
} from "@/lib/progress/pcs";
import { guideProgressOf, undo, withDetail, withStep } from "@/lib/progress/progress";
import { createProgressStore } from "@/lib/progress/progress-store";
import {
  emptyProgress,
  mergeProgress,
  parseSavedProgress,
  type SavedProgress,
  serializeProgress,
} from "@/lib/progress/saved-progress";
import type { Windows } from "@/lib/windows/version";
import { fixtureText, NOW } from "./fixtures";

const actor = { by: "tab", at: NOW };
const STEP = { id: "check-administrator", revision: 1 };
const labels = (progress: SavedProgress) => pcsOf(progress).map(({ label }) => label);
const add = (progress: SavedProgress, name: string, windows: Windows = "11") =>
  withAddedPc(progress, { name, windows }, "11", actor);
const tick = (progress: SavedProgress) => withStep(progress, CARD_GUIDE, STEP, "done", actor);
const isTicked = (progress: SavedProgress) =>
  guideProgressOf(progress, CARD_GUIDE).steps[STEP.id]?.state === "done";
/** As it comes back from storage. */
const kept = (progress: SavedProgress) => parseSavedProgress(serializeProgress(progress)).progress;

describe("one PC", () => {
  test("is there from the start, without a name", () => {
    expect(labels(emptyProgress())).toEqual(["This PC"]);
    expect(currentPc(emptyProgress())).toMatchObject({ id: "pc", name: undefined, isInUse: true });
  });

  test.each(["first-release", "older-release"])(
    "notices nothing: what %s saved is its progress",
    (name) => {
      const { progress } = parseSavedProgress(fixtureText(name));
      const [pc, ...others] = pcsOf(progress);
      expect(others).toEqual([]);
      expect(pc).toMatchObject({ isInUse: true, label: pc?.name ?? "This PC" });
      expect(serializeProgress(withPcInUse(progress, pc!.id, actor))).toBe(
        serializeProgress(progress),
      );
    },
  );

  test("cannot be deleted", () => {
    const progress = tick(emptyProgress());
    expect(withDeletedPc(progress, "pc", actor)).toBe(progress);
  });
});

describe("several PCs", () => {
  test("of an earlier format keep names, versions, progress; the deleted one stays deleted", () => {
    const { progress } = parseSavedProgress(fixtureText("several-computers"));
    expect(pcsOf(progress)).toMatchObject([
      { id: "k3f9", label: "Workshop", windows: "10", isInUse: true },
      { id: "pc", label: "Living-room PC", windows: "11" },
    ]);
  });

  test("each has its own version, ticks and card; a new one begins with none", () => {
    const one = withDetail(tick(emptyProgress()), CARD_GUIDE, "card-edition", "pro", actor);
    const two = kept(add(one, "Mum’s laptop", "10"));
    expect(pcsOf(two)).toMatchObject([
      { label: "PC 1", windows: "11", card: { edition: "pro" }, isInUse: false },
      { label: "Mum’s laptop", windows: "10", card: { edition: undefined }, isInUse: true },
    ]);
    expect(isTicked(two)).toBe(false);
    expect(isTicked(withPcInUse(two, "pc", actor))).toBe(true);
  });

  test("are at most twenty", () => {
    let progress = emptyProgress();
    for (let index = 1; index < MAX_PCS; index++) progress = add(progress, `PC no ${index}`);
    expect(pcsOf(kept(progress))).toHaveLength(20);
    expect(add(progress, "One too many")).toBe(progress);
  });

  test("are listed in the order in which they were added, whatever their names", () => {
    const three = add(add(emptyProgress(), "Zoe"), "Ann");
    expect(labels(kept(three))).toEqual(["PC 1", "Zoe", "Ann"]);
    const renamed = withPcDetails(three, "pc", { name: "Mike" }, actor);
    expect(labels(kept(renamed))).toEqual(["Mike", "Zoe", "Ann"]);
  });

  test("a deleted one is followed by one that is left, also where another tab put it in use", () => {
    const two = add(tick(emptyProgress()), "Mum’s laptop");
    const { id } = currentPc(two);
    const deleted = withDeletedPc(two, id, { ...actor, by: "other" });
    expect(labels(deleted)).toEqual(["This PC"]);
    expect(isTicked(deleted)).toBe(true);
    const used = withPcInUse(withPcInUse(two, "pc", actor), id, actor);
    expect(currentPc(mergeProgress(deleted, used)).id).toBe("pc");
  });

  test("the last deleted one can come back until the next is deleted", () => {
    let progress = add(tick(emptyProgress()), "Mum’s laptop");
    const { id } = currentPc(progress);
    progress = add(tick(progress), "Ben’s PC");
    progress = kept(withDeletedPc(progress, id, actor));
    expect(lastDeletedPc(progress)).toEqual({ id, name: "Mum’s laptop" });
    const back = withPcInUse(withPcBack(progress, id, actor), id, actor);
    expect(labels(back)).toEqual(["PC 1", "Mum’s laptop", "Ben’s PC"]);
    expect(isTicked(back)).toBe(true);
    expect(lastDeletedPc(back)).toBeUndefined();

    const next = withDeletedPc(progress, "pc", actor);
    expect(lastDeletedPc(next)).toMatchObject({ id: "pc" });
    expect(serializeProgress(next)).not.toContain("Mum");
  });
});

describe("names", () => {
  const progress = add(emptyProgress(), "Mum’s laptop");
  test("are trimmed and cut", () => {
    expect(checkName(progress, "  Ben’s \n PC ")).toEqual({ name: "Ben’s PC" });
    expect(checkName(progress, "x".repeat(99))).toEqual({ name: "x".repeat(40) });
  });
  test("a key is refused, and so are an empty name and the name of another PC", () => {
    expect(checkName(progress, " ")).toEqual({ refused: "none" });
    expect(checkName(progress, "VK7JG-NPHTM-C97JM-9MPGT-3V66T")).toEqual({
      refused: "product-key",
    });
    expect(checkName(progress, "mum’s LAPTOP")).toEqual({ refused: "taken" });
    expect(checkName(progress, "Mum’s laptop", currentPc(progress).id)).toEqual({
      name: "Mum’s laptop",
    });
  });
});

/** What one reader may do with PCs. */
type Act = [what: "add" | "rename" | "delete" | "use" | "tick" | "windows" | "back", which: number];
const act = (progress: SavedProgress, [what, which]: Act, by: string): SavedProgress => {
  const pcs = pcsOf(progress);
  const { id } = pcs[which % pcs.length]!;
  const who = { by, at: NOW };
  if (what === "add") return withAddedPc(progress, { name: `New ${which}` }, "11", who);
  if (what === "rename") return withPcDetails(progress, id, { name: `Name ${which}` }, who);
  if (what === "delete") return withDeletedPc(progress, id, who);
  if (what === "use") return withPcInUse(progress, id, who);
  if (what === "windows") return withPcDetails(progress, id, { windows: "10" }, who);
  if (what === "back") {
    const last = lastDeletedPc(progress);
    return last ? withPcBack(progress, last.id, who) : progress;
  }
  return withStep(progress, CARD_GUIDE, STEP, which % 2 ? "done" : "skipped", who);
};
const acts = fc.array(
  fc.tuple(
    fc.constantFrom<Act[0]>("add", "rename", "delete", "use", "tick", "windows", "back"),
    fc.nat(4),
  ),
  { maxLength: 8 },
);
const shown = (progress: SavedProgress) =>
  pcsOf(progress).map((pc) => [
    pc,
    guideProgressOf(progress, CARD_GUIDE, pc.id).steps[STEP.id]?.state ?? "open",
  ]);

describe("whatever is done in three tabs", () => {
  const states = fc.tuple(acts, acts, acts, acts).map(([common, ...each]) => {
    const base = common.reduce((state, one) => act(state, one, "a"), emptyProgress());
    return each.map((own, tab) => own.reduce((state, one) => act(state, one, "bcd"[tab]!), base));
  });
  test("they end up alike, in whichever order they meet, and show one PC at least", () => {
    fc.assert(
      fc.property(states, ([a, b, c]) => {
        const ways = [
          mergeProgress(mergeProgress(a!, b!), c!),
          mergeProgress(a!, mergeProgress(c!, b!)),
          mergeProgress(mergeProgress(c!, a!), mergeProgress(b!, a!)),
        ].map((state) => kept(state));
        expect(new Set(ways.map(serializeProgress)).size).toBe(1);
        expect(shown(ways[1]!)).toEqual(shown(ways[0]!));
        expect(pcsOf(ways[0]!).filter(({ isInUse }) => isInUse)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test("undo brings back what was there", () => {
    fc.assert(
      fc.property(acts, acts, (before, [last]) => {
        const start = kept(before.reduce((state, one) => act(state, one, "a"), emptyProgress()));
        if (!last) return;
        const store = createProgressStore(
          { getItem: () => serializeProgress(start), setItem: () => undefined },
          () => NOW,
          "b",
        );
        const change = store.change((progress) => act(progress, last, "b"));
        const undone = kept(undo(change.after, change));
        expect(shown(undone)).toEqual(shown(start));
      }),
      { numRuns: 500 },
    );
  });
});
