/*
 * The framework's runtime, taken out of a page that Next.js has made (docs/decisions/0004).
 * Used after the build for prerendered pages, and by proxy.ts for those made on request.
 */
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;

/** Next.js wrote something that this does not know, so nothing was taken out. */
export class UnknownShape extends Error {
  /**
   * @param {string} expected
   * @param {string} found
   */
  constructor(expected, found) {
    super(
      `The page does not have the shape that lib/runtime/strip-page.mjs knows: expected ${expected}, found ${found}`,
    );
    this.expected = expected;
    this.found = found;
  }
}

/**
 * What stands in pages themselves, as text.
 * @typedef {{ prePaint: string, firstPaint: string, guideStyles: string, speculationRules: string }} Inlined
 */

/**
 * What one page is without the runtime.
 *
 * @param {string} html as Next.js wrote it
 * @param {Inlined} inlined the only inline script that stays, and the styles behind it
 * @throws {UnknownShape} when Next.js writes something that this does not know
 */
export function stripPage(html, inlined) {
  let flight = 0;
  let chunks = 0;
  let inline = 0;
  const stripped = html
    .replace(SCRIPT, (tag, /** @type {string} */ attributes, /** @type {string} */ code) => {
      if (/\btype="application\/(ld\+)?json"/.test(attributes)) return tag;
      if (/\btype="speculationrules"/.test(attributes) && code === inlined.speculationRules)
        return tag;
      const source = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
      if (source?.startsWith("/_next/static/")) {
        chunks += 1;
        return "";
      }
      if (source) throw new UnknownShape("scripts of /_next/static only", source);
      if (code === inlined.prePaint) {
        inline += 1;
        return tag;
      }
      if (/^\(?self\.__next_[fr]\b/.test(code) || /\bid="_R_"/.test(attributes)) {
        flight += 1;
        return "";
      }
      throw new UnknownShape(
        "no inline script but the pre-paint script and flight data",
        code.slice(0, 120),
      );
    })
    .replace(SCRIPT_PRELOAD, "")
    // Next.js repeats all of openGraph under these names; who reads them falls back to it.
    .replace(/<meta name="twitter:(?!card)[^>]*>/g, "")
    // For the runtime.
    .replace(/ data-precedence="[^"]*"/g, "")
    // React parts neighboring texts by comments; nobody reads them any more.
    .replace(/<!--.*?-->/g, "")
    // The room in which the runtime streams titles.
    .replace('<div hidden=""></div>', "");
  if (chunks === 0 || flight === 0)
    throw new UnknownShape(
      "chunk tags and flight data",
      `${chunks} chunk tags, ${flight} flight scripts`,
    );
  if (inline !== 1) throw new UnknownShape("the pre-paint script once", `${inline} times`);
  if (/_next\/static\/[^"]*\.js/.test(stripped))
    throw new UnknownShape(
      "no address of a chunk left",
      /_next\/static\/[^"]*\.js/.exec(stripped)?.[0] ?? "",
    );
  for (const [, css = ""] of stripped.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g))
    if (css !== inlined.firstPaint && css !== inlined.guideStyles)
      throw new UnknownShape("the styles that the policy names", css.slice(0, 120));
  return iconInPage(sheetsLast(stripped, inlined));
}

/** The blue of public/icon.svg, as an address spells it. */
const ICON_COLOR = "%2308509b";

/**
 * The mark in the header, once more as the icon of the page: a file would be asked for on a
 * connection of its own while the page comes in. It costs some 55 bytes after gzip, as both have the same drawing.
 *
 * @param {string} html
 */
function iconInPage(html) {
  const drawing = /<svg viewBox="0 0 32 32" class="mark"[^>]*>(.*?)<\/svg>/s.exec(html)?.[1];
  if (!drawing) return html;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="${ICON_COLOR}" stroke="white">${drawing}</svg>`;
  return html.replace(
    /<link rel="icon" href="\/icon\.svg"[^>]*>/,
    `<link rel="icon" href='data:image/svg+xml,${svg}'/>`,
  );
}

const SHEET = /<link rel="stylesheet"[^>]*\/>/g;

/**
 * The sheets behind what stands in the page itself: an inline script behind a sheet waits for it,
 * and the whole page behind the script. React always puts the sheets first.
 *
 * @param {string} html
 * @param {Inlined} inlined
 */
function sheetsLast(html, { prePaint, firstPaint }) {
  const sheets = html.match(SHEET) ?? [];
  if (sheets.length === 0) throw new UnknownShape("a style sheet", "none");
  const style = `<style>${firstPaint}</style>`;
  const order = `<script>${prePaint}</script>${style}`;
  if (!html.includes(order))
    throw new UnknownShape("the pre-paint script and the styles of the first paint", "another");
  return html.replace(SHEET, "").replace(order, () => order + sheets.join(""));
}

/** The classes that a style sheet names (and some numbers, which no class is). @param {string} css */
export const classesOf = (css) =>
  new Set(
    [...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name]) =>
      (name ?? "").replace(/\\(.)/g, "$1"),
    ),
  );

/**
 * The code of a script that does nothing, but waits for the sheets before it. Chromium and WebKit
 * hold back what follows a sheet in the body, Firefox only what follows such a script
 * (https://github.com/whatwg/html/issues/1349).
 */
export const WAIT = "0";

/**
 * Names the sheets of a page further down, so that a browser shows what stands before them without
 * waiting for them (a link may stand in the body: “body-ok”, HTML standard, 4.2.4): before the second heading of
 * level 2, or the first, when everything above it has its styles in the page itself. Otherwise
 * they stay where they are, and the page is shown once they are there.
 *
 * @param {string} html
 * @param {{ inPage: Set<string>, inSheets: Set<string> }} classes that have styles here and there
 */
export function moveSheetsDown(html, { inPage, inSheets }) {
  const sheets = html.match(SHEET)?.join("") ?? "";
  const main = html.indexOf("<main");
  if (!html.includes(`</style>${sheets}`) || main < 0) return html;
  const headings = [...html.slice(main).matchAll(/(?:<(?:section|div)\b[^>]*>)*<h2\b/g)];
  for (const heading of headings.slice(0, 2).reverse()) {
    const place = main + heading.index;
    const above = html.slice(html.indexOf("<body"), place);
    // What is folded is not shown.
    const shown = above.replace(
      /(<details\b(?![^>]* open)[^>]*>.*?<\/summary>).*?<\/details>/gs,
      (_all, summary) => summary,
    );
    const used = [...shown.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) =>
      names?.replaceAll("&amp;", "&").split(" "),
    );
    if (used.some((name) => name && inSheets.has(name) && !inPage.has(name))) continue;
    const moved = `${sheets}<script>${WAIT}</script>`;
    return (html.slice(0, place) + moved + html.slice(place)).replace(sheets, "");
  }
  return html;
}
