/*
 * `npm run bench:load`: how the server copes with many readers. Requests a prerendered page and /search over 1 and 50
 * connections. For comparison, the same page from nginx with the static export (if nginx is installed) and from a plain
 * server in memory, which shows what the machine can do. Bounded in time and connections, and only against this machine.
 * Prints a dated table for docs/operating.md.
 *
 *   npm run bench:load                    60 s per row
 *   npm run bench:load -- --seconds=10    shorter
 */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { findNginx, nginxOnExport } from "../nginx.mjs";
import { findFreePort } from "../port.mjs";
import { fromRoot, main, Problem, runNode, typeScript } from "../process.mjs";
import { serve } from "./serve.mjs";

const LONGEST_SECONDS = 60;
const PAGE = "/articles/what-linking-does";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });

/** Memory of a process in MB; undefined on systems without /proc. @param {number | undefined} pid */
function memory(pid) {
  try {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Math.round(Number(line[1]) / 1024) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} url @param {number} connections @param {number} seconds */
async function load(url, connections, seconds) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { "accept-encoding": "gzip" },
  });
  const { latency, errors, non2xx, timeouts, statusCodeStats = {} } = result;
  // The server refuses more searches than it can answer; readers may try again.
  const refused = statusCodeStats["503"]?.count ?? 0;
  return {
    perSecond: result["2xx"] / result.duration,
    p50: latency.p50,
    p99: latency.p99,
    refused,
    lost: errors + timeouts + non2xx - refused,
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
  /** @type {Awaited<ReturnType<typeof startNginx>>} */
  let nginx;
  const page = gzipSync(readFileSync(fromRoot(`.next/server/app${PAGE}.html`)));
  const plain = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" });
    response.end(page);
  });
  await new Promise((resolve) => plain.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = plain.address();
  const plainOrigin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  try {
    nginx = await startNginx();
    console.log(
      `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node.js ${process.versions.node}, ${seconds} s each; the load comes from the same machine.\n`,
    );
    console.log(
      "| What | Connections | Answers/s | p50 ms | p99 ms | Refused (503) | Lost | Server’s memory, MB |",
    );
    console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");
    let lost = 0;
    for (const connections of [1, 50])
      for (const [what, url, pid] of [
        ["`npm start`, a page", site.origin + PAGE, site.pid],
        ["`npm start`, `/search`", `${site.origin}/search?q=new+motherboard`, site.pid],
        ...(nginx ? [["nginx on the export, the page", nginx.origin + PAGE, undefined]] : []),
        ["a plain server, the page from memory", plainOrigin, undefined],
      ]) {
        // Warms up the server.
        await load(String(url), connections, 2);
        const result = await load(String(url), connections, seconds);
        lost += result.lost;
        const cells = [
          what,
          connections,
          result.perSecond.toFixed(0),
          result.p50,
          result.p99,
          result.refused,
          result.lost,
        ];
        console.log(`| ${[...cells, memory(Number(pid)) ?? ""].join(" | ")} |`);
      }
    console.log(lost === 0 ? "\nNo request was lost." : `\n${lost} requests were lost.`);
    if (lost > 0) process.exitCode = 1;
  } finally {
    plain.close();
    await nginx?.stop();
    await site.stop();
  }
});

/** Starts nginx on a fresh export; undefined if it is not installed. */
async function startNginx() {
  if (!findNginx()) return undefined;
  const code = await runNode(typeScript("scripts/build-export.ts"));
  if (code !== 0) throw new Problem("The export stopped.", { remedy: "read the messages above" });
  const port = await findFreePort();
  const { command, folder } = nginxOnExport(port);
  const [file = "", ...args] = command;
  const server = spawn(file, args, { stdio: "inherit" });
  const origin = `http://localhost:${port}`;
  while (!(await fetch(origin).catch(() => undefined))) {
    if (server.exitCode !== null)
      throw new Problem("nginx did not start.", { remedy: "read its messages above" });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    stop: async () => {
      server.kill();
      await new Promise((resolve) => server.once("exit", resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
