import type { APIRequestContext } from "@playwright/test";

/** The HTML of every page of the sitemap, as the server sends it. */
export async function everyPage(
  request: APIRequestContext,
): Promise<{ address: string; html: string }[]> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? "").pathname,
  );
  const pages: { address: string; html: string }[] = [];
  // A few at a time: the server shares the machine with the browser.
  for (let first = 0; first < addresses.length; first += 20)
    pages.push(
      ...(await Promise.all(
        addresses.slice(first, first + 20).map(async (address) => ({
          address,
          html: await (await request.get(address)).text(),
        })),
      )),
    );
  return pages;
}
