import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createGate } from "@/scripts/gate.mjs";
import { checkSite, sendFailurePage, refusalOf, withoutHost } from "@/scripts/serve.mjs";

test.each([
  [{ method: "POST", url: "/icon.svg" }, 405],
  [{ method: "TRACE", url: "/" }, 405],
  [{ method: "OPTIONS", url: "*" }, 405],
  [{ method: "GET", url: "*" }, 400],
  [{ method: "GET", url: `/search?q=${"x".repeat(12_000)}` }, 414],
  [{ method: "GET", url: `/?${"a&".repeat(7_000)}` }, 414],
  [{ method: "GET", url: `/?${"a&".repeat(60)}` }, 414],
])("%j is refused with %i", (request, status) => {
  expect(refusalOf(request)?.status).toBe(status);
});

test.each([
  { method: "GET", url: "/" },
  { method: "HEAD", url: "/search?q=a&windows=10&kind=guide&literal=&page=2&utm_source=x" },
  // The longest field, in a script of which each letter takes nine characters of an address.
  { method: "GET", url: `/search?q=${"%E6%BF%80".repeat(1_000)}&windows=11` },
])("what a page asks for is not refused", (request) => {
  expect(refusalOf(request)).toBeUndefined();
});

test("an address with another host before it is read as one of ours", () => {
  expect(withoutHost("http://evil.example/GUIDES?a=b")).toBe("/GUIDES?a=b");
  expect(withoutHost("https://evil.example")).toBe("/");
  expect(withoutHost("http://evil.example?q=x")).toBe("/?q=x");
  expect(withoutHost("/errors/http://x")).toBe("/errors/http://x");
});

/** Some readers at a gate: what they have been told, and how each one is answered or goes away. */
function readers(count: number, pauseMs = 0) {
  const gate = createGate({ atOnce: 1, waiting: 2, pauseMs });
  const working: number[] = [];
  const responses = Array.from({ length: count }, () => new EventEmitter());
  const taken = responses.map((response, i) => gate.enter(response, () => working.push(i)));
  const enter = () => gate.enter(new EventEmitter(), () => undefined);
  const close = async (response: number | EventEmitter) => {
    (typeof response === "number" ? responses[response] : response)?.emit("close");
    await new Promise(setImmediate);
  };
  const passOne = () => {
    const response = new EventEmitter();
    gate.pass(response);
    return response;
  };
  return { taken, working, close, enter, passOne };
}

test("some requests are handled at once, some wait for their turn, the rest are refused", async () => {
  const { taken, working, close } = readers(4);
  expect(taken).toEqual([true, true, true, false]);
  expect(working).toEqual([0]);
  await close(0);
  expect(working).toEqual([0, 1]);
  await close(1);
  expect(working).toEqual([0, 1, 2]);
});

test("a client that leaves while waiting is skipped", async () => {
  const { working, close } = readers(3);
  await close(1);
  await close(0);
  expect(working).toEqual([0, 2]);
});

test("responses that are ready come first", async () => {
  const { working, close, passOne } = readers(2, 60_000);
  const [one, other] = [passOne(), passOne()];
  await close(0);
  await close(one);
  expect(working).toEqual([0]);
  await close(other);
  expect(working).toEqual([0, 1]);
});

test("the queue is no longer than allowed while responses pass", async () => {
  const { close, enter, passOne } = readers(1, 60_000);
  passOne();
  await close(0);
  expect([enter(), enter(), enter()]).toEqual([true, true, false]);
});

test("but nobody waits for them forever", async () => {
  const { working, close, passOne } = readers(2, 20);
  passOne();
  await close(0);
  expect(working).toEqual([0]);
  await expect.poll(() => working).toEqual([0, 1]);
});

test("a server does not start with a public address other than the one in its pages", () => {
  expect(() => checkSite("https://a.example", "https://b.example")).toThrow(
    /expected: https:\/\/a\.example[\s\S]*build again/,
  );
  for (const same of [undefined, "", "https://a.example", "https://a.example/"])
    expect(() => checkSite("https://a.example", same)).not.toThrow();
});

test("where the site's code fails, browsers get our page, programs a line of text, and caches nothing", async () => {
  const server = createServer((request, response) => {
    sendFailurePage(request, response, Buffer.from("<h1>Ours</h1>"), "default-src 'self'");
    // As Next.js does.
    response.setHeader("Cache-Control", "public, s-maxage=300");
    response.setHeader("CDN-Cache-Control", "public, max-age=300");
    response.setHeader("Content-Type", "text/plain");
    response.setHeader("Content-Length", 21);
    response.statusCode = request.url === "/fails" ? 500 : 200;
    response.end("Internal Server Error");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const get = async (path: string, Accept: string) => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://localhost:${port}${path}`, { headers: { Accept } });
    const { status, headers } = response;
    const [type, cache] = ["content-type", "cache-control"].map((name) => headers.get(name));
    return [status, type, cache, headers.has("cdn-cache-control"), await response.text()];
  };
  const browser = "text/html,*/*;q=0.8";
  const html = "text/html; charset=utf-8";
  expect(await get("/fails", browser)).toEqual([500, html, "no-store", false, "<h1>Ours</h1>"]);
  expect(await get("/fails", "application/json")).toEqual([
    ...[500, "text/plain", "no-store", false, "Internal Server Error"],
  ]);
  expect(await get("/works", browser)).toEqual([
    ...[200, "text/plain", "public, s-maxage=300", true, "Internal Server Error"],
  ]);
  server.close();
});
