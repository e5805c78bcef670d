/*
 * Keeps the files of /assets for one release more: a page of the previous release that is still open, or in a cache,
 * names files of that release, and loads some of them only when they are needed.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * Remembers the files in `assets` as those of `release`, and writes to `previous` those of the release before that
 * `assets` lacks.
 *
 * @param {{ assets: string, previous: string, memory: string }} folders `memory` outlives builds
 * @param {string} release building it again replaces its files
 */
export function keepAssets({ assets, previous, memory }, release) {
  const [now, before] = [path.join(memory, "now"), path.join(memory, "before")];
  const name = path.join(memory, "release");
  mkdirSync(memory, { recursive: true });
  if (existsSync(name) && readFileSync(name, "utf8") !== release) {
    rmSync(before, { recursive: true, force: true });
    renameSync(now, before);
  }
  rmSync(now, { recursive: true, force: true });
  cpSync(assets, now, { recursive: true });
  writeFileSync(name, release);

  rmSync(previous, { recursive: true, force: true });
  mkdirSync(previous, { recursive: true });
  if (!existsSync(before)) return;
  cpSync(before, previous, {
    recursive: true,
    filter: (file) =>
      statSync(file).isDirectory() || !existsSync(path.join(assets, path.relative(before, file))),
  });
}
