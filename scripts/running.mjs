/*
 * Remembers which servers run from this folder, so that no build replaces their files: the running site would be
 * left with pages whose files are gone.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { checkPortIsFree } from "./port.mjs";
import { fromRoot, Problem } from "./process.mjs";

/** Contains a file for each port, with the id of the process. */
const FOLDER = ".next/keylink-running";

/**
 * Records that this process serves the build. Returns a function that removes the record.
 *
 * @param {number} port
 */
export function markRunning(port) {
  const file = fromRoot(FOLDER, String(port));
  try {
    mkdirSync(fromRoot(FOLDER), { recursive: true });
    writeFileSync(file, String(process.pid));
  } catch {
    // The disk is not writable, so nobody can build here either.
  }
  return () => rmSync(file, { force: true });
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** The ports of servers that run from this folder. Records of killed servers do not count. */
async function runningPorts() {
  /** @type {string[]} */
  let notes = [];
  try {
    notes = readdirSync(fromRoot(FOLDER));
  } catch {
    return notes; // No server ever ran here.
  }
  const ports = [];
  for (const port of notes) {
    const id = Number(readFileSync(fromRoot(FOLDER, port), "utf8"));
    // In a container, a later process often has the same id, so the port has to be in use, too.
    if (id !== process.pid && isAlive(id) && (await isTaken(Number(port)))) ports.push(port);
  }
  return ports;
}

/** @param {number} port */
const isTaken = (port) =>
  checkPortIsFree(port, "").then(
    () => false,
    () => true,
  );

/** Throws when a running site uses the files that a build would replace. */
export async function checkNobodyIsServed() {
  const [port] = await runningPorts();
  if (port === undefined) return;
  throw new Problem("The site has to be built again, and its old build is being served.", {
    expected: "no server that runs from this folder",
    found: `one on port ${port}; its pages would lose their files`,
    remedy: "stop that server (Ctrl+C in its window), then run the command again",
  });
}
