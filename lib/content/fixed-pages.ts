import "server-only";
import type { Guide } from "@/lib/schema/guides";
import { compareAddress, FIXED_PAGES } from "@/lib/site/kinds";

/**
 * Pages without a document that readers search for: a description for the page, questions and words for the search.
 */
export const MAP_PAGE = {
  ...FIXED_PAGES.map,
  description:
    "Every question of “Which case am I?” with its answers, and the page and step that each answer leads to.",
};

export const LICENSE_OUTPUT_PAGE = {
  ...FIXED_PAGES.licenseOutput,
  description:
    "Paste what slmgr /dli, slmgr /dlv or PowerShell shows: retail, OEM or volume, activated or not, what that proves and what it does not. Nothing is sent.",
  questions: [
    "What does the output of slmgr /dli mean?",
    "Where can I paste the output of slmgr /dlv?",
    "Which license does RETAIL channel or OEM_DM channel mean?",
  ],
  words: [
    "slmgr dli",
    "slmgr dlv",
    "license output",
    "channel word",
    "LicenseStatus",
    "SoftwareLicensingProduct",
  ],
};

export const SOURCES_PAGE = {
  ...FIXED_PAGES.sources,
  description:
    "Every source of this site by publisher, with the number of claims that rest on it, how sure they are, and the pages that cite them.",
  questions: ["Where does Keylink know this from?"],
  words: ["sources", "references", "evidence", "bibliography"],
};

export const COMPARE_PAGE = {
  ...FIXED_PAGES.compare,
  description:
    "The way to each page of Settings on Windows 10 and Windows 11, and every guide with both side by side, from the same data that the guides are made of.",
  questions: [
    "Where is it on Windows 10, and where on Windows 11?",
    "Can I see the steps for Windows 10 and 11 side by side?",
  ],
  words: ["compare windows 10 and 11", "side by side", "path in windows 10", "path in windows 11"],
};

/** The page that shows a guide on both versions, side by side (W11). */
export const comparePage = ({
  slug,
  shortTitle,
}: Pick<Guide, "shortTitle"> & { slug: string }) => ({
  address: compareAddress(slug),
  title: `Windows 10 and 11 side by side: ${shortTitle}`,
  description: `“${shortTitle}”, step by step on Windows 10 and Windows 11: what differs, in words and pictures, and what is the same.`,
});
