import { tokenize, type Token } from "./normalize";
import { stem } from "./stem";
import { isPhraseTerm, phraseStems } from "./synonyms";
import type { SearchTexts } from "./section-text";
import type { AnswerCard, MarkedWords, SearchAnswer, SearchResult, TextSegment } from "./types";

/** The longest text of a result: two lines on a wide screen, four on a phone. */
export const SNIPPET_CHARACTERS = 180;

// Start at the beginning of the sentence if it is at most this many characters before the first match.
const SENTENCE_LEAD = SNIPPET_CHARACTERS / 2;
// Otherwise a few words before the first match give the context.
const WORDS_LEAD = 40;

type Hit = { start: number; end: number; part: number };

/** A text prepared for marking: its words in order, and all tokens by term. */
type ReadText = {
  plain: string;
  words: readonly (Token & { stem: string })[];
  tokens: ReadonlyMap<string, readonly Token[]>;
};

// Typing finds the same sections again at each key, and tokenizing their texts takes longer than the search
// itself. The cache holds some hundred texts: the results of a few queries.
const READ_TEXTS = 300;
const readTexts = new Map<string, ReadText>();

/** Tokenizes a text of ours and caches the result for the next key. */
function read(text: string): ReadText {
  const known = readTexts.get(text);
  if (known) return known;
  if (readTexts.size >= READ_TEXTS) readTexts.clear();
  const plain = text.replace(/\s+/g, " ").trim();
  const all = tokenize(plain);
  const tokens = new Map<string, Token[]>();
  for (const token of all) tokens.set(token.term, [...(tokens.get(token.term) ?? []), token]);
  const words = all
    .filter(({ parts }) => !parts)
    .map((token) => ({ ...token, stem: stem(token.term) }));
  const result = { plain, words, tokens };
  readTexts.set(text, result);
  return result;
}

function findHits({ words, tokens }: ReadText, marks: MarkedWords): Hit[] {
  const hits: Hit[] = [];
  for (const [term, part] of Object.entries(marks)) {
    for (const { start, end } of tokens.get(term) ?? []) hits.push({ start, end, part });
    if (!isPhraseTerm(term)) continue;
    const phrase = phraseStems(term);
    for (const [i, { start }] of words.entries()) {
      const last = words[i + phrase.length - 1];
      if (last && phrase.every((wanted, j) => words[i + j]?.stem === wanted))
        hits.push({ start, end: last.end, part });
    }
  }
  // A phrase or compound covers its words: "product key" gets one mark.
  const merged: Hit[] = [];
  for (const hit of hits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end);
    else merged.push(hit);
  }
  return merged;
}

/** Some of them may be empty. */
function segments(text: string, hits: readonly Hit[], from: number, to: number): TextSegment[] {
  const result: TextSegment[] = [];
  let position = from;
  for (const { start, end } of hits) {
    if (start < position || end > to) continue;
    result.push(
      { text: text.slice(position, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    position = end;
  }
  return [...result, { text: text.slice(position, to), marked: false }];
}

/** The best hits that fit into one window: most parts of the query, then most hits, then the closest. */
function bestWindow(hits: readonly Hit[]): { first: Hit; last: Hit } | undefined {
  let best: { first: Hit; last: Hit; points: number } | undefined;
  for (const [i, first] of hits.entries()) {
    const parts = new Set<number>();
    let last = first;
    let count = 0;
    for (const hit of hits.slice(i)) {
      if (hit !== first && hit.end - first.start > SNIPPET_CHARACTERS - 2) break;
      // Repetitions at the end do not count when closeness is compared.
      if (!parts.has(hit.part)) last = hit;
      parts.add(hit.part);
      count++;
    }
    const points = parts.size * 1e6 + count * 1e3 - (last.end - first.start);
    if (!best || points > best.points) best = { first, last, points };
  }
  return best;
}

function startOfWindow(text: string, first: number, end: number, most: number): number {
  const earliest = Math.max(0, end - (most - 2));
  if (earliest === 0) return 0;
  const lead = text.slice(Math.max(earliest, first - SENTENCE_LEAD), first);
  const sentence = /^.*[.!?:]\s+(?=\S|$)/s.exec(lead);
  if (sentence) return first - lead.length + sentence[0].length;
  const space = text.indexOf(" ", Math.max(earliest, first - WORDS_LEAD));
  return Math.min(space + 1 || first, first);
}

/** The last index up to `limit` between words, or between characters in a text without spaces. */
function endOfWindow(text: string, least: number, limit: number): number {
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(" ", limit);
  if (space >= least && space > 0) return space;
  const half = text.charCodeAt(limit - 1);
  return half >= 0xd800 && half <= 0xdbff ? limit - 1 : limit;
}

/**
 * The stretch of a text that shows best why it was found: at most `most` characters, whole words, "…" where it was
 * cut. If the text has no match: the description, or else the beginning.
 */
export function makeSnippet(
  text: string,
  marks: MarkedWords,
  description?: string,
  most = SNIPPET_CHARACTERS,
): TextSegment[] {
  const known = read(text);
  const { plain } = known;
  const hits = findHits(known, marks);
  const window = bestWindow(hits);
  if (!window && description) return makeSnippet(description, marks);
  const start = window ? startOfWindow(plain, window.first.start, window.last.end, most) : 0;
  const lead = start > 0 ? "…" : "";
  // Reserves a character for each of the two ellipses.
  const end = endOfWindow(plain, window?.last.end ?? 0, start + most - lead.length - 1);
  return [
    { text: lead, marked: false },
    ...segments(plain, hits, start, end),
    { text: end < plain.length ? "…" : "", marked: false },
  ].filter((segment) => segment.text);
}

/** The card with its text, if that is loaded. */
function withText(card: AnswerCard, texts: SearchTexts): AnswerCard {
  const found = texts[card.section]?.answer;
  if (!found) return card;
  const { texts: byVersion, ...more } = found;
  return { ...card, ...more, text: byVersion[card.version] };
}

/** What a result says: its whole answer or brief, or an excerpt. */
function textOf(
  { section, whole }: SearchResult,
  { card, marks }: SearchAnswer,
  texts: SearchTexts,
): TextSegment[] {
  const { text = "", description, answer, brief = 0 } = texts[section] ?? {};
  // The card has said what the page answers; the description says what else is there.
  if (card?.section.startsWith(`${section}#`)) return makeSnippet(description ?? text, marks);
  const all =
    whole &&
    (answer ? answer.texts[whole].map((piece) => piece.text).join("") : text.slice(0, brief));
  if (all) return makeSnippet(all, marks, "", Infinity);
  // Below the question of an answer, the description of its page would be about something else.
  return makeSnippet(text, marks, answer ? undefined : description);
}

/** The answer with texts that were fetched later. One that is missing leaves its snippet empty. */
export function addSnippets(answer: SearchAnswer, texts: SearchTexts): SearchAnswer {
  return {
    ...answer,
    card: answer.card && withText(answer.card, texts),
    results: answer.results.map((result) => ({
      ...result,
      snippet: textOf(result, answer, texts),
    })),
  };
}
