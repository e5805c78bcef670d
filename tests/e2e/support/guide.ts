import { expect, type Locator, type Page } from "@playwright/test";

/** The guide that the tests walk through. */
export const GUIDE = "/guides/link-your-license";

export const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);

/** The checkbox of a step. */
export const tick = (page: Page, id: string): Locator => step(page, id).locator("[data-tick]");

/** The button of an answer. */
export const answer = (page: Page, question: string, id: string): Locator =>
  page.locator(`[data-question="${question}"] [data-answer="${id}"] > [data-action="answer"]`);

/** The radio of an answer, which the script turns into a button. */
export const earlyAnswer = (page: Page, question: string, id: string): Locator =>
  page.locator(`[data-question="${question}"] input[value="${id}"]`);

/** The card that is open. */
export const card = (page: Page): Locator => page.locator('[data-step][data-shows="card"]');

/** The primary button of the open card. */
export const next = (page: Page): Locator => card(page).locator("[data-next]");

/** The summary in words. */
export const summary = (page: Page): Locator => page.locator("[data-summary]");

/** Shows every step. */
export async function showAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show all steps" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-all");
}

/** The ids of the steps that match a selector, in order. */
export const stepIds = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(`[data-step]${selector}`)
    .evaluateAll((steps) => steps.map((one) => (one as HTMLElement).dataset.step ?? ""));

/** The steps that the page lists: lines and the open card. */
export const listed = (page: Page) => stepIds(page, ':not([data-shows="nothing"])');

/** Opens a page after changing the server's HTML. */
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
 * Does what a browser's translation does: replaces every text and wraps it in two <font> elements (as Chrome
 * does), except under `translate="no"`.
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
