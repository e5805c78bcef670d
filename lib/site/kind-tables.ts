import { KINDS, PAGE_KINDS, type PageKind } from "./kinds";

/*
 * Single columns of the list of kinds. The server works them out; the browser gets only the columns
 * it asks for, as values: scripts/build-browser.ts runs this file while it bundles.
 */

const column = <Field extends "one" | "many" | "weight">(field: Field) =>
  Object.fromEntries(PAGE_KINDS.map((kind) => [kind, KINDS[kind][field]])) as Record<
    PageKind,
    (typeof KINDS)[PageKind][Field]
  >;

/** What one page of a kind is called, beside a result. */
export const KIND_TEXTS: Record<PageKind, string> = column("one");

/** What the pages of a kind are called together, for the filter. */
export const KINDS_TEXTS: Record<PageKind, string> = column("many");

/** How much a page counts in the search for what it is. */
export const KIND_WEIGHTS: Record<PageKind, number> = column("weight");
