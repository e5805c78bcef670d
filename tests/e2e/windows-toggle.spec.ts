import { expect, type Page } from "@playwright/test";
import { alterPage, GUIDE, showAll } from "./support/guide";
import { blockStorage, KEYS, store, stored } from "./support/storage";
import { settled, test } from "./support/test";
import {
  expectNoLayoutShift,
  holdRequests,
  idle,
  pageShown,
  ready,
  slowDown,
  slowNetwork,
  watchConsole,
  watchLayoutShifts,
} from "./support/watch";
import type { Windows } from "../../lib/windows/version";

const SEARCH = "/search?q=activation";
const ARTICLE = "/articles/what-signing-in-shares";

const toggle = (page: Page) =>
  page.locator("header").getByRole("group", { name: "Your Windows version" });
const radio = (page: Page, windows: Windows) =>
  toggle(page).getByRole("radio", { name: `Windows ${windows}` });
/** The radios are hidden under their labels, which readers click. */
const choose = (page: Page, windows: Windows) =>
  page.locator(`label[for="windows-${windows}"]`).click();
const notice = (page: Page) => page.getByRole("region", { name: "Notice" });
const only = (page: Page, windows: Windows) => page.locator(`main [data-only="${windows}"]`);

/** The painted texts that only this version has. */
const paintedOnly = (page: Page, windows: Windows) =>
  page.evaluate((version) => {
    const blocks = [...document.querySelectorAll(`main [data-only="${version}"]`)];
    return blocks
      .filter((block) => block.checkVisibility() && block.getClientRects().length > 0)
      .filter((block) => block.getBoundingClientRect().width > 0)
      .map((block) => block.textContent);
  }, windows);

/** Expects the page to show every text of this version and none of the other. */
async function expectShown(page: Page, windows: Windows) {
  await expect(radio(page, windows)).toBeChecked();
  const other = windows === "10" ? "11" : "10";
  // The control responds first; the texts follow after the next frame (browser/idle.ts).
  await expect.poll(() => paintedOnly(page, other)).toEqual([]);
  await expect(only(page, windows).filter({ visible: true })).not.toHaveCount(0);
}

test.describe("W1: the toggle", () => {
  test("is a labeled group of two radios in the header", async ({ page }) => {
    for (const address of [ARTICLE, SEARCH, GUIDE]) {
      await page.goto(`${address}`);
      await expect(toggle(page).getByRole("radio")).toHaveCount(2);
      await expect(toggle(page).getByRole("radio").first()).toHaveAccessibleName("Windows 11");
      await expect(toggle(page).getByRole("radio").last()).toHaveAccessibleName("Windows 10");
      await expect(page.locator("html")).toHaveAttribute("data-windows", "11");
    }
    await choose(page, "10");
    await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
  });

  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });
    test("explains winver to readers who are not sure", async ({ page }) => {
      await page.goto(GUIDE);
      await expect(page.getByText("winver", { exact: true })).toBeHidden();
      await page.locator("header summary", { hasText: "Not sure?" }).click();
      await expect(page.getByText("winver", { exact: true })).toBeVisible();
    });
  });
});

for (const width of [1280, 390])
  test(`nothing moves when the scripts run, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 800 });
    await watchLayoutShifts(page);
    for (const address of [
      "/",
      "/messages",
      "/messages/digital-license",
      "/errors/0xc004f211",
      "/articles/product-key-digital-license-product-id",
      "/start/activated",
      "/start/license-output",
      GUIDE,
    ]) {
      const release = await holdRequests(page, /\/assets\/.*\.js$/);
      await page.goto(address, { waitUntil: "commit" });
      await pageShown(page);
      release();
      await settled(page);
      await expectNoLayoutShift(page);
      await page.unrouteAll();
    }
  });

test.describe("W2: both versions are in the page, and one is painted", () => {
  test("the server sends both", async ({ request }) => {
    const html = await (await request.get(GUIDE)).text();
    expect(html).toContain('Open <b translate="no">Activation state</b>, and read');
    expect(html).toContain('Read the whole sentence next to <b translate="no">Activation</b>');
  });

  for (const address of ["/", GUIDE, SEARCH])
    test(`no frame of ${address} paints Windows 11 when 10 is stored`, async ({ page }) => {
      await store(page, { [KEYS.windows]: "10" });
      const complaints = watchConsole(page);
      await watchLayoutShifts(page);
      await page.addInitScript(() => {
        window.wrongFrames = [];
        window.frameCount = 0;
        const look = () => {
          window.frameCount += 1;
          for (const block of document.querySelectorAll('[data-only="11"]'))
            if ([...block.getClientRects()].some(({ width, height }) => width * height > 0))
              window.wrongFrames.push(`text: ${block.textContent?.slice(0, 60)}`);
          const eleven = document.querySelector<HTMLInputElement>("#windows-11");
          const ten = document.querySelector<HTMLInputElement>("#windows-10");
          if (eleven?.checked || (ten && !ten.checked)) window.wrongFrames.push("radio");
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await slowDown(page, 4);
      await slowNetwork(page, 120_000);
      const release = await holdRequests(page, /\/assets\/.*\.js$/);
      await page.goto(address, { waitUntil: "commit" });
      await pageShown(page);
      release();
      await ready(page);
      // A framework, if there were one, would hydrate after the page has loaded.
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => window.frameCount)).toBeGreaterThan(5);
      expect(await page.evaluate(() => window.wrongFrames)).toEqual([]);
      if (address !== SEARCH) await expectShown(page, "10");
      await expectNoLayoutShift(page);
      expect(complaints).toEqual([]);
    });

  for (const address of [GUIDE, SEARCH])
    test(`a click on ${address} before any script runs is kept`, async ({ page }) => {
      const complaints = watchConsole(page);
      const release = await holdRequests(page, /\.js(\?.*)?$/);
      await page.goto(address, { waitUntil: "commit" });
      await choose(page, "10");
      await expect(radio(page, "10")).toBeChecked();
      if (address === GUIDE) await expectShown(page, "10");
      release();
      await ready(page);
      await page.waitForLoadState("networkidle");
      await expect(radio(page, "10")).toBeChecked();
      await expect(page.locator("html")).toHaveAttribute("data-windows", "10");
      expect(await stored(page, KEYS.windows)).toBe("10");
      await expect(page).toHaveURL(/[?&]windows=10/);
      expect(complaints).toEqual([]);
    });

  test("switches even if the other scripts never arrive", async ({ page }) => {
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.goto(GUIDE);
    await choose(page, "10");
    await expectShown(page, "10");
  });
});

test.describe("W3: the address wins over the stored choice, and that over 11", () => {
  test("11 is the default", async ({ page }) => {
    await page.goto(GUIDE);
    await expectShown(page, "11");
  });

  test("the stored choice is shown on every page @firefox", async ({ page }) => {
    await store(page, { [KEYS.windows]: "10" });
    for (const address of ["/", GUIDE]) {
      await page.goto(address);
      await expectShown(page, "10");
      await expect(notice(page)).toHaveCount(0);
    }
  });

  for (const [inAddress, kept] of [
    ["10", "11"],
    ["11", "10"],
  ] as const)
    test(`${inAddress} in the address wins over ${kept} stored, and stores nothing${kept === "11" ? " @firefox" : ""}`, async ({
      page,
    }) => {
      await store(page, { [KEYS.windows]: kept });
      await page.goto(`${GUIDE}?windows=${inAddress}`);
      await expectShown(page, inAddress);
      expect(await stored(page, KEYS.windows)).toBe(kept);
      await page.goto("/");
      await expectShown(page, kept);
    });

  test("a choice from the address is stored when the reader keeps it", async ({ page }) => {
    await page.goto(`${GUIDE}?windows=10`);
    await expect(notice(page)).toContainText("because the link asks for it");
    expect(await stored(page, KEYS.windows)).toBeNull();
    await notice(page).getByRole("button", { name: "Keep Windows 10" }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(radio(page, "10")).toBeFocused();
    await page.goto("/");
    await expectShown(page, "10");
  });

  test("a choice from the address is dropped when the reader declines it", async ({ page }) => {
    await page.goto(`${GUIDE}?windows=10`);
    await notice(page).getByRole("button", { name: "Show Windows 11" }).click();
    await expectShown(page, "11");
    await expect(radio(page, "11")).toBeFocused();
    expect(await stored(page, KEYS.windows)).toBe("11");
  });

  test("on a phone, what the reader scrolls to is not behind the notice, which goes once they go on", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${GUIDE}?windows=10`);
    await ready(page);
    await expect(notice(page)).toBeVisible();
    const covered = await page
      .locator("[data-shows=card] :is(button, label, summary, a)")
      .evaluateAll(
        (all) =>
          all.filter((one) => {
            // Not what is collapsed.
            if (!one.checkVisibility()) return false;
            one.scrollIntoView({ block: "end", behavior: "instant" });
            const { left, top, width, height } = one.getBoundingClientRect();
            return document
              .elementFromPoint(left + width / 2, top + height / 2)
              ?.closest("[data-notice]");
          }).length,
      );
    expect(covered).toBe(0);
    const title = page.locator("[data-shows=card] [data-step-title]");
    await title.scrollIntoViewIfNeeded();
    await title.click();
    await expect(notice(page)).toHaveCount(0);
  });

  test("any other value in the address is ignored", async ({ page }) => {
    const complaints = watchConsole(page);
    await store(page, { [KEYS.windows]: "10" });
    for (const value of ["13", "", "10%20", "%F0%9F%92%A9", "<script>"]) {
      await page.goto(`${GUIDE}?windows=${value}`);
      await expectShown(page, "10");
    }
    expect(complaints).toEqual([]);
  });
});

test.describe("W4: what the browser reports is only suggested", () => {
  const report = (page: Page, platform: string, version: string, mobile: boolean) =>
    page.addInitScript(
      ([name, platformVersion, isMobile]) => {
        Object.defineProperty(navigator, "userAgentData", {
          configurable: true,
          value: {
            platform: name,
            mobile: isMobile,
            getHighEntropyValues: () => Promise.resolve({ platformVersion }),
          },
        });
      },
      [platform, version, mobile] as const,
    );

  test("with the reason, and a way to accept it", async ({ page }) => {
    await report(page, "Windows", "10.0.0", false);
    await page.goto(GUIDE);
    await expect(notice(page)).toContainText("Your browser reports Windows 10");
    await expectShown(page, "11");
    await notice(page).getByRole("button", { name: "Show Windows 10" }).click();
    await expectShown(page, "10");
    expect(await stored(page, KEYS.windows)).toBe("10");
  });

  test("with a way to decline it once and for all", async ({ page }) => {
    await report(page, "Windows", "10.0.0", false);
    await page.goto(GUIDE);
    await notice(page).getByRole("button", { name: "Keep Windows 11" }).click();
    await expectShown(page, "11");
    await page.goto("/");
    await idle(page);
    await expect(notice(page)).toHaveCount(0);
  });

  test("and withdrawn when the reader uses the toggle", async ({ page }) => {
    await report(page, "Windows", "10.0.0", false);
    await page.goto(GUIDE);
    await expect(notice(page)).toBeVisible();
    await choose(page, "10");
    await expect(notice(page)).toHaveCount(0);
  });

  test("but not where it would be wrong or a choice has been made", async ({ page }) => {
    for (const [where, platform, version, mobile, kept, address] of [
      ["on a phone", "Windows", "10.0.0", true, "", GUIDE],
      ["on another system", "macOS", "10.0.0", false, "", GUIDE],
      ["for what is shown already", "Windows", "15.0.0", false, "", GUIDE],
      ["for a version that is neither", "Windows", "0.3.0", false, "", GUIDE],
      ["over a stored choice", "Windows", "10.0.0", false, "11", GUIDE],
      ["over a choice in the address", "Windows", "10.0.0", false, "", `${GUIDE}?windows=11`],
    ] as const)
      await test.step(where, async () => {
        await store(page, kept ? { [KEYS.windows]: kept } : {});
        await report(page, platform, version, mobile);
        await page.goto(address);
        await ready(page);
        await idle(page);
        await expect(notice(page)).toHaveCount(0);
        await expectShown(page, "11");
      });
  });
});

test.describe("W5: switching", () => {
  const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
  /** Clicks the control where it is now; Playwright's own click may scroll first. */
  const clickInPlace = async (page: Page, windows: Windows) => {
    const box = await page.locator(`label[for="windows-${windows}"]`).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  };
  /** The position of a heading on the screen. */
  const topOf = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

  for (const [device, size] of Object.entries(SIZES))
    test(`keeps control, heading, focus and hash in place on a ${device}${device === "phone" ? " @firefox" : ""}`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await page.goto(`${GUIDE}#read-activation`);
      await ready(page);
      // Shows all steps, so that there is text of both versions above.
      await showAll(page);
      await page.evaluate(() => {
        document.querySelector("#read-sentence-again h3")?.scrollIntoView({ behavior: "instant" });
      });
      // Steps that come near the screen are laid out only then, which takes frames on a busy machine.
      let heading = NaN;
      await expect
        .poll(async () => {
          const last = heading;
          heading = await topOf(page, "#read-sentence-again h3");
          return heading - last;
        })
        .toBe(0);
      const control = await toggle(page).boundingBox();
      const height = await page.evaluate(() => document.body.scrollHeight);
      const entries = await page.evaluate(() => {
        document.title += " (not loaded again)";
        return history.length;
      });

      // By keyboard on a desktop, by a tap on a phone.
      if (device === "desktop") {
        // Tabs to the control as a reader does: focusing it must not scroll, either.
        await page.locator("header summary", { hasText: "Not sure?" }).focus();
        await page.keyboard.press("Shift+Tab");
        await expect(radio(page, "11")).toBeFocused();
        await page.keyboard.press("ArrowRight");
      } else await clickInPlace(page, "10");

      await expectShown(page, "10");
      await expect(radio(page, "10")).toBeFocused();
      // The texts above the heading differ in length, so without care it would have moved.
      expect(await page.evaluate(() => document.body.scrollHeight)).not.toBe(height);
      expect(Math.abs((await topOf(page, "#read-sentence-again h3")) - heading)).toBeLessThan(1);
      const after = await toggle(page).boundingBox();
      expect(Math.abs((after?.x ?? 0) - (control?.x ?? 99))).toBeLessThanOrEqual(1);
      expect(Math.abs((after?.y ?? 0) - (control?.y ?? 99))).toBeLessThanOrEqual(1);
      await expect(page).toHaveURL(/\?windows=10#read-activation$/);
      await expect(page).toHaveTitle(/not loaded again/);
      expect(await page.evaluate(() => history.length)).toBe(entries);
    });

  test("keeps the place of a reader who sees no heading", async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 260 });
    await page.goto(ARTICLE);
    await ready(page);
    const found = await page.evaluate(() => {
      const headings = [...document.querySelectorAll<HTMLElement>("main :is(h1, h2, h3)")];
      const tops = headings.map((heading) => heading.getBoundingClientRect().top + scrollY);
      const lengths = tops.map((top, index) => (tops[index + 1] ?? top) - top);
      const index = lengths.indexOf(Math.max(...lengths));
      scrollTo({ top: (tops[index] ?? 0) + 100, behavior: "instant" });
      return headings[index]?.id ?? "";
    });
    expect(found).not.toBe("");
    const before = await topOf(page, `#${found}`);
    expect(before).toBeLessThan(0);
    await clickInPlace(page, "10");
    await expectShown(page, "10");
    expect(Math.abs((await topOf(page, `#${found}`)) - before)).toBeLessThan(1);
  });

  test("is announced politely, in a live region that was there before", async ({ page }) => {
    await page.goto(GUIDE);
    await ready(page);
    const status = page.locator('body > [role="status"]');
    await expect(status).toHaveText("");
    await choose(page, "10");
    await expect(status).toHaveText("Showing Windows 10");
    await choose(page, "11");
    await expect(status).toHaveText("Showing Windows 11");
  });

  test("is followed by another tab that shows no choice of its own @firefox", async ({
    context,
  }) => {
    const opened = async (address: string) => {
      const tab = await context.newPage();
      await tab.goto(address);
      await ready(tab);
      return tab;
    };
    const one = await opened(GUIDE);
    const other = await opened("/");
    const fixed = await opened(`${GUIDE}?windows=11`);
    // A background tab paints no frames, and nobody could click there.
    await one.bringToFront();
    await choose(one, "10");
    await expect(radio(other, "10")).toBeChecked({ timeout: 1000 });
    await expectShown(other, "10");
    await expectShown(fixed, "11");
  });
});

test.describe("W6: an address that leads into the hidden version", () => {
  const withBlock = (page: Page) =>
    alterPage(page, GUIDE, (html) =>
      html.replace(
        '<section data-part="verify"',
        `<div data-only="10"><h3 id="only-in-10">Only in Windows 10</h3><p>Text of Windows 10</p></div>
         <p><a href="#only-in-10">To the part of Windows 10</a></p><section data-part="verify"`,
      ),
    );
  const isInView = (page: Page) =>
    expect
      .poll(() =>
        page.evaluate(() => {
          const { top = -1 } = document.getElementById("only-in-10")?.getBoundingClientRect() ?? {};
          return top > 60 && top < innerHeight / 2;
        }),
      )
      .toBe(true);

  test("shows that version and goes there @firefox", async ({ page }) => {
    await withBlock(page);
    await page.goto(`${GUIDE}#only-in-10`);
    await ready(page);
    await expectShown(page, "10");
    await expect(page.getByRole("heading", { name: "Only in Windows 10" })).toBeVisible();
    await isInView(page);
    // The link asked for it, not the reader.
    expect(await stored(page, KEYS.windows)).toBeNull();
  });

  test("does so for a link on the page as well", async ({ page }) => {
    await withBlock(page);
    await page.goto(GUIDE);
    await ready(page);
    await expectShown(page, "11");
    await page.getByRole("link", { name: "To the part of Windows 10" }).click();
    await expectShown(page, "10");
    await isInView(page);
    await expect(page.locator('body > [role="status"]')).toHaveText("Showing Windows 10");
  });
});

test.describe("W7: the browser's own search", () => {
  /** A text fragment in the address, which the browser finds by itself, like Ctrl+F. */
  const find = async (page: Page, text: string) => {
    await page.goto(GUIDE);
    await ready(page);
    await page.goto(`${GUIDE}?find#:~:text=${encodeURIComponent(text)}`);
    await ready(page);
  };

  for (const [kind, text] of [
    ["a sentence of the open card", "Read the whole sentence next to"],
    ["a sentence of a collapsed card", "Look next to"],
  ] as const)
    test(`finds ${kind} of the hidden version and shows it with its label`, async ({ page }) => {
      await find(page, text);
      const found = page.locator('[data-only="10"]', { hasText: text });
      await expect(found).toBeVisible();
      await expect(found).toHaveAttribute("data-revealed", "");
      const label = await found.evaluate((block) => getComputedStyle(block, "::before").content);
      expect(label).toMatch(/^"Windows 10/);
      // Only that block: the page still shows Windows 11.
      await expect(radio(page, "11")).toBeChecked();
      await expect(only(page, "10").filter({ visible: true })).toHaveCount(1);
      await choose(page, "10");
      await expect(found).not.toHaveAttribute("data-revealed");
      await choose(page, "11");
      await expect(found).toBeHidden();
    });

  test("every text of the hidden version can be found, and takes no space", async ({ page }) => {
    await page.goto(GUIDE);
    await ready(page);
    const blocks = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main [data-only="10"]')].map((block) => ({
        hidden: block.getAttribute("hidden"),
        size: block.offsetWidth * block.offsetHeight,
        position: getComputedStyle(block).position,
      })),
    );
    expect(blocks.length).toBeGreaterThan(10);
    for (const block of blocks)
      expect(block).toEqual({ hidden: "until-found", size: 0, position: "absolute" });
  });
});

test.describe("W8", () => {
  test.describe("without script", () => {
    test.use({ javaScriptEnabled: false });
    test("the control works on the page", async ({ page }) => {
      await page.goto(GUIDE);
      const eleven = page.getByText("Open Activation state, and read the whole sentence.");
      const ten = page.getByText("Read the whole sentence next to Activation.");
      await expect(radio(page, "11")).toBeChecked();
      await expect(eleven).toBeVisible();
      await expect(ten).toBeHidden();
      await choose(page, "10");
      await expect(eleven).toBeHidden();
      await expect(ten).toBeVisible();
    });

    test("a page made on request follows its address", async ({ page }) => {
      await page.goto(`${SEARCH}&windows=10`);
      await expect(radio(page, "10")).toBeChecked();
    });
  });

  test("with storage blocked, it works on the page and by address", async ({ page }) => {
    const complaints = watchConsole(page);
    await blockStorage(page);
    await page.goto(GUIDE);
    await expectShown(page, "11");
    await choose(page, "10");
    await expectShown(page, "10");
    // The address preserves it across a reload.
    await page.reload();
    await expectShown(page, "10");
    await page.goto("/?windows=10");
    await expectShown(page, "10");
    expect(complaints).toEqual([]);
  });
});

test.describe("W9: a damaged stored value is ignored", () => {
  test("for the version, the theme, the progress and “Continue”", async ({ page }) => {
    const complaints = watchConsole(page);
    for (const [name, value] of [
      ["another number", "13"],
      ["nothing", ""],
      ["a word", "null"],
      ["an object", '{"windows":"10"}'],
      ["a near miss", "10 "],
      ["markup", '"><img src=x onerror=alert(1)>'],
      ["a long text", "10".repeat(50_000)],
    ] as const)
      await test.step(name, async () => {
        const { windows, theme, continue: note, progress } = KEYS;
        await store(page, { [windows]: value, [theme]: value, [note]: value, [progress]: value });
        await page.goto(GUIDE);
        await ready(page);
        await expectShown(page, "11");
        await expect(page.getByRole("radio", { name: "As the system" })).toBeChecked();
        await expect(page.locator("html")).not.toHaveAttribute("data-continue");
      });
    await choose(page, "10");
    await expect.poll(() => stored(page, KEYS.windows)).toBe("10");
    expect(complaints).toEqual([]);
  });
});

test.describe("W10: assistive technology meets only the version shown", () => {
  type Node = {
    nodeId: string;
    childIds?: string[];
    ignored: boolean;
    role?: { value?: string };
    name?: { value?: string };
  };
  /** Chromium's accessibility tree, in reading order. */
  const treeOf = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const heard: { role?: string; name: string }[] = [];
    const read = (id: string | undefined) => {
      const node = byId.get(id ?? "");
      if (!node) return;
      if (!node.ignored) heard.push({ role: node.role?.value, name: node.name?.value ?? "" });
      for (const child of node.childIds ?? []) read(child);
    };
    read(nodes[0]?.nodeId);
    const named = (role: string) =>
      heard
        .filter((node) => node.role === role)
        .map(({ name }) => name.replace(/\s+/g, " ").trim());
    return {
      texts: named("StaticText").join("\n"),
      headings: named("heading"),
      buttons: named("button"),
    };
  };
  const TEXTS = { "11": ", and read the whole sentence", "10": "Read the whole sentence next to" };

  for (const [windows, other] of [
    ["11", "10"],
    ["10", "11"],
  ] as const)
    test(`Windows ${windows}, in order and without duplicates`, async ({ page }) => {
      await page.goto(`${GUIDE}?windows=${windows}`);
      await ready(page);
      const { texts, headings, buttons } = await treeOf(page);
      expect(texts).toContain(TEXTS[windows]);
      expect(texts).not.toContain(TEXTS[other]);
      const visible = await page
        .locator("main :is(h1, h2, h3)")
        .filter({ visible: true })
        .allInnerTexts();
      expect(headings).toEqual(visible.map((name) => name.replace(/\s+/g, " ").trim()));
      expect(new Set(headings).size).toBe(headings.length);
      // A name built from both versions would read both.
      const nothingMore = buttons.find((name) =>
        name.includes("Windows is activated, nothing more"),
      );
      expect(nothingMore?.startsWith("Active")).toBe(windows === "11");
    });
});
