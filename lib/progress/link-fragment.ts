/** The prefix of a fragment with progress; the version of the format follows (move-link.ts). */
export const PREFIX = "pc";

/** Whether a fragment carries progress, in any version of the format; otherwise it is an anchor. */
export const isLinkFragment = (fragment: string): boolean =>
  new RegExp(`^#?${PREFIX}\\d+\\.`).test(fragment);
