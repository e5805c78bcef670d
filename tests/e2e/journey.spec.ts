import { expect } from "@playwright/test";
import { answer, card, next, tick } from "./support/guide";
import { test } from "./support/test";
import { ready } from "./support/watch";

test("a reader gets from the home page to “proven”, with a break in between @firefox", async ({
  page,
}) => {
  // Five pages, even on a busy machine.
  test.setTimeout(60_000);
  await page.goto("/");
  await page
    .getByRole("radio", { name: /^Windows is activated with a digital license It/ })
    .check();
  await page.getByRole("link", { name: "Link it now" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Link your license and verify it",
  );
  // The answer travels along: the guide begins with its consequence.
  await ready(page);
  await expect(card(page)).toHaveId("say-where-windows-came-from");
  await answer(page, "origin", "separate").click();
  for (const id of ["check-administrator", "choose-account", "add-on-activation-page"]) {
    await expect(card(page)).toHaveId(id);
    await next(page).click();
  }

  await page.goto("/");
  await page.getByRole("link", { name: "Continue: step 6" }).first().click();
  await ready(page);
  for (const id of ["go-through-screens", "read-sentence-again", "find-in-device-list"]) {
    await expect(card(page)).toHaveId(id);
    await next(page).click();
  }
  await expect(page.getByRole("heading", { name: "Linked and proven" })).toBeFocused();
  await expect(tick(page, "check-administrator")).toBeChecked();
});
