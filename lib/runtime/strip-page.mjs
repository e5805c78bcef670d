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
 * What one page is without the runtime.
 *
 * @param {string} html as Next.js wrote it
 * @param {string} prePaint the only inline script that stays
 * @throws {UnknownShape} when Next.js writes something that this does not know
 */
export function stripPage(html, prePaint) {
  let flight = 0;
  let chunks = 0;
  let inline = 0;
  const stripped = html
    .replace(SCRIPT, (tag, /** @type {string} */ attributes, /** @type {string} */ code) => {
      if (/\btype="application\/(ld\+)?json"/.test(attributes)) return tag;
      const source = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
      if (source?.startsWith("/_next/static/")) {
        chunks += 1;
        return "";
      }
      if (source?.startsWith("/assets/") && /\btype="module"/.test(attributes)) return tag;
      if (source) throw new UnknownShape("scripts of /_next/static and /assets only", source);
      if (code === prePaint) {
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
    // React parts neighboring texts by comments; nobody reads them any more.
    .replace(/<!--.*?-->/g, "");
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
  return prePaintFirst(stripped, prePaint);
}

/**
 * Behind a style sheet an inline script waits for it, and the whole page behind the script: the
 * body would be parsed only once the styles are there. React always puts the sheets first.
 *
 * @param {string} html
 * @param {string} prePaint
 */
function prePaintFirst(html, prePaint) {
  const tag = `<script>${prePaint}</script>`;
  const [before, after] = html.split(tag);
  const sheet = before?.indexOf('<link rel="stylesheet"') ?? -1;
  if (before === undefined || after === undefined || sheet < 0)
    throw new UnknownShape("a style sheet before the pre-paint script", "none");
  return before.slice(0, sheet) + tag + before.slice(sheet) + after;
}

/**
 * The `Link` header by which a browser asks for a page's style sheets before it has read the page
 * (RFC 8288, section 3; `preload` in the HTML standard). On a slow phone it begins to read a tenth
 * of a second later.
 *
 * @param {string} html
 */
export const styleSheetLinks = (html) =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)]
    .map(([, address]) => `<${address}>; rel=preload; as=style`)
    .join(", ");
