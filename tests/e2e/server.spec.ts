import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { expect } from "@playwright/test";
import { FAILED } from "@/scripts/strip-runtime.mjs";
import { test } from "./support/test";

/* What scripts/serve.mjs decides before Next.js reads a request. Written out byte by byte: a client would mend it. */

type Answer = { head: string; isClosed: boolean };

/** Sends a request as it is written and reads the answer's head; says whether the server closed the connection in 5 s. */
const send = (
  baseURL: string,
  start: string,
  headers: string[] = ["Connection: close"],
  body = "",
) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port, host } = new URL(baseURL);
    const socket = connect(Number(port), hostname);
    let text = "";
    const end = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ head: text.split("\r\n\r\n")[0] ?? "", isClosed });
    };
    const timer = setTimeout(() => end(false), 5_000);
    socket.on("data", (piece) => (text += String(piece)));
    socket.on("close", () => end(true)).on("error", reject);
    socket.write(
      `${[`${start} HTTP/1.1`, `Host: ${host}`, ...headers].join("\r\n")}\r\n\r\n${body}`,
    );
  });

const UPGRADE = [
  "Connection: Upgrade",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

for (const [what, start, status] of [
  ["7,000 parameters", `GET /?${"a&".repeat(6_999)}`, 414],
  ["an address of 15,000 characters", `GET /${"a".repeat(15_000)}`, 414],
  ["an address of 20,000 characters", `GET /${"a".repeat(20_000)}`, 431],
  ["TRACE", "TRACE /", 405],
  ["OPTIONS of the server", "OPTIONS *", 405],
  ["a form sent to a picture", "POST /icon.svg", 405],
  ["a file sent in the place of another", "PUT /favicon.ico", 405],
  ["a page deleted", "DELETE /about", 405],
] as const)
  test(`${what} is refused with ${status}`, async ({ baseURL }) => {
    const { head, isClosed } = await send(baseURL ?? "", start);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    if (status === 405) expect(head).toContain("Allow: GET, HEAD");
    expect(isClosed).toBe(true);
  });

test("a body without end is not waited for", async ({ baseURL }) => {
  const headers = ["Transfer-Encoding: chunked"];
  const { head, isClosed } = await send(baseURL ?? "", "POST /search", headers, "5\r\nhello\r\n");
  expect(head).toMatch(/^HTTP\/1.1 405 /);
  expect(isClosed).toBe(true);
});

for (const path of ["/no/such/page", "/_next/webpack-hmr", "/about"])
  for (const name of ["websocket", "WebSocket"])
    test(`no socket opens at ${path} for “${name}”`, async ({ baseURL }) => {
      const answer = await send(baseURL ?? "", `GET ${path}`, [...UPGRADE, `Upgrade: ${name}`]);
      expect(answer).toEqual({ head: "", isClosed: true });
    });

test("an address with another host before it leads nowhere else", async ({ baseURL }) => {
  const { head } = await send(baseURL ?? "", "GET http://evil.example/GUIDES?windows=10");
  expect(head).toMatch(/^HTTP\/1.1 308 /);
  expect(head).toMatch(/^location: \/guides\?windows=10$/im);
  expect((await send(baseURL ?? "", "GET http://evil.example/about")).head).toMatch(
    /^HTTP\/1.1 200 /,
  );
});

test("the page for an error of the server itself is ours, without the framework's scripts", () => {
  const html = readFileSync(FAILED, "utf8");
  expect(html).toContain("This page failed to load</h1>");
  expect(html).not.toContain("/_next/");
});

test("files that are not there carry the policy too", async ({ request }) => {
  for (const path of ["/_next/static/no.js", "/_next/image?url=x", "/assets/no.js", "/assets/"]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()["content-security-policy"], path).toContain("script-src 'self'");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});

test("no answer has headers for the framework's runtime, by which a cache would keep copies", async ({
  request,
}) => {
  for (const path of ["/about", "/search?q=x", "/no/such/page", "/assets/no.js", "/feed.xml"]) {
    const headers = (await request.get(path)).headers();
    expect(
      Object.keys(headers).filter((name) => name.startsWith("x-next")),
      path,
    ).toEqual([]);
    // A missing file is a line of text, which is not compressed.
    if (!path.startsWith("/assets/")) expect(headers.vary, path).toBe("Accept-Encoding");
    else expect(headers["cache-control"]).toBe("private, no-cache");
  }
});

test("a flood of searches loses no request, and the pages answer meanwhile", async ({
  request,
}) => {
  const flood = Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      request.get(
        `/search?q=${encodeURIComponent(`flood ${i} ${"motherboard activation ".repeat(40)}`)}`,
      ),
    ),
  );
  for (const path of ["/", "/about", "/guides", "/errors/0xc004f211"])
    expect((await request.get(path)).status(), path).toBe(200);
  for (const answer of await flood) {
    // More than may wait are refused: several-servers.spec.ts.
    expect(answer.status()).toBe(200);
  }
});
