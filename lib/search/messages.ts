import { tokenize } from "./normalize";
import {
  NEAR_MESSAGE_LIKENESS,
  SAME_BUT_FOR_A_SLIP,
  PASTED_CHARACTERS,
  PASTED_PART_WORDS,
  PASTED_SHARE,
  PASTED_WORDS,
} from "./ranking";
import { americanSpelling } from "./stem";

/**
 * How a text matches a message. `whole`: it contains the message word for word. `part`: it is a part of the
 * message. `near`: some words differ.
 */
export type MessageMatch = {
  id: string;
  how: "whole" | "part" | "near";
  /** The share of common words, in order; 1 is the same sentence. */
  likeness: number;
};

/** A message that has been split into words. */
type PreparedMessage = {
  id: string;
  words: readonly string[];
  /** Whether it contains a date or the like, which differs on each screen. */
  varies: boolean;
};

/**
 * The words of a sentence for comparing it with messages: all of them, including "is" and "not", but no
 * articles, which get lost when retyping.
 */
export function sentenceWords(text: string): string[] {
  return tokenize(text)
    .filter(({ parts, term }) => !parts && term !== "a" && term !== "an" && term !== "the")
    .map(({ term }) => americanSpelling(term));
}

const PLACEHOLDER = /<[^<>]*>/g;

/** Prepares messages for {@link matchMessages}. Placeholders such as `<date>` match anything and are left out. */
export function prepareMessages(
  messages: readonly { id: string; message: string }[],
): PreparedMessage[] {
  return messages.map(({ id, message }) => ({
    id,
    words: sentenceWords(message.replace(PLACEHOLDER, " ")),
    varies: message.search(PLACEHOLDER) >= 0,
  }));
}

function positionOf(part: readonly string[], whole: readonly string[]): number {
  for (let i = 0; i + part.length <= whole.length; i++) {
    if (part.every((word, j) => whole[i + j] === word)) return i;
  }
  return -1;
}

function wordsInCommon(a: readonly string[], b: readonly string[]): number {
  let last = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) {
      row.push(
        word === b[j - 1] ? (last[j - 1] ?? 0) + 1 : Math.max(last[j] ?? 0, row[j - 1] ?? 0),
      );
    }
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * Compares the words of a sentence with messages, best match first. A message that is only the beginning of
 * another match is left out: the longer one wins exactly when its further words are present.
 */
export function matchMessages(
  words: readonly string[],
  messages: readonly PreparedMessage[],
): MessageMatch[] {
  if (words.length === 0) return [];
  const wholes: { id: string; from: number; to: number }[] = [];
  const others: MessageMatch[] = [];
  for (const message of messages) {
    const length = message.words.length;
    if (length === 0) continue;
    const from = positionOf(message.words, words);
    const compared = message.varies ? words.filter((word) => !/^\d+$/.test(word)) : words;
    const share = Math.min(1, length / compared.length);
    if (
      from >= 0 &&
      (share === 1 || (length > 2 && share >= PASTED_SHARE) || length >= PASTED_WORDS)
    ) {
      wholes.push({ id: message.id, from, to: from + length });
      continue;
    }
    const likeness = (2 * wordsInCommon(words, message.words)) / (words.length + length);
    if (words.length >= PASTED_PART_WORDS && positionOf(words, message.words) >= 0) {
      others.push({ id: message.id, how: "part", likeness });
    } else if (likeness >= NEAR_MESSAGE_LIKENESS) {
      others.push({ id: message.id, how: "near", likeness });
    }
  }
  // "… with a digital license linked" contains one message, but is contained in another; "… 1inked to your Microsoft
  // account" is the longer one but for a slip; and "… linked to your something account" goes on as it does. Not so
  // "… with a digital license, is it linked to my account".
  const isBeginning = (likeness: number, from: number, to: number) =>
    others.some(
      (other) =>
        other.how === "part" ||
        (other.likeness > likeness &&
          (other.likeness >= SAME_BUT_FOR_A_SLIP ||
            messages.some((one) => one.id === other.id && one.words[to - from] === words[to]))),
    );
  const outermost = wholes
    .filter(
      (a) => !wholes.some((b) => b.from <= a.from && a.to <= b.to && b.to - b.from > a.to - a.from),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .flatMap(({ id, from, to }): MessageMatch[] => {
      const share = (to - from) / words.length;
      const likeness = (2 * share) / (share + 1);
      if (share === 1 || !isBeginning(likeness, from, to))
        return [{ id, how: "whole", likeness: 1 }];
      others.push({ id, how: "near", likeness });
      return [];
    });
  // A text that is contained in a message beats one that is only similar.
  const byLikeness = others.sort(
    (a, b) => Number(b.how === "part") - Number(a.how === "part") || b.likeness - a.likeness,
  );
  return [...outermost, ...byLikeness];
}

/**
 * For a paste box: the messages that match a text, best first. The text may be of any length.
 */
export function findMessages(
  text: string,
  messages: readonly { id: string; message: string }[],
): MessageMatch[] {
  return matchMessages(sentenceWords(text.slice(0, PASTED_CHARACTERS)), prepareMessages(messages));
}
