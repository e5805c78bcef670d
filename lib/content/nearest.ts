import "server-only";
import { getPageLinks, type PageLink } from "./pages";

/** The minimum share of common words for two addresses to be related. */
const LEAST_LIKENESS = 0.5;

const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  );

/** The pages whose addresses have the most words in common with an unknown one, nearest first (U4). */
export function nearestPages(address: string, count: number): PageLink[] {
  const parts = address.split("/").filter(Boolean);
  const wanted = wordsOf(parts.at(-1)?.replace(/\.[a-z]+$/i, "") ?? "");
  return getPageLinks()
    .map((page) => {
      const [, folder, slug = ""] = page.address.split("/");
      const words = wordsOf(slug);
      const common = [...words].filter((word) => wanted.has(word)).length;
      // Among equals, the folder decides.
      const likeness = (2 * common) / (words.size + wanted.size) + (folder === parts[0] ? 0.01 : 0);
      return { page, likeness };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ page }) => page);
}
