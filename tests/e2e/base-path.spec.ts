import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { basePathOf } from "@/lib/runtime/base-path.mjs";
import { findNginx, nginxOnExport } from "@/scripts/nginx.mjs";
import { findFreePort } from "@/scripts/port.mjs";
import { runNode, typeScript } from "@/scripts/process.mjs";
import { FAILED } from "@/scripts/strip-runtime.mjs";
import { answer, GUIDE } from "./support/guide";
import { startRelay } from "./support/relay";
import { getRaw, startServer, type Running } from "./support/servers";
import { dialogField, dialogResults, forEachOf, openDialog } from "./support/site";
import { KEYS, stored } from "./support/storage";
import { open, TEMPLATES } from "./support/templates";
import { test } from "./support/test";

/*
 * The site below a path, by the server and as an export behind nginx. Not in `npm test`, because it needs a build of
 * its own:
 *
 *   SITE_URL=http://localhost/keylink npm test -- --only=e2e
 */
const SITE = process.env.SITE_URL ?? "http://localhost";
const BASE = basePathOf(SITE);

test.describe.configure({ mode: "default" });

/** Every address in the attributes of a text of HTML. */
const addressesIn = (html: string) =>
  [...html.matchAll(/ [a-z-]+="(\/[^"]*)"/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );

/** What the document refers to once its scripts have run. */
const addressesOf = (page: Page) =>
  page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLAnchorElement>("[href]")].map(({ href }) => href),
    ...[...document.querySelectorAll<HTMLFormElement>("form")].map((form) => form.action),
    ...[...document.querySelectorAll<HTMLImageElement>("[src]")].map(({ src }) => src),
  ]);

for (const way of ["server", "export"] as const)
  test.describe(way, () => {
    test.skip(way === "export" && !findNginx(), "nginx is not installed (apt-get install nginx)");

    let site: Running | undefined;
    let origin = "";
    let root = "";
    const folders: string[] = [];
    test.beforeAll(async ({ baseURL }, { workerIndex }) => {
      test.setTimeout(120_000);
      origin = baseURL ?? "";
      if (way === "export") {
        const exported = `reports/export-below-${workerIndex}`;
        const made = { EXPORT_FOLDER: exported };
        expect(await runNode(typeScript("scripts/build-export.ts"), made)).toBe(0);
        const port = await findFreePort();
        const { command, folder } = nginxOnExport(port, exported);
        folders.push(folder, exported);
        site = await startServer(port, command, {}, BASE);
        origin = site.origin;
      }
      root = origin + BASE;
    });
    test.afterAll(async () => {
      await site?.stop();
      for (const folder of folders) rmSync(folder, { recursive: true });
    });

    // A connection for each request: `fetch`, which reuses them, once waited two minutes for an answer.
    const get = async (address: string) => {
      const { status, headers, body } = await getRaw(origin + address);
      return { status, headers, text: body.toString() };
    };

    test("every address that a page or a file names is below the path, and is there", async () => {
      test.setTimeout(120_000);
      const sitemap = (await get(`${BASE}/sitemap.xml`)).text;
      const pages = [...sitemap.matchAll(/<loc>(.+?)</g)].map(([, address = ""]) => address);
      expect(pages.length).toBeGreaterThan(300);
      const named = new Set(
        ["manifest.webmanifest", "robots.txt", "llms.txt", "llms-full.txt", "api/v1/openapi.json"]
          .concat(["guides.md", "api/v1/errors", "sw.js", "favicon.ico", "pcs", "offline"])
          .map((file) => `${BASE}/${file}`),
      );
      const manifest = JSON.parse((await get(`${BASE}/manifest.webmanifest`)).text) as {
        start_url: string;
        scope: string;
        icons: { src: string }[];
        shortcuts: { url: string }[];
      };
      expect(new URL(manifest.scope, `${SITE}/manifest.webmanifest`).href).toBe(`${SITE}/`);
      for (const address of [
        manifest.start_url,
        ...manifest.icons.map(({ src }) => src),
        ...manifest.shortcuts.map(({ url }) => url),
      ])
        named.add(new URL(address, `${SITE}/manifest.webmanifest`).pathname);
      await forEachOf(pages, async (address) => {
        expect(address.startsWith(`${SITE}/`), address).toBe(true);
        const response = await get(new URL(address).pathname);
        expect(response.status, address).toBe(200);
        const html = response.text;
        expect(html).toContain(`<link rel="canonical" href="${address}"`);
        for (const one of addressesIn(html)) named.add(one.split("#")[0] ?? "");
      });
      // Sent when the server itself fails.
      for (const one of addressesIn(readFileSync(FAILED, "utf8")))
        named.add(one.split("#")[0] ?? "");
      const wrong: string[] = [];
      await forEachOf([...named], async (address) => {
        const response = address.startsWith(`${BASE}/`) ? await get(address) : undefined;
        if (response?.status !== 200) wrong.push(`${address}: ${response?.status}`);
        // The whole address of the site in any text has the path.
        const text = response?.text ?? "";
        const whole = text.match(/http:\/\/localhost[^\s"'<>)\]]*/g) ?? [];
        wrong.push(...whole.filter((one) => !one.startsWith(SITE)));
      });
      expect(wrong).toEqual([]);
    });

    test("the path itself leads home, and nothing is beside it", async () => {
      const home = await get(BASE);
      expect([home.status, home.headers.location]).toEqual([308, `${BASE}/`]);
      for (const address of ["/", "/guides", `${BASE}x`, "/assets/none.js"])
        expect((await get(address)).status, address).toBe(404);
      const slash = await get(`${BASE}/about/`);
      expect(slash.headers.location).toBe(`${BASE}/about`);
      const missing = await get(`${BASE}/no/such/page`);
      expect(missing.status).toBe(404);
      for (const address of addressesIn(missing.text))
        expect(address.startsWith(`${BASE}/`), address).toBe(true);
    });

    test("the server's redirects, headers and pages made on request have the path", async () => {
      test.skip(way === "export", "The export has no server.");
      for (const [address, target] of [
        ["/0xC004F211", "/errors/0xc004f211"],
        ["/Guides", "/guides"],
        ["//guides", "/guides"],
        ["/api/v1/errors/c004f211", "/api/v1/errors/0xc004f211"],
        ["/search?q=W269N-WFGWX-YVC9B-4J6C9-T83GX", "/search?q=&key=removed"],
      ]) {
        const response = await get(BASE + address);
        expect(response.headers.location, address).toBe(BASE + target);
      }
      expect((await get(BASE + GUIDE)).headers.link).toContain(`<${BASE}${GUIDE}.md>`);
      const found = (await get(`${BASE}/search?q=motherboard`)).text;
      const addresses = addressesIn(found);
      expect(addresses.length).toBeGreaterThan(30);
      expect(addresses.filter((address) => !address.startsWith(`${BASE}/`))).toEqual([]);
      // The container's own check, which asks below the path.
      const [, line = "[]"] =
        /^HEALTHCHECK .* CMD (.+)$/m.exec(readFileSync("Dockerfile", "utf8")) ?? [];
      const [, ...check] = JSON.parse(line) as string[];
      const env = { ...process.env, PORT: new URL(origin).port };
      expect(() => execFileSync(process.execPath, check, { env })).not.toThrow();
    });

    for (const template of TEMPLATES)
      test(`no request and no link leaves the path: ${template.name}`, async ({ page }) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        await open(page, { ...template, address: root + template.address });
        expect(asked.filter((url) => !url.startsWith(`${root}/`))).toEqual([]);
        const ours = (await addressesOf(page)).filter((url) => url.startsWith("http://localhost"));
        expect(ours.length).toBeGreaterThan(10);
        // The canonical link names the address of the build.
        const beyond = ours.filter((url) => !`${url}/`.startsWith(`${root}/`));
        expect(beyond.filter((url) => !url.startsWith(`${SITE}/`))).toEqual([]);
      });

    test("ticks, “Continue”, the toggle and the search work", async ({ page }) => {
      await page.goto(root + GUIDE);
      await answer(page, "activation-message", "not-linked").click();
      await expect.poll(() => stored(page, KEYS.progress)).toContain("not-linked");
      await page.reload();
      await expect(page.locator('[data-step][data-state="done"]').first()).toBeAttached();
      // Stored without the path, like everything inside the site.
      expect(await stored(page, KEYS.continue)).toContain(`"${GUIDE}#`);
      await page.getByRole("radio", { name: "Windows 10" }).check();
      await expect(page).toHaveURL(/windows=10/);
      await page.goto(`${root}/`);
      await page.locator("[data-continue-link]:visible").first().click();
      await expect(page).toHaveURL(new RegExp(`^${root}${GUIDE}#`));

      await openDialog(page);
      await dialogField(page).fill("0xC004F211");
      const code = `${BASE}/errors/0xc004f211`;
      await expect.poll(async () => (await dialogResults(page))[0]).toBe(code);
      await page.locator("[role=option]").first().click();
      await expect(page).toHaveURL(new RegExp(`^${origin}${code}`));
      await page.goto(`${root}/search?q=motherboard&windows=11`);
      const first = way === "server" ? "[data-results] a" : "[role=option]";
      await expect(page.locator(first).first()).toHaveAttribute("href", new RegExp(`^${BASE}/`));
    });

    test("the link to another device has the path, and brings the ticks", async ({ page }) => {
      await page.goto(root + GUIDE);
      await answer(page, "activation-message", "not-linked").click();
      await page.goto(`${root}/pcs`);
      await page.getByRole("button", { name: "Move to another device" }).click();
      const link = page.getByRole("dialog").getByLabel("Link to open there");
      await expect(link).toHaveValue(new RegExp(`^${root}/pcs#pc1\\.`));
      await expect(page.locator("[data-pc-go]").first()).toHaveAttribute(
        "href",
        new RegExp(`^${BASE}/`),
      );
    });

    test.describe("without a network", () => {
      test.use({ serviceWorkers: "allow" });

      test("the worker keeps to the path, with a cache of its own", async ({ page }) => {
        test.setTimeout(60_000);
        const relay = await startRelay(origin);
        const below = relay.address + BASE;
        await page.goto(below + GUIDE);
        await expect
          .poll(
            () =>
              page.evaluate(async () => {
                const { scope } = await navigator.serviceWorker.ready;
                const names = await caches.keys();
                const kept = await Promise.all(
                  names.map(async (name) => (await (await caches.open(name)).keys()).length),
                );
                return { scope, names, kept: kept.some((count) => count > 10) };
              }),
            { timeout: 20_000 },
          )
          .toEqual({
            scope: `${below}/`,
            names: [expect.stringMatching(`^keylink${BASE}:`)],
            kept: true,
          });
        relay.isDown = true;
        for (const [address, shown] of [
          [GUIDE, GUIDE],
          ["/", "/"],
          ["/errors/C004F211", "/errors/0xc004f211"],
          ["/search?q=motherboard", "/search?q=motherboard"],
          ["/no/such/page", "/no/such/page"],
        ]) {
          await page.goto(below + address);
          await expect(page).toHaveURL(below + shown);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          expect(
            addressesIn(await page.content()).filter((one) => !one.startsWith(`${BASE}/`)),
          ).toEqual([]);
        }
        await page.goto(`${below}/messages`);
        await openDialog(page);
        await dialogField(page).fill("0xC004F211");
        await expect
          .poll(async () => (await dialogResults(page))[0])
          .toBe(`${BASE}/errors/0xc004f211`);
        // A page beside the site is not the worker's.
        await expect(page.goto(`${relay.address}/elsewhere`)).rejects.toThrow();
        await relay.close();
      });
    });
  });
