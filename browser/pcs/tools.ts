/*
 * What the menu of PCs, the board and what it loads later have in common. They import it from here, so that it is
 * one small file (browser/shared.ts).
 */
import "@/lib/progress/move-file";

export { addPc, deletePc, renamePc } from "./change-pcs";
export { choice, copyText, labeled, openDialog } from "./dialog";
export { offerUndo } from "./offer-undo";
export { saveFile } from "./save-file";
