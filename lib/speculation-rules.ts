import { BASE_PATH } from "./site/site";

/**
 * Lets the browser prefetch a page when the reader points at its link, so that it is there when they click. Not
 * prerender: a prerendered guide would show ticks and version as they were when it was made.
 * https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export const SPECULATION_RULES = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: `${BASE_PATH}/*` },
          { not: { href_matches: `${BASE_PATH}/search*` } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};
