import type { Change } from "@/lib/progress/progress";

/** How long each change has an Undo (P4); the last change keeps it, as the others have “Change”. */
const UNDO_MS = 10_000;

/** The last change of each step, for its Undo. */
export function keepChanges() {
  const changes = new Map<string, Change & { at: number }>();
  return {
    add(step: string, change: Change): void {
      // Deleted first, since the last one in the map is the last change.
      changes.delete(step);
      changes.set(step, { ...change, at: Date.now() });
    },
    /** Returns the change of a step and forgets it. */
    take(step: string): Change | undefined {
      const change = changes.get(step);
      changes.delete(step);
      return change;
    },
    isUndoable(step: string): boolean {
      const change = changes.get(step);
      if (!change) return false;
      return change === [...changes.values()].at(-1) || change.at > Date.now() - UNDO_MS;
    },
    clear: () => changes.clear(),
  };
}
