import { parseWindows, type Windows } from "@/lib/windows/version";
import { licenseCardOf, type LicenseCard } from "./license-card";
import {
  type Actor,
  computerInUse,
  computersInOrder,
  guideProgressOf,
  nextStamp,
} from "./progress";
import { type Computer, type DetailRecord, type SavedProgress, type Stamp } from "./saved-progress";

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

export const nameOf = (computer: Computer | undefined) =>
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

/** Writes those details of a PC that differ. */
export const withDetails = (
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

/** The prefix of a fragment with progress; the version of the format follows (move-link.ts). */
export const LINK_PREFIX = "pc";

/** Whether a fragment carries progress, in any version of the format; otherwise it is an anchor. */
export const isLinkFragment = (fragment: string): boolean =>
  new RegExp(`^#?${LINK_PREFIX}\\d+\\.`).test(fragment);
