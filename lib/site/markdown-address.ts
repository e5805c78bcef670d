import { DOCUMENT_KINDS, FIXED_TITLES, kindAt } from "./kinds";

/** The address of a page's Markdown copy. Documents and their lists have one (lib/markdown/page.ts). */
export function markdownAddress(address: string): string | undefined {
  const isList = DOCUMENT_KINDS.some((kind) => kind.address === address);
  const isDocument = kindAt(address) && !FIXED_TITLES.has(address);
  return isList || isDocument ? `${address}.md` : undefined;
}
