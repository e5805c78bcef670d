import { computersInOrder, computerInUse } from "./progress";
import {
  MAX_TEXT_CHARS,
  parseSavedProgress,
  type SavedProgress,
  serializeProgress,
} from "./saved-progress";

/** The name of the file. */
export const FILE_NAME = "keylink-pcs.json";

/** Why a file is not read. */
export type FileRefusal = "too-long" | "not-ours" | "damaged" | "newer";

/** The text of a file with all PCs. It leaves out deleted PCs and what Start over took away. */
export function fileText(progress: SavedProgress): string {
  const live = computersInOrder(progress);
  const computers = Object.fromEntries(
    Object.entries(progress.computers).filter(([id]) => live.includes(id)),
  );
  const current = { ...progress.current, computer: computerInUse(progress) };
  const saved = serializeProgress({ schema: progress.schema, current, computers });
  return `{"keylink":"progress","progress":${saved}}\n`;
}

/** Reads a file as foreign data; it never throws. */
export function readFile(text: string): { progress: SavedProgress } | { refused: FileRefusal } {
  if (text.length > MAX_TEXT_CHARS) return { refused: "too-long" };
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { refused: text.includes('"keylink"') ? "damaged" : "not-ours" };
  }
  const { keylink, progress } = (root ?? {}) as Record<string, unknown>;
  if (keylink !== "progress") return { refused: "not-ours" };
  const read = parseSavedProgress(JSON.stringify(progress ?? null));
  if (read.problem) return { refused: read.problem === "newer" ? "newer" : "damaged" };
  return { progress: read.progress };
}
