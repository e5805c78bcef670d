import { defineConfig, devices } from "@playwright/test";
import { basePathOf } from "./lib/runtime/base-path.mjs";
import { findBrowser, findShell, firefoxOptions, isRoot } from "./scripts/browser.mjs";

/*
 * Journeys through the built site. `npm test` builds it, finds a free port and sets KEYLINK_E2E_PORT. By hand:
 * `npm run build`, then `npx playwright test`, which uses a server that already runs on port 3117.
 *
 * KEYLINK_FIREFOX (a program file) and KEYLINK_WEBKIT (its driver) add the journeys for other browsers, alone with
 * `--project=firefox` or `--project=webkit`.
 */
const givenPort = process.env.KEYLINK_E2E_PORT;
const port = Number(givenPort ?? 3117);

// Each worker loads this file; the variables spare them another search.
const shell = process.env.KEYLINK_SHELL ?? findShell() ?? "";
const firefox = process.env.KEYLINK_FIREFOX;
const webkitDriver = process.env.KEYLINK_WEBKIT;
const browser = process.env.KEYLINK_BROWSER ?? findBrowser() ?? "";
if (!browser) {
  throw new Error(
    "The browser tests found no browser.\n" +
      "  expected: Chromium, Chrome or Edge on this machine\n" +
      "  to fix:   run `node scripts/browser.mjs`, which installs one, or name one in KEYLINK_BROWSER",
  );
}
process.env.KEYLINK_BROWSER = browser;
process.env.KEYLINK_SHELL = shell;

/** With a path in SITE_URL, the build is for it, and only its own tests run. */
const base = process.env.SITE_URL ? basePathOf(process.env.SITE_URL) : "";
const BELOW_PATH = "**/base-path.spec.ts";

/** What Chromium's headless shell does not have: the back/forward cache, and windows that stay on top. */
const NEEDS_WINDOWS = ["**/back-forward.spec.ts", "**/beside.spec.ts"];

const desktop = (executablePath: string) => ({
  ...devices["Desktop Chrome"],
  launchOptions: {
    executablePath,
    args: [
      // Chromium refuses to start its sandbox as root, as in most containers.
      ...(isRoot() ? ["--no-sandbox"] : []),
      // The site needs no network, and neither should its tests: hosts other than this machine do not
      // resolve, so that a remote font or script fails.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
});

/**
 * Firefox, driven by WebDriver BiDi, runs the journeys tagged `@firefox`. Not suited: tests that use Chromium's own
 * protocol or emulate media features.
 */
const inFirefox = (executablePath: string) => ({
  ...devices["Desktop Firefox"],
  launchOptions: firefoxOptions(executablePath),
});
/** A new page takes Firefox seconds on a busy machine. */
const FIREFOX_PATIENCE_MS = 60_000;

const OTHER_BROWSERS = [
  ...(firefox
    ? [
        {
          name: "firefox",
          grep: /@firefox/,
          timeout: FIREFOX_PATIENCE_MS,
          use: inFirefox(firefox),
        },
      ]
    : []),
  ...(webkitDriver ? [{ name: "webkit", testDir: "tests/webkit" }] : []),
];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "reports/e2e",
  reporter: [["list"], ["json", { outputFile: "reports/e2e.json" }]],
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only on the second try is broken.
  retries: 0,
  // One for each core of the smallest machine that runs the tests.
  workers: 2,
  fullyParallel: true,
  // Ends a run that hangs; all of `npm test` should take less than 12 minutes.
  globalTimeout: 25 * 60_000,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // Tracing takes a sixth of the time and paints extra frames. By hand: --trace on.
    trace: "off",
    // Every test has a fresh browser, which would fetch all pages for offline use; offline.spec.ts allows it.
    serviceWorkers: "block",
  },
  projects: base
    ? [{ name: "chromium", testMatch: BELOW_PATH, use: desktop(shell || browser) }]
    : [
        ...OTHER_BROWSERS,
        {
          name: "chromium",
          testIgnore: [...NEEDS_WINDOWS, BELOW_PATH],
          use: desktop(shell || browser),
        },
        { name: "chromium-windows", testMatch: NEEDS_WINDOWS, use: desktop(browser) },
      ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs`,
    url: `http://localhost:${port}${base}/`,
    env: {
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
      PORT: String(port),
    },
    reuseExistingServer: givenPort === undefined,
    timeout: 60_000,
  },
});
