import { DOCUMENT_KINDS, FIXED_PAGES, FIXED_TITLES, kindAt } from "./kinds";

/** The address of a page's Markdown copy. Documents, their lists and the reader of license output have one (lib/markdown/page.ts). */
export function markdownAddress(address: string): string | undefined {
  const isList = DOCUMENT_KINDS.some((kind) => kind.address === address);
  const isDocument = kindAt(address) && !FIXED_TITLES.has(address);
  const isReader = address === FIXED_PAGES.licenseOutput.address;
  return isList || isDocument || isReader ? `${address}.md` : undefined;
}
