import { expect } from "@playwright/test";
import type { DocumentKind } from "@/lib/site/kinds";
import { KIND_PAGES, measureTemplate } from "../../scripts/bench/page-bytes.mjs";
import { test } from "./support/test";

const KB = 1024;

type Budget = { total: number; nodes: number };
const SHORT = { total: 30, nodes: 1500 };
/** Begins with a drawn window, whose styles it has inline and once more in the sheet that other pages need. */
const DRAWN = { total: 32, nodes: 1500 };
/** A guide has a drawing for each step, most of them collapsed: what counts is how much is laid out (walk.spec.ts). */
const GUIDE_PAGE = { total: 60, nodes: 3000 };
/** All answers on one subject. */
const ANSWERS = { total: 40, nodes: 1500 };
const LIST = { total: 60, nodes: 4000 };

/**
 * Kilobytes on the wire until idle, compressed and with headers, and the number of nodes. `npm run bench:bytes`
 * prints them.
 */
const OF_KIND: Record<DocumentKind, Budget> = {
  message: DRAWN,
  guide: GUIDE_PAGE,
  error: SHORT,
  article: SHORT,
  term: SHORT,
  topic: SHORT,
  answers: ANSWERS,
  case: SHORT,
};

const BUDGETS = [
  { address: "/", ...DRAWN },
  ...KIND_PAGES.flatMap(({ kind, list, page }) => [
    { address: page, ...OF_KIND[kind] },
    { address: list, ...LIST },
  ]),
  // The heaviest of their kinds.
  { address: "/guides/not-activated-after-hardware-change", ...GUIDE_PAGE },
  { address: "/articles/local-or-microsoft-account", ...SHORT },
  { address: "/messages/digital-license-linked", ...DRAWN },
  { address: "/errors/0xc004f211", ...SHORT },
];

/** Kilobytes of a page for a reader who has visited another one before. */
const SECOND_PAGE = 20;

for (const { address, total, nodes } of BUDGETS)
  test(`${address} stays within ${total} KB and ${nodes} nodes`, async ({ browser, baseURL }) => {
    const { first, second } = await measureTemplate(browser, baseURL ?? "", address, {
      searches: false,
    });
    expect(first.total / KB).toBeLessThanOrEqual(total);
    expect(first.nodes).toBeLessThanOrEqual(nodes);
    expect(second.total / KB).toBeLessThanOrEqual(SECOND_PAGE);
  });

// The search index includes some 560 short answers, each with the ways in which people ask for it.
test("a guide with the search opened stays within 320 KB", async ({ browser, baseURL }) => {
  const { first, intent } = await measureTemplate(
    browser,
    baseURL ?? "",
    "/guides/link-your-license",
  );
  expect((first.total + intent.total) / KB).toBeLessThanOrEqual(320);
});
