import fc from "fast-check";
import { test } from "vitest";
import { withAddedPc, withDeletedPc } from "@/lib/progress/change-pcs";
import { withPcBack } from "@/lib/progress/deleted-pc";
import type { OutlineStep } from "@/lib/progress/guide-outline";
import { pcsOf, withPcDetails, withPcInUse } from "@/lib/progress/pcs";
import { type Change, undo, withStep } from "@/lib/progress/progress";
import { createProgressStore, type ProgressStore } from "@/lib/progress/progress-store";
import { type SavedProgress, serializeProgress } from "@/lib/progress/saved-progress";
import { NOW } from "./fixtures";

/*
 * Several PCs in up to five tabs, with a clock that jumps and storage events that are lost or late: no PC
 * loses a tick or its name, whatever is done to the others. A model without counts and merges says what is there.
 */

const GUIDE = "guide";
const DAY_MS = 24 * 60 * 60 * 1000;
const STEPS = ["a", "b", "c"].map((id): OutlineStep => ({
  id,
  title: id,
  minutes: 1,
  revision: 1,
}));

type ModelPc = { name?: string; steps: Record<string, string> };
type Deleted = { id: string; pc: ModelPc } | undefined;
/** A change, with the model as it was before. */
type Made = { change: Change; before: Map<string, ModelPc>; deletedBefore: Deleted; at: number };

const ACTS = [
  ..."tick tick tick untick add rename use use delete back undo".split(" "),
  ..."event event lost late wake reload".split(" "),
];

const moves = fc.array(
  fc.tuple(
    fc.nat(4),
    fc.nat(ACTS.length - 1),
    fc.nat(11),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) },
    ),
  ),
  { minLength: 1, maxLength: 14 },
);

function must(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(`Expected: ${what}`);
}

/** What a page shows: each PC by its id, with its name and what is not open. */
const shown = (progress: SavedProgress): Map<string, ModelPc> =>
  new Map(
    pcsOf(progress).map(({ id, name }) => [
      id,
      {
        name,
        steps: Object.fromEntries(
          Object.entries(progress.computers[id]?.guides[GUIDE]?.steps ?? {}).flatMap(
            ([step, { state }]) => (state === "open" ? [] : [[step, state]]),
          ),
        ),
      },
    ]),
  );

const textOf = (pcs: Map<string, ModelPc>) =>
  JSON.stringify(
    [...pcs].map(([id, { name, steps }]) => [id, name, Object.entries(steps).sort()]).sort(),
  );

function play(history: [number, number, number, number][], tabCount: number) {
  let time = NOW;
  let text: string | null = null;
  let tabsMade = 0;
  const tabs: { store: ProgressStore; events: string[]; pc: string; made?: Made }[] = [];
  const open = () => {
    const events: string[] = [];
    const store = createProgressStore(
      {
        getItem: () => text,
        setItem: (_: string, written: string) => {
          if (written === text) return;
          text = written;
          for (const tab of tabs) if (tab.events !== events) tab.events.push(written);
        },
      },
      () => (time += 1),
      `${"mcxap"[tabsMade++ % 5]}${tabsMade}`,
    );
    return { store, events, pc: pcsOf(store.getState().progress)[0]!.id };
  };
  for (let tab = 0; tab < tabCount; tab += 1) tabs.push(open());

  let model = shown(tabs[0]!.store.getState().progress);
  let deleted: Deleted;
  let acts = 0;
  const put = (id: string, pc: Partial<ModelPc>) => {
    const is = model.get(id) ?? { steps: {} };
    model = new Map([...model, [id, { ...is, ...pc }]]);
  };

  for (const [at, actIndex, choice, days] of history) {
    const index = at % tabCount;
    const tab = tabs[index]!;
    const act = ACTS[actIndex]!;
    time += days * DAY_MS;
    if (act === "event") tab.store.receive(tab.events.shift() ?? null);
    else if (act === "late") tab.store.receive(tab.events.pop() ?? null);
    else if (act === "lost") tab.events.length = 0;
    else if (act === "wake") tab.store.receive(text);
    else if (act === "reload") tabs[index] = open();
    else {
      const ids = [...model.keys()];
      const id = ids[choice % ids.length]!;
      // A guide acts on the PC that it shows, which another tab may have deleted.
      if (!model.has(tab.pc)) tab.pc = ids[0]!;
      const step = STEPS[choice % STEPS.length]!;
      if (act === "delete" && ids.length < 2) continue;
      if (act === "back" && !deleted) continue;
      // Only the last act of all can be undone here; histories.test.ts has the others.
      if (act === "undo" && tab.made?.at !== acts) continue;
      const before = model;
      const deletedBefore = deleted;
      const { made } = tab;
      const change = tab.store.change((progress, actor) => {
        if (act === "add") return withAddedPc(progress, { name: `PC ${choice}` }, "11", actor);
        if (act === "rename") return withPcDetails(progress, id, { name: `Name ${choice}` }, actor);
        if (act === "use") return withPcInUse(progress, id, actor);
        if (act === "delete") return withDeletedPc(progress, id, actor);
        if (act === "back") return withPcBack(progress, deleted!.id, actor);
        if (act === "undo") return undo(progress, made!.change);
        const state = act === "tick" ? "done" : "open";
        return withStep(withPcInUse(progress, tab.pc, actor), GUIDE, step, state, actor);
      });
      if (act === "add") {
        const added = pcsOf(change.after).find((pc) => !model.has(pc.id));
        must(added !== undefined, "a PC was added");
        put(added.id, { name: `PC ${choice}` });
      } else if (act === "rename") put(id, { name: `Name ${choice}` });
      else if (act === "use") tab.pc = id;
      else if (act === "delete") {
        deleted = { id, pc: model.get(id)! };
        model = new Map([...model].filter(([other]) => other !== id));
      } else if (act === "back") {
        put(deleted!.id, deleted!.pc);
        deleted = undefined;
      } else if (act === "undo") {
        model = made!.before;
        deleted = made!.deletedBefore;
      } else {
        const { [step.id]: _, ...others } = model.get(tab.pc)!.steps;
        put(tab.pc, { steps: act === "tick" ? { ...others, [step.id]: "done" } : others });
      }
      acts += 1;
      tab.made = act === "undo" ? undefined : { change, before, deletedBefore, at: acts };
      const now = textOf(shown(tab.store.getState().progress));
      must(now === textOf(model), `after "${act}" ${textOf(model)}, not ${now}`);
    }
  }

  const written = text;
  for (const { store, events } of tabs) {
    for (const event of events) store.receive(event);
    store.receive(text);
    must(
      text === null || serializeProgress(store.getState().progress) === text,
      "all tabs end up alike",
    );
  }
  must(text === written, "no write answers at the end");
}

test("no PC loses a tick or its name, whatever is done to the others and in other tabs", () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 5 }), (history, tabs) => play(history, tabs)),
    { numRuns: 10_000, seed: 20261129 },
  );
});
