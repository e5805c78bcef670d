/*
 * The packages of this bench: Starlight, the Node.js that it needs, Lighthouse. They are pinned here and installed
 * apart from the site's packages on the first run, so that they are never part of it.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot, Problem, run, say } from "../../process.mjs";

/** Contains the packages and their output. Not in Git; delete it to start over. */
export const FOLDER = fromRoot(".bench/pages");

const PINNED = fromRoot("scripts/bench/pages");
const FILES = ["package.json", "package-lock.json", ".npmrc"];
const INSTALLED = path.join(FOLDER, "installed.json");

/** Installs the packages of the lock file, unless they already are. */
export async function installPackages() {
  const wanted = readFileSync(path.join(PINNED, "package-lock.json"), "utf8");
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, "utf8") === wanted) return;
  say("Installing Starlight and Lighthouse for this bench (about 560 MB, in .bench/)");
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(path.join(PINNED, file), path.join(FOLDER, file));
  // Their binaries are packages, so no install script is needed. The engine warnings are about Node 22, which is one of
  // these packages. `npm ci` would fail because the lock file lacks the binaries for other systems; `npm install` keeps
  // the versions of the lock file and adds what this system needs.
  const args = ["install", "--ignore-scripts", "--loglevel=error", "--prefix", FOLDER];
  const code = await run("npm", args);
  if (code !== 0)
    throw new Problem("The packages of the bench could not be installed.", {
      found: `npm ended with exit code ${code}`,
      remedy: "read what npm says above; connect to the network and run the command again",
    });
  writeFileSync(INSTALLED, wanted);
}

/** The path of a Node.js that runs Starlight: the packaged one, or ours if it is new enough. */
export function newerNode() {
  const windows = process.platform === "win32";
  const packaged = path.join(
    FOLDER,
    `node_modules/node-${windows ? "win" : process.platform}-${process.arch}/bin`,
    windows ? "node.exe" : "node",
  );
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  throw new Problem("Starlight needs a newer Node.js.", {
    expected: "Node.js 22 or newer",
    found: `${process.versions.node}, and no packaged one for ${process.platform}-${process.arch}`,
    remedy: "run this command with Node.js 22 or newer",
  });
}

/** Loads a module of these packages. @param {string} file relative to node_modules @returns {Promise<any>} */
export const load = (file) =>
  import(pathToFileURL(path.join(FOLDER, "node_modules", file)).toString());
