import { expect } from "@playwright/test";
import { card, numberOn, tick, walkTo, wayOf } from "./support/guide";
import { test } from "./support/test";
import { ready } from "./support/watch";

test("a reader gets from the home page to “proven”, with a break in between @firefox", async ({
  page,
}) => {
  // Five pages, even on a busy machine.
  test.setTimeout(60_000);
  await page.goto("/");
  await page
    .getByRole("radio", {
      name: /^Windows is activated with a digital license The sentence ends here/,
    })
    .check();
  await page.getByRole("link", { name: "Link it now" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Link your license and verify it",
  );
  // The answer travels along: the guide begins with its consequence.
  await ready(page);
  const answers = { "activation-message": "not-linked", origin: "separate" };
  const way = await wayOf(page, answers);
  const number = numberOn(way, "go-through-screens");
  await expect(card(page)).toHaveId(way[1] ?? "");
  const before = await walkTo(page, "go-through-screens", answers);
  expect(before).toEqual(way.slice(1, number - 1));
  expect(before).toEqual(expect.arrayContaining(["check-administrator", "add-on-activation-page"]));

  await page.goto("/");
  await page
    .getByRole("link", { name: `Continue: step ${number}`, exact: true })
    .first()
    .click();
  await ready(page);
  expect(await walkTo(page)).toEqual(way.slice(number - 1));
  await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeFocused();
  await expect(tick(page, "check-administrator")).toBeChecked();
});
