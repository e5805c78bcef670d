import { expect, type Page } from "@playwright/test";
import { compareAddress } from "../../../lib/site/kinds";
import type { Windows } from "../../../lib/windows/version";
import { KIND_PAGES } from "../../../scripts/bench/page-bytes.mjs";
import { card, GUIDE, walkTo } from "./guide";

/** One page of each kind, and states that only a reader's action leads to. */
export type Template = {
  name: string;
  address: string;
  /** The status, if it is not 200. */
  status?: number;
  /** Saves a begun guide before the page loads, so that “Continue” shows everywhere. */
  begun?: true;
  /** The reader's action on the page. */
  act?: (page: Page) => Promise<void>;
};

/** The list of each kind and one of its pages, then pages without a document, and states. */
export const TEMPLATES: Template[] = [
  { name: "home", address: "/" },
  { name: "home-begun", address: "/", begun: true },
  ...KIND_PAGES.flatMap(({ kind, list, page }): Template[] => [
    { name: `${kind} list`, address: list },
    // “Continue” on an article, a page without anything of its own in the header.
    { name: kind, address: page, begun: kind === "article" ? true : undefined },
  ]),
  { name: "guide-begun", address: GUIDE, act: beginGuide },
  { name: "compare list", address: "/compare" },
  { name: "compare", address: compareAddress("link-your-license") },
  { name: "pcs", address: "/pcs" },
  { name: "license-card", address: "/print/license-card" },
  { name: "about", address: "/about" },
  { name: "privacy", address: "/privacy" },
  { name: "search", address: "/search?q=motherboard" },
  { name: "search-none", address: "/search?q=zzzzqqqq" },
  { name: "not-found", address: "/no/such/page", status: 404 },
  { name: "unknown-code", address: "/errors/0xc004ffff", status: 404 },
  { name: "search-dialog", address: "/articles", act: openSearch },
];

/** The address of each template, once. */
export const ADDRESSES = [...new Set(TEMPLATES.map(({ address }) => address))];

/** Addresses that are answered with 404. */
export const MISSING = TEMPLATES.flatMap(({ address, status }) =>
  status === 404 ? [address] : [],
);

/** The record that browser/guide/index.ts stores for other pages. */
const CONTINUE = {
  address: `${GUIDE}#link`,
  guide: "Link your license",
  step: "Sign in with a Microsoft account",
  // Two digits give the longest label.
  number: 12,
  summary: "11 of 14 done, about 6 minutes left",
};

/** Opens a template and waits until its scripts have run. */
export async function open(page: Page, { address, status = 200, begun, act }: Template) {
  if (begun)
    await page.addInitScript(
      (record) => localStorage.setItem("keylink:continue", record),
      JSON.stringify(CONTINUE),
    );
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(status);
  await page.locator("html[data-ready]").waitFor();
  await act?.(page);
}

/** The answers in the guide that `guide-begun` begins. */
export const BEGUN = { "activation-message": "not-linked", origin: "with-pc" };
/** The step that is skipped there. */
export const SKIPPED = "choose-account";

/** A chapter done, one step skipped, questions answered: every state of a guide. */
async function beginGuide(page: Page) {
  await walkTo(page, SKIPPED, BEGUN);
  await card(page).getByRole("button", { name: "Skip this step" }).click();
  await expect(page.locator("[data-step][data-state=skipped]")).toHaveCount(1);
  // Checkers count what is scrolled half under the header as a target that is too small.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
}

async function openSearch(page: Page) {
  await page.keyboard.press("/");
  await page.locator("#dialog-search").fill("account");
  await expect(page.getByRole("option").first()).toBeVisible();
}

/** Shows a Windows version without a click, for tests of appearance only. */
export async function showWindows(page: Page, windows: Windows) {
  await page.evaluate((windows) => {
    const radio = document.querySelector<HTMLInputElement>(`#windows-${windows}`);
    if (radio) radio.click();
    else document.documentElement.dataset.windows = windows;
  }, windows);
  await page.locator(`html[data-windows="${windows}"]`).waitFor();
}
