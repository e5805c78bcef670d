/*
 * Detects whether files have changed, by a hash of names and bytes. File times do not count, because a fresh clone
 * or a branch switch changes them all.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fromRoot } from "./process.mjs";

/**
 * A hash of files and folders. Missing ones count as empty.
 *
 * @param {string[]} paths relative to the project folder
 * @param {{ without?: string[], settings?: unknown }} [options] folders left out, and other values
 *   that the result depends on
 */
export function fingerprint(paths, { without = [], settings = null } = {}) {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  for (const file of paths.flatMap((start) => listFiles(start, without))) {
    hash.update(`\0${file}\0`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}

/** @type {(start: string, without: string[]) => string[]} */
function listFiles(start, without) {
  if (without.includes(start) || !existsSync(fromRoot(start))) return [];
  if (statSync(fromRoot(start)).isFile()) return [start];
  return (
    readdirSync(fromRoot(start))
      // Hidden files are leftovers of editors and systems.
      .filter((name) => !name.startsWith("."))
      .sort()
      .flatMap((name) => listFiles(path.posix.join(start, name), without))
  );
}
