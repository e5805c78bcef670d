import { KINDS, PAGE_KINDS, type PageKind } from "./kinds";

/*
 * Single columns of the list of kinds. Browser scripts get only the columns that they import, as values, because
 * scripts/build-browser.ts evaluates this file while bundling.
 */

const column = <Field extends "one" | "many" | "weight">(field: Field) =>
  Object.fromEntries(PAGE_KINDS.map((kind) => [kind, KINDS[kind][field]])) as Record<
    PageKind,
    (typeof KINDS)[PageKind][Field]
  >;

/** The label of a page of each kind, beside a result. */
export const KIND_TEXTS: Record<PageKind, string> = column("one");

/** The label of all pages of each kind, for the filter. */
export const KINDS_TEXTS: Record<PageKind, string> = column("many");

/** The kinds whose pages only explain a word or lead to the page with the answer. */
export const ASIDE_KINDS: PageKind[] = PAGE_KINDS.filter((kind) => "isAside" in KINDS[kind]);

/** The weight of each kind in the search. */
export const KIND_WEIGHTS: Record<PageKind, number> = column("weight");
