import { fold } from "@/lib/text/fold";

/*
 * What a question asks for, and whether the reader is before or after a change. Questions with the same
 * words may differ in both: "How do I link?" and "Do I have to link?", "before I swap the board" and "I swapped
 * the board".
 */

/** What a question asks for. */
export type Intent =
  | "how"
  | "must"
  | "why"
  | "where"
  | "which"
  | "can"
  | "effect"
  | "meaning"
  | "amount"
  | "fault"
  | "state";

const INTENTS: Record<Intent, RegExp> = {
  how: /\bhow (?:do|to|can|could|would|should|does one|did you)\b|\b(?:steps?|way|guide|instructions?) (?:to|for)\b/,
  must: /\b(?:must|have to|has to|need(?:s|ed)?|required?|requires|mandatory|necessary|forced?|obligatory|should|worth|without)\b/,
  why: /\b(?:why|how come|what for|reasons?|point of|benefits?|advantages?|good for)\b/,
  where: /\b(?:where|find|look up)\b/,
  which: /\b(?:which|who|whose)\b/,
  can: /\b(?:can|could|possible|may i|allowed|able to|legal(?:ly)?|is it ok(?:ay)?)\b(?! ?not\b|['’]?t\b)/,
  effect:
    /\b(?:what happens|what if|affects?|lose|loses|losing|delete[sd]?|survives?|keep|keeps|stays?|will|does it|do they|still|safe|risk|dangerous)\b/,
  meaning: /\bwhat(?: is|['’]?s| are| does)\b|\bmean(?:s|ing)?\b|\bdifference\b/,
  amount: /\bhow (?:long|much|many|often)\b|\b(?:cost|costs|price|prices|free|pay|limit|times)\b/,
  // "Is my license linked?", unlike "Link my license".
  state: /^is (?:my|this|the|windows)\b|\b(?:see|know|tell|check) (?:whether|if)\b/,
  fault:
    /\b(?:can['’]?t|cannot|can not|won['’]?t|doesn['’]?t|isn['’]?t|not working|fails?|failed|failing|error|missing|gone|gr[ae]y(?:ed)?|refuse[sd]?|stuck|broken|no longer)\b/,
};

/** The intents of a question; empty when it only names its subject. */
export function intentsOf(question: string): ReadonlySet<Intent> {
  const text = fold(question).text;
  return new Set((Object.keys(INTENTS) as Intent[]).filter((intent) => INTENTS[intent].test(text)));
}

/** Before something is changed, or after it. */
export type Moment = "before" | "after";

const BEFORE =
  /\b(?:before|plan(?:s|ning)?(?: to| on)?|going to|about to|want(?:s)? to (?:change|swap|replace|upgrade|sell)|thinking (?:of|about)|prepar\w+|upcoming|next (?:week|month))\b/;
const AFTER =
  /\b(?:after|already|since|changed|swapped|replaced|exchanged|upgraded|reinstalled|died|dead|broke|broken|fried|burn(?:t|ed)|sold|stolen|lost|gone|no longer|just (?:got|put|built|bought))\b/;

/** The moment that a text is about; undefined when it names neither or both. */
export function momentOf(question: string): Moment | undefined {
  const text = fold(question).text;
  const [before, after] = [BEFORE.test(text), AFTER.test(text)];
  if (before === after) return undefined;
  return before ? "before" : "after";
}
