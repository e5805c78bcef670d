import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";

/** A key that Microsoft publishes for setting up KMS clients: well-formed and not secret. */
export const PRODUCT_KEY = "W269N-WFGWX-YVC9B-4J6C9-T83GX";

/** A page as the server sends it, parsed without a browser. */
export type ServedPage = { path: string; status: number; html: string };

export async function serve(request: APIRequestContext, path: string): Promise<ServedPage> {
  const response = await request.get(path, { maxRedirects: 0 });
  return { path, status: response.status(), html: await response.text() };
}

/** Every address of the sitemap, as a path and as written there. */
export async function sitemap(request: APIRequestContext) {
  const xml = await (await request.get("/sitemap.xml")).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => ({
    address,
    path: new URL(address).pathname,
  }));
}

/** Runs a task for every entry, a few at a time. */
export async function forEachOf<T>(entries: readonly T[], task: (entry: T) => Promise<void>) {
  const rest = [...entries];
  const work = async () => {
    for (let entry = rest.shift(); entry !== undefined; entry = rest.shift()) await task(entry);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

export const decodeEntities = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_match, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_match, name: string) => ENTITIES[name] ?? "");

/** The visible text of some HTML. */
export const textOf = (html: string) =>
  decodeEntities(html.replace(/<!--.*?-->/g, "").replace(/<[^>]+>/g, ""))
    .replace(/\s+/g, " ")
    .trim();

/** The HTML without scripts. */
export const withoutScripts = (html: string) => html.replace(/<script\b[\s\S]*?<\/script>/g, "");

/** The value of an attribute in a tag. */
export function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decodeEntities(value);
}

/** All start tags of an element name. */
export const tags = (html: string, name: string) =>
  html.match(new RegExp(`<${name}\\b[^>]*>`, "g")) ?? [];

/** The addresses of the results on a page, in order. */
export function resultsOf(html: string): string[] {
  const list =
    /<ol [^>]*data-results=""[^>]*>([\s\S]*?)<\/ol>/.exec(withoutScripts(html))?.[1] ?? "";
  return tags(list, "a")
    .filter((tag) => attribute(tag, "data-also") === undefined)
    .map((tag) => attribute(tag, "href") ?? "");
}

export const searchPath = (query: string, windows = "11") =>
  `/search?${new URLSearchParams({ q: query, windows })}`;

export const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Search" });
export const dialogField = (page: Page): Locator => dialogOf(page).getByRole("combobox");

/** Opens the dialog with Ctrl+K once the page's scripts run. */
export async function openDialog(page: Page): Promise<Locator> {
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await page.keyboard.press("Control+k");
  await expect(dialogField(page)).toBeFocused();
  return dialogField(page);
}

/** The addresses of the options in the dialog, without “All results”. */
export const dialogResults = (page: Page) =>
  dialogOf(page)
    .locator("[role=option]:not(.search-dialog-all, [data-also], .search-dialog-card)")
    .evaluateAll((options) => options.map((option) => option.getAttribute("href") ?? ""));

/** Collects errors of the page's own scripts. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      errors.push(message.text());
  });
  return errors;
}

/** Changes a page as a browser's translation does: other text in new `<font>` elements. */
export async function translateLikeBrowser(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest("script, style, [translate=no]"))
        continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = `ü${text.data}`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}
