import { expect } from "@playwright/test";
import { findFreePort } from "@/scripts/port.mjs";
import { dialogField, dialogResults } from "./support/site";
import { getRaw, startRoundRobin, startServer, type Running } from "./support/servers";
import { test } from "./support/test";

/* Several servers of one build behind one address: they share nothing, and no reader can tell which one answers. */

// In one worker, so that the servers start once; both are the tests' own, so that no other test keeps them busy.
test.describe.configure({ mode: "default" });

let first: Running;
let second: Running;
test.beforeAll(async () => {
  const start = async () => {
    const port = await findFreePort();
    return startServer(port, [process.execPath, "scripts/serve.mjs"], {
      env: { ...process.env, NODE_ENV: "production", PORT: String(port) },
    });
  };
  [first, second] = await Promise.all([start(), start()]);
});
test.afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
});

/** What must be equal: all but the time of the answer and the connection. */
async function answerOf(address: string, headers?: Record<string, string>) {
  const { status, headers: sent, body } = await getRaw(address, headers);
  const { date: _date, connection: _connection, ...kept } = sent;
  return { status, headers: kept, body: body.toString("base64") };
}

test("two servers of one build send the same bytes with the same headers", async () => {
  const html = await (await fetch(`${first.origin}/guides/link-your-license`)).text();
  const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(assets.length).toBeGreaterThan(1);
  for (const path of [
    "/",
    "/guides/link-your-license",
    "/errors/0xc004f211",
    "/errors/0xC004F211",
    "/no-such-page",
    "/search?q=new+motherboard",
    "/api/v1/errors",
    "/api/v1/search?q=motherboard",
    "/guides.md",
    "/feed.xml",
    "/sitemap.xml",
    "/sw.js",
    "/manifest.webmanifest",
    ...assets,
  ]) {
    const answer = await answerOf(first.origin + path);
    expect(await answerOf(second.origin + path), path).toEqual(answer);
    const tag = answer.headers.etag;
    if (!tag) continue;
    // What one server has sent, the other knows.
    const again = await answerOf(second.origin + path, { "If-None-Match": tag });
    expect([path, again.status, again.body]).toEqual([path, 304, ""]);
  }
});

test("behind a proxy that alternates, ticks stay, the search answers, and nothing is missing", async ({
  page,
}) => {
  const proxy = await startRoundRobin([first.origin, second.origin]);
  const failed: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(`${proxy.origin}/guides/link-your-license`);
    await page.locator("[data-tick]").first().check();
    for (let turn = 0; turn < 3; turn++) {
      await page.reload();
      await expect(page.locator("[data-tick]").first()).toBeChecked();
    }
    await page.keyboard.press("Control+k");
    await dialogField(page).fill("0xC004F211");
    await expect.poll(async () => (await dialogResults(page))[0]).toBe("/errors/0xc004f211");
    for (let turn = 0; turn < 2; turn++) {
      await page.goto(`${proxy.origin}/search?q=motherboard`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    expect(failed).toEqual([]);
    expect(proxy.turns()).toBeGreaterThan(10);
  } finally {
    proxy.close();
  }
});

test("while one server refuses searches because too many wait, the other answers", async () => {
  const busy = Array.from({ length: 130 }, (_, i) =>
    fetch(
      `${second.origin}/search?q=${encodeURIComponent(`busy ${i} ${"activation ".repeat(60)}`)}`,
    ),
  );
  const calm = await fetch(`${first.origin}/search?q=motherboard`);
  expect(calm.status).toBe(200);
  const answers = await Promise.all(busy);
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 503]);
  for (const answer of answers) {
    if (answer.status === 503) expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
    await answer.text();
  }
});
