/*
 * Remembers which servers run from this folder, so that nobody takes their files away: a build under a
 * running site leaves it with pages whose files are gone.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { checkPortIsFree } from "./port.mjs";
import { fromRoot, Problem } from "./process.mjs";

/** A file for each port, with the id of the process. */
const FOLDER = ".next/keylink-running";

/**
 * Notes that this process serves what is built, and returns what takes the note back.
 *
 * @param {number} port
 */
export function markRunning(port) {
  const file = fromRoot(FOLDER, String(port));
  try {
    mkdirSync(fromRoot(FOLDER), { recursive: true });
    writeFileSync(file, String(process.pid));
  } catch {
    // A disk that cannot be written to: then nobody can build here either.
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

/** Ports that servers of this folder answer on. A note of one that was killed proves nothing. */
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
    // In a container the next process often has the same id: the port has to be in use too.
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

/** Throws when a site runs from the files that a build would replace. */
export async function checkNobodyIsServed() {
  const [port] = await runningPorts();
  if (port === undefined) return;
  throw new Problem("The site has to be built anew, and its old build is being served.", {
    expected: "no server that runs from this folder",
    found: `one on port ${port}; its pages would lose their files`,
    remedy: "stop that server (Ctrl+C in its window), then run the command again",
  });
}
