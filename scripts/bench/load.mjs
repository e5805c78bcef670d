/*
 * `npm run bench:load`: how the server bears many readers. Bounded in time and connections, and only
 * against this machine: a prerendered page and /search at 1 and 50 connections, and beside them a
 * plain static server that sends the same page from memory, as the measure of what the machine can do.
 *
 *   npm run bench:load                    60 s for each
 *   npm run bench:load -- --seconds=10    shorter
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { fromRoot, main, Problem } from "../process.mjs";
import { serve } from "./serve.mjs";

const LONGEST_SECONDS = 60;

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });

/** Memory of a process in MB, where the system tells (Linux). @param {number | undefined} pid */
function memory(pid) {
  try {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Math.round(Number(line[1]) / 1024) : undefined;
  } catch {
    return undefined; // Another system: the column stays empty.
  }
}

/** @param {string} url @param {number} connections @param {number} seconds */
async function load(url, connections, seconds) {
  const { requests, latency, errors, non2xx, timeouts } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { "accept-encoding": "gzip" },
  });
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    lost: errors + non2xx + timeouts,
  };
}

await main(async () => {
  const seconds = Number(values.seconds);
  if (!(seconds >= 1 && seconds <= LONGEST_SECONDS))
    throw new Problem("--seconds is out of range.", {
      expected: `1 to ${LONGEST_SECONDS}`,
      found: values.seconds,
      remedy: "give a number in that range",
    });
  await install();
  await build();
  const site = await serve();
  const page = gzipSync(readFileSync(fromRoot(".next/server/app/articles/what-linking-does.html")));
  const plain = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" });
    response.end(page);
  });
  await new Promise((resolve) => plain.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = plain.address();
  const plainOrigin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  try {
    console.log(`\n${seconds} s each, this machine only\n`);
    console.log("what".padEnd(22), "conn  req/s   p50 ms  p99 ms  lost  memory MB before → after");
    let lost = 0;
    for (const connections of [1, 50]) {
      const still = await load(plainOrigin, connections, Math.min(seconds, 10));
      for (const [name, path] of [
        ["prerendered page", "/articles/what-linking-does"],
        ["/search", "/search?q=new+motherboard"],
      ]) {
        // Once before, so that the first request's work is not in the figures.
        await load(`${site.origin}${path}`, connections, 2);
        const before = memory(site.pid);
        const result = await load(`${site.origin}${path}`, connections, seconds);
        lost += result.lost;
        console.log(
          String(name).padEnd(22),
          String(connections).padStart(4),
          result.perSecond.toFixed(0).padStart(6),
          String(result.p50).padStart(8),
          String(result.p99).padStart(7),
          String(result.lost).padStart(5),
          `  ${before ?? "?"} → ${memory(site.pid) ?? "?"}`,
          `  ratio to a plain server: ${(result.perSecond / still.perSecond).toFixed(3)}`,
        );
      }
      console.log(
        "plain static server".padEnd(22),
        String(connections).padStart(4),
        still.perSecond.toFixed(0).padStart(6),
        String(still.p50).padStart(8),
        String(still.p99).padStart(7),
        String(still.lost).padStart(5),
      );
    }
    console.log(lost === 0 ? "\nNo request was lost." : `\n${lost} requests were lost.`);
    if (lost > 0) process.exitCode = 1;
  } finally {
    plain.close();
    await site.stop();
  }
});
