import type { RootContent } from "mdast";
import { parseText, plainText } from "../../lib/text/parse-text";
import { blocksOf, sentencesOf } from "../../lib/text/sentences";

/** A sentence that needs a source, and its line. */
export type Claim = { line: number; kind: "statement" | "step"; sentence: string };

const SUBJECT =
  /\b(?:windows|microsoft|licen[cs]\w*|keys?|activat\w*|reactivat\w*|accounts?|pcs?|computers?|devices?|hardware|motherboards?|editions?|settings|updates?|support|servers?|bios|uefi|oem|retail|ids?|passwords?|data|privacy|sign\w*|log(?:in|ging)?|links?|linked|linking)\b/i;
const NUMBER = /\d/;
const ABSOLUTE =
  /\b(?:always|never|only|all|every|must|cannot|can['’]t|required?|needs?|free|guarantee\w*|best|safe|legal|illegal|automatically|immediately)\b/i;
const STEP =
  /^(?:\W*(?:then|next|now|first|finally|after that),? )?(?:click|open|go|select|press|type|choose|enter|navigate|sign|log|tap|right-click|scroll|restart|launch|head|find|look|run|turn|switch|expand|check|confirm|follow|visit|use|create|add|remove|download|install)\b/i;

/**
 * The sentences of a text that need a source. A coarse filter that errs on the side of listing too much: it takes
 * sentences that name Windows, licenses, accounts and the like, a number, or a word such as “always”. Instructions are
 * steps, because they claim where something is. Questions are left out; `others` counts the sentences left out.
 */
export function claimsIn(markdown: string): { claims: Claim[]; others: number } {
  const claims: Claim[] = [];
  let others = 0;
  for (const { kind, node, line } of blocksOf(parseText(markdown))) {
    if (kind === "heading") continue;
    for (const sentence of sentencesOf(plainText([node as RootContent]))) {
      if (/\?[”")]*$/.test(sentence)) others += 1;
      else if (STEP.test(sentence)) claims.push({ line, kind: "step", sentence });
      else if (SUBJECT.test(sentence) || NUMBER.test(sentence) || ABSOLUTE.test(sentence))
        claims.push({ line, kind: "statement", sentence });
      else others += 1;
    }
  }
  return { claims, others };
}
