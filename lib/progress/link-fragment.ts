/** How a fragment with progress begins; the version of the format follows (move-link.ts). */
export const PREFIX = "pc";

/** Whether a fragment carries progress, of whichever version; everything else is an anchor. */
export const isLinkFragment = (fragment: string): boolean =>
  new RegExp(`^#?${PREFIX}\\d+\\.`).test(fragment);
