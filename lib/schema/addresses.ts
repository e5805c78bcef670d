/** Collections whose documents have a page of their own, and the folder of its address. */
const PAGE_FOLDERS: Record<string, string> = {
  guides: "/guides",
  articles: "/articles",
  messages: "/messages",
  errors: "/errors",
  glossary: "/glossary",
  topics: "/topics",
  cases: "/start",
  answers: "/answers",
};

/** The file in content/cases that asks the first question; its page is /start itself. */
export const FIRST_CASE = "first";

/** Pages that no document stands behind. */
export const FIXED_ADDRESSES = [
  "/",
  "/guides",
  "/articles",
  "/messages",
  "/errors",
  "/glossary",
  "/topics",
  "/answers",
  "/search",
  "/start/map",
  "/start/license-output",
  "/sources",
  "/about",
  "/privacy",
] as const;

/** The address of a document's page, or undefined where its collection has no pages. */
export function addressOf(collection: string, slug: string): string | undefined {
  const folder = PAGE_FOLDERS[collection];
  if (collection === "cases" && slug === FIRST_CASE) return folder;
  return folder && `${folder}/${slug}`;
}
