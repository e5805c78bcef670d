import { expect, type APIRequestContext } from "@playwright/test";
import {
  attribute,
  decodeEntities,
  forEachOf,
  serve,
  sitemap,
  tags,
  textOf,
  withoutScripts,
  type ServedPage,
} from "./support/site";
import { test } from "./support/test";

let site: Promise<{ address: string; page: ServedPage }[]> | undefined;

/** Fetched by Node.js, which takes a tenth of the time of Playwright's requests. */
function wholeSite(request: APIRequestContext) {
  site ??= (async () => {
    const pages: { address: string; page: ServedPage }[] = [];
    const { origin } = new URL((await request.get("/robots.txt")).url());
    await forEachOf(await sitemap(request), async ({ address, path }) => {
      const response = await fetch(origin + path, {
        redirect: "manual",
        headers: { "Accept-Encoding": "identity" },
      });
      const page = { path, status: response.status, html: await response.text() };
      pages.push({ address, page });
    });
    return pages;
  })();
  return site;
}

const titleOf = ({ html }: ServedPage) => textOf(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
const metaOf = ({ html }: ServedPage, name: string) => {
  const tag = tags(html, "meta").find((meta) => attribute(meta, "name") === name);
  return tag && attribute(tag, "content");
};
const descriptionOf = (page: ServedPage) => metaOf(page, "description") ?? "";
const headingOf = (page: ServedPage) => headingsOf(page)[0] ?? "";
const headingsOf = ({ html }: ServedPage) =>
  [...withoutScripts(html).matchAll(/<h1\b[^>]*>([\s\S]*?)<\/h1>/g)].map(([, text = ""]) =>
    textOf(text),
  );

test.describe("the whole site", () => {
  // In one worker, so that the site is fetched once.
  test.describe.configure({ mode: "default" });

  test("every address of the sitemap answers 200 with one heading of level 1", async ({
    request,
  }) => {
    const pages = await wholeSite(request);
    expect(pages.length).toBeGreaterThan(100);
    const wrong = pages.filter(({ page }) => page.status !== 200 || headingsOf(page).length !== 1);
    expect(wrong.map(({ page }) => `${page.path}: ${page.status}`)).toEqual([]);
  });

  test("the toggle is on every page whose text differs and on no other; no page has an id twice (W1, W6)", async ({
    request,
  }) => {
    const pages = await wholeSite(request);
    const wrong = pages.filter(({ page: { html } }) => {
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
      return main.includes('data-only="') !== html.includes("data-windows-toggle");
    });
    expect(wrong.map(({ address }) => address)).toEqual([]);
    const double = pages.flatMap(({ address, page: { html } }) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${address}#${id}`);
    });
    expect(double).toEqual([]);
  });

  test("no two pages have the same title, description or heading", async ({ request }) => {
    const pages = await wholeSite(request);
    const twice: string[] = [];
    for (const read of [titleOf, descriptionOf, headingOf]) {
      const seen = new Set<string>();
      for (const { page } of pages) {
        // The heading of a message is its verdict, which several share.
        if (read === headingOf && page.path.startsWith("/messages/")) continue;
        const text = read(page);
        if (!text || seen.has(text)) twice.push(`${page.path}: “${text}”`);
        seen.add(text);
      }
    }
    expect(twice).toEqual([]);
  });

  test("every page names itself as the canonical address", async ({ request }) => {
    const wrong: string[] = [];
    for (const { address, page } of await wholeSite(request)) {
      const canonical = tags(page.html, "link")
        .filter((link) => attribute(link, "rel") === "canonical")
        .map((link) => attribute(link, "href"));
      if (canonical.join() !== address) wrong.push(`${page.path}: ${canonical.join()}`);
      if (metaOf(page, "robots")?.includes("noindex")) wrong.push(`${page.path}: noindex`);
    }
    expect(wrong).toEqual([]);
  });

  test("the structured data of every page matches what the page shows", async ({ request }) => {
    const told: unknown[] = [];
    const shown: unknown[] = [];
    for (const { address, page } of await wholeSite(request)) {
      const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page.html)?.[1];
      const { "@graph": graph } = JSON.parse(json ?? '{"@graph":[]}') as {
        "@graph": Record<string, unknown>[];
      };
      const [main, trail] = graph;
      const names = (trail?.itemListElement as { name: string }[] | undefined) ?? [];
      told.push([
        main?.url,
        main?.name ?? main?.headline,
        main?.description,
        names.slice(1).map(({ name }) => name),
      ]);
      const crumbs =
        /<nav aria-label="Breadcrumbs"[\s\S]*?<\/nav>/.exec(withoutScripts(page.html))?.[0] ?? "";
      shown.push([
        address,
        page.path === "/" ? "Keylink" : titleOf(page).replace(/ · Keylink$/, ""),
        metaOf(page, "description"),
        [...crumbs.matchAll(/<li\b[\s\S]*?<\/li>/g)]
          .slice(1)
          .map(([item]) => textOf(item).replace("›", "").trim()),
      ]);
    }
    expect(told).toEqual(shown);
  });

  test("every page says who reviewed it, and none links to a report that nobody would read", async ({
    request,
  }) => {
    const wrong: string[] = [];
    for (const { page } of await wholeSite(request)) {
      const html = withoutScripts(page.html);
      // These tests build the site without configuration; tests/unit/components/footer.test.tsx covers the rest.
      if (html.includes("data-report") || /\.example\b(?!\.\w)/.test(html))
        wrong.push(`${page.path}: an address for reports`);
      if (!/Reviewed [A-Z][a-z]+ \d+, \d{4} by \S+/.test(textOf(html)))
        wrong.push(`${page.path}: no review`);
    }
    expect(wrong).toEqual([]);
  });

  test("every link inside the site leads to an existing page and anchor", async ({ request }) => {
    const pages = await wholeSite(request);
    const ids = new Map(
      pages.map(({ page: { path, html } }) => [
        path,
        new Set([...withoutScripts(html).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
      ]),
    );
    // Print sheets and the reader's own board are not indexed.
    for (const path of ["/print/license-card", "/print/run-sheet", "/pcs", "/offline"]) {
      expect((await serve(request, path)).status, path).toBe(200);
      ids.set(path, new Set());
    }
    const dead: string[] = [];
    for (const { page } of pages) {
      for (const tag of tags(withoutScripts(page.html), "a")) {
        const href = attribute(tag, "href") ?? "";
        // Files for a USB stick: interfaces.spec.ts.
        if (!/^[/#]/.test(href) || /^\/search|\.md$|^\/usb\//.test(href)) continue;
        const [, path = "", anchor] = /^([^?#]*)[^#]*#?(.*)/.exec(href) ?? [];
        const known = ids.get(path || page.path);
        if (!known || (anchor && !known.has(decodeURIComponent(anchor))))
          dead.push(`${page.path} → ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test("external links lead only to Microsoft and to standards", async ({ request }) => {
    const hosts = new Set<string>();
    for (const { page } of await wholeSite(request)) {
      for (const tag of tags(withoutScripts(page.html), "a")) {
        const href = attribute(tag, "href") ?? "";
        if (/^https?:/.test(href)) hosts.add(new URL(href).hostname);
      }
    }
    const others = [...hosts].filter(
      (host) =>
        !/(^|\.)(microsoft|microsoftstore|live|windows)\.com$|^(github\.com|developer\.mozilla\.org|aka\.ms)$/.test(
          host,
        ),
    );
    expect(others).toEqual([]);
  });

  test("each list links to every page of its kind and to no other", async ({ request }) => {
    const pages = await wholeSite(request);
    for (const section of [
      "/guides",
      "/articles",
      "/messages",
      "/errors",
      "/glossary",
      "/topics",
    ]) {
      const list = pages.find(({ page }) => page.path === section)?.page.html ?? "";
      const main = /<main\b[\s\S]*<\/main>/.exec(withoutScripts(list))?.[0] ?? "";
      const linked = new Set(
        tags(main, "a")
          .map((tag) => attribute(tag, "href") ?? "")
          .filter((href) => href.startsWith(`${section}/`)),
      );
      const published = pages
        .map(({ page }) => page.path)
        .filter((path) => path.startsWith(`${section}/`));
      expect([...linked].sort(), section).toEqual(published.sort());
    }
  });

  test("robots.txt names the sitemap and excludes pages made on request", async ({ request }) => {
    const robots = await (await request.get("/robots.txt")).text();
    expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
    expect(robots).toMatch(/^Disallow: \/search$/m);
    expect((await sitemap(request)).map(({ path }) => path)).not.toContain("/search");
  });
});

const UNKNOWN = [
  { path: "/guides/unknown", nearest: "/guides" },
  { path: "/guides/link-your-licence", nearest: "/guides/link-your-license" },
  { path: "/articles/what-does-linking", nearest: "/articles/what-linking-does" },
  { path: "/wiki/digital_license.html", nearest: "/glossary/digital-license" },
  { path: "/errors/nonsense", nearest: "/errors" },
  { path: "/errors/0xC004FFFF", nearest: "/errors/0xc004f" },
  { path: "/messages/not-activated-yet", nearest: "/messages/not-activated" },
  { path: "/missing", nearest: "/messages" },
  { path: "/api/unknown", nearest: "/messages" },
  { path: "/%E0%A4%A", nearest: "/messages" },
  { path: "/%00", nearest: "/messages" },
  { path: `/${"very-long-".repeat(400)}`, nearest: "/messages" },
  { path: "/<img src=x onerror=alert(1)>", nearest: "/messages" },
];

for (const { path, nearest } of UNKNOWN) {
  test(`an unknown address answers 404 and offers a way on: ${path.slice(0, 40)}`, async ({
    request,
  }) => {
    const page = await serve(request, path);
    expect(page.status).toBe(404);
    const html = withoutScripts(page.html);
    expect(titleOf(page)).toBe("Page not found · Keylink");
    expect(metaOf(page, "robots")).toContain("noindex");
    expect(headingsOf(page)).toHaveLength(1);
    const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    expect(main).toContain('role="search"');
    const links = tags(main, "a").map((tag) => attribute(tag, "href") ?? "");
    expect(links).toContain("/");
    expect(links).toContain("/guides/link-your-license");
    expect(links.filter((href) => href.startsWith(nearest))).not.toEqual([]);
    expect(html).not.toContain("<img src=x");
  });
}

test("an unknown address that asks a question is answered before the nearest pages", async ({
  page,
}) => {
  await page.goto("/do-i-have-to-link-my-license");
  const card = page.locator("main section.card").filter({ hasText: "Short answer" });
  await expect(card.getByRole("heading")).toHaveText(/^Do I have to link/);
  await expect(card.locator("h2 + p")).toHaveText(/\S+ \S+/);
  const nearest = page.getByRole("heading", { name: "The nearest pages" });
  const top = (await nearest.boundingBox())?.y ?? 0;
  expect((await card.boundingBox())?.y ?? Infinity).toBeLessThan(top);
});

test("an unknown address shows the version that the address asks for", async ({ request }) => {
  const { html } = await serve(request, "/guides/unknown?windows=10");
  const fields = tags(html, "input").filter((tag) => tag.includes("data-windows-field"));
  expect(fields.map((tag) => attribute(tag, "value"))).toEqual(["10", "10"]);
});

test("capitals and a trailing slash redirect to the canonical address", async ({ request }) => {
  for (const [path, target] of [
    ["/Guides/Link-Your-License", "/guides/link-your-license"],
    ["/guides/", "/guides"],
    ["/errors/0xc004f211/", "/errors/0xc004f211"],
    ["/GLOSSARY?windows=10", "/glossary?windows=10"],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(308);
    const { pathname, search } = new URL(response.headers().location ?? "", "http://localhost");
    expect(pathname + search).toBe(target);
  }
});

test("a redirect never leads to another site", async ({ request, baseURL }) => {
  for (const path of ["//evil.example", "/\\evil.example", "//evil.example/%2e%2e", "/%5Cevil"]) {
    const response = await request.get(`${baseURL}${path}`, { maxRedirects: 0 });
    const location = response.headers().location;
    if (location) expect(location, path).toMatch(/^(\/(?![/\\])|http:\/\/localhost)/);
    expect(response.status(), path).toBeLessThan(500);
  }
});

test("?windows=10 shows Windows 10 on a prerendered page and in its report", async ({ page }) => {
  // The link of a configured site.
  await page.route("**/messages?windows=10", async (route) => {
    const response = await route.fetch();
    const link =
      '<a href="mailto:editors@keylink.example?body=Windows%20version%20shown%3A%2011" data-report="">Report a mistake</a>';
    const body = (await response.text()).replace("</footer>", `${link}</footer>`);
    await route.fulfill({ response, body });
  });
  await page.goto("/messages?windows=10");
  await expect(page.getByRole("radio", { name: "Windows 10" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  const report = page.getByRole("link", { name: "Report a mistake" });
  await expect(report).toHaveAttribute("href", /shown%3A%2010/);
  await page.getByRole("radio", { name: "Windows 11" }).check();
  await expect(report).toHaveAttribute("href", /shown%3A%2011/);
});

test("the parser of these tests does not cut off text that it cannot read", () => {
  expect(textOf("<b>a</b> &amp;<!-- --> b")).toBe("a & b");
  expect(decodeEntities("&#x27;&quot;")).toBe("'\"");
});
