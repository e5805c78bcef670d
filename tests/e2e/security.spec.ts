import { get as httpGet, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { ADDRESSES, MISSING } from "./support/templates";
import { test } from "./support/test";
import { WORKER_BLOCKED } from "./support/watch";

/** A raw response: Playwright's own requests set Accept-Encoding and decompress. */
async function get(address: string, headers: Record<string, string>) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    httpGet(address, { headers }, resolve).on("error", reject),
  );
  return { headers: answer.headers, body: await buffer(answer) };
}

/** Collects policy reports, console errors and requests to other origins. */
function watch(page: Page) {
  const problems: string[] = [];
  page.on("console", (message) => {
    const expected404 =
      /status of 404/.test(message.text()) && MISSING.includes(new URL(page.url()).pathname);
    if (message.text() === WORKER_BLOCKED) return;
    if (["error", "warning"].includes(message.type()) && !expected404)
      problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost")
      problems.push(`request to ${request.url()}`);
  });
  return problems;
}

test("every template and every control runs under the policy without a report or a console error", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const problems = watch(page);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const searched = new Set<string>();
  for (const address of ADDRESSES) {
    const response = await page.goto(address);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, address).toContain("script-src 'self'");
    expect(policy, address).not.toContain("unsafe-");
    expect(response?.headers()["set-cookie"], address).toBeUndefined();
    // The search is the same on every page, and runs under the policy of this one.
    if (!searched.has(policy)) {
      searched.add(policy);
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").fill("new mobo");
      await page.getByRole("option").first().waitFor();
      await page.getByRole("button", { name: "Close" }).click();
    }
    const ten = page.getByRole("radio", { name: "Windows 10" });
    if (await ten.count()) await ten.check();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("radio", { name: "As the system" }).check();
  }
  expect(searched.size).toBeGreaterThan(1);
  await page.goto("/guides/link-your-license");
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Start over" }).click();
  expect(problems).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("prerendered pages have no framework runtime, and nothing inline but the pre-paint script, the barrier, rules and data", async ({
  page,
}) => {
  const onRequest = ["/search", ...MISSING];
  for (const address of ADDRESSES.filter((one) => !onRequest.includes(one.split("?")[0] ?? ""))) {
    const html = (await (await page.request.get(address)).text()).replace(
      /<script[^>]*type="(application\/(ld\+)?json|speculationrules)"[^>]*>[\s\S]*?<\/script>/g,
      "",
    );
    expect(html, address).not.toContain("/_next/static/chunks/turbopack");
    const inline = html.match(/<script(?![^>]*\bsrc=)/g) ?? [];
    const waits = html.split("<script>0</script>").length - 1;
    expect(inline.length - waits, address).toBe(1);
    expect(waits, address).toBeLessThanOrEqual(1);
  }
});

test("pages restrict framing, referrers, sensors and sniffing; TLS adds HSTS", async ({
  request,
}) => {
  for (const address of ["/about", "/search?q=x", "/no-such-page"]) {
    const headers = (await request.get(address)).headers();
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  // Headers for pages are not sent with files, whose addresses have a dot.
  const dotted = await (await request.get("/no-such.html")).text();
  expect(dotted).toContain('<meta name="referrer" content="no-referrer"/>');
  const behindTls = await request.get("/about", { headers: { "X-Forwarded-Proto": "https" } });
  expect(behindTls.headers()["strict-transport-security"]).toContain("max-age=");
});

for (const path of ["/search?q=activation", "/no/such/page"])
  test(`${path} is as light and as strict as a prerendered page`, async ({ request }) => {
    const prerendered = await request.get("/about");
    const answer = await request.get(path);
    expect(answer.headers()["content-security-policy"]).toBe(
      prerendered.headers()["content-security-policy"],
    );
    for (const header of ["referrer-policy", "permissions-policy", "x-content-type-options"])
      expect(answer.headers()[header]).toBe(prerendered.headers()[header]);
    expect(await answer.text()).not.toMatch(/_next\/static\/[^"]*\.js|__next_f/);
  });

test("pages made on request have the same document as prerendered ones", async ({ request }) => {
  /** The document without what differs between pages, and without the position of the sheets. */
  const shellOf = async (path: string) => {
    const html = await (await request.get(path)).text();
    const head = /<head>(.*?)<\/head>/s.exec(html)?.[1] ?? "";
    const sheets: string[] = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
    return {
      opening: /^<!DOCTYPE html><html[^>]*><head>/.exec(html)?.[0],
      head: head
        .replace(/<title>.*?<\/title>|<link rel="(canonical|icon)"[^>]*>/g, "")
        .match(/<(script|style)\b.*?<\/\1>|<[^>]*>/gs)
        ?.filter(
          (tag) =>
            !sheets.includes(tag) &&
            // A script of this page alone, as guides have one.
            !tag.includes("/assets/search-page-") &&
            !/^<meta (name="(description|robots|referrer|twitter:card)"|property="og:)/.test(tag),
        )
        .sort(),
      sheets,
      end: html.slice(html.lastIndexOf("</footer>")),
    };
  };
  const prerendered = await shellOf("/about");
  for (const path of ["/search", "/no-such-page"])
    expect(await shellOf(path)).toMatchObject(prerendered);
});

test("pages made on request are compressed as Accept-Encoding allows", async ({ baseURL }) => {
  for (const path of ["/search?q=activation", "/no-such-page"])
    for (const [accepted, encoding] of [
      ["gzip, deflate, br", "br"],
      ["gzip", "gzip"],
      ["br;q=0.1, gzip", "gzip"],
      ["identity", undefined],
    ] as const) {
      const { headers, body } = await get(`${baseURL}${path}`, { "Accept-Encoding": accepted });
      expect(headers["content-encoding"], `${path}: ${accepted}`).toBe(encoding);
      expect(headers.vary).toMatch(/accept-encoding/i);
      const unpack = encoding && { br: brotliDecompressSync, gzip: gunzipSync }[encoding];
      expect(String(unpack ? unpack(body) : body)).toMatch(/^<!DOCTYPE html>.*<\/html>$/s);
    }
});
