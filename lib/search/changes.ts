import { tokenize } from "./normalize";
import { phraseTerm } from "./synonyms";

/*
 * "From Home to Pro" and "from Pro to Home" have the same words. So a change from one to the other is a term of its own, in
 * the index and in queries.
 */

/** What one thing can change to: versions, editions, and accounts to sign in with. */
const STATES = [
  ["xp", "vista", "7", "8", "10", "11"],
  ["home", "pro", "education", "enterprise", "s"],
  ["local", "microsoft"],
];
const OTHER_NAMES: Record<string, string> = { professional: "pro", ms: "microsoft" };

/** "From an activated Windows 10 to Windows 11": with more words between, they belong to different clauses. */
const WORDS_BETWEEN = 4;

const TO = ["to", "into"];
// Most texts name no change, and all ways to ask are read when the first query comes.
const MAY_CHANGE = /\b(?:to|into|from)\b|->|→/i;

/** The state that a word names ("win10" is "10"), and the number of its group; -1 if it names none. */
function stateOf(term = "") {
  const plain = term.replace(/^w(?:in(?:dows)?)?(?=\d)/, "");
  const name = OTHER_NAMES[plain] ?? plain;
  return { name, group: STATES.findIndex((states) => states.includes(name)) };
}

/** The terms of the changes that a text names, one line at a time: `home_to_pro` for "Home to Pro" and for "Pro from Home". */
export function changeTerms(text: string): string[] {
  const lines = text.split("\n").filter((line) => MAY_CHANGE.test(line));
  return [...new Set(lines.flatMap(changesOfLine))];
}

function changesOfLine(line: string): string[] {
  const terms = tokenize(line.replace(/->|→/g, " to "))
    .filter(({ parts }) => !parts)
    .map(({ term }) => term);
  return terms.flatMap((term, i) => {
    const one = stateOf(term);
    if (one.group < 0) return [];
    const rest = terms.slice(i + 1, i + 2 + WORDS_BETWEEN);
    const place = rest.findIndex((other) => stateOf(other).group === one.group);
    const other = stateOf(rest[place]);
    if (place < 0 || other.name === one.name) return [];
    const between = rest.slice(0, place);
    if (between.some((word) => TO.includes(word))) return phraseTerm([one.name, "to", other.name]);
    return between.includes("from") ? phraseTerm([other.name, "to", one.name]) : [];
  });
}
