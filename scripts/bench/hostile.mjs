/*
 * `npm run bench:hostile`: how long readers wait for prerendered pages under attack: first without any attack, then
 * with 50 connections of each kind of hostile request, then with all kinds at once. “theirs” is the share of one
 * processor that the hostile clients used, which they share with the server.
 * The goal: p99 at most three times as long as without an attack, and no failed request of a reader.
 *
 *   --seconds 10       per kind
 *   --connections 50   number of hostile connections
 *   --readers 4        number of readers
 */
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { main } from "../process.mjs";
import { serve } from "./serve.mjs";

const PAGES = [
  "/",
  "/guides/link-your-license",
  "/articles/what-linking-does",
  "/errors/0xc004f211",
];

/** Each request differs from the last, so that no answer is cached. @type {Record<string, (count: number) => string>} */
const KINDS = {
  "many parameters": (count) => `/?${count}${"&a".repeat(5_900)}`,
  "long queries": (count) =>
    `/search?q=${encodeURIComponent(`${count} ${"why is the motherboard not activated ".repeat(25)}`)}`,
  "codes without end": (count) =>
    `/search?q=${encodeURIComponent(`0xC004F${count} `.repeat(600).slice(0, 8_000))}`,
  "search as JSON": (count) =>
    `/api/search?q=${encodeURIComponent(`activate ${count} windows license`)}`,
  "unknown addresses": (count) => `/${"no-such-page-".repeat(20)}${count}`,
  "unknown files": (count) => `/_next/static/${count}.js`,
  "keys in addresses": (count) => `/about?q=${"BCDFG-".repeat(1_200)}${count}`,
};

/**
 * Requests addresses until the time is up.
 *
 * @param {string} origin
 * @param {{ connections: number, seconds: number, address: (count: number) => string }} options
 * @returns {Promise<{ times: number[], statuses: Record<string, number> }>}
 */
async function hammer(origin, { connections, seconds, address }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1_000;
  /** @type {number[]} */
  const times = [];
  /** @type {Record<string, number>} */
  const statuses = {};
  let count = 0;
  const one = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      const path = address((count += 1));
      const status = await new Promise((resolve) => {
        get(origin + path, { agent, headers: { "Accept-Encoding": "gzip" } }, (answer) => {
          answer.resume().on("end", () => resolve(answer.statusCode));
        }).on("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
      });
      times.push(performance.now() - began);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return { times: times.sort((a, b) => a - b), statuses };
}

/** More than the answers that the server caches. */
const REQUESTS = 700;
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** @param {number[]} times @param {number} part */
const quantile = (times, part) =>
  times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;

/**
 * Sends requests over many connections until the time is up, each as soon as the previous one is answered. Attackers
 * run in a thread of their own and share the processors with the server, so they do as little as possible: all requests
 * are prepared in advance, and of a response only its end is detected.
 *
 * @param {{ port: number, connections: number, seconds: number, kinds: string[] }} options
 * @returns {Promise<{ statuses: Record<string, number>, busy: number }>} busy: the share of a processor that it used
 */
async function attack({ port, connections, seconds, kinds }) {
  const makers = kinds.map((kind) => KINDS[kind] ?? (() => "/"));
  const requests = Array.from({ length: REQUESTS }, (_, count) =>
    Buffer.from(
      `GET ${makers[count % makers.length]?.(count)} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n`,
    ),
  );
  /** @type {Record<string, number>} */
  const statuses = {};
  let next = 0;
  let isOver = false;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const open = () => {
    const socket = connect(port, "localhost");
    sockets.add(socket);
    let left = 0;
    let end = Buffer.alloc(0);
    const ask = () => socket.write(requests[(next += 1) % REQUESTS] ?? "");
    socket.setNoDelay(true).on("connect", ask);
    socket.on("data", (piece) => {
      if (left === 0) {
        const head = piece.toString("latin1", 0, 2_000);
        const status = head.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        const length = /content-length: (\d+)/i.exec(head)?.[1];
        // Without a length, the response comes in chunks, of which the last one is empty.
        left = length === undefined ? Infinity : Number(length) + head.indexOf("\r\n\r\n") + 4;
      }
      left -= piece.length;
      end = Buffer.concat([end, piece]).subarray(-LAST_CHUNK.length);
      if (left > 0 && !end.equals(LAST_CHUNK)) return;
      left = 0;
      if (!isOver) ask();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      if (!isOver) open();
    });
  };
  const before = performance.eventLoopUtilization();
  for (let i = 0; i < connections; i += 1) open();
  await wait(seconds * 1_000);
  const { utilization } = performance.eventLoopUtilization(before);
  isOver = true;
  for (const socket of sockets) socket.destroy();
  return { statuses, busy: utilization };
}

/** @type {(options: unknown) => Promise<Awaited<ReturnType<typeof attack>>>} */
const attackInThread = (options) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: options });
    worker.once("message", resolve).once("error", reject);
  });

if (!isMainThread) {
  parentPort?.postMessage(await attack(workerData));
} else
  await main(async () => {
    const { values } = parseArgs({
      options: {
        seconds: { type: "string", default: "10" },
        connections: { type: "string", default: "50" },
        readers: { type: "string", default: "4" },
      },
    });
    const seconds = Number(values.seconds);
    await install();
    await build();
    const site = await serve();
    const read = (/** @type {number} */ time) =>
      hammer(site.origin, {
        connections: Number(values.readers),
        seconds: time,
        address: (count) => PAGES[count % PAGES.length] ?? "/",
      });
    const row = (/** @type {(string | number)[]} */ [name, ...cells]) =>
      console.log(String(name).padEnd(20), cells.map((cell) => String(cell).padStart(9)).join(""));
    try {
      await read(3); // Warms up the server.
      const quiet = await read(seconds);
      console.log("\nMilliseconds until a page is there\n");
      row([
        "beside",
        "p50",
        "p99",
        "ratio",
        "pages",
        "failed",
        "theirs",
        "  hostile requests by status",
      ]);
      const tell = (
        /** @type {string} */ name,
        /** @type {Awaited<ReturnType<typeof hammer>>} */ { times, statuses },
        /** @type {Partial<Awaited<ReturnType<typeof attack>>>} */ {
          statuses: hostile = {},
          busy = 0,
        } = {},
      ) =>
        row([
          name,
          quantile(times, 0.5).toFixed(1),
          quantile(times, 0.99).toFixed(1),
          (quantile(times, 0.99) / quantile(quiet.times, 0.99)).toFixed(2),
          times.length,
          times.length - (statuses[200] ?? 0),
          `${Math.round(100 * busy)} %`,
          `  ${Object.entries(hostile)
            .map(([status, count]) => `${count} × ${status}`)
            .join(", ")}`,
        ]);
      tell("nobody", quiet);
      const names = Object.keys(KINDS);
      for (const [name, kinds] of [
        ...names.map((kind) => [kind, [kind]]),
        ["all of them", names],
      ]) {
        const attacked = attackInThread({
          port: Number(new URL(site.origin).port),
          connections: Number(values.connections),
          seconds: seconds + 1,
          kinds,
        });
        tell(String(name), await read(seconds), await attacked);
      }
    } finally {
      await site.stop();
    }
  });
