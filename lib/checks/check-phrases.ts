import { ownWords } from "../text/sentences";
import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import type { Problem } from "./problem";
import { proseOf } from "./prose";

/** The names for sources of a claim in a sentence. */
const SOURCES = String.raw`(?:third[- ]part(?:y|ies)|(?:user |press |news |public |forum |several |some |many |most |two |these |such |other |older )*(?:guides|reports|sources|sites|scripts)|users|readers|dealers|(?:one|another|some) (?:public |forum |news )?(?:guide|report|source|site|page))`;
const SAY = String.raw`(?:(?:also|all|often|even|now|who) )*(?:say|report|agree|disagree|differ|describe|name|suggest|advise|expect|explain|treat|repeat|confirm|show|tell|take|put|mention|use)s?`;

/** Phrases about where a sentence comes from, and what to write instead. */
export const PHRASES: readonly { pattern: RegExp; instead: string }[] = [
  {
    pattern: new RegExp(String.raw`\b${SOURCES},? ${SAY}\b`, "i"),
    instead: "Say what is so.",
  },
  {
    pattern: /\breported(?:ly)?\b(?! (?:as )?(?:stolen|missing))/i,
    instead: "Say what is so. Where the reader could lose something: “usually”, “may”, “should”.",
  },
  { pattern: /\b(?:user|press|news|public) reports?\b/i, instead: "Say what is so." },
  { pattern: /\bpublic (?:examples|scripts|lists?|sources?)\b/i, instead: "Say what is so." },
  { pattern: /\bthird[- ]part(?:y|ies)\b/i, instead: "Say what is so, or name the thing." },
  {
    pattern:
      /\baccording to (?:(?:a|one|two|some|several|many|other|public|user|press|the) )*(?:guides?|reports?|sources?|sites?|pages?|lists?|third|users?)\b/i,
    instead: "Say what is so.",
  },
  {
    pattern:
      /\b(?:no|any|every|each|the|other|one) (?:(?:public|other|Microsoft) )?sources?\b(?! code)/i,
    instead: "Leave the source out: say what to do where nothing is known.",
  },
  {
    pattern:
      /\b(?:pages?|sources?|lists?|texts?|guides?|articles?) (?:that )?(?:was|were|we|could)(?: have| be| not)* read\b|\b(?:could|was|were) (?:not )?(?:be )?read by us\b|\bsteps could not be read\b/i,
    instead: "Leave it out: what was read is in the sources of the page.",
  },
  {
    pattern: /\bwe (?:could read|have no (?:Microsoft|source|page)|found no|conclude)\b/i,
    instead: "Say what is so, or what to do where nothing is known.",
  },
  {
    pattern:
      /\b(?:this|that|it) is (?:(?:a|our|an) (?:conclusion|advice|reading|expectation|inference)|general advice)\b|\bthis follows from\b|\bour (?:own )?(?:advice|reading of)\b/i,
    instead: "Say the conclusion, or give the advice.",
  },
  {
    pattern:
      /\bas far as is known\b|\bas (?:guides|users|others) call\b|\b(?:shop|store) listings? says?\b|\bis drawn from\b|\bis described as\b|\bsome say\b|\bno Microsoft page\b/i,
    instead: "Say what is so.",
  },
  {
    pattern:
      /\bMicrosoft (?:lists|names|describes|gives|ties) (?:this|the|these|that) (?:codes?|numbers?|causes?)\b|\bMicrosoft (?:prints|says so for|publishes nothing)\b/i,
    instead: "Say what is so: a filled mark means that Microsoft says it.",
  },
];

/** Fields in the reader's voice, or with the words on the screen. */
const NOT_OUR_VOICE = /(?:^|\.)(?:label|seen)$|^exits\[/;

/** Pages whose subject is what others say, with the reason. */
const ABOUT_OTHERS = new Set([
  // Compares two guides with what is true, claim by claim.
  "articles/corrections.md",
]);

/**
 * A sentence says what is so; the mark behind it says who says it and how sure that is. So no text for readers
 * talks about its sources.
 */
export function checkPhrases(file: CheckedFile, index: ContentIndex): Problem[] {
  if (ABOUT_OTHERS.has(file.file)) return [];
  return proseOf(file, index)
    .filter(({ field }) => !NOT_OUR_VOICE.test(field))
    .flatMap(({ field, block, oneOfMany }) =>
      phrasesIn(ownWords(block.node)).map(({ found, instead }): Problem => ({
        file: file.file,
        field,
        message: `the text talks about its sources: “${found}”${oneOfMany ? ` (line ${block.line} of the text)` : ""}`,
        remedy: `${instead} The mark behind the sentence tells how sure it is and who says so. Put exact words of others in “quotes” and labels in **bold**.`,
      })),
    );
}

/** The phrases about sources in a text, each once. */
export function phrasesIn(words: string): { found: string; instead: string }[] {
  return PHRASES.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(words);
    return found ? [{ found: found[0], instead }] : [];
  });
}
