import { expect } from "@playwright/test";
import { answer, card, GUIDE, step, tick } from "./support/guide";
import { KEYS, stored } from "./support/storage";
import { test } from "./support/test";

test("Undo reverts the latest change of a step, even after tick and untick @firefox", async ({
  page,
}) => {
  await page.goto(GUIDE);
  await answer(page, "activation-message", "not-linked").click();
  await answer(page, "origin", "with-pc").press("Enter");
  const own = step(page, "check-administrator");
  await tick(page, "check-administrator").check();
  await tick(page, "check-administrator").uncheck();
  await own.getByRole("button", { name: "Undo" }).click();
  await expect(tick(page, "check-administrator")).toBeChecked();
});

test("Undo withdraws an answer, and the question is asked again", async ({ page }) => {
  await page.goto(GUIDE);
  await answer(page, "activation-message", "linked").click();
  await step(page, "read-activation").getByRole("button", { name: "Undo" }).press("Enter");
  await expect(card(page)).toHaveId("read-activation");
  await expect(tick(page, "read-activation")).not.toBeChecked();
  await expect(answer(page, "activation-message", "linked")).toHaveAttribute(
    "aria-pressed",
    "false",
  );
});

test("Undo of a proof takes its day back, and the next one has its own", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-02T10:00:00"));
  await page.goto(GUIDE);
  await answer(page, "activation-message", "linked").click();
  const seen = async () =>
    (
      JSON.parse((await stored(page, KEYS.progress)) ?? "{}") as {
        computers: {
          pc: {
            guides: Record<
              string,
              { details: Record<string, { value: string | null } | undefined> }
            >;
          };
        };
      }
    ).computers.pc.guides["link-your-license"]?.details["card-seen"]?.value ?? null;
  expect(await seen()).toBe("2026-11-02");
  await step(page, "read-activation").getByRole("button", { name: "Undo" }).click();
  expect(await seen()).toBeNull();
  await page.clock.setFixedTime(new Date("2026-12-05T10:00:00"));
  await answer(page, "activation-message", "linked").click();
  expect(await seen()).toBe("2026-12-05");
});
