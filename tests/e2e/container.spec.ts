import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { findFreePort } from "@/scripts/port.mjs";
import { fromRoot } from "@/scripts/process.mjs";
import { startServer, type Running } from "./support/servers";
import { test } from "./support/test";

/*
 * What the Dockerfile puts into the image, run as it says, without Docker: the files of its COPY lines and nothing else,
 * by somebody who may not write there.
 */

test.describe.configure({ mode: "default" });

const dockerfile = readFileSync(fromRoot("Dockerfile"), "utf8");
const stage = dockerfile.slice(dockerfile.lastIndexOf("FROM "));
const copies = [...stage.matchAll(/^COPY --from=build \/site\/(\S+) (\S+)$/gm)];
const command = (name: string) =>
  JSON.parse(new RegExp(`^${name} .*?(\\[.*\\])$`, "m").exec(stage)?.[1] ?? "[]") as string[];
/** `nobody`, where the test may choose. */
const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

let image = "";
let site: Running;
let env: NodeJS.ProcessEnv;
let filesBefore: ReturnType<typeof filesIn> = [];

/** Every file and folder with the time of its last change, and its size in bytes. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true }).map((name) => {
    const { mtimeMs, size } = lstatSync(join(folder, String(name)));
    return { name, mtimeMs, size };
  });

test.skip(process.platform === "win32", "The image is Linux: no permissions of files there.");

test.beforeAll(async () => {
  test.setTimeout(90_000);
  image = mkdtempSync(join(tmpdir(), "keylink-image-"));
  chmodSync(image, 0o755);
  for (const [, from = "", to = ""] of copies) {
    const name = from.endsWith("/") ? "" : from.slice(from.lastIndexOf("/") + 1);
    mkdirSync(join(image, to), { recursive: true });
    cpSync(fromRoot(from), join(image, to, name), { recursive: true, preserveTimestamps: true });
  }
  // A file of the previous release (scripts/keep-assets.mjs).
  mkdirSync(join(image, "public/previous"), { recursive: true });
  writeFileSync(join(image, "public/previous/site-OLD.js"), "old()");
  execFileSync("chmod", ["-R", "a-w,a+rX", image]);
  filesBefore = filesIn(image);
  const port = await findFreePort();
  env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
  };
  const [, ...args] = command("CMD");
  site = await startServer(port, [process.execPath, ...args], { cwd: image, env, ...somebody });
});
test.afterAll(async () => {
  await site?.stop();
  if (!image) return;
  execFileSync("chmod", ["-R", "u+w", image]);
  rmSync(image, { recursive: true });
});

test("the image has what it needs and no more", () => {
  expect(copies.length).toBeGreaterThan(4);
  const packages = readdirSync(join(image, "node_modules"));
  expect(packages).toContain("next");
  for (const tool of ["typescript", "esbuild", "contentlayer2", "vitest"])
    expect(packages).not.toContain(tool);
  const bytes = filesBefore.reduce((sum, { size }) => sum + size, 0);
  expect(bytes / 1024 ** 2).toBeLessThan(200);
});

test("it serves what the whole folder serves", async ({ request }) => {
  for (const path of [
    "/",
    "/guides/link-your-license",
    "/search?q=new+motherboard",
    "/api/v1/errors/0xC004F211",
    "/guides.md",
    "/sw.js",
    "/no/such/page",
  ]) {
    const [here, there] = [await fetch(site.origin + path), await request.get(path)];
    expect(here.status, path).toBe(there.status());
    expect(await here.text(), path).toBe(await there.text());
    for (const name of ["content-security-policy", "cache-control", "etag"])
      expect([path, here.headers.get(name)]).toEqual([path, there.headers()[name] ?? null]);
  }
});

test("a file of the previous release is still there, under its old address", async () => {
  const old = await fetch(`${site.origin}/assets/site-OLD.js`);
  expect(old.status).toBe(200);
  expect(await old.text()).toBe("old()");
  expect(old.headers.get("content-type")).toContain("javascript");
  expect(old.headers.get("cache-control")).toContain("immutable");
  expect((await fetch(`${site.origin}/assets/site-OLDER.js`)).status).toBe(404);
});

test("its own check finds it healthy, and ill where nothing answers", async () => {
  const [, ...args] = command("HEALTHCHECK");
  const check = (port: string | undefined) =>
    execFileSync(process.execPath, args, { env: { ...env, PORT: port }, stdio: "ignore" });
  expect(() => check(env.PORT)).not.toThrow();
  expect(() => check("1")).toThrow();
});

test("it writes nothing, and a stop lets an open answer go out", async () => {
  expect(filesIn(image)).toEqual(filesBefore);
  const open = connect(Number(env.PORT), "localhost");
  const got = new Promise<string>((resolve) => {
    let text = "";
    open.on("data", (piece) => (text += String(piece)));
    open.on("close", () => resolve(text));
  });
  open.write("GET /search?q=motherboard HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  await new Promise((resolve) => open.once("data", resolve));
  const begun = Date.now();
  expect(await site.stop()).toBe(0);
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(await got).toMatch(/^HTTP\/1\.1 200/);
});
