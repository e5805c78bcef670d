import { createServer, request as ask, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A proxy in front of the built site that can be cut off, be slow, or answer some addresses itself. Playwright's
 * own offline mode and routes do not affect requests of a service worker.
 */
export type Relay = {
  address: string;
  /** Answers nothing, as without a network. */
  isDown: boolean;
  /** The delay of pages in ms. */
  delayMs: number;
  /** Responses instead of the site's, by address. */
  instead: Map<string, { type: string; body: string; status?: number }>;
  /** Changes the text of a response. */
  edit: (path: string, text: string) => string;
  /** A Content-Security-Policy in the place of the site's. */
  policy?: string;
  /** The requested paths. */
  asked: string[];
  close: () => Promise<void>;
};

/** Starts a relay in front of `site`. */
export async function startRelay(site: string): Promise<Relay> {
  const target = new URL(site);
  const relay: Omit<Relay, "address" | "close"> = {
    isDown: false,
    delayMs: 0,
    instead: new Map(),
    edit: (_path, text) => text,
    asked: [],
  };
  const answer = (path: string, response: ServerResponse) => {
    const given = relay.instead.get(path);
    if (!given) return false;
    response.writeHead(given.status ?? 200, { "Content-Type": given.type });
    response.end(given.body);
    return true;
  };
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    relay.asked.push(path);
    if (relay.isDown) return void request.socket.destroy();
    if (answer(path, response)) return;
    const forward = () => {
      const headers: typeof request.headers = { ...request.headers, "accept-encoding": "identity" };
      // Never 304: an edited response has another ETag.
      delete headers["if-none-match"];
      delete headers["if-modified-since"];
      const onward = ask(
        { host: target.hostname, port: target.port, path, method: request.method, headers },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("end", () => {
            const whole = Buffer.concat(chunks);
            const isText = /text|json|javascript/.test(reply.headers["content-type"] ?? "");
            const body = isText ? Buffer.from(relay.edit(path, whole.toString())) : whole;
            const {
              "content-length": _length,
              "transfer-encoding": _coding,
              ...kept
            } = reply.headers;
            if (relay.policy) kept["content-security-policy"] = relay.policy;
            response.writeHead(reply.statusCode ?? 500, kept);
            response.end(body);
          });
        },
      );
      onward.on("error", () => response.destroy());
      onward.end();
    };
    if (relay.delayMs > 0 && !path.startsWith("/assets/")) setTimeout(forward, relay.delayMs);
    else forward();
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  const { port } = server.address() as AddressInfo;
  return Object.assign(relay, {
    address: `http://localhost:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
