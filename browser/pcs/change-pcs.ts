import { withAddedPc, withDeletedPc } from "@/lib/progress/change-pcs";
import { MAX_PCS, type Pc, pcsOf, withPcDetails } from "@/lib/progress/pcs";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { showNotice } from "../notice";
import { shownWindows } from "../windows";
import { offerUndo } from "./offer-undo";
import { askForPc } from "./pc-dialog";

/* What readers can do with their PCs, in a guide and on the board alike. */

const progressOf = (store: ProgressStore) => () => store.getState().progress;

/** Asks for a name, adds a PC and puts it in use. */
export function addPc(store: ProgressStore, undone?: () => void): void {
  if (pcsOf(store.getState().progress).length >= MAX_PCS)
    return showNotice(`There are ${MAX_PCS} PCs, the most that fit. Delete one first.`, [
      { label: "OK", run: () => undefined },
    ]);
  askForPc(
    { title: "Add a PC", submit: "Add", windows: shownWindows() },
    progressOf(store),
    (details) => {
      const change = store.change((progress, actor) =>
        withAddedPc(progress, details, shownWindows(), actor),
      );
      offerUndo(`Added: ${details.name}.`, store, change, undone);
    },
  );
}

/** Asks for a new name or Windows version of a PC. */
export function renamePc(store: ProgressStore, pc: Pc, undone?: () => void): void {
  const { id, name } = pc;
  askForPc(
    { title: "Rename this PC", submit: "Save", id, name, windows: pc.windows ?? shownWindows() },
    progressOf(store),
    (details) => {
      const change = store.change((progress, actor) => withPcDetails(progress, id, details, actor));
      offerUndo(`Saved: ${details.name}.`, store, change, undone);
    },
  );
}

/** Deletes a PC and offers Undo. */
export function deletePc(store: ProgressStore, pc: Pc, undone?: () => void): void {
  const change = store.change((progress, actor) => withDeletedPc(progress, pc.id, actor));
  offerUndo(`Deleted: ${pc.label}, with its ticks and answers.`, store, change, undone);
}
