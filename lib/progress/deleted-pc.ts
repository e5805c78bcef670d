import { MAX_PCS, nameOf, pcsOf, withDetails } from "./pcs";
import { type Actor, hasProgress, nextStamp } from "./progress";
import type { SavedProgress } from "./saved-progress";

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
