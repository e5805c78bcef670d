import type { Locator, Page } from "@playwright/test";

/** The guide that the tests walk through. */
export const GUIDE = "/guides/link-your-license";

export const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);

/** The checkbox of a step. */
export const tick = (page: Page, id: string): Locator => step(page, id).getByRole("checkbox");

/** The radio of an answer. */
export const answer = (page: Page, question: string, id: string): Locator =>
  page.locator(`[data-question="${question}"] input[value="${id}"]`);

/** How far the reader is, in words. */
export const summary = (page: Page): Locator => page.locator("[data-summary-text]");

/** Opens a page with something added to, or changed in, what the server sent. */
export async function alterPage(page: Page, address: string, change: (html: string) => string) {
  await page.route(
    (url) => url.pathname === address,
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const changed = change(html);
      if (changed === html) throw new Error(`Nothing to change was found in ${address}.`);
      await route.fulfill({ response, body: changed });
    },
  );
}

/**
 * What the translation of a browser does: every text is replaced and lies in two
 * <font> elements (Chrome), except where `translate="no"` stands.
 */
export const translatePage = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest("[translate=no],script,style,noscript"))
        continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;
  });
