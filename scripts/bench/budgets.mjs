/*
 * What pages may cost (docs/decisions/0011). tests/e2e/budgets.spec.ts holds the bytes, `npm run bench:bytes` prints them
 * beside what is used, and `npm run bench:pages` compares the times.
 */

/**
 * Kilobytes on the wire until idle, compressed and with headers, and the number of nodes. Includes the heaviest guide and
 * article. A guide has a drawing for each step, most of them collapsed: what counts is how much is laid out
 * (walk.spec.ts). Home and messages begin with a drawn window, whose styles they have inline and once more in the sheet
 * that other pages need.
 */
export const BUDGETS = [
  { address: "/", total: 32, nodes: 1500 },
  { address: "/guides/link-your-license", total: 60, nodes: 3000 },
  { address: "/guides/not-activated-after-hardware-change", total: 60, nodes: 3000 },
  { address: "/articles/what-linking-does", total: 30, nodes: 1500 },
  { address: "/articles/local-or-microsoft-account", total: 30, nodes: 1500 },
  { address: "/messages/digital-license-linked", total: 32, nodes: 1500 },
  { address: "/errors/0xc004f211", total: 30, nodes: 1500 },
  { address: "/glossary/digital-license", total: 30, nodes: 1500 },
  { address: "/topics/linking", total: 30, nodes: 1500 },
  { address: "/errors", total: 60, nodes: 4000 },
  { address: "/glossary", total: 60, nodes: 4000 },
  { address: "/messages", total: 60, nodes: 4000 },
];

/** Kilobytes of a page for a reader who has visited another one before. */
export const SECOND_PAGE = 20;

/** Kilobytes of a guide with the search opened. The index has some 580 short answers, each with the ways of asking. */
export const WITH_SEARCH = 320;

/**
 * Kilobytes of the search engine, compressed: its worker, without what reads texts in other languages and is loaded for
 * them only.
 */
export const SEARCH_ENGINE = 20;

/**
 * Kilobytes of what loads late for several PCs, compressed, without the QR code. `guide`: the menu of PCs and the window
 * on top, all that a guide loads for them. The board of PCs is a page of its own and heavier than issue 18 asked for:
 * `board` is what it needs to show its cards, half of it the store that guides have, too, and `boardWithAll` also moves,
 * reminds and copies, each loaded when it is asked for.
 */
export const LATE_PARTS = { guide: 12, board: 16, boardWithAll: 26 };

/** Largest paint as a share of Starlight's, blocking time in ms above Starlight's, and layout shift, on every template. */
export const LOAD_GOALS = { lcp: 0.8, tbt: 30, cls: 0 };
