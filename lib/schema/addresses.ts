/** Collections whose documents have a page of their own, and the folder of its address. */
const PAGE_FOLDERS: Record<string, string> = {
  guides: "/guides",
  articles: "/articles",
  messages: "/messages",
  errors: "/errors",
  glossary: "/glossary",
  topics: "/topics",
};

/** Pages that no document stands behind. */
export const FIXED_ADDRESSES = [
  "/",
  "/guides",
  "/articles",
  "/messages",
  "/errors",
  "/glossary",
  "/topics",
  "/search",
  "/about",
  "/privacy",
] as const;

/** The address of a document's page, or undefined where its collection has no pages. */
export function addressOf(collection: string, slug: string): string | undefined {
  const folder = PAGE_FOLDERS[collection];
  return folder && `${folder}/${slug}`;
}
