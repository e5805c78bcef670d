/*
 * Scripts know addresses from the root of the site, /guides, like everything inside it. Where the site has the whole
 * host, these functions add nothing to a bundle: esbuild takes them away.
 */

/** The path below which the site is served, `/keylink`, or `""`; written by scripts/build-browser.ts. */
declare const BASE_PATH: string;

/** An address of this site for a link or a request. */
export function linkTo(address: string): string {
  return BASE_PATH ? BASE_PATH + address : address;
}

/** The address within the site of a path of `location`. */
export function addressWithin(pathname: string): string {
  return BASE_PATH ? pathname.slice(BASE_PATH.length) : pathname;
}

/** Whether a path of this host belongs to something else than this site. */
export function isBeyond(pathname: string): boolean {
  return BASE_PATH ? !pathname.startsWith(`${BASE_PATH}/`) : false;
}

/**
 * What the names of our caches begin with. Caches belong to the whole host, and a second Keylink below another path
 * keeps its own; no path has a colon.
 */
export const CACHE_PREFIX = BASE_PATH ? `keylink${BASE_PATH}:` : "keylink-";
