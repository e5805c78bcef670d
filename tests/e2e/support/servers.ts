import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { createServer, request as ask, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A running server of the test. */
export type Running = { origin: string; process: ChildProcess; stop: () => Promise<number | null> };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a server and waits until it answers. `base`: the path below which it serves the site. */
export async function startServer(
  port: number,
  [command = "", ...args]: string[],
  options: SpawnOptions,
  base = "",
): Promise<Running> {
  const origin = `http://localhost:${port}`;
  const server = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (text) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const begun = Date.now();
  for (;;) {
    if (server.exitCode !== null || Date.now() - begun > 30_000)
      throw new Error(`${command} ${args.join(" ")} does not answer: ${said}`);
    const isThere = await fetch(`${origin}${base}/robots.txt`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) break;
    await pause(50);
  }
  return {
    origin,
    process: server,
    stop: () => {
      server.kill("SIGTERM");
      return ended;
    },
  };
}

/** A proxy that sends each request to the next of these servers. */
export async function startRoundRobin(origins: string[]) {
  let turn = 0;
  const server = createServer((request, response) => {
    const target = new URL(origins[turn++ % origins.length] ?? "");
    const { method, url: path, headers } = request;
    const onward = ask({ host: target.hostname, port: target.port, path, method, headers });
    onward.on("response", (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    turns: () => turn,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A response as it was sent: `fetch` would decode it, and asks for a fresh one where a tag is given. */
export const getRaw = (address: string, headers: Record<string, string> = {}) =>
  new Promise<{ status?: number; headers: IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      const request = ask(address, { headers, agent: false }, (reply) => {
        const pieces: Buffer[] = [];
        reply.on("data", (piece: Buffer) => pieces.push(piece));
        reply.on("end", () =>
          resolve({
            status: reply.statusCode,
            headers: reply.headers,
            body: Buffer.concat(pieces),
          }),
        );
      });
      request.on("error", reject).end();
    },
  );
