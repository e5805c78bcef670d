import { fold } from "@/lib/text/fold";

/*
 * "From Home to Pro" and "from Pro to Home" have the same words. So a change from one to the other is a term of its own, in
 * the index and in queries.
 */

/** What one thing can change to: versions, editions, and accounts to sign in with. */
const STATES = ["xp|vista|7|8|10|11", "home|pro|education|enterprise|s", "local|microsoft"];

/** "From an activated Windows 10 to Windows 11": with more words between, they belong to different clauses. */
const BETWEEN = "(?:[^ |]+ ){0,3}?";

const CHANGES = STATES.map(
  (states) =>
    new RegExp(`\\b(${states}) ${BETWEEN}(to|into|from) ${BETWEEN}(${states})(?![^ |])`, "g"),
);

/**
 * The terms of the changes that a text names, one line at a time: `home_to_pro` for "Home to Pro" and for "Pro from Home".
 * They have the form of phrases (`isPhraseTerm`), which no word has and which complete no word.
 */
export function changeTerms(text: string): string[] {
  const words = fold(text.replaceAll("\n", "|"))
    .text.replace(/->/g, " to ")
    .replace(/[^a-z0-9|]+/g, " ")
    .replace(/\bw(?:in(?:dows)?)?(?=\d)/g, "")
    .replace(/\bprofessional\b/g, "pro");
  const found = CHANGES.flatMap((change) => [...words.matchAll(change)]).flatMap(
    ([, one, word, other]) =>
      one === other ? [] : word === "from" ? `${other}_to_${one}` : `${one}_to_${other}`,
  );
  return [...new Set(found)];
}
