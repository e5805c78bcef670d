import { MAX_PCS, type Pc, pcsOf } from "./pcs";
import { type Actor, computerInUse, isEmpty, nextStamp, saidIn } from "./progress";
import {
  BLANK,
  emptyGuideProgress,
  type GuideProgress,
  KINDS,
  type SavedProgress,
  type Stamp,
} from "./saved-progress";

/*
 * Imports progress from another device, by link or file. The counters of two devices cannot be compared, so
 * this is not a merge of tabs: the import is one act, made here and now, which can be undone.
 */

/**
 * How to import. `add`: its records are added and win over ours. `replace`: its PCs replace ours; other PCs
 * stay. `apart`: its PCs are added as separate PCs.
 */
export type HowToBring = "add" | "replace" | "apart";

/** Our PC that corresponds to an imported one: the one with its name, or an unused one. */
function targetOf(progress: SavedProgress, brought: Pc, taken: Set<string>): string | undefined {
  const here = pcsOf(progress).filter(({ id }) => !taken.has(id));
  const named = here.find(({ name }) => name !== undefined && name === brought.name);
  if (named) return named.id;
  // The first PC of every browser has the same id, so an id alone means nothing when both have names.
  const same = here.find(({ id, name }) => id === brought.id && (!name || !brought.name));
  return same?.id ?? here.find(({ id }) => isEmptyAt(progress, id))?.id;
}

const isEmptyAt = ({ computers }: SavedProgress, id: string) =>
  computers[id] === undefined || isEmpty(computers[id]);

/** The records of one kind: the imported ones on top of ours, or instead of them. */
function bringRecords<Kind extends (typeof KINDS)[number]>(
  kind: Kind,
  here: GuideProgress[Kind],
  brought: GuideProgress[Kind],
  how: HowToBring,
  stamp: Stamp,
): GuideProgress[Kind] {
  type One = GuideProgress[Kind][string];
  const result: Record<string, One> = { ...(here as Record<string, One>) };
  const ids = new Set([...Object.keys(brought), ...(how === "replace" ? Object.keys(here) : [])]);
  for (const id of ids) {
    const theirs = (brought as Record<string, One>)[id];
    if (saidIn(kind, theirs) === saidIn(kind, result[id])) continue;
    if (saidIn(kind, theirs) !== saidIn(kind)) {
      const { back: _undone, ...content } = theirs as One & { back?: unknown };
      result[id] = { ...content, ...stamp } as One;
    } else if (how === "replace") result[id] = { ...BLANK[kind], ...stamp } as unknown as One;
  }
  return result as GuideProgress[Kind];
}

/** Imports progress; undefined when there would be too many PCs. */
export function withBrought(
  progress: SavedProgress,
  brought: SavedProgress,
  how: HowToBring,
  actor: Actor,
): SavedProgress | undefined {
  const stamp = nextStamp(progress, actor);
  const computers = { ...progress.computers };
  const targets: string[] = [];
  const names = new Set(pcsOf(progress).flatMap(({ name }) => name ?? []));
  for (const [index, pc] of pcsOf(brought).entries()) {
    const known = how === "apart" ? undefined : targetOf(progress, pc, new Set(targets));
    const id = known ?? `pc-${stamp.n}-${stamp.by}-${String(index).padStart(2, "0")}`;
    targets.push(id);
    const here = computers[id] ?? { details: {}, guides: {} };
    const theirs = brought.computers[pc.id] ?? { details: {}, guides: {} };
    let name = pc.name;
    for (let count = 2; how === "apart" && name && names.has(name); count++)
      name = `${pc.name} ${count}`;
    if (name) names.add(name);
    const said = { ...(known ? {} : { added: "yes" }), name, windows: pc.windows };
    const details = { ...here.details };
    for (const [key, value] of Object.entries(said))
      if (value && details[key]?.value !== value) details[key] = { value, ...stamp };
    const guides = { ...here.guides };
    const slugs =
      how === "replace"
        ? [...Object.keys(guides), ...Object.keys(theirs.guides)]
        : Object.keys(theirs.guides);
    for (const slug of new Set(slugs)) {
      const ours = guides[slug] ?? emptyGuideProgress();
      const own = theirs.guides[slug] ?? emptyGuideProgress();
      guides[slug] = Object.fromEntries(
        KINDS.map((kind) => [kind, bringRecords(kind, ours[kind], own[kind], how, stamp)]),
      ) as GuideProgress;
    }
    computers[id] = { details, guides };
  }
  const after = { ...progress, computers };
  if (pcsOf(after).length > MAX_PCS) return undefined;
  // A single imported PC is put in use.
  const [only] = targets;
  return targets.length === 1 && only && computerInUse(after) !== only
    ? { ...after, current: { computer: only, ...stamp } }
    : after;
}

/** What would change for one PC. */
export type BroughtPc = {
  label: string;
  isNew: boolean;
  /** Newly done or skipped steps, new answers and notes. */
  added: number;
  /** Records of ours that would change. */
  changed: number;
  /** Records of ours that would be removed. */
  removed: number;
};

/** What would change, PC by PC; empty when nothing would. */
export function previewBrought(before: SavedProgress, after: SavedProgress): BroughtPc[] {
  const old = new Set(pcsOf(before).map(({ id }) => id));
  return pcsOf(after).flatMap(({ id, label }) => {
    const counts = { added: 0, changed: 0, removed: 0 };
    const was = before.computers[id];
    const is = after.computers[id];
    for (const [slug, guide] of Object.entries(is?.guides ?? {}))
      for (const kind of KINDS) {
        const blank = saidIn(kind);
        for (const key of Object.keys(guide[kind])) {
          const from = saidIn(kind, was?.guides[slug]?.[kind][key]);
          const to = saidIn(kind, guide[kind][key]);
          if (from === to) continue;
          counts[from === blank ? "added" : to === blank ? "removed" : "changed"] += 1;
        }
      }
    // A PC that nobody has used was only the place for this one.
    const isNew = !old.has(id) || (isEmptyAt(before, id) && !isEmptyAt(after, id));
    const isOther = ["name", "windows"].some(
      (key) => was?.details[key]?.value !== is?.details[key]?.value,
    );
    if (isOther && !isNew) counts.changed += 1;
    return isNew || counts.added + counts.changed + counts.removed > 0
      ? [{ label, isNew, ...counts }]
      : [];
  });
}
