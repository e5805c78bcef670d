import { expect } from "@playwright/test";
import { BUDGETS, SECOND_PAGE, WITH_SEARCH } from "../../scripts/bench/budgets.mjs";
import { measureTemplate } from "../../scripts/bench/page-bytes.mjs";
import { test } from "./support/test";

const KB = 1024;

for (const { address, total, nodes } of BUDGETS)
  test(`${address} stays within ${total} KB and ${nodes} nodes`, async ({ browser, baseURL }) => {
    const { first, second } = await measureTemplate(browser, baseURL ?? "", address, {
      searches: false,
    });
    expect(first.total / KB).toBeLessThanOrEqual(total);
    expect(first.nodes).toBeLessThanOrEqual(nodes);
    expect(second.total / KB).toBeLessThanOrEqual(SECOND_PAGE);
  });

test(`a guide with the search opened stays within ${WITH_SEARCH} KB`, async ({
  browser,
  baseURL,
}) => {
  const { first, intent } = await measureTemplate(
    browser,
    baseURL ?? "",
    "/guides/link-your-license",
  );
  expect((first.total + intent.total) / KB).toBeLessThanOrEqual(WITH_SEARCH);
});
