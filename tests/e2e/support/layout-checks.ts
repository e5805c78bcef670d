import type { Page } from "@playwright/test";

/** Text that overflows its box or the screen. Code and tables may scroll (X4). */
const lost = (page: Page) =>
  page.evaluate(() => {
    const SCROLLS = "pre, code, .wide-table, [data-scrolls], [aria-label='Your progress'], dialog";
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`;
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth} px wide, the screen ${root.clientWidth} px`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const box = element.getBoundingClientRect();
      // Hidden, or for screen readers only.
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility()) continue;
      if (element.closest(".sr-only")) continue;
      if (box.right > root.clientWidth + 1 && !element.closest(SCROLLS))
        found.push(`beyond the right edge: ${name(element)}`);
      if (element.matches(`${SCROLLS}, input, progress, svg *, .search-dialog-context`)) continue;
      const { overflowX, overflowY, whiteSpace } = getComputedStyle(element);
      const clips = overflowX !== "visible" || overflowY !== "visible";
      if (
        clips &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1)
      )
        found.push(`clipped: ${name(element)}`);
      // Words that do not fit into a box with a background or border of its own.
      if (
        whiteSpace === "nowrap" &&
        getComputedStyle(element).display !== "inline" &&
        element.scrollWidth > element.clientWidth + 2
      )
        found.push(`does not fit: ${name(element)}`);
    }
    return [...new Set(found)];
  });

/** Targets below 24 × 24 px (WCAG 2.5.8). Links inside a sentence are as large as their line. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>(
      "a[href], button, summary, input:not([type=hidden]), select, textarea",
    )) {
      if (!target.checkVisibility({ visibilityProperty: true })) continue;
      const drawn = target.closest<HTMLElement>(".segments label") ?? target;
      const { width, height } = drawn.getBoundingClientRect();
      // For screen readers only, or shown when focused.
      if (width <= 1 || height <= 1 || (width >= 23.5 && height >= 23.5)) continue;
      const inSentence =
        getComputedStyle(target).display === "inline" &&
        (target.parentElement?.closest("p, li, dd, td, h1, label")?.textContent?.trim().length ??
          0) > (target.textContent?.trim().length ?? 0);
      if (inSentence) continue;
      const around = target.closest("label")?.getBoundingClientRect();
      if (around && around.width >= 24 && around.height >= 24) continue;
      found.push(
        `${target.tagName.toLowerCase()} “${target.textContent?.trim().slice(0, 40)}” ${Math.round(width)}×${Math.round(height)}`,
      );
    }
    return found;
  });

/** The text spacing that a reader may set without losing anything (WCAG 1.4.12). */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** What is lost or too small on a page at 1280 to 320 px, and with wide text, by view. The page keeps the wide text. */
export async function layoutProblems(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const check = async (name: string, width: number) => {
    // 1280 px at 400 % zoom are 320 px.
    await page.setViewportSize({ width, height: width > 700 ? 900 : 640 });
    const list = await lost(page);
    if (name === "plain" && (width === 1280 || width === 390))
      list.push(...(await smallTargets(page)));
    if (list.length > 0) found[`${name}, ${width} px`] = list;
  };
  for (const width of [1280, 1024, 768, 390, 320]) await check("plain", width);
  // The policy refuses style elements, so this uses a constructed sheet, as an extension would.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, TEXT_SPACING);
  for (const width of [1280, 390, 320]) await check("text spacing", width);
  return found;
}
