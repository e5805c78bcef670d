/*
 * What a page costs: bytes on the wire by kind, requests, nodes. Used by `npm run bench:bytes`,
 * which prints, and by tests/e2e/budgets.spec.ts, which enforces.
 */

/** The templates, one page each: the longest of its kind where that matters. */
export const TEMPLATES = [
  { name: "home", address: "/" },
  { name: "guide", address: "/guides/link-your-license" },
  { name: "article", address: "/articles/what-linking-does" },
  { name: "message", address: "/messages/digital-license-linked" },
  { name: "error", address: "/errors/0xc004f211" },
  { name: "term", address: "/glossary/digital-license" },
  { name: "topic", address: "/topics/linking" },
  { name: "messages (list)", address: "/messages" },
  { name: "errors (list)", address: "/errors" },
  { name: "glossary (list)", address: "/glossary" },
];

/** @typedef {{ document: number, script: number, style: number, image: number, other: number, total: number, requests: number, nodes: number }} Cost */

/** @param {string} type of the DevTools protocol */
const kindOf = (type) =>
  ({ Document: "document", Script: "script", Stylesheet: "style", Image: "image" })[type] ??
  "other";

/**
 * Measures what a browser context loads while `act` runs. Bytes are those of the network,
 * compressed and with headers, as the DevTools protocol reports them; what comes from the cache is 0.
 *
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Cost>}
 */
export async function measure(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  /** @type {Map<string, string>} */
  const kinds = new Map();
  /** @type {Cost} */
  const cost = {
    document: 0,
    script: 0,
    style: 0,
    image: 0,
    other: 0,
    total: 0,
    requests: 0,
    nodes: 0,
  };
  session.on("Network.responseReceived", ({ requestId, type }) =>
    kinds.set(requestId, kindOf(type)),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (encodedDataLength === 0) return;
    const kind = /** @type {"other"} */ (kinds.get(requestId) ?? "other");
    cost[kind] += encodedDataLength;
    cost.total += encodedDataLength;
    cost.requests += 1;
  });
  await act();
  await page.waitForLoadState("networkidle");
  cost.nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  await session.detach();
  return cost;
}

/**
 * One template: the first visit, the first opening of the search, and a second page of the same kind.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 * @param {string} address
 */
export async function measureTemplate(browser, origin, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const first = await measure(page, () => page.goto(origin + address));
  const intent = await measure(page, async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("motherboard");
    await page.getByRole("option").first().waitFor();
  });
  await page.keyboard.press("Escape");
  const second = await measure(page, () => page.goto(`${origin}/messages/not-activated`));
  await context.close();
  return { first, intent, second };
}
