import { readFileSync } from "node:fs";
import type * as axe from "axe-core";
import { expect, type Page } from "@playwright/test";
import type { Windows } from "../../lib/windows/version";
import { layoutProblems } from "./support/layout-checks";
import { open, showWindows, TEMPLATES } from "./support/templates";
import { test } from "./support/test";

/*
 * X1, X4 and X5: axe finds nothing on any template, in both versions, light and dark, on a phone and a desktop, and no
 * text or control is lost in a narrow window or with wide text. Each template is loaded once and then switched. The
 * rules of color take most of the time, so they run once for each combination of version and theme. IBM's checker looks
 * for other things, few of which depend on the looks: it runs once.
 */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The enhanced rule requires 7:1, and 4.5:1 for large text (X5). It leaves what the basic one reports to that.
const COLOR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Run = { windows: Windows; width: number; colorScheme: "light" | "dark"; rules: Rules };
type Rules = "all" | "color" | "without color";

const RUNS: Run[] = [
  { windows: "11", width: 1280, colorScheme: "light", rules: "all" },
  { windows: "11", width: 1280, colorScheme: "dark", rules: "color" },
  { windows: "11", width: 390, colorScheme: "light", rules: "without color" },
  { windows: "10", width: 390, colorScheme: "light", rules: "all" },
  { windows: "10", width: 390, colorScheme: "dark", rules: "color" },
];

// Up to five runs on one page, even on a busy machine.
test.setTimeout(90_000);

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds. The page has run `AXE` before, once for all. */
async function violations(page: Page, rules: Rules) {
  const options: axe.RunOptions =
    rules === "color"
      ? { runOnly: COLOR_RULES }
      : {
          runOnly: TAGS,
          rules: Object.fromEntries(
            COLOR_RULES.map((rule) => [rule, { enabled: rules === "all" }]),
          ),
        };
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run({ ...options, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`,
      ),
    );
  }, options);
}

const IBM = readFileSync("node_modules/accessibility-checker-engine/ace.js", "utf8");
/** These only ask a person to confirm something, and take half of the time. */
const IBM_WITHOUT = ["element_tabbable_unobscured", "style_focus_visible"];
/** What it reports and is no fault, by rule and a part of the element. */
const IBM_MISTAKES: Record<string, string> = {
  // A table that scrolls has to be reachable for the keyboard, says axe, and a region is what it is.
  element_tabbable_role_valid: 'role="region"',
};

type IbmResult = { ruleId: string; value: [string, string]; message: string; snippet: string };
type Ace = {
  Checker: new () => {
    rulesetRules: Record<string, string[]>;
    check: (of: Document, guidelines: string[]) => Promise<{ results: IbmResult[] }>;
  };
};

/** What IBM's checker is certain of. */
async function ibmViolations(page: Page) {
  await page.evaluate(IBM);
  const found = await page.evaluate(async (without) => {
    const { Checker } = (globalThis as unknown as { ace: Ace }).ace;
    const checker = new Checker();
    // Its `disableRule` of 4.0.34 turns all rules off.
    for (const [ruleset, rules] of Object.entries(checker.rulesetRules))
      checker.rulesetRules[ruleset] = rules.filter((rule) => !without.includes(rule));
    const { results } = await checker.check(document, ["IBM_Accessibility"]);
    return results.filter(({ value }) => value.join() === "VIOLATION,FAIL");
  }, IBM_WITHOUT);
  return found
    .filter(({ ruleId, snippet }) => !snippet.includes(IBM_MISTAKES[ruleId] ?? "\0"))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet}`);
}

test("both checkers find a fault where there is one", async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>x</title><main><img src="x.png"><p style="color:#999">Pale words<p style="color:#666">Paler than they may be</main></html>',
  );
  expect((await ibmViolations(page)).join()).toContain("img_alt");
  await page.evaluate(AXE);
  expect((await violations(page, "all")).join()).toContain("image-alt");
  for (const rules of ["all", "color"] as const) {
    const found = (await violations(page, rules)).map((line) => line.split(":")[0]);
    expect(found).toEqual(expect.arrayContaining(["color-contrast", "color-contrast-enhanced"]));
  }
  expect((await violations(page, "without color")).join()).not.toContain("color-contrast");
});

for (const template of TEMPLATES)
  test(`axe and IBM's checker find nothing, and nothing is lost or too small: ${template.name}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, template);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    // A page without the toggle has the same text for both versions.
    const differs = (await page.locator("[data-windows-toggle]").count()) > 0;
    await page.evaluate(AXE);
    const found: Record<string, string[]> = {};
    const ibm = await ibmViolations(page);
    if (ibm.length > 0) found["IBM's checker"] = ibm;
    for (const { windows, width, colorScheme, rules } of RUNS) {
      if (windows === "10" && !differs) continue;
      await showWindows(page, windows);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const list = await violations(page, rules);
      if (list.length > 0) found[`Windows ${windows}, ${width} px, ${colorScheme}`] = list;
    }
    if (differs) await showWindows(page, "11");
    expect({ ...found, ...(await layoutProblems(page)) }).toEqual({});
  });
