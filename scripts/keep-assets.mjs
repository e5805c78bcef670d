/*
 * Keeps the files of /assets for one release more: a page of the previous release that is still open, or in a cache,
 * names files of that release, and loads some of them only when they are needed.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** The names of the files in a folder and below; each has a hash of its content in it. @param {string} folder */
const namesIn = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort().join("\n") : "";

/**
 * Remembers the files in `assets`, and writes to `previous` those of the build before that `assets` lacks. A build with
 * the same files as the last one pushes nothing out. `memory` outlives builds; whatever interrupts one, its folders are
 * whole.
 *
 * @param {{ assets: string, previous: string, memory: string }} folders
 */
export function keepAssets({ assets, previous, memory }) {
  const inMemory = (/** @type {string} */ name) => path.join(memory, name);
  const [next, now, before] = [inMemory("next"), inMemory("now"), inMemory("before")];
  mkdirSync(memory, { recursive: true });
  if (namesIn(assets) !== namesIn(now)) {
    rmSync(next, { recursive: true, force: true });
    cpSync(assets, next, { recursive: true });
    if (existsSync(now)) {
      rmSync(before, { recursive: true, force: true });
      renameSync(now, before);
    }
    renameSync(next, now);
  }

  rmSync(previous, { recursive: true, force: true });
  mkdirSync(previous, { recursive: true });
  if (!existsSync(before)) return;
  cpSync(before, previous, {
    recursive: true,
    filter: (file) =>
      statSync(file).isDirectory() || !existsSync(path.join(assets, path.relative(before, file))),
  });
}
