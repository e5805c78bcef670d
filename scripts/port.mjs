/** Finds the port of the site, and whether it is free. */
import { createServer } from "node:net";
import { Problem, withVariable } from "./process.mjs";

/** The port when PORT is not set. */
export const DEFAULT_PORT = 3000;

/**
 * The port that PORT names.
 *
 * @param {string | undefined} text
 */
export function readPort(text) {
  if (text === undefined || text.trim() === "") return DEFAULT_PORT;
  const port = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (port >= 1 && port <= 65535) return port;
  throw new Problem("PORT does not name a port.", {
    expected: "a whole number from 1 to 65535",
    found: `"${text}"`,
    remedy: `leave PORT out for port ${DEFAULT_PORT}, or set a number: ${withVariable("PORT", "3001", "npm start")}`,
  });
}

/**
 * Throws when the port is not available, and says what to do.
 *
 * @param {number} port
 * @param {string} command the command that the person ran, for the message
 */
export async function checkPortIsFree(port, command) {
  // First all addresses, as the server will. Then the loopback address alone: macOS lets two programs share a
  // port when one of them asked for a single address.
  for (const host of [undefined, "127.0.0.1"]) {
    const code = await tryToListen(port, host);
    if (code === undefined) continue;
    const another = port < 65535 ? port + 1 : DEFAULT_PORT;
    throw new Problem(`Port ${port} cannot be used.`, {
      expected: "a port that no other program uses",
      found:
        code === "EADDRINUSE"
          ? `another program already answers on port ${port} (Keylink itself, perhaps)`
          : code === "EACCES"
            ? `this account may not open port ${port} (ports below 1024 are often reserved)`
            : `the system answered ${code}`,
      remedy: `stop that program, or choose another port: ${withVariable("PORT", String(another), command)}`,
    });
  }
}

/**
 * The error code when listening there fails, or undefined.
 *
 * @type {(port: number, host: string | undefined) => Promise<string | undefined>}
 */
const tryToListen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code ?? error.message),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** A free port. @returns {Promise<number>} */
export const findFreePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
