import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepAssets } from "@/scripts/keep-assets.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "keylink-assets-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

/** Builds a release with these files; returns what is kept of the one before. */
function build(release: string, files: string[]): string[] {
  const assets = join(root, "assets");
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(join(assets, "previews"), { recursive: true });
  for (const file of files) writeFileSync(join(assets, file), file);
  const previous = join(root, "previous");
  keepAssets({ assets, previous, memory: join(root, "memory") }, release);
  expect(filesIn(assets)).toEqual([...files].sort());
  return filesIn(previous);
}

test("files stay for one release, then go", () => {
  expect(build("one", ["site-1.js", "same-0.css"])).toEqual([]);
  expect(build("two", ["site-2.js", "previews/2.png", "same-0.css"])).toEqual(["site-1.js"]);
  expect(build("three", ["site-3.js", "same-0.css"])).toEqual(["previews/2.png", "site-2.js"]);
});

test("building a release again does not push out the one before", () => {
  build("one", ["site-1.js"]);
  build("two", ["site-2.js"]);
  expect(build("two", ["site-2.js"])).toEqual(["site-1.js"]);
});

test("a memory that was lost does no harm", () => {
  build("one", ["site-1.js"]);
  rmSync(join(root, "memory"), { recursive: true });
  expect(build("two", ["site-2.js"])).toEqual([]);
});
