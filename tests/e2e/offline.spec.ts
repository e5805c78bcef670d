import { expect, type Page } from "@playwright/test";
import { answer, card, GUIDE } from "./support/guide";
import { dialogField, dialogResults } from "./support/site";
import { KEYS, stored } from "./support/storage";
import { startRelay, type Relay } from "./support/relay";
import { test as base } from "./support/test";

/** The built site behind a relay. Each test has an origin of its own, and so starts without a service worker. */
const test = base.extend<{ relay: Relay }>({
  relay: async ({ baseURL }, use) => {
    const relay = await startRelay(baseURL ?? "");
    await use(relay);
    await relay.close();
  },
});

test.use({ serviceWorkers: "allow" });

/** Waits until everything is cached. */
const saved = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          if (!navigator.serviceWorker.controller) return false;
          for (const name of await caches.keys()) {
            const kept = await (await caches.open(name)).keys();
            if (kept.some(({ url }) => new URL(url).pathname.startsWith("/assets/pages-")))
              return true;
          }
          return false;
        }),
      { message: "the pages are saved", timeout: 10_000 },
    )
    .toBe(true);

const offlineNote = (page: Page) => page.locator("[data-offline-copy]");

async function visitThenCut(page: Page, relay: Relay, path = GUIDE) {
  await page.goto(relay.address + path);
  await saved(page);
  relay.isDown = true;
}

test("after one visit every job works without a network, and no request carries progress", async ({
  page,
  relay,
}) => {
  // A dozen pages, one after the other.
  test.setTimeout(60_000);
  await visitThenCut(page, relay);
  relay.asked.length = 0;

  // The guide: toggle, drawing, a tick that survives.
  await page.goto(relay.address + GUIDE);
  await expect(offlineNote(page)).toContainText("Offline copy of");
  await page.getByRole("radio", { name: "Windows 10" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  await expect(page.locator(".screen").first()).toBeAttached();
  const tick = page.locator("[data-tick]").first();
  await tick.check();
  await page.reload();
  await expect(page.locator("[data-tick]").first()).toBeChecked();

  // Home, lists, a message, a code, another guide.
  for (const [path, heading] of [
    ["/", /linked/],
    ["/messages", /./],
    ["/messages/digital-license-linked", /./],
    ["/errors", /Error codes/],
    ["/errors/0xc004f211", /0xC004F211/],
    ["/guides/not-activated-after-hardware-change", /./],
    ["/print/run-sheet", /./],
    ["/pcs-or-anything-else", /Without a connection/],
  ] as const) {
    await page.goto(relay.address + path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
  }
  // The offline page, which was the last one, lists what is there.
  expect(await page.getByRole("main").getByRole("link").count()).toBeGreaterThan(8);
  // A code in another spelling.
  await page.goto(`${relay.address}/errors/C004F211`);
  await expect(page).toHaveURL(/\/errors\/0xc004f211$/);

  // The search, with its short answer.
  await page.goto(`${relay.address}/messages`);
  await page.keyboard.press("Control+k");
  await dialogField(page).fill("0xC004F211");
  await expect.poll(async () => (await dialogResults(page))[0]).toBe("/errors/0xc004f211");
  await dialogField(page).fill("is linking the license free");
  await expect(page.locator("#dialog-answer")).toContainText("It is free");
  await page.goto(`${relay.address}/search?q=motherboard&windows=11`);
  await expect(page.getByRole("option").first()).toBeVisible();

  // The license output page.
  await page.goto(`${relay.address}/start/license-output`);
  await page
    .locator("textarea")
    .first()
    .fill("Description: Windows(R) Operating System, RETAIL channel\nLicense Status: Licensed");
  await expect(page.getByText(/retail/i).first()).toBeVisible();

  // No request says what the reader has done.
  expect(relay.asked.filter((path) => /progress|tick|done|done=/.test(path))).toEqual([]);
});

test("what a reader ticks and answers is in no request", async ({ page, relay }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    sent.push([request.url(), request.postData(), ...Object.values(request.headers())].join("\n"));
  });
  await page.goto(relay.address + GUIDE);
  await saved(page);
  await answer(page, "activation-message", "not-linked").click();
  await card(page).locator("[data-tick]").check();
  await expect.poll(() => stored(page, KEYS.progress)).toContain("not-linked");
  // Onward by links, a reload, and a search.
  await page.reload();
  await page.goto(`${relay.address}/`);
  await page.goto(`${relay.address}/search?q=motherboard`);
  await page.goto(relay.address + GUIDE);
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((text) => /not-linked|keylink:|done-|cookie/i.test(text))).toEqual([]);
});

test("a first visit is not delayed: the worker starts after the page has loaded, and one file has all pages", async ({
  page,
  relay,
}) => {
  await page.goto(relay.address + GUIDE);
  await saved(page);
  const paths = relay.asked;
  expect(paths.indexOf("/sw.js")).toBeGreaterThan(
    paths.findIndex((path) => path.includes("/site-")),
  );
  expect(paths.filter((path) => path.startsWith("/assets/pages-"))).toHaveLength(1);
  expect(paths.filter((path) => path.startsWith("/errors"))).toEqual([]);
});

test("with a network, pages come from it, so a release shows on the next load", async ({
  page,
  relay,
}) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  relay.edit = (path, text) =>
    path === "/about" ? text.replace("Independent</h2>", "Independent, revised</h2>") : text;
  await page.reload();
  await expect(page.getByRole("heading", { name: "Independent, revised" })).toBeVisible();
  await expect(offlineNote(page)).toHaveCount(0);
});

test("a network that takes longer than three seconds does not delay the page", async ({
  page,
  relay,
}) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  relay.delayMs = 8_000;
  const begun = Date.now();
  await page.goto(`${relay.address}/errors/0xc004f211`);
  await expect(offlineNote(page)).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(7_000);
});

test("a server that fails is treated like no network", async ({ page, relay }) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  relay.instead.set("/errors/0xc004f211", { type: "text/html", body: "broken", status: 502 });
  await page.goto(`${relay.address}/errors/0xc004f211`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0xC004F211");
  await expect(offlineNote(page)).toBeVisible();
});

/** The worker of the next release: another release name, the same code. */
function release(relay: Relay, name: string) {
  relay.edit = (path, text) =>
    path === "/sw.js"
      ? text.replace(/(?<=keylink-)[0-9a-f]{12}|(?<=")[0-9a-f]{12}(?=")/g, name)
      : text;
}

test("a new release is announced quietly, never over another notice, and keeps one older cache", async ({
  page,
  relay,
}) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  for (const name of ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]) {
    release(relay, name);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect.poll(() => page.evaluate(() => caches.keys())).toContain(`keylink-${name}`);
    await expect(page.locator("[data-notice]")).toContainText("newer version");
    if (name.startsWith("a")) {
      // It takes no focus, and can be dismissed.
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await page.getByRole("button", { name: "Later" }).click();
      await expect(page.locator("[data-notice]")).toHaveCount(0);
    }
  }
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
  relay.isDown = true;
  await page.goto(`${relay.address}/errors/0xc004f211`);
  await expect(offlineNote(page)).toBeVisible();
});

test("a broken worker, and one that caches everything forever, are replaced on the next visit", async ({
  page,
  relay,
}) => {
  test.setTimeout(90_000);
  for (const body of [
    'addEventListener("install",()=>skipWaiting());addEventListener("activate",e=>e.waitUntil(clients.claim()));addEventListener("fetch",e=>e.respondWith(Response.error()))',
    'addEventListener("install",()=>skipWaiting());addEventListener("activate",e=>e.waitUntil(clients.claim()));addEventListener("fetch",e=>e.respondWith(new Response("<title>old</title>old",{headers:{"Content-Type":"text/html"}})))',
  ]) {
    relay.instead.set("/sw.js", { type: "text/javascript", body });
    await page.goto(`${relay.address}/about`);
    await page
      .evaluate(async () => {
        await (
          await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" })
        ).update();
      })
      .catch(() => undefined);
    await page
      .waitForFunction(() => navigator.serviceWorker.controller !== null)
      .catch(() => undefined);
    relay.instead.delete("/sw.js");
    // A visit under the bad worker makes the browser look for a newer one.
    await page.goto(`${relay.address}/errors`, { waitUntil: "commit" }).catch(() => undefined);
    await expect(async () => {
      await page.goto(`${relay.address}/errors`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Error codes", {
        timeout: 1_000,
      });
    }).toPass({ timeout: 25_000, intervals: [3_000] });
  }
});

test("what a browser has evicted from the cache is restored on the next visit", async ({
  page,
  relay,
}) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const [index, request] of (await cache.keys()).entries())
        if (index % 2 === 0 || request.url.includes("/pages-")) await cache.delete(request);
    }
  });
  // Offline with half of the cache, the reader is told so.
  relay.isDown = true;
  await page.goto(`${relay.address}/errors`, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  relay.isDown = false;
  await page.goto(`${relay.address}/errors`);
  await page.reload();
  await saved(page);
  relay.isDown = true;
  await page.goto(`${relay.address}/errors/0xc004f211`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0xC004F211");
});

test("the kill switch removes the worker and all copies", async ({ page, relay }) => {
  await page.goto(`${relay.address}/about`);
  await saved(page);
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: ["browser/no-service-worker.ts"],
    bundle: true,
    write: false,
    format: "iife",
    define: { BASE_PATH: JSON.stringify("") },
  });
  relay.instead.set("/sw.js", { type: "text/javascript", body: outputFiles[0]?.text ?? "" });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
});

test("the manifest makes the site installable: its icons and screenshots match it", async ({
  page,
  request,
}) => {
  type Picture = { src: string; sizes: string; type: string; purpose?: string };
  const answer = await request.get("/manifest.webmanifest");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = (await answer.json()) as {
    icons: Picture[];
    screenshots: Picture[];
    start_url: string;
    display: string;
    shortcuts: { url: string }[];
  };
  expect(manifest.display).toBe("standalone");
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { url } of [...manifest.shortcuts, { url: manifest.start_url }])
    expect((await request.get(url)).status(), url).toBe(200);
  await page.goto("/about");
  for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
    const picture = await request.get(src);
    expect(picture.headers()["content-type"], src).toContain(type);
    if (sizes === "any") continue;
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
});
