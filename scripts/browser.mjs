/*
 * Finds a browser for the browser tests, or installs one. `node scripts/browser.mjs` prints its path.
 *
 * An installed browser is preferred: Playwright's own downloads are large, and many networks block them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { install } from "./install.mjs";
import { isCommand, main, Problem, run, runNode, say, toolFile } from "./process.mjs";

/** Whether we are root, as in most containers. */
export const isRoot = () => process.getuid?.() === 0;

/**
 * The path of an installed browser that starts, or undefined. Throws when KEYLINK_BROWSER names one that does not
 * exist.
 */
export function findBrowser() {
  const wanted = process.env.KEYLINK_BROWSER;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Problem("KEYLINK_BROWSER names a file that is not there.", {
      expected: "the program file of Chromium, Chrome or Edge",
      found: wanted,
      remedy: "correct the path, or unset KEYLINK_BROWSER to let the tests look for themselves",
    });
  }
  return [...knownPlaces(), ...playwrightsOwn("chromium")].find(
    (file) => existsSync(file) && doesStart(file),
  );
}

/** Finds or installs a browser; resolves to its path. */
export async function provideBrowser() {
  const found = findBrowser();
  if (found) return found;

  if (isRoot() && isDebian()) {
    say("No browser here: installing Debian's chromium");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    // It may not matter if the package list cannot be fetched: there may be an older one.
    await run("apt-get", ["update", "-q"], env);
    await run("apt-get", ["install", "-y", "-q", "chromium"], env);
    const installed = findBrowser();
    if (installed) return installed;
  }

  say("No browser here: installing Playwright's chromium");
  const code = await runNode([toolFile("playwright"), "install", "chromium"]);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Problem("There is no browser for the browser tests, and none could be installed.", {
    expected: "Chromium, Chrome or Edge",
    found: `none in the usual places, and \`npx playwright install chromium\` ended with code ${code}`,
    remedy:
      "install Chrome, Edge or Chromium by hand, or name its program file in KEYLINK_BROWSER. " +
      "The other checks run without it: npm test -- --only=format,lint,types,unit,build",
  });
}

const SHELL = "/usr/bin/chromium-headless-shell";

/**
 * Debian's headless shell of Chromium, or undefined: the same engine without the windows around it, in which the
 * tests take 40 % less time. A browser named in KEYLINK_BROWSER is used for everything.
 */
export const findShell = () =>
  !process.env.KEYLINK_BROWSER && existsSync(SHELL) && doesStart(SHELL) ? SHELL : undefined;

/** Finds the headless shell, or tries to install it where it is a package of its own. */
export async function provideShell() {
  // The tests are faster in it.
  if (!findShell() && !process.env.KEYLINK_BROWSER) await tryApt(path.basename(SHELL));
  return findShell();
}

/**
 * Firefox's program file, or why there is none. Installed by apt or by Playwright where that works; a Firefox that
 * Playwright cannot start, such as Ubuntu's snap, counts as none.
 *
 * @returns {Promise<{ file: string } | { why: string }>}
 */
export async function provideFirefox() {
  const find = () =>
    [process.env.KEYLINK_FIREFOX ?? "", ...firefoxPlaces(), ...playwrightsOwn("firefox")].find(
      (file) => existsSync(file) && doesStart(file),
    );
  if (!find()) await tryApt("firefox-esr");
  if (!find()) await runNode([toolFile("playwright"), "install", "firefox"]);
  const file = find();
  if (!file) return { why: "none is installed, and neither apt nor Playwright could install one" };
  const why = await whyNoTests(file);
  return why ? { why } : { file };
}

/**
 * The file of WebKit's driver, or why it cannot run. It needs a display, which Xvfb is, and D-Bus.
 *
 * @returns {Promise<{ file: string } | { why: string }>}
 */
export async function provideWebKit() {
  const commands = ["WebKitWebDriver", "xvfb-run", "dbus-run-session"];
  const missing = () => commands.filter((name) => !inPath([name]).some((file) => existsSync(file)));
  if (missing().length > 0) await tryApt("webkit2gtk-driver", "xvfb", "xauth", "dbus");
  if (missing().length > 0)
    return { why: `not installed: ${missing().join(", ")} (apt has them on Debian and Ubuntu)` };
  const file = inPath(["WebKitWebDriver"]).find((file) => existsSync(file)) ?? "";
  const args = ["-a", "dbus-run-session", "--", file, "--help"];
  const { status } = spawnSync("xvfb-run", args, { timeout: 60_000 });
  return status === 0 ? { file } : { why: "its driver does not start under Xvfb and D-Bus" };
}

/** Installs packages with apt if possible; failure is not a problem. @param {string[]} packages */
export async function tryApt(...packages) {
  if (!isRoot() || !isDebian()) return;
  say(`Trying to install ${packages.join(", ")}`);
  const options = ["-q", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", ...options], env);
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...options, ...packages], env);
}

/** Where Firefox is installed. */
function firefoxPlaces() {
  const { PROGRAMFILES, HOME = "" } = process.env;
  if (process.platform === "win32")
    return PROGRAMFILES ? [path.join(PROGRAMFILES, "Mozilla Firefox", "firefox.exe")] : [];
  if (process.platform === "darwin")
    return ["/Applications", path.join(HOME, "Applications")].map((folder) =>
      path.join(folder, "Firefox.app/Contents/MacOS/firefox"),
    );
  return inPath(["firefox-esr", "firefox"]);
}

/** Why Playwright cannot drive a Firefox, or undefined. @param {string} file */
async function whyNoTests(file) {
  try {
    const { firefox } = createRequire(import.meta.url)("playwright-core");
    const browser = await firefox.launch({ ...firefoxOptions(file), timeout: 45_000 });
    await browser.close();
  } catch (error) {
    return `Playwright could not start ${file}: ${String(error).split("\n")[0]}`;
  }
}

/** How Playwright launches a Firefox: its own build without a channel. @param {string} file */
export const firefoxOptions = (file) => ({
  executablePath: file,
  ...(playwrightsOwn("firefox").includes(file) ? {} : { channel: "moz-firefox" }),
  // One process for all pages, since each takes time to start. Chromium tests tabs in processes of their own.
  firefoxUserPrefs: {
    "fission.autostart": false,
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": false,
  },
});

/** Where Chromium, Chrome and Edge are installed. */
function knownPlaces() {
  const env = process.env;
  if (process.platform === "win32") {
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
      "Chromium\\Application\\chrome.exe",
    ];
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? programs.map((program) => path.join(folder, program)) : [],
    );
  }
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Microsoft Edge", "Chromium"];
    return ["/Applications", path.join(env.HOME ?? "", "Applications")].flatMap((folder) =>
      apps.map((app) => path.join(folder, `${app}.app`, "Contents", "MacOS", app)),
    );
  }
  const names = [
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chromium-browser",
  ];
  return inPath(names);
}

/** Where commands may be, whether or not they exist. @param {string[]} names */
function inPath(names) {
  const folders = [
    ...(process.env.PATH ?? "").split(":"),
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
  ];
  return folders
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/**
 * The path of Playwright's own browser in the user's cache, whether or not it exists.
 *
 * @param {"chromium" | "firefox"} name
 */
function playwrightsOwn(name) {
  try {
    // Imported only here: before `npm ci` there is no Playwright, and this file must load without it.
    const browsers = createRequire(import.meta.url)("playwright-core");
    return [/** @type {string} */ (browsers[name].executablePath())];
  } catch {
    return []; // Playwright is not installed, or does not support this system.
  }
}

/**
 * Whether a browser starts. A file alone proves nothing: Ubuntu's `chromium-browser` is a script that only says
 * "install the snap". On Windows it has to do, because Chrome there opens a window when asked for its version.
 *
 * @param {string} file
 */
function doesStart(file) {
  if (process.platform === "win32") return true;
  const answer = spawnSync(file, ["--version", ...(isRoot() ? ["--no-sandbox"] : [])], {
    timeout: 20_000,
    encoding: "utf8",
  });
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout);
}

function isDebian() {
  const release = "/etc/os-release";
  return (
    existsSync(release) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(release, "utf8"))
  );
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    await install();
    console.log(await provideBrowser());
  });
}
