/*
 * Strips the framework's runtime from a prerendered page (docs/decisions/0004). scripts/strip-runtime.mjs runs
 * it on each page after the build.
 */
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
/** React also adds a preload to the head for each sheet that a page links. */
const SHEET_PRELOAD = /<link rel="preload" href="[^"]*" as="style"\/>/g;

/** Next.js wrote something unknown, so nothing was stripped. */
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
 * What pages contain inline, and the address of their style sheet.
 * @typedef {{ prePaint: string, firstPaint: string, guideStyles: string, homeStyles: string, windowStyles: string, speculationRules: string, sheet: string, barrier: string }} Inlined
 */

/**
 * A page without the runtime.
 *
 * @param {string} html as Next.js wrote it
 * @param {Inlined} inlined the only inline scripts and styles that may stay
 * @throws {UnknownShape} when the page contains anything unknown
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
      if (code === inlined.barrier) return tag;
      if (code === inlined.prePaint) {
        inline += 1;
        return tag;
      }
      if (/^\(?self\.__next_[fr]\b/.test(code) || /\bid="_R_"/.test(attributes)) {
        flight += 1;
        return "";
      }
      throw new UnknownShape(
        "no inline script but the pre-paint script, the barrier and flight data",
        code.slice(0, 120),
      );
    })
    .replace(SCRIPT_PRELOAD, "")
    .replace(SHEET_PRELOAD, "")
    // Next.js repeats openGraph under these names; their readers fall back to openGraph.
    .replace(/<meta name="twitter:(?!card)[^>]*>/g, "")
    // Only the runtime reads it.
    .replace(/ data-precedence="[^"]*"/g, "")
    // React separates adjacent texts by comments, which only hydration needs.
    .replace(/<!--.*?-->/g, "")
    // The slot into which the runtime streams titles.
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
    if (
      ![inlined.firstPaint, inlined.guideStyles, inlined.homeStyles, inlined.windowStyles].includes(
        css,
      )
    )
      throw new UnknownShape("the styles that the policy names", css.slice(0, 120));
  const sheets = stripped.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  const ours = `<link rel="stylesheet" href="${inlined.sheet}"/>`;
  if (sheets.join("") !== ours) throw new UnknownShape(`once ${ours}`, sheets.join(" ") || "none");
  return stripped;
}
