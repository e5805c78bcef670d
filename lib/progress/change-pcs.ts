import { containsProductKey } from "@/lib/product-key";
import type { Windows } from "@/lib/windows/version";
import { MAX_NAME_CHARS, MAX_PCS, type PcDetails, pcsOf, withDetails } from "./pcs";
import { type Actor, computerInUse, hasProgress, nextStamp } from "./progress";
import { blanked, type Computer, type SavedProgress, type Stamp } from "./saved-progress";

/* Adding, naming and deleting PCs. A guide for one PC does without it. */

/** Why a name is not kept. */
export type NameRefusal = "product-key" | "taken" | "none";

/** The name in the form in which it may be kept, or why it is refused. `id`: the PC that gets it. */
export function checkName(
  progress: SavedProgress,
  typed: string,
  id?: string,
): { name: string } | { refused: NameRefusal } {
  const name = typed.replace(/\s+/g, " ").trim().slice(0, MAX_NAME_CHARS).trim();
  if (!name) return { refused: "none" };
  if (containsProductKey(typed)) return { refused: "product-key" };
  const isTaken = pcsOf(progress).some(
    (pc) => pc.id !== id && pc.label.toLowerCase() === name.toLowerCase(),
  );
  return isTaken ? { refused: "taken" } : { name };
}

/**
 * Adds a PC and puts it in use. PCs without a version get the one that was shown until now. Changes nothing
 * when the limit is reached.
 */
export function withAddedPc(
  progress: SavedProgress,
  details: PcDetails,
  shown: Windows,
  actor: Actor,
): SavedProgress {
  const pcs = pcsOf(progress);
  if (pcs.length >= MAX_PCS) return progress;
  const stamp = nextStamp(progress, actor);
  const id = `pc-${stamp.n}-${stamp.by}`;
  const before = pcs.reduce(
    (state, pc) => withDetails(state, pc.id, { windows: pc.windows ?? shown }, stamp),
    progress,
  );
  return {
    ...withDetails(before, id, { added: "yes", windows: shown, ...details }, stamp),
    current: { computer: id, ...stamp },
  };
}

/**
 * Deletes a PC; if it was in use, the first remaining one is used next. It can be restored until another one
 * is deleted, which blanks everything kept of earlier ones. Changes nothing when it is the only one.
 */
export function withDeletedPc(progress: SavedProgress, id: string, actor: Actor): SavedProgress {
  const pcs = pcsOf(progress);
  if (pcs.length < 2 || !pcs.some((pc) => pc.id === id)) return progress;
  const stamp = nextStamp(progress, actor);
  const computers = { ...progress.computers };
  for (const former of Object.keys(computers))
    if (!pcs.some((pc) => pc.id === former)) computers[former] = emptied(computers[former]!, stamp);
  const deleted = withDetails({ ...progress, computers }, id, { deleted: "yes" }, stamp);
  const inUse = computerInUse(progress);
  const next = inUse === id ? computerInUse(deleted) : inUse;
  return { ...deleted, current: { computer: next, ...stamp } };
}

/** Records are never removed (decision 6), but they are blanked: a deleted name is gone. */
const emptied = ({ details, guides }: Computer, stamp: Stamp): Computer => ({
  details: Object.fromEntries(
    Object.entries(details).map(([key, record]) => [
      key,
      key === "deleted" || record.value === null ? record : { value: null, ...stamp },
    ]),
  ),
  guides: Object.fromEntries(
    Object.entries(guides).map(([guide, records]) => [
      guide,
      hasProgress(records) ? blanked(records, stamp) : records,
    ]),
  ),
});
