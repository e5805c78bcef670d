import "server-only";
import { compareAddress, DOCUMENT_KINDS, FIXED_PAGES } from "@/lib/site/kinds";
import { getAnswersOn } from "./answers";
import { getPageLinks, type PageLink } from "./pages";

/** The newest of some dates. */
const newest = (dates: string[]) => dates.sort().at(-1);

const changed = (page: PageLink) =>
  newest([page.updated, ...getAnswersOn(page.address).map(({ subject }) => subject.updated)]) ??
  page.updated;

const days = new Map(getPageLinks().map((page) => [page.address, changed(page)]));
for (const { kind, address } of DOCUMENT_KINDS) {
  // /start is not a list: it shows a document.
  if (days.has(address)) continue;
  const day = newest(getPageLinks().flatMap((page) => (page.kind === kind ? changed(page) : [])));
  if (day) days.set(address, day);
}
// Both versions side by side change with their guide.
for (const { kind, address } of getPageLinks()) {
  const day = kind === "guide" && days.get(address);
  if (day) days.set(compareAddress(address.split("/").at(-1) ?? ""), day);
}
const cases = newest(getPageLinks().flatMap((page) => (page.kind === "case" ? page.updated : [])));
if (cases) days.set(FIXED_PAGES.licenseOutput.address, cases);
const guides = days.get("/guides");
if (guides) days.set(FIXED_PAGES.compare.address, guides);
const home = newest([...days.values()]);
if (home) days.set("/", home);

/**
 * The day of a page's last change in substance, `2026-11-21`: for a document, the day that its writer gave, or that
 * of a newer answer on it; for lists and the home page, the newest of their links. Pages whose text is in the
 * code have none.
 */
export const lastChanged = (address: string): string | undefined => days.get(address);
