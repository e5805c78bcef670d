import { expect, type Locator, type Page } from "@playwright/test";
import jsqr from "jsqr";
import { step } from "./support/guide";
import { KEYS, store, stored } from "./support/storage";
import { settled, test } from "./support/test";
import { watchConsole } from "./support/watch";

/* Moves progress to another device: link, QR code, file, paper (P6, P7). */

const NAME = "Mum’s laptop";
const records = { n: 1, by: "a", at: 1_790_000_000_000 };
const saved = (name: string) =>
  JSON.stringify({
    schema: 2,
    current: { computer: "pc", ...records },
    computers: {
      pc: {
        details: { name: { value: name, ...records }, windows: { value: "10", ...records } },
        guides: {
          "link-your-license": {
            steps: { "read-activation": { state: "done", revision: 1, ...records } },
            answers: { "activation-message": { answer: "not-linked", ...records } },
            shown: {},
            details: { "card-account": { value: "m•••@outlook.com", ...records } },
          },
        },
      },
    },
  });

const dialog = (page: Page) => page.getByRole("dialog");
const pcs = (page: Page) => page.locator("[data-board] > li");

/** The link offered by the page. */
async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Move to another device" }).click();
  await expect(dialog(page).locator("svg.qr")).toBeVisible();
  return dialog(page).getByLabel("Link to open there").inputValue();
}

/** What an independent QR decoder finds in a screenshot. */
async function decode(page: Page, code: Locator): Promise<string | undefined> {
  await code.scrollIntoViewIfNeeded();
  const png = (await code.screenshot({ scale: "css" })).toString("base64");
  const { data, width, height } = await page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser draws nothing.");
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width, height };
  }, png);
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data;
}

test("a link carries a PC to another browser, which asks first and can undo it", async ({
  page,
  browser,
  baseURL,
}) => {
  const complaints = watchConsole(page);
  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto("/pcs");
  const link = await linkOf(page);
  expect(link.length).toBeLessThanOrEqual(200);
  expect(link).toContain(`${baseURL}/pcs#`);
  expect(await decode(page, dialog(page).locator("svg.qr"))).toBe(link);

  const other = await (await browser.newContext({ baseURL })).newPage();
  const asked: string[] = [];
  other.on("request", (request) =>
    asked.push(`${request.url()} ${request.postData()} ${JSON.stringify(request.headers())}`),
  );
  await other.goto(link);
  await settled(other);
  await expect(dialog(other)).toContainText(`Take over ${NAME}?`);
  expect(other.url()).toBe(`${baseURL}/pcs`);
  await expect(dialog(other)).toContainText("3 new entries");
  // There is nothing to replace.
  await expect(dialog(other).getByText("Replace")).toBeHidden();
  expect(await stored(other, KEYS.progress)).toBeNull();
  await dialog(other).getByRole("button", { name: "Take over" }).click();
  await expect(pcs(other)).toHaveCount(1);
  await expect(pcs(other)).toContainText(NAME);
  await expect(pcs(other)).toContainText("m•••@outlook.com");
  await pcs(other).getByRole("link", { name: "Continue" }).click();
  await other.locator("html[data-ready]").waitFor();
  await expect(other.locator("html")).toHaveAttribute("data-windows", "10");
  await expect(step(other, "read-activation")).toHaveAttribute("data-state", "done");
  await expect(other).not.toHaveTitle(/Mum/);

  // No request carried the fragment or its content.
  const fragment = new URL(link).hash.slice(5);
  expect(asked.filter((text) => text.includes(fragment) || /Mum|outlook\.com/.test(text))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
});

test("where progress exists, an import is added, replaces it or is kept apart, and can be undone", async ({
  page,
}) => {
  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto("/pcs");
  const link = await linkOf(page);
  await store(page, { [KEYS.progress]: saved("Ben’s PC") });
  await page.goto(link);
  await expect(dialog(page)).toContainText(`${NAME} (new)`);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(pcs(page)).toHaveCount(1);
  await page.goto("/pcs");
  await page.goto(link);
  await dialog(page).getByRole("button", { name: "Take over" }).click();
  await expect(pcs(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(pcs(page)).toHaveCount(1);
  await expect(pcs(page)).toContainText("Ben’s PC");

  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto(link);
  await expect(dialog(page)).toContainText("Nothing: all of it is here already.");
  await dialog(page).getByLabel("Keep it apart, as another PC").check();
  await expect(dialog(page)).toContainText(`${NAME} 2 (new)`);
});

for (const [what, change, says] of [
  ["damaged", (link: string) => link.replace(/.{4}$/, "AAAA"), "It is damaged"],
  ["cut off", (link: string) => link.slice(0, -9), "a part of it is missing"],
  ["of a later release", (link: string) => link.replace("#pc1.", "#pc2."), "A newer version"],
  ["endless", (link: string) => link + "A".repeat(9_000), "It is too long"],
] as const)
  test(`a link that is ${what} is reported, and changes nothing`, async ({ page, baseURL }) => {
    await store(page, { [KEYS.progress]: saved(NAME) });
    await page.goto("/pcs");
    const link = await linkOf(page);
    const before = await stored(page, KEYS.progress);
    await page.goto("/about");
    await page.goto(change(link));
    await expect(dialog(page)).toContainText(says);
    await expect(dialog(page)).toContainText("Nothing was changed.");
    expect(page.url()).toBe(`${baseURL}/pcs`);
    expect(await stored(page, KEYS.progress)).toBe(before);
  });

test("a file carries everything; a foreign one is refused", async ({ page, browser, baseURL }) => {
  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto("/pcs");
  await linkOf(page);
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save a file" }).click();
  const file = await (await downloading).path();

  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto("/pcs");
  await other.locator("html[data-ready]").waitFor();
  await linkOf(other);
  await dialog(other).getByLabel("Open a file").setInputFiles(file);
  await dialog(other).getByRole("button", { name: "Take over" }).click();
  await expect(pcs(other)).toContainText(NAME);

  await linkOf(other);
  await dialog(other)
    .getByLabel("Open a file")
    .setInputFiles({
      name: "photo.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from([255, 216, 0]),
    });
  await expect(dialog(other)).toContainText("It is no file of this site.");
});

test("all PCs are printed on one sheet, each with a QR code to its progress", async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => Object.assign(window, { print: () => (window.name = "printed") }));
  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto("/pcs");
  for (const name of ["Dad’s tower", "Office"]) {
    await page.getByRole("button", { name: "Add a PC" }).click();
    await dialog(page).getByLabel("Name").fill(name);
    await dialog(page).getByRole("button", { name: "Add" }).click();
  }
  await page.getByRole("button", { name: "Print all" }).click();
  await page.waitForFunction(() => window.name === "printed");
  await page.emulateMedia({ media: "print" });
  await expect(pcs(page).getByRole("heading")).toHaveText([NAME, "Dad’s tower", "Office"]);
  for (const pc of await pcs(page).all()) await expect(pc).toBeVisible();
  await expect(pcs(page).first()).toContainText("m•••@outlook.com");
  expect(await decode(page, pcs(page).first().locator("svg.qr"))).toContain(`${baseURL}/pcs#pc1.`);
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
});

for (const address of ["/print/license-card", "/print/run-sheet"])
  test(`${address} has the name and a QR code back to the right step, even on paper`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(address);
    await page.locator("html[data-ready]").waitFor();
    await expect(page.locator("[data-sheet-code] svg")).toHaveCount(0);
    await store(page, { [KEYS.progress]: saved(NAME) });
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("[data-pc-name]")).toHaveText(NAME);
    const text = await decode(page, page.locator("[data-sheet-code] svg"));
    expect(text).toContain(`${baseURL}/pcs#pc1.`);
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages, format).toBe(address === "/print/run-sheet" ? 2 : 1);
    }
  });

test("a reminder is a calendar file; text copied for support names nobody", async ({ page }) => {
  await store(page, { [KEYS.progress]: saved(NAME) });
  await page.goto("/pcs");
  await pcs(page).getByRole("button", { name: "Remind me" }).click();
  await dialog(page).getByLabel("the day before a repair").check();
  await dialog(page).getByLabel("The repair is on").fill("2099-03-01");
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save the reminder" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("keylink-reminder.ics");
  const text = await (await download.createReadStream()).toArray();
  const calendar = Buffer.concat(text).toString();
  expect(calendar).toContain("DTSTART;VALUE=DATE:20990228");
  // Two files for the same day are two events, and the name of the site is no part of it.
  expect(calendar).toMatch(/^UID:[0-9a-f]{32}\r$/m);

  await pcs(page).getByRole("button", { name: "Copy for support" }).click();
  const copied = await dialog(page).getByLabel("What is copied").inputValue();
  expect(copied).toContain("Windows 10");
  expect(copied).toContain("Windows is activated with a digital license, nothing more");
  expect(copied).not.toMatch(/Mum|outlook/);

  // Codes are kept with the PC; whatever else was typed is not.
  const codes = dialog(page).getByLabel("Error codes");
  await codes.fill("c004f211, then 0x8007007b with VK7JG-NPHTM-C97JM-9MPGT-3V66T me@example.org");
  await expect(dialog(page).getByLabel("What is copied")).toHaveValue(
    /Error codes: 0xC004F211, 0x8007007B\n/,
  );
  expect(await dialog(page).getByLabel("What is copied").inputValue()).not.toMatch(/VK7JG|example/);
  await page.keyboard.press("Escape");
  await expect(pcs(page).getByRole("button", { name: "Copy for support" })).toBeFocused();
  await expect.poll(() => stored(page, KEYS.progress)).toContain("0xC004F211 0x8007007B");
  expect(await stored(page, KEYS.progress)).not.toMatch(/VK7JG|example/);
  await page.reload();
  await pcs(page).getByRole("button", { name: "Copy for support" }).click();
  await expect(codes).toHaveValue("0xC004F211 0x8007007B");
});
