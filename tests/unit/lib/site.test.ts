import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The site as it would be with these variables; it reads them when it is loaded. */
async function siteWith(variables: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  return { ...(await import("@/lib/site/site")), ...(await import("@/lib/json-ld")) };
}

const LOCAL = {
  SITE_URL: undefined,
  PORT: undefined,
  REPOSITORY_URL: undefined,
  REPORT_EMAIL: undefined,
  SECURITY_CONTACT: undefined,
};

test("without a setting the site is at its local address", async () => {
  const { SITE_URL, absolute } = await siteWith(LOCAL);
  expect(SITE_URL).toBe("http://localhost:3000");
  expect(absolute("/errors")).toBe("http://localhost:3000/errors");
});

test("the port counts when no address is set", async () => {
  expect((await siteWith({ ...LOCAL, PORT: "4321" })).SITE_URL).toBe("http://localhost:4321");
  const both = { ...LOCAL, PORT: "4321", SITE_URL: "https://keylink.example" };
  expect((await siteWith(both)).SITE_URL).toBe("https://keylink.example");
});

test("trailing slashes of the address are ignored", async () => {
  const { absolute } = await siteWith({ ...LOCAL, SITE_URL: "https://keylink.example//" });
  expect(absolute("/")).toBe("https://keylink.example");
  expect(absolute("/guides/link")).toBe("https://keylink.example/guides/link");
});

test("an address with a path is in every address of the site; the home page keeps its slash", async () => {
  const below = { ...LOCAL, SITE_URL: "https://example.org/keylink/" };
  const { absolute, BASE_PATH, breadcrumbsJson } = await siteWith(below);
  expect(BASE_PATH).toBe("/keylink");
  expect(absolute("/")).toBe("https://example.org/keylink/");
  expect(absolute("/guides/link")).toBe("https://example.org/keylink/guides/link");
  expect(breadcrumbsJson([]).itemListElement[0]?.item["@id"]).toBe("https://example.org/keylink/");
});

test("mistakes go to the repository, else to the e-mail address, else nowhere", async () => {
  const linkWith = async (variables: Record<string, string>) =>
    (await siteWith({ ...LOCAL, ...variables })).reportLink("Mistake on /errors", ["Page: x & y"]);
  expect(await linkWith({})).toBeUndefined();
  expect(await linkWith({ REPORT_EMAIL: "editors@keylink.example" })).toBe(
    "mailto:editors@keylink.example?subject=Mistake%20on%20%2Ferrors&body=Page%3A%20x%20%26%20y",
  );
  expect(
    await linkWith({
      REPOSITORY_URL: "https://github.com/keylink/keylink/",
      REPORT_EMAIL: "editors@keylink.example",
    }),
  ).toBe(
    "https://github.com/keylink/keylink/issues/new?title=Mistake%20on%20%2Ferrors&body=Page%3A%20x%20%26%20y",
  );
});

test("vulnerabilities go to the configured contact, else where mistakes go, never to an invented address", async () => {
  const contactWith = async (variables: Record<string, string>) =>
    (await siteWith({ ...LOCAL, ...variables })).SECURITY_CONTACT;
  expect(await contactWith({})).toBeUndefined();
  expect(await contactWith({ REPORT_EMAIL: "editors@keylink.example" })).toBe(
    "mailto:editors@keylink.example",
  );
  const repository = { REPOSITORY_URL: "https://github.com/keylink/keylink" };
  expect(await contactWith(repository)).toBe(
    "https://github.com/keylink/keylink/security/advisories/new",
  );
  expect(await contactWith({ ...repository, SECURITY_CONTACT: "mailto:a@keylink.example" })).toBe(
    "mailto:a@keylink.example",
  );
});

const page = { title: "Link", description: "How to.", address: "/guides/link" };

test("breadcrumbs begin at home and are numbered, with absolute addresses", async () => {
  const { breadcrumbsJson } = await siteWith({ ...LOCAL, SITE_URL: "https://keylink.example" });
  const list = breadcrumbsJson([{ address: "/guides", title: "Guides" }, page]);
  expect(list.itemListElement.map(({ position, name, item }) => [position, name, item])).toEqual([
    [1, "Keylink", { "@id": "https://keylink.example" }],
    [2, "Guides", { "@id": "https://keylink.example/guides" }],
    [3, "Link", { "@id": "https://keylink.example/guides/link" }],
  ]);
});

test("an article has a headline, everything else a name", async () => {
  const { pageJson } = await siteWith({ ...LOCAL, SITE_URL: "https://keylink.example" });
  const [article] = pageJson("TechArticle", page, [])["@graph"];
  expect(article).toMatchObject({ headline: "Link", url: "https://keylink.example/guides/link" });
  expect(article).not.toHaveProperty("name");
  expect(pageJson("CollectionPage", page, [])["@graph"][0]).toMatchObject({ name: "Link" });
});

test("dates and breadcrumbs are there only when given", async () => {
  const { pageJson } = await siteWith(LOCAL);
  const bare = pageJson("WebSite", page, []);
  expect(bare["@graph"]).toHaveLength(1);
  expect(bare["@graph"][0]).not.toHaveProperty("datePublished");
  const dated = { ...page, published: "2026-01-01", updated: "2026-02-01" };
  const full = pageJson("TechArticle", dated, [page]);
  expect(full["@graph"][0]).toMatchObject({
    datePublished: "2026-01-01",
    dateModified: "2026-02-01",
  });
  expect(full["@graph"][1]).toMatchObject({ "@type": "BreadcrumbList" });
});

test("the address bar has the color of the page, light and dark", async () => {
  const { THEME_COLORS } = await import("@/lib/metadata");
  const [light, dark] = THEME_COLORS.map(({ content }) => content);
  const css = readFileSync("app/first-paint.css", "utf8");
  expect(css).toContain(`--bg: light-dark(${light}, ${dark});`);
});
