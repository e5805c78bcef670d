import { expect, type Locator, type Page } from "@playwright/test";
import type { GuideOutline } from "@/lib/progress/guide-outline";

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

/** The open card, as a list, so that a second one fails the test. */
export const openCards = (page: Page) => stepIds(page, '[data-shows="card"]');

/*
 * Writers may add a step at any time, so tests read from the page how many there are, and in which order. Only the
 * steps that a test is about are named in it.
 */

/** The outline of a guide, as the server sends it. */
export async function outlineOf(page: Page, address = GUIDE): Promise<GuideOutline> {
  const html = await (await page.request.get(address)).text();
  const [, json = ""] = /<script[^>]* id="guide-outline"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as GuideOutline;
}

/** The steps of an outline, in order. */
export const stepsOf = ({ parts }: GuideOutline) => parts.flatMap(({ steps }) => steps);

/** Answers to a guide's questions, by question. */
export type Answers = Record<string, string>;

/**
 * The ids of the steps that a reader on Windows 11 takes after these answers. Follows the conditions that the content
 * states, not the site's code. An open question counts with its usual answer.
 */
export async function wayOf(page: Page, answers: Answers = {}, address = GUIDE): Promise<string[]> {
  const outline = await outlineOf(page, address);
  const given: Answers = { ...answers };
  const expected: Answers = {};
  for (const { question } of stepsOf(outline)) {
    if (!question) continue;
    const { id, usual, answers: offered, expects } = question;
    given[id] ??= expected[id] ?? usual ?? offered[0] ?? "";
    const later = expects?.[given[id]];
    if (later) expected[later.question] = later.answer;
  }
  return outline.parts
    .filter(
      ({ optional, when }) =>
        !optional && (!when || when.answers.includes(given[when.question] ?? "")),
    )
    .flatMap(({ steps }) => steps)
    .filter(({ only }) => only !== "10")
    .map(({ id }) => id);
}

/** The number of a step on a way, as readers see it. */
export function numberOn(way: string[], id: string): number {
  if (!way.includes(id)) throw new Error(`The step “${id}” is not on the way ${way.join(", ")}.`);
  return way.indexOf(id) + 1;
}

/** What leads on from the open card: the answer to its question (the first one, if none is given), or its button. */
export async function leadsOn(page: Page, answers: Answers): Promise<Locator> {
  const question = await card(page).evaluate(
    (element) => element.querySelector<HTMLElement>("[data-question]")?.dataset.question,
  );
  if (!question) return next(page);
  const given = answers[question];
  return given
    ? answer(page, question, given)
    : card(page).locator('[data-answer] > [data-action="answer"]').first();
}

/** Does the step of the open card, by keyboard, since a second click at once is taken for a double click. Returns its id. */
export async function goOn(page: Page, answers: Answers = {}): Promise<string> {
  const id = (await card(page).getAttribute("data-step")) ?? "";
  await (await leadsOn(page, answers)).press("Enter");
  await expect(step(page, id)).not.toHaveAttribute("data-shows", "card");
  return id;
}

/** Does one step after the other until a step is open, or, without one, to the end. Returns the ids of those done. */
export async function walkTo(
  page: Page,
  target?: string,
  answers: Answers = {},
): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const [open] = await openCards(page);
    if (open === target) return done;
    if (!open) throw new Error(`The guide ended before “${target}”, after ${done.join(", ")}.`);
    done.push(await goOn(page, answers));
  }
}

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
