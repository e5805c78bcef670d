/*
 * What a page costs: bytes on the wire by kind, requests, DOM nodes. `npm run bench:bytes` prints it,
 * tests/e2e/budgets.spec.ts enforces the budgets.
 */

/** @typedef {typeof import("../../lib/site/kinds").KINDS} Kinds */
/** @typedef {import("../../lib/site/kinds").DocumentKind} DocumentKind */

/**
 * The list of each kind of page and one of its pages, for the tests and the benchmarks. A kind that is new or has moved
 * does not compile until it is right here. (Node runs this file as it is, so it takes only types from kinds.ts.)
 *
 * @type {{ [Kind in DocumentKind]: { list: Kinds[Kind]["address"], page: string } }}
 */
const PAGES = {
  message: { list: "/messages", page: "/messages/digital-license" },
  guide: { list: "/guides", page: "/guides/link-your-license" },
  error: { list: "/errors", page: "/errors/0x803fa067" },
  article: { list: "/articles", page: "/articles/what-linking-does" },
  term: { list: "/glossary", page: "/glossary/digital-license" },
  topic: { list: "/topics", page: "/topics/linking" },
  answers: { list: "/answers", page: "/answers/hardware" },
  case: { list: "/start", page: "/start/changed-part" },
};

/** `PAGES` as a list, in the order of the site. */
export const KIND_PAGES = Object.entries(PAGES).map(([kind, addresses]) => ({
  kind: /** @type {DocumentKind} */ (kind),
  ...addresses,
}));

/** What is measured: the home page, then the page and the list of each kind. */
export const TEMPLATES = [
  { name: "home", address: "/" },
  ...KIND_PAGES.map(({ kind, page }) => ({ name: /** @type {string} */ (kind), address: page })),
  ...KIND_PAGES.map(({ kind, list }) => ({ name: `${kind} (list)`, address: list })),
];

/** @typedef {{ document: number, script: number, style: number, image: number, other: number, total: number, requests: number, nodes: number }} Cost */

/** @param {string} type Playwright's resource type */
const kindOf = (type) =>
  ({ document: "document", script: "script", stylesheet: "style", image: "image" })[type] ??
  "other";

/** @returns {Cost} */
const none = () => ({
  document: 0,
  script: 0,
  style: 0,
  image: 0,
  other: 0,
  total: 0,
  requests: 0,
  nodes: 0,
});

/** After this long without a request, a page counts as loaded. */
const IDLE_MS = 500;

/**
 * Measures what a page and its workers load while `act` runs: bytes on the wire, compressed and with headers.
 * Responses from the cache count as 0.
 *
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Cost>}
 */
export async function measure(page, act) {
  /** @type {import("@playwright/test").Request[]} */
  const finished = [];
  let open = 0;
  let changed = Date.now();
  const begin = () => {
    open += 1;
    changed = Date.now();
  };
  const end = () => {
    open -= 1;
    changed = Date.now();
  };
  const finish = (/** @type {import("@playwright/test").Request} */ request) => {
    finished.push(request);
    end();
  };
  page.on("request", begin).on("requestfinished", finish).on("requestfailed", end);
  await act();
  while (open > 0 || Date.now() - changed < IDLE_MS) await page.waitForTimeout(50);
  page.off("request", begin).off("requestfinished", finish).off("requestfailed", end);

  const cost = none();
  cost.nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  const workers = page.workers().map((worker) => worker.url());
  for (const request of finished) {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    let bytes = responseBodySize + responseHeadersSize;
    // For a worker's own file, Chromium's network events report only the headers.
    if (workers.includes(request.url())) bytes += await page.evaluate(bodyBytes, request.url());
    if (bytes === 0) continue;
    const kind = /** @type {"other"} */ (kindOf(request.resourceType()));
    cost[kind] += bytes;
    cost.total += bytes;
    cost.requests += 1;
  }
  return cost;
}

/** Runs in the page: the compressed size of a file that it loaded. @param {string} address */
function bodyBytes(address) {
  const [entry] = performance.getEntriesByName(address);
  return entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : NaN;
}

/**
 * One template: the first visit, the first opening of the search (unless `searches` is false), and a second page of
 * the same kind.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 * @param {string} address
 */
export async function measureTemplate(browser, origin, address, { searches = true } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  // Waits for the scripts, which start after the load event; on a slow machine, long after.
  const visit = async (/** @type {string} */ path) => {
    await page.goto(origin + path);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
  };
  const first = await measure(page, () => visit(address));
  const search = async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("motherboard");
    // The text of a result arrives last.
    await page.locator("[role=option] mark").first().waitFor();
  };
  const intent = searches ? await measure(page, search) : none();
  await page.keyboard.press("Escape");
  const second = await measure(page, () => visit("/messages/not-activated"));
  await context.close();
  return { first, intent, second };
}
