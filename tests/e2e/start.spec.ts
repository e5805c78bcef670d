import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

const output = (name: string) => readFileSync(`tests/fixtures/license-output/${name}.txt`, "utf8");

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const choose = (page: Page, label: string) =>
  page.getByRole("list", { name: "Answers" }).getByRole("link", { name: label }).click();

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader gets from the home page to the maker of the PC, after the damage", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Answer a few questions" }).click();
    await expect(page).toHaveURL("/start");
    await choose(page, "Windows says that it is not activated");
    await choose(page, "Parts of the PC were changed or repaired");
    await choose(page, "The motherboard, alone or with other parts");
    await choose(page, "No, everybody used local accounts");
    await choose(page, "A sticker on the PC");
    await expect(question(page)).toHaveText("Who changed the board?");

    const soFar = page.getByRole("navigation", { name: "Your answers so far" });
    await expect(soFar.getByRole("listitem")).toHaveCount(5);
    await expect(soFar).toContainText("The motherboard, alone or with other parts");

    await choose(page, "The maker of the PC, or its service");
    // The guide knows the answers.
    await expect(page).toHaveURL(
      /\/guides\/not-activated-after-hardware-change\?answer=state\.not-activated&/,
    );
    await expect(page.locator("#say-who-repaired")).toBeVisible();
  });

  test("an answer can be changed, and the reader can go back or start over", async ({ page }) => {
    await page.goto("/start/was-linked");
    await page
      .getByRole("link", { name: "Change the answer to “Which part was changed?”" })
      .click();
    await expect(question(page)).toHaveText("Which part was changed?");
    await choose(page, "Only the disk or SSD");
    await expect(page).toHaveURL("/guides/reinstall-and-keep-activated#go-online");

    await page.goBack();
    await page.getByRole("link", { name: "Back to the previous question" }).click();
    await expect(page).toHaveURL("/start/not-activated");
    await page.getByRole("link", { name: "Start again" }).click();
    await expect(page).toHaveURL("/start");
  });

  test("a question with several ways in lists them all", async ({ page }) => {
    await page.goto("/start/another-pc");
    const soFar = page.getByRole("navigation", { name: "Your answers so far" });
    await expect(soFar).toContainText("Several answers lead here");
    await expect(soFar.getByRole("link", { name: "What do you want to do?" })).toHaveAttribute(
      "href",
      "/start/plan",
    );
    await choose(page, "It was bought by itself");
    await expect(page).toHaveURL("/guides/move-retail-license#look-at-new-pc");
  });

  test("Windows 10 ends at the step for the way chosen", async ({ page }) => {
    await page.goto("/start");
    await choose(page, "My PC runs Windows 10");
    await choose(page, "Windows 10, and Version 22H2");
    await choose(page, "stay on Windows 10 with security updates");
    await expect(page).toHaveURL("/guides/windows-10-end-of-support#check-eligible");
  });

  test("the output of slmgr is explained by lists, without a useless field", async ({ page }) => {
    await page.goto("/start/license-output");
    await expect(page.getByRole("textbox", { name: "The output" })).toBeHidden();
    // Playwright turns scripting off after parsing, so <noscript> has no elements here; readers see it.
    const html = await (await page.request.get("/start/license-output")).text();
    expect(html).toMatch(/<noscript>.*needs a script, which your browser does not run/s);
    await expect(page.getByRole("heading", { name: /^Preinstalled \(OEM\)/ })).toBeVisible();
    await expect(page.getByText("VOLUME_KMSCLIENT", { exact: true }).first()).toBeVisible();
  });
});

test("the map has every question and every answer", async ({ page, request }) => {
  await page.goto("/start/map");
  const questions = await page
    .locator("main li[id^=case-] > a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>[^<]*?(\/start(?:\/[^<]+)?)<\/loc>/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !["/start/map", "/start/license-output"].includes(address));
  expect(questions.toSorted()).toEqual(addresses.toSorted());
  expect(questions.length).toBeGreaterThanOrEqual(12);

  const targets = await page
    .locator("main li a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const address of questions) {
    const html = await (await request.get(address)).text();
    const answers = /<ol[^>]*aria-label="Answers"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? "";
    const links = [...answers.matchAll(/<a href="([^"#][^"]*)"/g)].map(([, to = ""]) =>
      to.replaceAll("&amp;", "&"),
    );
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const to of links)
      // Repeated questions link to their place on the map.
      expect(targets.includes(to) || targets.includes(`#case-${to.split("/").at(-1)}`)).toBe(true);
  }
});

test.describe("pasted output", () => {
  const paste = async (page: Page, text: string) => {
    await page.goto("/start/license-output");
    await page.getByRole("textbox", { name: "The output" }).fill(text);
    return page.locator("[data-license-output]");
  };

  for (const [name, summary, guide] of [
    [
      "dli-retail",
      "RETAIL: Retail-type key. License Status: Licensed.",
      "/guides/which-license#collect-papers",
    ],
    [
      "dlv-oem",
      "OEM_DM: Preinstalled (OEM). License Status: Licensed.",
      "/guides/which-license#learn-preinstalled",
    ],
    [
      "dli-kms",
      "VOLUME_KMSCLIENT: Volume license (KMS). License Status: Licensed.",
      "/articles/work-and-school-pcs",
    ],
  ] as const)
    test(`${name} is recognized, explained and leads on${name === "dli-retail" ? " @firefox" : ""}`, async ({
      page,
    }) => {
      const reader = await paste(page, output(name));
      await expect(reader.getByRole("status")).toHaveText(summary);
      await expect(reader.getByText("What it does not prove")).toBeVisible();
      await expect(reader.locator(`a[href^="${guide}"]`).first()).toBeVisible();
      await expect(reader.locator("[data-output-result]")).not.toContainText("QWXYZ");
    });

  test("says how long a volume activation lasts", async ({ page }) => {
    const reader = await paste(page, output("dli-kms"));
    await expect(reader).toContainText("in 168 days, unless it is renewed");
  });

  test("another language, an error and an empty field get a clear answer", async ({ page }) => {
    const reader = await paste(page, output("french-translated"));
    await expect(reader.getByRole("status")).toHaveText(
      "No channel in the text. License Status: Licensed.",
    );
    await reader.getByRole("textbox").fill("Licentiestatus: Gelicentieerd");
    await expect(reader.getByRole("status")).toHaveText("Not an output that we know.");
    await expect(reader).toContainText("in a language whose words are not in our list");
    await reader.getByRole("textbox").fill(output("not-found"));
    await expect(reader.getByRole("status")).toHaveText("The command is missing on this Windows.");
    await reader.getByRole("button", { name: "Empty the field" }).click();
    await expect(reader.getByRole("status")).toHaveText("");
    await expect(reader.getByRole("textbox")).toBeFocused();
  });

  test("a product key leaves the field at once, and nothing is ever sent @firefox", async ({
    page,
  }) => {
    await page.goto("/start/license-output");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const field = page.getByRole("textbox", { name: "The output" });
    await field.fill("QW2XY-QW3XY-QW4XY-QW6XY-QW7XY");
    await expect(field).toHaveValue("");
    await expect(page.getByText("The field has been emptied").first()).toBeVisible();
    await field.fill(output("dli-oem"));
    await field.press("Enter");
    expect(requests).toEqual([]);
    expect(await field.evaluate((element: HTMLTextAreaElement) => element.form)).toBeNull();
    expect(page.url()).not.toContain("QW");
  });

  test("of a megabyte, only what was read stays in the field, and no key", async ({ page }) => {
    const line = "2026-11-20 10:11:12 Info some service has started with code 0x00000000\n";
    const key = "QW2XY-QW3XY-QW4XY-QW6XY-QW7XY\n";
    const log = line.repeat(7_000);
    await page.goto("/start/license-output");
    const reader = page.locator("[data-license-output][data-live]");
    // As a clipboard does it; typing a megabyte takes Playwright seconds.
    await reader.getByRole("textbox").evaluate(
      (field: HTMLTextAreaElement, text) => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      `${key}${log}${key}${output("dli-oem")}\n${key}${log}${key}`,
    );
    await expect(reader.getByText("The field has been shortened")).toBeVisible();
    await expect(reader.getByText("A product key was in it")).toBeVisible();
    const left = await reader.getByRole("textbox").inputValue();
    expect(left).toContain("Description:");
    expect(left).not.toContain("QW3XY");
    expect(left.length).toBeLessThanOrEqual(40_000);
  });

  test("two PCs in one paste are both named, as is their disagreement; a key between them is blanked", async ({
    page,
  }) => {
    const text = output("a10-two-pcs-quoted");
    const reader = await paste(page, `${text}\nKey: QW2XY-QW3XY-QW4XY-QW6XY-QW7XY`);
    await expect(reader.getByRole("status")).toContainText("2 outputs, and they disagree");
    await expect(reader.getByText("Output 2: Windows(R), Professional edition")).toBeVisible();
    await expect(reader.getByRole("link", { name: "0xC004F034" })).toHaveAttribute(
      "href",
      "/errors/0xc004f034",
    );
    await expect(reader.getByRole("textbox")).toHaveValue(/Key: •••••-•••••/);
  });

  test("a sentence from the screen leads to its page, even in other languages", async ({
    page,
  }) => {
    const reader = await paste(page, "Windows is activated with a digital license");
    await expect(reader.locator('a[href="/messages/digital-license"]')).toBeVisible();
    await reader.getByRole("textbox").fill("System Windows nie został aktywowany");
    await expect(reader.getByRole("status")).toContainText("Windows is not activated");
    await expect(reader).toContainText("Taken for Polish");
    await expect(reader.locator('a[href="/messages/not-activated"]')).toBeVisible();
  });

  test("markup in the text stays text", async ({ page }) => {
    const reader = await paste(
      page,
      'Name: Windows(R), Professional edition <img src=x onerror="document.title=1">\nLicense Status: Licensed',
    );
    await expect(reader).toContainText("<img src=x");
    expect(await reader.locator("img").count()).toBe(0);
  });
});

test("each source lists the pages that rely on it, and is linked only if we may link to it", async ({
  page,
}) => {
  await page.goto("/start");
  await page.getByRole("contentinfo").getByRole("link", { name: "Sources" }).click();
  await expect(question(page)).toHaveText("Sources");
  const hosts = await page
    .locator("main a[href^='http']")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).hostname),
    );
  expect(hosts.length).toBeGreaterThan(50);
  for (const host of hosts)
    expect(host).toMatch(
      /(^|\.)(microsoft\.com|microsoftstore\.com|developer\.mozilla\.org|github\.com)$/,
    );
  await expect(page.getByRole("heading", { name: "Other sites", exact: true })).toBeVisible();
  await expect(page.getByText(/and \d+ more/).first()).toBeVisible();
  expect(await page.locator("*").count()).toBeLessThanOrEqual(4000);
});

test("corrections are one click away from every page", async ({ page }) => {
  await page.goto("/start/map");
  await page.getByRole("contentinfo").getByRole("link", { name: "Corrections" }).click();
  await expect(page).toHaveURL("/articles/corrections");
});

test("where no Settings link works, the words about it have no spaces inside their parentheses", async ({
  browser,
}) => {
  const context = await browser.newContext({ userAgent: "Mozilla/5.0 (Linux; Android 15)" });
  const page = await context.newPage();
  await page.goto("/start/out-of-nowhere");
  await expect(page.locator("main")).toContainText("(on the PC).", { useInnerText: true });
  await context.close();
});
