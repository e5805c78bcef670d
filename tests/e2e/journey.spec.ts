import { expect } from "@playwright/test";
import { test } from "./support/test";

test("a reader goes from the home page to “verified” and finds it again", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Link your license and verify it" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Link your license and verify it",
  );

  const tick = (name: string) => page.getByRole("checkbox", { name }).check();
  await tick("Check that you are an administrator and online");
  await page
    .getByRole("radio", { name: /Windows is activated with a digital license linked to your/ })
    .check();
  await tick("Open the Activation page and read its sentence");
  await tick("Read the exact sentence");
  await expect(page.getByText("You read the exact sentence.")).toBeVisible();
  await expect(page.getByText("and you can sign in to it.")).toBeHidden();
  await tick("Find this PC in the account's device list");
  await tick("Sign in to the account on another device");
  await expect(page.getByText("and you can sign in to it.")).toBeVisible();

  await page.goto("/");
  await page
    .getByRole("link", { name: /Continue: step \d+/ })
    .first()
    .click();
  await expect(page.getByRole("checkbox", { name: "Read the exact sentence" })).toBeChecked();
});
