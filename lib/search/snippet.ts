import { tokenize, type Token } from "./normalize";
import { stem } from "./stem";
import { isPhraseTerm, phraseStems } from "./synonyms";
import type { AnswerCard, AnswerText, MarkedWords, SearchAnswer, TextSegment } from "./types";

/** Longest text of a result: two lines on a wide screen, four on a phone. */
export const SNIPPET_CHARACTERS = 180;

// A beginning of a sentence is worth this many characters before the first match.
const SENTENCE_LEAD = SNIPPET_CHARACTERS / 2;
// Otherwise a few words before the first match show how it is meant.
const WORDS_LEAD = 40;

/** Texts of the results: of each section by its id, of each page by its address. */
export type SearchTexts = {
  sections: Record<string, string>;
  /** Descriptions, shown when the text has none of the words. */
  pages: Record<string, string>;
  /** Short answers, by the id of their section. */
  answers: Record<string, AnswerText>;
};

type Hit = { start: number; end: number; part: number };

/** A text as it is searched for marks: its words one after the other, and all tokens by their terms. */
type ReadText = {
  plain: string;
  words: readonly (Token & { stem: string })[];
  tokens: ReadonlyMap<string, readonly Token[]>;
};

// Whoever types sees the same sections again at each key, and reading their texts takes longer than
// the search itself. The most are some hundred: what a few queries have found.
const READ_TEXTS = 300;
const readTexts = new Map<string, ReadText>();

/** Reads a text of ours, and keeps what it read for the next key. */
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
  // A phrase or compound covers its words: "product key" is one mark.
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

/** The hits that fit into one window: most parts of the query, then most hits, then closest. */
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
      // Repetitions at the end do not widen the window that counts as close.
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

/** The last index up to `limit` that cuts no word, or no character in a text without spaces. */
function endOfWindow(text: string, least: number, limit: number): number {
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(" ", limit);
  if (space >= least && space > 0) return space;
  const half = text.charCodeAt(limit - 1);
  return half >= 0xd800 && half <= 0xdbff ? limit - 1 : limit;
}

/**
 * The stretch of a text that shows best why it was found: at most
 * {@link SNIPPET_CHARACTERS} characters, whole words, "…" where it was cut.
 * Without a match in the text the description is shown, or else its beginning.
 */
export function makeSnippet(text: string, marks: MarkedWords, description?: string): TextSegment[] {
  const known = read(text);
  const { plain } = known;
  const hits = findHits(known, marks);
  const window = bestWindow(hits);
  if (!window && description && description !== text) return makeSnippet(description, marks);
  const start = window ? startOfWindow(plain, window.first.start, window.last.end) : 0;
  const lead = start > 0 ? "…" : "";
  // One character each is kept for the two ellipses.
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

/** The card with its words, where they are there. */
export function withText(card: AnswerCard, texts: SearchTexts): AnswerCard {
  const found = texts.answers[card.section];
  if (!found) return card;
  const { texts: byVersion, ...more } = found;
  return { ...card, ...more, text: byVersion[card.version] };
}

/** The answer with snippets from texts that were fetched after it. */
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
