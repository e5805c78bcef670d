import { containsProductKey } from "@/lib/product-key";
import { parseWindows, type Windows } from "@/lib/windows/version";
import { licenseCardOf, type LicenseCard } from "./license-card";
import {
  type Actor,
  computerInUse,
  computersInOrder,
  guideProgressOf,
  hasProgress,
  nextStamp,
} from "./progress";
import {
  blanked,
  type Computer,
  type DetailRecord,
  type SavedProgress,
  type Stamp,
} from "./saved-progress";

/*
 * The reader's PCs, on top of the saved computers (saved-progress.ts). Name and Windows version are details of
 * the computer; edition, origin and proof belong to the License card, which is stored in its guide.
 */

/** The guide whose License card is the PC's. */
export const CARD_GUIDE = "link-your-license";

/** More than most families have, and still a page that can be read. */
export const MAX_PCS = 20;

/** The longest name of a PC. */
export const MAX_NAME_CHARS = 40;

/** One PC as the pages show it. */
export type Pc = {
  id: string;
  /** The reader's name for it, if they gave one. */
  name?: string;
  /** The name, or a generic label such as “PC 2”. */
  label: string;
  windows?: Windows;
  /** The error codes seen on it: “0xC004F211 0x8007007B”. */
  codes?: string;
  /** Edition, origin, account, recovery key, day of the proof. */
  card: LicenseCard;
  isInUse: boolean;
};

const nameOf = (computer: Computer | undefined) =>
  computer?.details.name?.value?.trim() || undefined;

/** The PCs in the order in which they were added. There is always one. */
export function pcsOf(progress: SavedProgress): Pc[] {
  const inUse = computerInUse(progress);
  const saved = computersInOrder(progress);
  const ids = saved.includes(inUse) ? saved : [inUse, ...saved];
  return ids.map((id, index) => {
    const computer = progress.computers[id];
    const name = nameOf(computer);
    return {
      id,
      name,
      label: name ?? (ids.length === 1 ? "This PC" : `PC ${index + 1}`),
      windows: parseWindows(computer?.details.windows?.value),
      codes: computer?.details.codes?.value ?? undefined,
      // Read when it is looked at: a guide shows one PC and lists up to twenty.
      get card() {
        return licenseCardOf(guideProgressOf(progress, CARD_GUIDE, id));
      },
      isInUse: id === inUse,
    };
  });
}

/** The PC in use. */
export const currentPc = (progress: SavedProgress): Pc => pcsOf(progress).find((pc) => pc.isInUse)!;

/** What the reader can set for a PC. */
export type PcDetails = { name?: string; windows?: Windows; codes?: string | null };

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

const withDetails = (
  progress: SavedProgress,
  id: string,
  details: Record<string, string | null | undefined>,
  stamp: Stamp,
): SavedProgress => {
  const computer = progress.computers[id] ?? { details: {}, guides: {} };
  const records = Object.entries(details).flatMap(([key, value]): [string, DetailRecord][] =>
    value === undefined || value === (computer.details[key]?.value ?? null)
      ? []
      : [[key, { value, ...stamp }]],
  );
  if (records.length === 0) return progress;
  return {
    ...progress,
    computers: {
      ...progress.computers,
      [id]: { ...computer, details: { ...computer.details, ...Object.fromEntries(records) } },
    },
  };
};

/** Sets the name, the Windows version or the codes of a PC. Writes only what differs. */
export const withPcDetails = (
  progress: SavedProgress,
  id: string,
  details: PcDetails,
  actor: Actor,
): SavedProgress => withDetails(progress, id, details, nextStamp(progress, actor));

/** Puts a PC in use. Changes nothing when it already is, or when it is gone. */
export function withPcInUse(progress: SavedProgress, id: string, actor: Actor): SavedProgress {
  if (computerInUse(progress) === id || !computersInOrder(progress).includes(id)) return progress;
  return { ...progress, current: { computer: id, ...nextStamp(progress, actor) } };
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

/** The PC that was deleted last and can be restored, with its name. */
export function lastDeletedPc({
  computers,
}: SavedProgress): { id: string; name: string } | undefined {
  let last: { id: string; name: string; n: number } | undefined;
  for (const [id, computer] of Object.entries(computers)) {
    const { deleted } = computer.details;
    const isLeft = nameOf(computer) || Object.values(computer.guides).some(hasProgress);
    if (deleted?.value === "yes" && isLeft && deleted.n > (last?.n ?? -1))
      last = { id, name: nameOf(computer) ?? "A PC without a name", n: deleted.n };
  }
  return last && { id: last.id, name: last.name };
}

/** Restores a deleted PC. */
export const withPcBack = (progress: SavedProgress, id: string, actor: Actor): SavedProgress =>
  pcsOf(progress).length >= MAX_PCS
    ? progress
    : withDetails(progress, id, { deleted: null }, nextStamp(progress, actor));
