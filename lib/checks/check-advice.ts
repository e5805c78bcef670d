import type { RootContent } from "mdast";
import { plainText } from "../text/parse-text";
import { sentencesOf } from "../text/sentences";
import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import { FORBIDDEN_ADVICE, type ForbiddenAdvice } from "./forbidden-advice";
import type { Problem } from "./problem";
import { proseOf } from "./prose";

/** A clause with one of these advises against something, or says what others want. */
const WARNS =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|instead of|rather than|avoid\w*|refuse\w*|warn\w*|(?:stay|keep) away|leave|beware|danger\w*|scam\w*|fake|fraud\w*|malware|illegal\w*|unlicensed|pirat\w*|too late|last (?:place|resort|step)|(?:asks?|tells?|told|asked|wants?|wanted|urges?) (?:you |people |readers |buyers |users )?to|instructions? to)\b|n['’]t\b/i;

/** A sentence with this beginning advises against everything in it. */
const WARNS_FROM_START =
  /^(?:(?:so|and|but|please|also|then|in short),? )?(?:never|do not|don['’]t|avoid|beware of|refuse|(?:stay|keep) away from|no (?:step|page|guide|site|website|offer)|nobody|neither)\b/i;

/** Begins with a negation, but forbids nothing. */
const FORBIDS_NOTHING =
  /\b(?:do not|don['’]t|never) (?:worry|hesitate|be afraid|give up|panic)\b/gi;

/** Describes a situation, not an action. */
const CONDITION = /^(?:and |or |but )?(?:if|when|whether|unless|in case|after|before)\b/i;

/** Says that something comes first. */
const SAYS_FIRST =
  /\b(?:first|to begin with|(?:begin|start) (?:by|with)|before (?:anything|everything|all) else|right away|straight away)\b/i;

/** The fields that readers follow first. */
const COMES_FIRST =
  /^(?:lead|(?:advice\.)?first|(?:advice\.)?steps\[0\]|next\[0\]|parts\[0\]\.(?:intro|steps\[0\]\.(?:title|text)))$/;

/** No page may give harmful advice; `forbidden-advice.ts` has the list. Warnings against it are fine. */
export function checkAdvice(file: CheckedFile, index: ContentIndex): Problem[] {
  return proseOf(file, index).flatMap(({ field, block, oneOfMany }) =>
    sentencesOf(plainText([block.node as RootContent])).flatMap((sentence) =>
      FORBIDDEN_ADVICE.filter(
        (entry) =>
          !(entry.allowedIn && file.file in entry.allowedIn) && advises(sentence, entry, field),
      ).map((entry): Problem => ({
        file: file.file,
        field,
        message: `the text advises to ${entry.what}: “${shorten(sentence)}”${oneOfMany ? ` (line ${block.line} of the text)` : ""}`,
        remedy: `${entry.reason} ${entry.instead} If the sentence warns, say so in the same clause (“Never …”, “Do not …”). If the page has to say it, add the file with your reason to this entry in lib/checks/forbidden-advice.ts.`,
      })),
    ),
  );
}

/** Whether a sentence tells the reader to do it. `field` tells whether it is the first thing to do. */
export function advises(
  sentence: string,
  { patterns, onlyFirst }: Pick<ForbiddenAdvice, "patterns" | "onlyFirst">,
  field = "",
): boolean {
  if (/\?[”")]*$/.test(sentence)) return false;
  if (onlyFirst && !COMES_FIRST.test(field) && !SAYS_FIRST.test(sentence)) return false;
  const plain = sentence.replace(FORBIDS_NOTHING, "");
  return statementsOf(plain).some((statement) => {
    if (WARNS_FROM_START.test(statement)) return false;
    return patterns.some((pattern) => {
      const found = pattern.exec(statement);
      if (!found) return false;
      const clause = clauseAround(statement, found.index, found.index + found[0].length);
      return !WARNS.test(clause) && !CONDITION.test(clause);
    });
  });
}

/** The independent clauses of a sentence. */
const statementsOf = (sentence: string) =>
  sentence.split(/\s*[:;–—](?=\s)\s*|\s+-\s+/).map((s) => s.trim());

/** The clause that contains a match, from comma to comma. */
function clauseAround(statement: string, start: number, end: number): string {
  const from = statement.lastIndexOf(",", start) + 1;
  const comma = statement.indexOf(",", end);
  return statement.slice(from, comma < 0 ? undefined : comma).trim();
}

const shorten = (sentence: string) =>
  sentence.length > 90 ? `${sentence.slice(0, 90)}…` : sentence;
