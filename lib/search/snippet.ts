import { tokenize, type Token } from "./normalize";
import { stem } from "./stem";
import { isPhraseTerm, phraseStems } from "./synonyms";
import type { AnswerCard, AnswerText, MarkedWords, SearchAnswer, TextSegment } from "./types";

/** The longest text of a result: two lines on a wide screen, four on a phone. */
export const SNIPPET_CHARACTERS = 180;

// Start at the beginning of the sentence if it is at most this many characters before the first match.
const SENTENCE_LEAD = SNIPPET_CHARACTERS / 2;
// Otherwise a few words before the first match give the context.
const WORDS_LEAD = 40;

/** Texts for results: of sections by id, of pages by address. */
export type SearchTexts = {
  sections: Record<string, string>;
  /** Descriptions, shown when a text has no match. */
  pages: Record<string, string>;
  /** Short answers, by the id of their section. */
  answers: Record<string, AnswerText>;
};

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
  for (const token of all) {
    const same = tokens.get(token.term);
    if (same) same.push(token);
    else tokens.set(token.term, [token]);
  }
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
    else merged.push({ ...hit });
  }
  return merged;
}

function segments(text: string, hits: readonly Hit[], from: number, to: number): TextSegment[] {
  const result: TextSegment[] = [];
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) result.push({ text: text.slice(start, end), marked });
  };
  let position = from;
  for (const hit of hits) {
    if (hit.start < position || hit.end > to) continue;
    push(position, hit.start, false);
    push(hit.start, hit.end, true);
    position = hit.end;
  }
  push(position, to, false);
  return result;
}

/** The best hits that fit into one window: most parts of the query, then most hits, then the closest. */
function bestWindow(hits: readonly Hit[]): { first: Hit; last: Hit } | undefined {
  let best: { first: Hit; last: Hit; parts: number; count: number } | undefined;
  for (let i = 0; i < hits.length; i++) {
    const first = hits[i];
    if (!first) continue;
    const parts = new Set<number>();
    let last = first;
    let count = 0;
    for (let j = i; j < hits.length; j++) {
      const hit = hits[j];
      if (!hit || (j > i && hit.end - first.start > SNIPPET_CHARACTERS - 2)) break;
      const isNew = !parts.has(hit.part);
      parts.add(hit.part);
      count++;
      // Repetitions at the end do not count when closeness is compared.
      if (isNew) last = hit;
    }
    const closer = best && last.end - first.start < best.last.end - best.first.start;
    const better =
      !best ||
      parts.size > best.parts ||
      (parts.size === best.parts && (count > best.count || (count === best.count && closer)));
    if (better) best = { first, last, parts: parts.size, count };
  }
  return best;
}

function startOfWindow(text: string, first: number, end: number): number {
  const earliest = Math.max(0, end - (SNIPPET_CHARACTERS - 2));
  if (earliest === 0) return 0;
  const lead = text.slice(Math.max(earliest, first - SENTENCE_LEAD), first);
  const sentence = /^.*[.!?:]\s+(?=\S|$)/s.exec(lead);
  if (sentence) return first - lead.length + sentence[0].length;
  const from = Math.max(earliest, first - WORDS_LEAD);
  const space = text.indexOf(" ", from);
  return space >= 0 && space < first ? space + 1 : first;
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
 * The stretch of a text that shows best why it was found: at most {@link SNIPPET_CHARACTERS} characters, whole
 * words, "…" where it was cut. If the text has no match: the description, or else the beginning.
 */
export function makeSnippet(text: string, marks: MarkedWords, description?: string): TextSegment[] {
  const known = read(text);
  const { plain } = known;
  const hits = findHits(known, marks);
  const window = bestWindow(hits);
  if (!window && description && description !== text) return makeSnippet(description, marks);
  const start = window ? startOfWindow(plain, window.first.start, window.last.end) : 0;
  const lead = start > 0 ? "…" : "";
  // Reserves a character for each of the two ellipses.
  const end = endOfWindow(
    plain,
    window ? window.last.end : 0,
    start + SNIPPET_CHARACTERS - lead.length - 1,
  );
  const result = segments(plain, hits, start, end);
  if (lead) result.unshift({ text: lead, marked: false });
  if (end < plain.length) result.push({ text: "…", marked: false });
  return result;
}

/** The card with its text, if that is loaded. */
export function withText(card: AnswerCard, texts: SearchTexts): AnswerCard {
  const found = texts.answers[card.section];
  if (!found) return card;
  const { texts: byVersion, ...more } = found;
  return { ...card, ...more, text: byVersion[card.version] };
}

/** The answer with snippets from texts that were fetched later. */
export function addSnippets(answer: SearchAnswer, texts: SearchTexts): SearchAnswer {
  return {
    ...answer,
    ...(answer.card && { card: withText(answer.card, texts) }),
    results: answer.results.map((result) => ({
      ...result,
      snippet: makeSnippet(
        texts.sections[result.section] ?? "",
        answer.marks,
        texts.pages[result.page],
      ),
    })),
  };
}
