import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { siteUrl } from "../../scripts/variables.mjs";
import { findFreePort } from "../../scripts/port.mjs";

/*
 * What `npm start` does with a damaged build, beside a running site and when it is told to end: in a copy of the
 * project that shares all files with it except the scripts and those that a test changes. Nothing can be built there.
 */
const COPY = path.resolve("reports/restart");

test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

test.beforeAll(() => {
  rmSync(COPY, { recursive: true, force: true });
  linkAll(".", COPY, [".git", ".next", "reports", "scripts", "tests"]);
  cpSync("scripts", path.join(COPY, "scripts"), { recursive: true });
  linkAll(".next", path.join(COPY, ".next"), ["cache", "keylink-running", "server"]);
  linkAll(".next/cache", path.join(COPY, ".next/cache"));
  linkAll(".next/server", path.join(COPY, ".next/server"), ["app"]);
  linkAll(".next/server/app", path.join(COPY, ".next/server/app"));
  // As on a disk that cannot be written to: a folder stands where the file goes that is written as a trial.
  mkdirSync(path.join(COPY, ".next/keylink-probe"));
});
test.afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(COPY, { recursive: true, force: true });
});

/** Those of a failed test may still run. */
const started: ChildProcess[] = [];

/** A folder with links to the entries of another. */
function linkAll(from: string, to: string, without: string[] = []) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (!without.includes(name)) symlinkSync(path.resolve(from, name), path.join(to, name));
}

const inCopy = (file: string) => path.join(COPY, file);

/** Puts another file in the place of a linked one for a while. */
async function withFile(file: string, text: string, run: () => Promise<void>) {
  const wasThere = existsSync(inCopy(file));
  rmSync(inCopy(file), { force: true });
  mkdirSync(path.dirname(inCopy(file)), { recursive: true });
  writeFileSync(inCopy(file), text);
  try {
    await run();
  } finally {
    rmSync(inCopy(file));
    if (wasThere) symlinkSync(path.resolve(file), inCopy(file));
  }
}

/** A running `npm start`, or the script behind it. */
async function start(command = [process.execPath, "scripts/start.mjs"], port?: number) {
  const used = port ?? (await findFreePort());
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: COPY,
    // The address that the build was made for; without it, PORT would change it.
    env: { ...process.env, PORT: String(used), SITE_URL: siteUrl() },
  });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const hasSaid = async (what: string) => {
    const isOver = () => said.includes(what) || child.exitCode !== null;
    await expect.poll(isOver, { timeout: 60_000 }).toBe(true);
    expect(said).toContain(what);
  };
  /** Promises the exit code. */
  const ended = async () => {
    if (child.exitCode === null) await once(child, "exit");
    return child.exitCode;
  };
  return { child, port: used, hasSaid, said: () => said, ended };
}

const homeOf = async (port: number) => (await fetch(`http://localhost:${port}/`)).status;

const truncated = (file: string) => readFileSync(file, "utf8").slice(0, statSync(file).size / 2);

const WITHOUT_DISK = "The site has to be built, and its folder cannot be written to.";

for (const [file, text] of [
  [".next/prerender-manifest.json", () => truncated(".next/prerender-manifest.json")],
  [".next/required-server-files.json", () => truncated(".next/required-server-files.json")],
  [".next/server/app/index.html", () => truncated(".next/server/app/index.html")],
] as const)
  test(`a damaged ${file} has to be built again, and until then nobody is served`, async () => {
    await withFile(file, text(), async () => {
      const { ended, said } = await start();
      expect(await ended()).toBe(1);
      expect(said()).toContain("The last build was interrupted, or its files have changed since");
      expect(said()).toContain(WITHOUT_DISK);
      expect(said()).not.toContain("Starting the site");
    });
  });

test("beside a running site, nothing is built under it; SIGTERM ends it", async () => {
  const first = await start();
  await first.hasSaid("Keylink is running at");
  expect(first.said().match(/is running/g)).toHaveLength(1);
  expect(await homeOf(first.port)).toBe(200);

  const samePort = await start(undefined, first.port);
  expect(await samePort.ended()).toBe(1);
  expect(samePort.said()).toContain(`another program already answers on port ${first.port}`);

  await withFile(".env.production", "REPORT_EMAIL=a@b.example\n", async () => {
    const second = await start();
    expect(await second.ended()).toBe(1);
    expect(second.said()).toContain("to be built again, and its old build is being served.");
    expect(second.said()).toContain(`one on port ${first.port}; its pages would lose their files`);
  });
  expect(await homeOf(first.port)).toBe(200);

  first.child.kill("SIGTERM");
  expect(await first.ended()).toBe(0);
  await expect(homeOf(first.port)).rejects.toThrow();
});

test("the server ends with the npm that was started", async () => {
  test.skip(process.platform === "win32", "npm is a script of the shell there.");
  const { child, port, hasSaid } = await start(["npm", "start"]);
  await hasSaid("Keylink is running at");
  child.kill("SIGTERM");
  await expect.poll(() => homeOf(port).catch(() => "gone"), { timeout: 15_000 }).toBe("gone");
});
