import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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
function build(...files: string[]): string[] {
  const assets = join(root, "assets");
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(join(assets, "previews"), { recursive: true });
  for (const file of files) writeFileSync(join(assets, file), file);
  const previous = join(root, "previous");
  keepAssets({ assets, previous, memory: join(root, "memory") });
  expect(filesIn(assets)).toEqual([...files].sort());
  return filesIn(previous);
}

test("files stay for one release, then go", () => {
  expect(build("site-1.js", "same-0.css")).toEqual([]);
  expect(build("site-2.js", "previews/2.png", "same-0.css")).toEqual(["site-1.js"]);
  expect(build("site-3.js", "same-0.css")).toEqual(["previews/2.png", "site-2.js"]);
});

test("a build with the same files pushes nothing out", () => {
  build("site-1.js");
  build("site-2.js");
  expect(build("site-2.js")).toEqual(["site-1.js"]);
});

test("losing the record of earlier builds does no harm", () => {
  build("site-1.js");
  rmSync(join(root, "memory"), { recursive: true });
  expect(build("site-2.js")).toEqual([]);
});

test("a build that was killed half way does not stop the next one", () => {
  build("site-1.js");
  // After the last files were put aside, and before the new ones took their place.
  renameSync(join(root, "memory/now"), join(root, "memory/before"));
  mkdirSync(join(root, "memory/next"));
  expect(build("site-2.js")).toEqual(["site-1.js"]);
});
