import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { findBrotliModule, findNginx, nginxOnExport } from "@/scripts/nginx.mjs";
import { findFreePort } from "@/scripts/port.mjs";
import { fromRoot, runNode, typeScript } from "@/scripts/process.mjs";
import { getRaw, startServer, type Running } from "./support/servers";
import { dialogField, dialogResults } from "./support/site";
import { test } from "./support/test";

/* The static export behind a real nginx and a real Caddy, with the configurations that the export writes. */

test.describe.configure({ mode: "default" });

const EXPORTED = "reports/export";
/** Where Debian and Ubuntu put it. */
const CADDY = "/usr/bin/caddy";
const PAGES = ["/", "/guides/link-your-license", "/errors/0xc004f211", "/about"];
/** The headers of pages that must be those of the server. */
const PAGE_HEADERS = [
  "content-security-policy",
  "content-type",
  "cache-control",
  "cdn-cache-control",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];
const brotli = findBrotliModule();
test.skip(!findNginx(), "nginx is not installed (apt-get install nginx)");

let site: Running;
let folder = "";
test.beforeAll(async () => {
  test.setTimeout(120_000);
  expect(await runNode(typeScript("scripts/build-export.ts"), { EXPORT_FOLDER: EXPORTED })).toBe(0);
  const port = await findFreePort();
  const nginx = nginxOnExport(port, EXPORTED);
  folder = nginx.folder;
  site = await startServer(port, nginx.command, {});
});
test.afterAll(async () => {
  await site?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.origin + path, { headers, redirect: "manual" });

test("nginx sends the same pages as the server, with the same headers", async ({ request }) => {
  for (const path of PAGES) {
    const [exported, served] = [await get(path), await request.get(path)];
    expect(exported.status, path).toBe(200);
    expect(await exported.text(), path).toBe(await served.text());
    for (const name of PAGE_HEADERS)
      expect([path, name, exported.headers.get(name)?.toLowerCase()]).toEqual([
        path,
        name,
        served.headers()[name]?.toLowerCase(),
      ]);
  }
});

test("files come with their types, caching and policies", async ({ request }) => {
  const html = await (await get("/")).text();
  const [script = ""] = /\/assets\/site-[^"]+\.js/.exec(html) ?? [];
  const [picture = ""] = /\/assets\/previews\/[^"]+\.png/.exec(html) ?? [];
  for (const path of [
    script,
    picture,
    "/sw.js",
    "/feed.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/llms.txt",
    "/guides.md",
    "/manifest.webmanifest",
    "/api/v1/errors",
    "/api/v1/errors/0xc004f211",
    "/icon.svg",
  ]) {
    const [exported, served] = [await get(path), await request.get(path)];
    expect(exported.status, path).toBe(200);
    const wanted = served.headers();
    const kind = (type: string | null | undefined) => type?.split(";")[0];
    if (!["/feed.xml", "/sitemap.xml"].includes(path))
      expect([path, kind(exported.headers.get("content-type"))]).toEqual([
        path,
        kind(wanted["content-type"]),
      ]);
    if (/robots|sitemap/.test(path)) continue;
    expect([path, exported.headers.get("access-control-allow-origin")]).toEqual([
      path,
      wanted["access-control-allow-origin"] ?? null,
    ]);
    if (!path.includes("icon") && !path.includes("manifest"))
      expect([path, exported.headers.get("cache-control")]).toEqual([
        path,
        wanted["cache-control"],
      ]);
  }
  expect((await get("/sw.js")).headers.get("content-security-policy")).toContain("default-src");
});

test("texts are sent as they were compressed, best first", async () => {
  const plain = await (
    await get("/guides/link-your-license", { "Accept-Encoding": "identity" })
  ).text();
  const asked = async (encoding: string) =>
    getRaw(`${site.origin}/guides/link-your-license`, { "Accept-Encoding": encoding });
  const zipped = await asked("gzip");
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(zipped.body).toString()).toBe(plain);
  if (!brotli) return;
  const best = await asked("gzip, br");
  expect(best.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(best.body).toString()).toBe(plain);
  expect(best.body.length).toBeLessThan(zipped.body.length);
});

test("unknown addresses answer 404 with the site's page, a slash at the end leads to the page", async () => {
  for (const path of ["/no/such/page", "/guides/none", "/assets/none.js", "/api/v1/errors/none"]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    // A cache must not keep it: the file may come with the next release.
    expect(answer.headers.get("cache-control"), path).not.toContain("immutable");
  }
  const missing = await get("/no/such/page");
  expect(await missing.text()).toContain("<h1");
  expect(missing.headers.get("content-security-policy")).toContain("script-src");
  const slash = await get("/about/");
  expect([slash.status, slash.headers.get("location")]).toEqual([301, "/about"]);
});

test("search, ticks and the 404 page work in the browser, and nothing breaks the policy", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/404/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${site.origin}/guides/link-your-license`);
  await page.locator("[data-tick]").first().check();
  await page.reload();
  await expect(page.locator("[data-tick]").first()).toBeChecked();
  await page.goto(`${site.origin}/search?q=motherboard`);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.goto(`${site.origin}/messages`);
  await page.keyboard.press("Control+k");
  await dialogField(page).fill("0xC004F211");
  await expect.poll(async () => (await dialogResults(page))[0]).toBe("/errors/0xc004f211");
  await page.goto(`${site.origin}/no/such/page`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("Caddy accepts its configuration, and serves the same pages with the same headers", async ({
  request,
}) => {
  test.skip(!existsSync(CADDY), "Caddy is not installed (apt-get install caddy)");
  const own = mkdtempSync(join(tmpdir(), "keylink-caddy-"));
  const port = await findFreePort();
  const config = readFileSync(fromRoot(EXPORTED, "Caddyfile"), "utf8")
    .replace(":8080", `:${port}`)
    .replace("/srv/keylink/site", fromRoot(EXPORTED, "site"));
  // Without its control port, which another Caddy may have.
  writeFileSync(join(own, "Caddyfile"), `{\n  admin off\n}\n${config}`);
  const caddy = await startServer(
    port,
    [CADDY, "run", "--adapter", "caddyfile", "--config", join(own, "Caddyfile")],
    { env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own } },
  );
  try {
    const ask = (path: string) => fetch(caddy.origin + path, { redirect: "manual" });
    for (const path of [...PAGES, "/sw.js", "/guides.md", "/manifest.webmanifest"]) {
      const [exported, served] = [await ask(path), await request.get(path)];
      expect(exported.status, path).toBe(200);
      expect(await exported.text(), path).toBe(await served.text());
      const kind = exported.headers.get("content-type")?.split(";")[0];
      // A script may be text/javascript or application/javascript.
      expect(served.headers()["content-type"], path).toContain(kind?.split("/")[1]);
      for (const name of PAGES.includes(path) ? PAGE_HEADERS : [])
        expect([path, name, exported.headers.get(name)?.toLowerCase()]).toEqual([
          path,
          name,
          served.headers()[name]?.toLowerCase(),
        ]);
    }
    expect((await ask("/api/v1/errors")).headers.get("access-control-allow-origin")).toBe("*");
    const slash = await ask("/about/");
    expect([slash.status, slash.headers.get("location")]).toEqual([301, "/about"]);
    for (const path of ["/no/such/page", "/assets/none.js"]) {
      const missing = await ask(path);
      expect(missing.status, path).toBe(404);
      expect(missing.headers.get("cache-control") ?? "", path).not.toContain("immutable");
    }
  } finally {
    await caddy.stop();
    rmSync(own, { recursive: true });
  }
});
