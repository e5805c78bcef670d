/*
 * What pages may cost (docs/decisions/0011). tests/e2e/budgets.spec.ts holds the bytes, `npm run bench:bytes` prints them
 * beside what each template uses, and `npm run bench:pages` compares the times.
 */

import { KIND_PAGES } from "./page-bytes.mjs";

/** @typedef {{ total: number, nodes: number }} Budget */

const SHORT = { total: 30, nodes: 1500 };
/** Begins with a drawn window, whose styles it has inline and once more in the sheet that other pages need. */
const DRAWN = { total: 32, nodes: 1500 };
/** A guide has a drawing for each step, most of them collapsed: what counts is how much is laid out (walk.spec.ts). */
const GUIDE = { total: 60, nodes: 3000 };
/** All answers on one subject. */
const ANSWERS = { total: 40, nodes: 1500 };
const LIST = { total: 60, nodes: 4000 };

/** @type {Record<import("../../lib/site/kinds").DocumentKind, Budget>} */
const OF_KIND = {
  message: DRAWN,
  guide: GUIDE,
  error: SHORT,
  article: SHORT,
  term: SHORT,
  topic: SHORT,
  answers: ANSWERS,
  case: SHORT,
};

/** Kilobytes on the wire until idle, compressed and with headers, and the number of nodes, by address. */
export const BUDGETS = [
  { address: "/", ...DRAWN },
  ...KIND_PAGES.flatMap(({ kind, list, page }) => [
    { address: page, ...OF_KIND[kind] },
    { address: list, ...LIST },
  ]),
  // The heaviest of their kinds.
  { address: "/guides/not-activated-after-hardware-change", ...GUIDE },
  { address: "/articles/local-or-microsoft-account", ...SHORT },
  { address: "/messages/digital-license-linked", ...DRAWN },
  { address: "/errors/0xc004f211", ...SHORT },
];

/** Kilobytes of a page for a reader who has visited another one before. */
export const SECOND_PAGE = 20;

/** Kilobytes of a guide with the search opened. The index has every short answer with its ways of asking. */
export const WITH_SEARCH = 350;

/**
 * Kilobytes of the search engine, compressed: its worker, without what reads texts in other languages and is loaded for
 * them only.
 */
export const SEARCH_ENGINE = 20;

/**
 * Kilobytes of what loads late for several PCs, compressed, without the QR code. `guide`: the menu of PCs and the window
 * on top. `all`: these, and what the board of PCs loads to move, remind, copy and print. `board`: what the board itself
 * loads, of which a guide has loaded more than half.
 */
export const LATE_PARTS = { guide: 4.2, all: 12, board: 14 };

/** Largest paint as a share of Starlight's, blocking time in ms above Starlight's, and layout shift, on every template. */
export const LOAD_GOALS = { lcp: 0.8, tbt: 30, cls: 0 };
