import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, showWindows, TEMPLATES } from "./support/templates";
import { test } from "./support/test";

/*
 * X1 and X5: axe finds nothing on any template, in both versions, light and dark, on a phone and a desktop. Each
 * template is loaded once and then switched. Dark changes only colors, so only the color rules run again, at one
 * width. IBM's checker looks for other things, of which few depend on the looks: it runs once.
 */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The enhanced rule requires 7:1, and 4.5:1 for large text (X5). It includes the basic one.
const COLOR_RULES = ["color-contrast-enhanced", "link-in-text-block"];
const WIDTHS = [1280, 390];

// Up to eight runs on one page, even on a busy machine.
test.setTimeout(90_000);

async function violations(page: Page, colorScheme: "light" | "dark") {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (colorScheme === "dark") axe.withRules(COLOR_RULES);
  else
    axe.options({
      runOnly: { type: "tag", values: TAGS },
      rules: {
        "color-contrast-enhanced": { enabled: true },
        "color-contrast": { enabled: false },
      },
      resultTypes: ["violations"],
    });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`,
    ),
  );
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
    disableRule: (rule: string) => void;
    check: (of: Document, guidelines: string[]) => Promise<{ results: IbmResult[] }>;
  };
};

/** What IBM's checker is certain of. */
async function ibmViolations(page: Page) {
  await page.evaluate(IBM);
  const found = await page.evaluate(async (without) => {
    const { Checker } = (globalThis as unknown as { ace: Ace }).ace;
    const checker = new Checker();
    for (const rule of without) checker.disableRule(rule);
    const { results } = await checker.check(document, ["IBM_Accessibility"]);
    return results.filter(({ value }) => value.join() === "VIOLATION,FAIL");
  }, IBM_WITHOUT);
  return found
    .filter(({ ruleId, snippet }) => !snippet.includes(IBM_MISTAKES[ruleId] ?? "\0"))
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet}`);
}

for (const template of TEMPLATES)
  test(`axe and IBM's checker find nothing: ${template.name}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, template);
    // A page without the toggle has the same text for both versions.
    const differs = (await page.locator("[data-windows-toggle]").count()) > 0;
    const found: Record<string, string[]> = {};
    const ibm = await ibmViolations(page);
    if (ibm.length > 0) found["IBM's checker"] = ibm;
    for (const windows of differs ? (["11", "10"] as const) : (["11"] as const)) {
      await showWindows(page, windows);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of width === 1280
          ? (["light", "dark"] as const)
          : (["light"] as const)) {
          await page.emulateMedia({ colorScheme });
          const list = await violations(page, colorScheme);
          if (list.length > 0) found[`Windows ${windows}, ${width} px, ${colorScheme}`] = list;
        }
      }
    }
    expect(found).toEqual({});
  });
