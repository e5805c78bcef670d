import { expect, type Page } from "@playwright/test";

declare global {
  interface Window {
    layoutShifts: { time: number; value: number; inHeader: boolean; what: string[] }[];
    wrongFrames: string[];
    frameCount: number;
    pageShown: number;
  }
}

/** Chromium's message about `serviceWorkers: "block"` in playwright.config.ts. */
export const WORKER_BLOCKED = "Service Worker registration blocked by Playwright";

/** Collects the page's complaints: exceptions, errors and warnings, including those about hydration. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.text() === WORKER_BLOCKED) return;
    if (["error", "warning"].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  return complaints;
}

/** Records layout shifts from the first frame on. */
export const watchLayoutShifts = (page: Page) =>
  page.addInitScript(() => {
    window.layoutShifts = [];
    window.pageShown = Infinity;
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      // The first frame shows the last chunk of the page; by the second, its shifts are known. Not the frame's own
      // timestamp: that of a late frame is before those shifts.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => (window.pageShown = performance.now())),
      );
    });
    const describe = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return element ? `${element.tagName}#${element.id}.${element.className}` : "gone";
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[])
        if (!entry.hadRecentInput)
          window.layoutShifts.push({
            time: entry.startTime,
            value: entry.value,
            inHeader: entry.sources.every(({ node }) =>
              (node instanceof Element ? node : node?.parentElement)?.closest("header"),
            ),
            what: entry.sources.map(({ node }) => describe(node)),
          });
    }).observe({ type: "layout-shift", buffered: true });
  });

/**
 * Fails, naming the elements, when anything moved by itself. Ignores a header that arrives in two chunks over a
 * slow connection: it settles in the frame that shows the end of the page. To see what scripts move there,
 * hold them until `pageShown`.
 */
export async function expectNoLayoutShift(page: Page): Promise<void> {
  // Two frames, so that the shifts of the last change are recorded.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const moved = await page.evaluate(() =>
    window.layoutShifts.filter(({ time, inHeader }) => !(inHeader && time < window.pageShown)),
  );
  expect(moved).toEqual([]);
}

/** Slows the processor, so that more frames are painted while the page loads. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}

/** Pauses CSS animations, including those used as delays, so that a slow machine fails no test. */
export async function stopAnimations(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 0 });
}

/** Slows the connection, so that the page arrives in chunks. */
export async function slowNetwork(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 20,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** Holds responses from these addresses until the returned function is called. */
export async function holdRequests(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

/** Waits until the whole page is parsed and painted. Requires `watchLayoutShifts`. */
export const pageShown = (page: Page) => page.waitForFunction(() => window.pageShown < Infinity);

/** Waits until the page's scripts are ready, which takes long on a page slowed four times. */
export const ready = (page: Page) =>
  expect(page.locator("html")).toHaveAttribute("data-ready", "", { timeout: 20_000 });

/** Resolves once the page has nothing left to do: what a key or a script sets off has happened by then. */
export const idle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done))),
      ),
  );
