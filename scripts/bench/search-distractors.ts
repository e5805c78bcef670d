import type { SearchDocument } from "../../lib/search/types";
import type { PageKind } from "../../lib/site/kinds";
import { below, pick, seeded, type Random } from "./random";

const KINDS: PageKind[] = ["article", "article", "guide", "term", "error"];
const SECTIONS_OF_A_PAGE = 5;

/** A word made of halves of two words: no page has it, just as every new page introduces a few. */
function newWord(random: Random, words: readonly string[]): string {
  const half = (word: string, first: boolean) =>
    first ? word.slice(0, Math.ceil(word.length / 2)) : word.slice(Math.ceil(word.length / 2));
  return half(pick(random, words) ?? "", true) + half(pick(random, words) ?? "", false);
}

/**
 * Adds meaningless pages until there are this many sections: words as frequent as in the content, half of them beside
 * their real neighbors, and two new words in each section.
 */
export function withDistractors(
  documents: readonly SearchDocument[],
  sections: number,
  seed: string,
): SearchDocument[] {
  const random = seeded(`${seed}/distractors`);
  const bodyWords = documents.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
  const headingWords = documents
    .flatMap(({ title, heading }) => `${title} ${heading ?? ""}`.split(/\s+/))
    .filter(Boolean);
  const longWords = bodyWords.filter((word) => /^[a-z]{6,}$/.test(word));
  const lengths = documents.map(({ text }) => text.split(/\s+/).length);
  const chain = (words: readonly string[], length: number): string[] => {
    let at = below(random, words.length);
    return Array.from({ length }, () => {
      at = random() < 0.5 ? (at + 1) % words.length : below(random, words.length);
      return words[at] ?? "";
    });
  };

  const result = [...documents];
  for (let number = documents.length, page = 0; number < sections; page++) {
    const address = `/generated/${page}`;
    const title = chain(headingWords, 4 + below(random, 4)).join(" ");
    const kind = pick(random, KINDS) ?? "article";
    for (let i = 0; i < SECTIONS_OF_A_PAGE && number < sections; i++, number++) {
      const text = [
        ...chain(bodyWords, pick(random, lengths) ?? 60),
        newWord(random, longWords),
        newWord(random, longWords),
      ].join(" ");
      result.push(
        i === 0
          ? {
              id: address,
              page: address,
              kind,
              title,
              text,
              description: chain(bodyWords, 15).join(" "),
            }
          : {
              id: `${address}#s${i}`,
              page: address,
              anchor: `s${i}`,
              kind,
              title,
              heading: chain(headingWords, 5).join(" "),
              text,
            },
      );
    }
  }
  return result;
}
