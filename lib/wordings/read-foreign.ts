import type { ForeignText, ReadForeign } from "@/lib/search/types";
import { matchWording } from "./match-wording";
import { candidatesOfMatch, pageOfMatch, wordingText } from "./wording-text";

/**
 * Reads a query in another language; undefined if it is English or unknown. Apart from the search engine, so that
 * browsers load it only for a query with words that the site does not often use (browser/search-worker.ts).
 */
export const readForeign: ReadForeign = (text, languages) => {
  const match = matchWording(text, languages);
  if (!match) return undefined;
  const { lang, dir } = match.language ?? {};
  const read: ForeignText = {
    ...wordingText(match),
    how: match.how,
    page: pageOfMatch(match),
    candidates: candidatesOfMatch(match),
    ...(lang && { lang }),
    ...(dir && { dir }),
  };
  return read;
};
