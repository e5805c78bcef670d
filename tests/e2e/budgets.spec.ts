import { expect } from "@playwright/test";
import { measureTemplate } from "../../scripts/bench/page-bytes.mjs";
import { test } from "./support/test";

const KB = 1024;

/**
 * Kilobytes on the wire until idle, compressed and with headers, and the number of nodes. `npm run bench:bytes`
 * prints them. Includes the heaviest guide and article. A guide has a drawing for each step, most of them
 * collapsed: what counts is how much is laid out (walk.spec.ts). Home and messages begin with a drawn window, whose
 * styles they have inline and once more in the sheet that other pages need.
 */
const BUDGETS = [
  { address: "/", total: 32, nodes: 1500 },
  { address: "/guides/link-your-license", total: 60, nodes: 3000 },
  { address: "/guides/not-activated-after-hardware-change", total: 60, nodes: 3000 },
  { address: "/articles/what-linking-does", total: 30, nodes: 1500 },
  { address: "/articles/local-or-microsoft-account", total: 30, nodes: 1500 },
  { address: "/messages/digital-license-linked", total: 32, nodes: 1500 },
  { address: "/errors/0xc004f211", total: 30, nodes: 1500 },
  { address: "/glossary/digital-license", total: 30, nodes: 1500 },
  { address: "/errors", total: 60, nodes: 4000 },
  { address: "/glossary", total: 60, nodes: 4000 },
  { address: "/messages", total: 60, nodes: 4000 },
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
