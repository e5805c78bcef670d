import { expect } from "@playwright/test";
import { test } from "./support/test";

test("Undo takes back the latest change of a step, also after tick and untick", async ({
  page,
}) => {
  await page.goto("/guides/link-your-license");
  const step = page.locator("[data-step=check-administrator]");
  const tick = step.getByRole("checkbox");
  await tick.check();
  await tick.uncheck();
  await step.getByRole("button", { name: "Undo" }).click();
  await expect(tick).toBeChecked();
});

test("a ticked step with an open question stays open, so that the way on can be chosen", async ({
  page,
}) => {
  await page.goto("/guides/link-your-license");
  const step = page.locator("[data-step=read-activation]");
  await step.getByRole("checkbox").check();
  await step.getByRole("radio").nth(1).check();
  // Around the focus it does not fold; once the reader goes on, it can be hidden.
  await expect(step.getByRole("radio")).toHaveCount(1);
  await expect(step.getByRole("radio")).toBeFocused();
  await expect(page.getByText(/^1 of \d+ done/)).toBeVisible();
  await step.getByRole("button", { name: "Hide the step" }).click();
  await expect(step.getByRole("radio")).toHaveCount(0);
});
