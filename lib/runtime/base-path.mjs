/*
 * The path below which the site is served, as in https://example.org/keylink (docs/decisions/0013). Inside the site,
 * every address begins at its own root, /guides; the path is put before addresses where they leave it.
 */

/**
 * The path of a public address without the slash at its end: `/keylink`, or `""` where the site has the whole host.
 *
 * @param {string} site
 */
export const basePathOf = (site) => new URL(site).pathname.replace(/\/+$/, "");

/** A start tag; of scripts and styles, the whole element, whose content is no markup. React escapes “>” in attributes. */
const TAG = /(<(script|style)\b[^>]*>)([\s\S]*?<\/\2>)|<[a-z][^>]*>/g;
/** An attribute that holds an address of this site. */
const ADDRESS = / (?:href|src|action)="(?=\/(?!\/))/g;
/** The names of scripts (components/layout/page-script.tsx). */
const SCRIPT_NAME = /^<meta name="keylink-script" content="(?=\/)/;

/**
 * A page whose addresses have the path.
 *
 * @param {string} html as React writes it
 * @param {string} base the path; without one, the page stays as it is
 */
export function pageBelow(html, base) {
  if (!base) return html;
  const below = (/** @type {string} */ tag) =>
    tag.replace(ADDRESS, `$&${base}`).replace(SCRIPT_NAME, `$&${base}`);
  return html.replace(
    TAG,
    (
      tag,
      /** @type {string | undefined} */ start,
      _name,
      /** @type {string | undefined} */ content,
    ) => (start ? below(start) + content : below(tag)),
  );
}

/**
 * The address within the site of a requested one. `undefined`: it is not below the path.
 *
 * @param {string} url path and query
 * @param {string} base
 */
export function addressWithin(url, base) {
  if (!base) return url;
  return url.startsWith(`${base}/`) ? url.slice(base.length) : undefined;
}
