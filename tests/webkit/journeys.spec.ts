import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { GUIDE } from "../e2e/support/guide";
import { startRelay } from "../e2e/support/relay";
import { KEYS as STORED, savedProgress } from "../e2e/support/storage";
import { KEYS, test, type WebKit } from "./driver";

/*
 * The main journeys in WebKit, the engine of every iPhone. Its driver can neither intercept requests nor print, so
 * these are few; each has failed once in this engine, or would stop a reader. A relay changes pages where that is needed.
 */
const ANSWER = '[data-question="activation-message"] [data-answer="not-linked"] > [data-action]';

const isReady = (webkit: WebKit) =>
  webkit
    .eventually(
      () => "ready" in document.documentElement.dataset && !document.querySelector(".when-idle"),
    )
    .toBe(true);
const open = async (webkit: WebKit, path: string) => {
  await webkit.open(path);
  await isReady(webkit);
};
const isChecked = (webkit: WebKit, css: string) =>
  webkit.eventually((of) => document.querySelector<HTMLInputElement>(of)?.checked, css);
const tickOf = (step: string) => `[data-step="${step}"] [data-tick]`;
/** Where an element stands below the top of the window. */
const topOf = (css: string) =>
  Math.round(document.querySelector(css)?.getBoundingClientRect().top ?? -1);

const isVisible = (css: string) => document.querySelector(css)?.checkVisibility();
/** Links on /messages for one version only. */
const OF_10 = 'main a[href="/messages/subscription-10"]';
const OF_11 = 'main a[href="/messages/active"]';

/** Opens the dialog and finds an error code in it. */
async function findInDialog(webkit: WebKit) {
  await webkit.press(KEYS.control, "k");
  await webkit.eventually(() => document.activeElement?.id).toBe("dialog-search");
  await webkit.type("#dialog-search", "0xC004F211");
  await webkit
    .eventually(() => document.querySelector("[role=option]")?.getAttribute("href"))
    .toMatch(/^\/errors\/0xc004f211/);
}

test("the search dialog opens, finds, and Enter leads on", async ({ webkit }) => {
  await open(webkit, "/");
  await findInDialog(webkit);
  await webkit.press(KEYS.enter);
  await webkit.eventually(() => location.pathname).toMatch(/^\/(search|errors)/);
});

test("a search whose worker never answers asks the server instead", async ({
  webkit: browser,
  baseURL,
}) => {
  const relay = await startRelay(baseURL ?? "");
  relay.edit = (path, text) => (path.startsWith("/assets/search-worker") ? "" : text);
  const webkit = browser.at(relay.address);
  await open(webkit, "/about");
  await findInDialog(webkit);
  expect(relay.asked.some((path) => path.startsWith("/api/search?q=0xC004F211"))).toBe(true);
  await relay.close();
});

test("the search page finds", async ({ webkit }) => {
  await webkit.open("/search?q=digital+license");
  await webkit
    .eventually(() => document.querySelectorAll("[data-results] li").length)
    .toBeGreaterThan(3);
});

test("an answer in the first seconds opens the next card, with its steps", async ({ webkit }) => {
  await webkit.open(GUIDE);
  // A radio, as long as the script has not made buttons of them; it must not wait for the script.
  await webkit.run(() => {
    const isEarly = !("ready" in document.documentElement.dataset);
    const early = '[data-question="activation-message"] input[value="not-linked"]';
    const button =
      '[data-question="activation-message"] [data-answer="not-linked"] > [data-action]';
    document.querySelector<HTMLElement>(isEarly ? early : button)?.click();
  });
  // The second step, whichever it is: the one after the step that asked.
  await webkit
    .eventually(() => {
      const way = [...document.querySelectorAll<HTMLElement>("[data-on-way]")];
      return way.findIndex(({ dataset }) => dataset.shows === "card");
    })
    .toBe(1);
  await webkit
    .eventually(
      () => (document.querySelector<HTMLElement>('[data-shows="card"]')?.innerText ?? "").length,
    )
    .toBeGreaterThan(50);
});

test("Back restores toggle, theme, ticks and answers", async ({ webkit }) => {
  await open(webkit, GUIDE);
  await webkit.run(() => {
    for (const id of ["windows-10", "theme-dark"]) document.getElementById(id)?.click();
  });
  await webkit.click(ANSWER);
  await webkit.run(
    (css) => document.querySelector<HTMLElement>(css)?.click(),
    tickOf("check-administrator"),
  );
  await webkit.run(() => document.querySelector<HTMLElement>('a[href="/privacy"]')?.click());
  await webkit.eventually(() => location.pathname).toBe("/privacy");
  await isReady(webkit);
  await webkit.back();
  await webkit.eventually(() => location.pathname).toBe(GUIDE);
  await isReady(webkit);
  for (const css of ["#windows-10", "#theme-dark", tickOf("check-administrator")])
    await isChecked(webkit, css).toBe(true);
  await webkit
    .eventually((css) => document.querySelector(css)?.getAttribute("aria-pressed"), ANSWER)
    .toBe("true");
});

test("a link from “Which case am I?” leads to its step", async ({ webkit }) => {
  await open(webkit, "/start/map");
  const step = await webkit.run(() => {
    const link = document.querySelector<HTMLAnchorElement>('main a[href^="/guides/"][href*="#"]');
    link?.click();
    return link?.hash ?? "";
  });
  await webkit.eventually(() => location.pathname).toMatch(/^\/guides\//);
  await isReady(webkit);
  await webkit.eventually(topOf, step).toBeGreaterThan(0);
  await webkit.eventually(topOf, step).toBeLessThan(300);
});

test("two reloads keep the place and the tick", async ({ webkit }) => {
  const place = "#go-through-screens";
  // Everything on the way before that step.
  await open(webkit, GUIDE);
  const way = await webkit.run(() =>
    [...document.querySelectorAll<HTMLElement>("[data-on-way]")].map(
      ({ dataset }) => dataset.step ?? "",
    ),
  );
  const saved = savedProgress({
    done: way.slice(0, way.indexOf(place.slice(1))),
    answers: { "activation-message": "not-linked" },
    revision: 2,
  });
  await webkit.run((key, text) => localStorage.setItem(key, text), STORED.progress, saved);
  await webkit.reload();
  await isReady(webkit);
  await webkit
    .eventually((css) => {
      const step = document.querySelector(css);
      step?.scrollIntoView({ behavior: "instant" });
      return Math.round(step?.getBoundingClientRect().top ?? -1);
    }, place)
    .toBeLessThan(400);
  const before = await webkit.run(topOf, place);
  for (const _ of [1, 2]) {
    await webkit.reload();
    await isReady(webkit);
    await webkit.eventually(topOf, place).toBeGreaterThan(before - 5);
    await webkit.eventually(topOf, place).toBeLessThan(before + 5);
    await isChecked(webkit, tickOf("check-administrator")).toBe(true);
  }
});

test("two tabs share progress", async ({ webkit }) => {
  await open(webkit, GUIDE);
  const [first = ""] = await webkit.tabs();
  await webkit.newTab();
  await open(webkit, GUIDE);
  await webkit.click(ANSWER);
  await webkit.show(first);
  await webkit
    .eventually((css) => document.querySelector(css)?.getAttribute("aria-pressed"), ANSWER)
    .toBe("true");
});

test("the license reader explains a pasted output", async ({ webkit }) => {
  const output = readFileSync(
    new URL("../fixtures/license-output/dli-retail.txt", import.meta.url),
    "utf8",
  );
  await open(webkit, "/start/license-output");
  // Pasted: the driver types a letter every few milliseconds.
  await webkit.run((text) => {
    const field = document.querySelector("[data-license-output] textarea") as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, output);
  await webkit
    .eventually(() => document.querySelector("[data-license-output] [role=status]")?.textContent)
    .toBe("RETAIL: Retail-type key. License Status: Licensed.");
});

test("the toggle switches the text, in the other tab as well, and is kept", async ({ webkit }) => {
  await open(webkit, GUIDE);
  const [first = ""] = await webkit.tabs();
  await webkit.newTab();
  await open(webkit, "/messages");
  await webkit.eventually(isVisible, OF_10).toBe(false);
  await webkit.click("label[for=windows-10]");
  await webkit.eventually(isVisible, OF_10).toBe(true);
  await webkit.eventually(isVisible, OF_11).toBe(false);
  await webkit.reload();
  await isReady(webkit);
  await isChecked(webkit, "#windows-10").toBe(true);
  await webkit.show(first);
  await webkit.eventually(() => document.documentElement.dataset.windows).toBe("10");
});

test("an address and a link into the hidden version show it and go there", async ({
  webkit: browser,
  baseURL,
}) => {
  const relay = await startRelay(baseURL ?? "");
  relay.edit = (path, text) =>
    path.startsWith(GUIDE)
      ? text.replace(
          '<section data-part="verify"',
          `<div data-only="10"><h3 id="only-in-10">Only in Windows 10</h3></div>
           <p><a id="to-10" href="#only-in-10">To the part of Windows 10</a></p><section data-part="verify"`,
        )
      : text;
  const webkit = browser.at(relay.address);
  const isThere = async () => {
    await webkit.eventually(() => document.documentElement.dataset.windows).toBe("10");
    await webkit.eventually(topOf, "#only-in-10").toBeGreaterThan(60);
    await webkit.eventually(topOf, "#only-in-10").toBeLessThan(300);
  };
  await open(webkit, `${GUIDE}#only-in-10`);
  await isThere();
  // The link asked for it, not the reader.
  await open(webkit, GUIDE);
  await webkit.eventually(() => document.documentElement.dataset.windows).toBe("11");
  await webkit.run(() => document.querySelector<HTMLElement>("#to-10")?.click());
  await isThere();
  await relay.close();
});

test("without script, the toggle switches the text and the header's form searches", async ({
  webkit: browser,
  baseURL,
}) => {
  const relay = await startRelay(baseURL ?? "");
  // Its driver cannot turn scripts off.
  relay.policy = "script-src 'none'";
  relay.edit = (_path, text) => text.replace(/<\/?noscript>/g, "");
  const webkit = browser.at(relay.address);
  await webkit.open("/messages");
  await webkit.eventually(isVisible, OF_10).toBe(false);
  await webkit.click("label[for=windows-10]");
  await webkit.eventually(isVisible, OF_10).toBe(true);
  await webkit.eventually(isVisible, OF_11).toBe(false);
  await webkit.type("#header-search", `subscription${KEYS.enter}`);
  await webkit.eventually(() => location.pathname + location.search).toMatch(/^\/search\?q=subsc/);
  await webkit
    .eventually(() => document.querySelectorAll("main ol[start] li").length)
    .toBeGreaterThan(0);
  expect(await webkit.run(() => "ready" in document.documentElement.dataset)).toBe(false);
  await relay.close();
});
