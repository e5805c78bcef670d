/** Finds the port of the site, and whether it is free. */
import { createServer } from "node:net";
import { Problem, withVariable } from "./process.mjs";

/** The port when PORT is not set. */
const DEFAULT_PORT = 3000;

/**
 * The ports that browsers and `fetch` refuse to load pages from, because other services use them
 * (https://fetch.spec.whatwg.org/#port-blocking).
 */
const BLOCKED_PORTS = [
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
];

/**
 * The port that PORT names.
 *
 * @param {string | undefined} text
 */
export function readPort(text) {
  if (text === undefined || text.trim() === "") return DEFAULT_PORT;
  const port = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (BLOCKED_PORTS.includes(port))
    throw new Problem(`Browsers do not open port ${port}.`, {
      expected: "a port that no other kind of service uses",
      found: `PORT="${text}", which every browser blocks`,
      remedy: `choose another port: ${withVariable("PORT", "3001", "npm start")}`,
    });
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
