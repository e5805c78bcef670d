import "server-only";
import { FIXED_PAGES } from "@/lib/site/kinds";

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
