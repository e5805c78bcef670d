/* A server of the built site for a benchmark, on a free port of this machine. */
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { siteUrl } from "../build.mjs";
import { findFreePort } from "../port.mjs";
import { ROOT, toolEnvironment, toolFile } from "../process.mjs";

/** Starts `next start` and promises it once it answers. */
export async function serve() {
  const port = await findFreePort();
  const server = spawn(process.execPath, [toolFile("next"), "start", "-p", String(port)], {
    cwd: ROOT,
    env: { ...toolEnvironment(), NODE_ENV: "production", SITE_URL: siteUrl() },
    stdio: "ignore",
  });
  const origin = `http://localhost:${port}`;
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) break;
    await wait(250);
  }
  return {
    origin,
    pid: server.pid,
    stop: async () => {
      server.kill();
      await new Promise((resolve) => server.once("exit", resolve));
    },
  };
}
