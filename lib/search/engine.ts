import { nearestErrorCodes, findErrorCodes } from "@/lib/errors/error-code";
import { explainCode, type FacilityText } from "@/lib/errors/code-facility";
import { looksLikeOutput } from "@/lib/licenses/looks-like-output";
import type { Language } from "@/lib/wordings/language";
import { ASIDE_KINDS, KIND_WEIGHTS } from "@/lib/site/kind-tables";
import type { PageKind } from "@/lib/site/kinds";
import type { Windows } from "@/lib/windows/version";
import { codesOfPieces } from "./code-pieces";
import { matchMessages, prepareMessages, sentenceWords, type MessageMatch } from "./messages";
import { BEYOND_TITLE, IN_HEADING, IN_TITLE, openPostings, type PackedIndex } from "./packed-index";
import { understandQuery, type IndexWords, type QueryPart, type QueryWord } from "./query";
import {
  ANSWERS_AS_WELL,
  ASKED,
  ASKED_SHORT,
  ASKED_STORY,
  BEST_SECTIONS,
  CARD_EVIDENCE,
  CARD_MISSING,
  CARD_POINTS,
  CARD_SCORE_POWER,
  CARD_WORDS,
  CERTAINTY_PARTS,
  CODE_WITH_ITS_PAGE,
  ELSEWHERE_ON_PAGE,
  EVIDENCE_WORDS,
  EVIDENT,
  HEADING_COVERAGE,
  LEAST_COVERAGE,
  LEAST_IMPORTANCE,
  NEAR_MESSAGE,
  NEIGHBORS,
  NEIGHBOR_SCORE,
  OCCURRENCES_BUDGET,
  IS_THE_TERM,
  LEAST_OWN,
  MOST_OF_TITLE,
  NAMES_A_PAGE,
  OTHER_MOMENT,
  OTHER_VERSION,
  PASTED_CHARACTERS,
  SAME_QUESTION,
  SECOND_SECTION,
  SOFT_AND_BASE,
  SOFT_AND_POWER,
  STORY_PARTS,
  ALL,
  ALL_WORDS,
  SUGGESTIONS,
  TITLE_COVERAGE,
  TOGETHER_WEIGHT,
  WHOLE_RESULTS,
  WHOLE_TITLE,
} from "./ranking";
import { asksForUnlawfulActivation } from "./safety";
import { isForeignWord, seemsForeign } from "./foreign-words";
import { momentOf, type Moment } from "./intent";
import {
  countAskedWords,
  weighEvidence,
  isName,
  isQuestion,
  matchAnswer,
  prepareAnswer,
  prepareQuery,
  tellingWords,
  type AnswerMatch,
  type AskedWords,
  type PreparedQuery,
} from "./question-match";
import type { SearchTexts } from "./section-text";
import { addSnippets } from "./snippet";
import { stem } from "./stem";
import { prepareSynonyms } from "./synonyms";
import type {
  AnswerCard,
  MarkedWords,
  ReadForeign,
  SearchAnswer,
  SearchIndex,
  SearchOptions,
  SearchResult,
  SynonymGroup,
} from "./types";

/** A page as results show it. */
type IndexedPage = {
  address: string;
  kind: PageKind;
  title: string;
  code?: string;
  message?: string;
};

/** A section of a page. */
export type IndexedSection = {
  /** The index of its page. */
  page: number;
  anchor?: string;
  heading?: string;
  windows?: Windows[];
  /** Other ways to ask the question of a short answer; its heading is the first one. */
  also?: string[];
  /** Absent when it equals the address with the anchor. */
  id?: string;
};

/** What it takes to find a section and to link to it: everything but the texts. */
export type IndexContent = {
  pages: IndexedPage[];
  sections: IndexedSection[];
  /** Words that occur in questions about anything; see weak-words.ts. */
  weakWords: string[];
  synonyms: SynonymGroup[];
  /** How Windows words its texts in other languages. */
  languages: Language[];
  /** Explains codes without a page, by their facility. */
  facilities: FacilityText[];
  /** What is said about pasted license output. The server can parse it and says more (lib/search/search-request.ts). */
  outputText: string;
};

/** Sentences in other languages are on the site, too; at least one of their words is in fewer sections than this. */
const COMMON_SECTIONS = 4;

/** The page that explains pasted license output. */
const OUTPUT_PAGE = "/start/license-output";
/** A serialized index. */
export type SerializedIndex = IndexContent & { format: 1; words: PackedIndex };

/** Memoizes a function. Only for arguments from the index, of which there are finitely many. */
function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

function addressOf(page: IndexedPage, section: IndexedSection): string {
  return section.anchor ? `${page.address}#${section.anchor}` : page.address;
}

function idOf(page: IndexedPage, section: IndexedSection): string {
  return section.id ?? addressOf(page, section);
}

/**
 * Opens an index that `createIndex` serialized. Without texts the results have no snippets;
 * `addSnippets` adds them later.
 */
export function loadIndex(index: string, readForeign: ReadForeign, texts = "{}"): SearchIndex {
  const { format, words, ...content } = JSON.parse(index) as SerializedIndex;
  if (format !== 1) throw new Error("Search index of an unknown format: build it again.");
  return openIndex(words, content, readForeign, JSON.parse(texts) as SearchTexts);
}

/**
 * Columns of numbers for the sections that a query touches, allocated once and cleared after each use. (Maps of
 * objects took three quarters of a query's time at 10,000 sections.)
 */
function makeTable<Column extends string>(size: number, ...columns: Column[]) {
  const cells = columns.map((column) => [column, new Float64Array(size)] as const);
  const used = new Uint8Array(size);
  const rows: number[] = [];
  return {
    ...(Object.fromEntries(cells) as Record<Column, Float64Array>),
    /** The sections that were touched. */
    rows,
    /** Marks a section as touched. Returns whether it was the first time. */
    touch(section: number): boolean {
      if (used[section]) return false;
      used[section] = 1;
      rows.push(section);
      return true;
    },
    clear() {
      for (const [, cell] of cells) for (const row of rows) cell[row] = 0;
      for (const row of rows) used[row] = 0;
      rows.length = 0;
    },
  };
}

/** Reads a cell; every section has one. */
const at = (cells: ArrayLike<number>, row: number): number => cells[row] ?? 0;

function add(cells: Float64Array, row: number, value: number): void {
  cells[row] = at(cells, row) + value;
}

/** A page that was found, with its best section. `second` is the score of the second best. */
type PageHit = {
  page: number;
  section: number;
  score: number;
  second: number;
  coverage: number;
  /** The share of the query in the page's title or in the readers' words for it. */
  named: number;
  /** The query is all or most of the page's title, in whatever order. */
  isTitle: boolean;
};

/** A short answer that the query may ask for. */
type AnswerHit = AnswerMatch & {
  section: number;
  /** The share of the query in its section. */
  own: number;
  score: number;
};

/** Opens an index from its parts. */
export function openIndex(
  packed: PackedIndex,
  content: IndexContent,
  readForeign: ReadForeign,
  texts: SearchTexts,
): SearchIndex {
  const { pages, sections } = content;
  const postings = openPostings(
    packed,
    sections.length,
    sections.map(({ also }) => also),
  );
  const synonyms = prepareSynonyms(content.synonyms);
  const { terms } = packed;
  const weakWords = new Set(content.weakWords);
  const index: IndexWords = {
    words: terms,
    count: postings.count,
    correctable: {
      words: [...terms, ...[...synonyms.words].filter((word) => postings.count(word) === 0)],
      count: postings.count,
    },
    beginnings: remembered((letters: number) => [
      ...new Set(
        terms.filter(({ length }) => length > letters).map((word) => word.slice(0, letters)),
      ),
    ]),
    stem: remembered(stem),
    isWeak: (word) => weakWords.has(word) || isForeignWord(word),
    // The IDF of BM25, but never 0, so that a word in every section still counts a little.
    importance: (count) =>
      Math.log(1 + (sections.length - count + 0.5) / (count + 0.5)) + LEAST_IMPORTANCE,
  };
  const titleWords = remembered((title: string) => tellingWords(title).length);
  // Reversed, so that the first section of each page wins.
  const firstSections = new Map(sections.map(({ page }, i) => [page, i] as const).reverse());
  const pagesByCode = new Map(pages.flatMap(({ code }, i) => (code ? [[code, i] as const] : [])));
  const allCodes = [...pagesByCode.keys()];
  const pagesByAddress = new Map(pages.map(({ address }, i) => [address, i] as const));
  const { languages } = content;
  const messages = prepareMessages(
    pages.flatMap(({ message }, i) => (message ? [{ id: String(i), message }] : [])),
  );

  const preparedAnswer = remembered((row: number) => {
    const { heading = "", also = [] } = sections[row] ?? {};
    return prepareAnswer([heading, ...also], index);
  });
  // Counted when the first query comes, since pages open an index that nobody may search.
  let counted: AskedWords | undefined;
  const askedWords = () =>
    (counted ??= countAskedWords(
      sections.flatMap(({ page, also }, row) =>
        also ? [{ row, page, ways: preparedAnswer(row).ways }] : [],
      ),
    ));
  const moments = new Map<number, Moment | undefined>();
  function momentOfSection(row: number): Moment | undefined {
    if (!moments.has(row)) {
      const { heading = "", page = 0 } = sections[row] ?? {};
      moments.set(row, momentOf(heading) ?? momentOf(pages[page]?.title ?? ""));
    }
    return moments.get(row);
  }

  // For one word, one part of the query, and the whole query. `places` are bits, as in the index.
  const ofWord = makeTable(sections.length, "score", "places");
  const ofPart = makeTable(sections.length, "score", "share", "title", "heading", "places");
  const ofQuery = makeTable(
    sections.length,
    "score",
    "own",
    "title",
    "titleParts",
    "heading",
    "places",
  );

  /** Fills {@link ofWord} with the sections that have a word in any of its forms. */
  function findWord(word: QueryWord, only: ReadonlySet<number> | undefined): void {
    ofWord.clear();
    const { score: scores, places } = ofWord;
    for (const { term, weight } of word.forms) {
      const importance = index.importance(index.count(term)) * weight;
      const found = postings.find(term);
      for (let i = 0; i < found.sections.length; i++) {
        const section = at(found.sections, i);
        if (only && !only.has(section)) continue;
        const score = at(found.scores, i) * importance;
        // The best form counts, not the sum: ten completions are no better than one.
        if (ofWord.touch(section) || score > at(scores, section)) scores[section] = score;
        places[section] = at(places, section) | at(found.places, i);
      }
    }
  }

  /**
   * Fills {@link ofPart} with the sections that have a part of the query: the sum of its typed words, or an
   * alternative for all of them.
   */
  function findPart(part: QueryPart, only: ReadonlySet<number> | undefined): void {
    ofPart.clear();
    const { score, share, title, heading, places } = ofPart;
    const typedImportance = part.typed.reduce((sum, { importance }) => sum + importance, 0);
    for (const word of part.typed) {
      findWord(word, only);
      const weight = word.importance / typedImportance;
      for (const row of ofWord.rows) {
        const where = at(ofWord.places, row);
        ofPart.touch(row);
        add(score, row, at(ofWord.score, row));
        add(share, row, weight);
        if (where & IN_TITLE) add(title, row, weight);
        if (where & IN_HEADING) add(heading, row, weight);
        places[row] = at(places, row) | where;
      }
    }
    if (part.together) {
      findWord(part.together, only);
      for (const row of ofWord.rows)
        if (at(share, row) > 0) add(score, row, TOGETHER_WEIGHT * at(ofWord.score, row));
    }
    for (const { word, weight } of part.others) {
      findWord(word, only);
      for (const row of ofWord.rows) {
        const otherScore = weight * at(ofWord.score, row);
        if (!ofPart.touch(row) && at(score, row) * at(share, row) >= otherScore * weight) continue;
        const where = at(ofWord.places, row);
        score[row] = otherScore;
        share[row] = weight;
        title[row] = where & IN_TITLE ? weight : 0;
        heading[row] = where & IN_HEADING ? weight : 0;
        places[row] = where;
      }
    }
  }

  function wordsOf({ typed, together, others }: QueryPart): QueryWord[] {
    return [...others.map(({ word }) => word), ...(together ? [together] : []), ...typed];
  }

  function occurrencesOf(part: QueryPart): number {
    return wordsOf(part)
      .flatMap(({ forms }) => forms)
      .reduce((sum, { term }) => sum + index.count(term), 0);
  }

  function bestSections(): Set<number> {
    const byScore = [...ofQuery.rows].sort((a, b) => at(ofQuery.score, b) - at(ofQuery.score, a));
    return new Set(byScore.slice(0, BEST_SECTIONS));
  }

  function rankPages(
    parts: QueryPart[],
    asks: PreparedQuery,
    shown: Windows,
    likenesses: ReadonlyMap<number, number>,
    evidence: ReadonlyMap<number, number>,
  ): { hits: PageHit[]; answers: AnswerHit[]; highest: number } {
    ofQuery.clear();
    const total = parts.reduce((sum, { importance }) => sum + importance, 0) || 1;
    const pageShares = new Float64Array(pages.length);
    let best: Set<number> | undefined;
    let occurrences = 0;
    const byRarity = parts
      .map((part) => ({ part, occurrences: occurrencesOf(part) }))
      .sort((a, b) => a.occurrences - b.occurrences);
    for (const { part, occurrences: more } of byRarity) {
      occurrences += more;
      if (occurrences > OCCURRENCES_BUDGET && ofQuery.rows.length > 0) best ??= bestSections();
      findPart(part, best);
      const weight = part.importance / total;
      const pageBest = new Float64Array(pages.length);
      for (const row of ofPart.rows) {
        const share = Math.min(1, at(ofPart.share, row));
        const title = at(ofPart.title, row);
        ofQuery.touch(row);
        add(ofQuery.score, row, at(ofPart.score, row));
        add(ofQuery.own, row, weight * share);
        add(ofQuery.title, row, weight * title);
        add(ofQuery.titleParts, row, Math.min(1, title) * part.typed.length);
        add(ofQuery.heading, row, weight * at(ofPart.heading, row));
        ofQuery.places[row] = at(ofQuery.places, row) | at(ofPart.places, row);
        const page = sections[row]?.page ?? 0;
        const more = share - at(pageBest, page);
        if (more > 0) {
          add(pageBest, page, more);
          add(pageShares, page, weight * more);
        }
      }
    }

    const { from, power } = parts.length < STORY_PARTS ? ASKED_SHORT : ASKED_STORY;
    const byPage = new Map<number, PageHit>();
    const answers: AnswerHit[] = [];
    let highest = 0;
    const evident = EVIDENT * lessIfShort(EVIDENCE_WORDS, asks);
    for (const row of ofQuery.rows) {
      const section = sections[row];
      const page = section && pages[section.page];
      if (!section || !page) continue;
      const own = at(ofQuery.own, row);
      const title = at(ofQuery.title, row);
      const heading = at(ofQuery.heading, row);
      const coverage = own + ELSEWHERE_ON_PAGE * (at(pageShares, section.page) - own);
      const likeness = likenesses.get(section.page) ?? 0;
      const titleShare = Math.min(
        1,
        at(ofQuery.titleParts, row) / (postings.titleLength(row) || 1),
      );
      // In whatever order. A synonym counts a little less than the word itself.
      const isTitle =
        title >= NAMES_A_PAGE && at(ofQuery.titleParts, row) > titleWords(page.title) - 0.5;
      const match =
        section.also && own >= LEAST_OWN ? matchAnswer(asks, preparedAnswer(row)) : undefined;
      const asked = match?.likeness ?? 0;
      const moment = momentOfSection(row);
      const score =
        at(ofQuery.score, row) *
        (SOFT_AND_BASE + (1 - SOFT_AND_BASE) * coverage ** SOFT_AND_POWER) *
        (own > ALL ? 1 + ALL_WORDS : 1) *
        (1 + TITLE_COVERAGE * titleShare * title ** 2 + HEADING_COVERAGE * heading ** 2) *
        (isTitle ? WHOLE_TITLE : 1) *
        (section.windows && !section.windows.includes(shown) ? OTHER_VERSION : 1) *
        (1 + NEAR_MESSAGE * likeness ** 2) *
        Math.exp(evident * (evidence.get(row) ?? 0)) *
        (1 + ASKED * Math.max(0, (asked - from) / (1 - from)) ** power) *
        (moment && asks.moment && moment !== asks.moment ? OTHER_MOMENT : 1) *
        KIND_WEIGHTS[page.kind];
      highest = Math.max(highest, score);
      if (match && asked > 0) answers.push({ ...match, section: row, own, score });
      const hit = byPage.get(section.page);
      if (hit && hit.score >= score) {
        hit.second = Math.max(hit.second, score);
      } else {
        byPage.set(section.page, {
          page: section.page,
          section: row,
          score,
          second: hit?.score ?? 0,
          coverage,
          named: Math.max(title, heading),
          isTitle:
            title > NAMES_A_PAGE &&
            at(ofQuery.titleParts, row) >= MOST_OF_TITLE * titleWords(page.title),
        });
      }
    }

    const ranked = [...byPage.values()];
    for (const hit of ranked) {
      hit.score += SECOND_SECTION * hit.second;
      // Only the title matched, so no section is better than the top of the page.
      if (!(at(ofQuery.places, hit.section) & BEYOND_TITLE))
        hit.section = firstSections.get(hit.page) ?? 0;
    }
    const least = LEAST_COVERAGE * Math.max(0, ...ranked.map(({ coverage }) => coverage));
    const hits = ranked
      .filter(({ coverage }) => coverage >= least)
      .sort((a, b) => b.score - a.score || a.page - b.page);
    return { hits: answeringFirst(hits, asks), answers, highest };
  }

  /** A part of a query, with less weight if it is an error code. */
  function lessCode(part: QueryPart): QueryPart {
    const isCode = part.typed.some(({ forms }) => /^0x[0-9a-f]{8}$/.test(forms[0]?.term ?? ""));
    return isCode ? { ...part, importance: part.importance * CODE_WITH_ITS_PAGE } : part;
  }

  /**
   * Moves pages that only explain a word or ask back behind the first page that matches about as well. "How to activate"
   * has no other word than the term, but asks for no explanation of it.
   */
  function answeringFirst(hits: PageHit[], { intents }: PreparedQuery): PageHit[] {
    const place = hits.findIndex(({ page }) => !ASIDE_KINDS.includes(pages[page]?.kind ?? "page"));
    const answering = hits[place];
    if (!answering) return hits;
    const isBehind = (hit: PageHit) =>
      (hit.named < IS_THE_TERM || intents.has("how")) &&
      answering.coverage >= ANSWERS_AS_WELL * hit.coverage;
    const before = hits.slice(0, place);
    return [
      ...before.filter((hit) => !isBehind(hit)),
      answering,
      ...before.filter(isBehind),
      ...hits.slice(place + 1),
    ];
  }

  /**
   * Moves the term that a query names to the second place, if it is further behind: who types only a name may ask what it
   * means, and ever more answers use the word.
   */
  function withNamedTerm(hits: PageHit[]): PageHit[] {
    const place = hits.findIndex(
      ({ page, named }) => pages[page]?.kind === "term" && named >= NAMES_A_PAGE,
    );
    const term = hits[place];
    return term && place > 1 ? hits.toSpliced(place, 1).toSpliced(1, 0, term) : hits;
  }

  function marksOf(parts: readonly QueryPart[]): MarkedWords {
    const marks: MarkedWords = {};
    parts.forEach((part, number) => {
      for (const { forms } of wordsOf(part)) for (const { term } of forms) marks[term] = number;
    });
    return marks;
  }

  function resultOf(row: number, options: SearchOptions): SearchResult | undefined {
    const section = sections[row];
    const page = section && pages[section.page];
    if (!page) return undefined;
    const only = section.windows?.length === 1 ? section.windows[0] : undefined;
    return {
      address: addressOf(page, section),
      page: page.address,
      section: idOf(page, section),
      kind: page.kind,
      title: page.title,
      heading: section.heading,
      windows: only,
      otherVersionOnly: only === options.windows ? undefined : only,
      snippet: [],
    };
  }

  /**
   * The card of the answer that the query asks for, unless none matches well. Whoever types the title of a page
   * wants that page: an answer on another page answers something else with the same words.
   */
  function cardOf(
    asks: PreparedQuery,
    answers: readonly AnswerHit[],
    highest: number,
    shown: Windows,
    titled: readonly PageHit[],
    evidence: ReadonlyMap<number, number>,
  ): AnswerCard | undefined {
    const [best, next] = answers
      .filter((hit) => isFor(hit, shown))
      .map((hit) => ({ ...hit, certainty: certaintyOf(hit, highest) }))
      .sort(
        (a, b) =>
          Number(isSameQuestion(b)) - Number(isSameQuestion(a)) ||
          b.certainty - a.certainty ||
          a.section - b.section,
      );
    const section = best && sections[best.section];
    const page = section && pages[section.page];
    if (!page) return undefined;
    const isSame = isSameQuestion(best);
    const isAsked =
      isQuestion(asks, index) || (isSame && asks.intents.size > 0 && asks.stems.size > 1);
    if (!isAsked) return undefined;
    // A query that is a known question needs no more evidence.
    if (!isSame) {
      const points =
        best.likeness +
        (best.certainty - (next?.certainty ?? 0)) +
        CARD_EVIDENCE * lessIfShort(CARD_WORDS, asks) * (evidence.get(best.section) ?? 0) -
        CARD_MISSING * rarestMissing(asks, best.section);
      if (points < CARD_POINTS) return undefined;
    }
    if (titled.some((hit) => hit.page !== section.page)) return undefined;
    const only = section.windows?.length === 1 ? section.windows[0] : undefined;
    return {
      address: addressOf(page, section),
      section: idOf(page, section),
      question: section.heading ?? page.title,
      version: shown,
      windows: only,
    };
  }

  /**
   * A page that only lists answers, where the card shows the best of them already: it has the place of its next answer, and
   * shows that. Without one for this version, it has the place of its second section.
   */
  function withNextAnswer(
    hits: readonly PageHit[],
    card: AnswerCard,
    answers: readonly AnswerHit[],
    shown: Windows,
  ): PageHit[] {
    const hit = hits.find(({ page: number, section: row }) => {
      const [page, section] = [pages[number], sections[row]];
      return page?.kind === "answers" && section && idOf(page, section) === card.section;
    });
    if (!hit) return [...hits];
    const [next] = answers
      .filter(
        (answer) =>
          sections[answer.section]?.page === hit.page &&
          answer.section !== hit.section &&
          isFor(answer, shown),
      )
      .sort((a, b) => b.score - a.score);
    const score = next?.score ?? hit.second;
    const others = hits.filter((other) => other !== hit);
    const place = others.filter((other) => other.score > score).length;
    return others.toSpliced(place, 0, { ...hit, section: next?.section ?? hit.section, score });
  }

  /** The share of its evidence that counts for a query: none with so few words or fewer. */
  const lessIfShort = (words: number, { stems }: PreparedQuery) =>
    Math.max(0, 1 - words / stems.size);

  /** Whether an answer is true of a version of Windows. */
  const isFor = ({ section }: AnswerHit, shown: Windows) =>
    sections[section]?.windows?.includes(shown) ?? true;

  const isSameQuestion = ({ likeness }: AnswerHit) => likeness >= SAME_QUESTION;

  /** How certain it is that the query asks for an answer, from 0 to 1. */
  const certaintyOf = ({ own, likeness, together, score }: AnswerHit, highest: number) =>
    (CERTAINTY_PARTS.own * own +
      CERTAINTY_PARTS.likeness * likeness +
      CERTAINTY_PARTS.together * together) *
    (score / highest) ** CARD_SCORE_POWER;

  /** The importance of the rarest word of a query that is nowhere in a section. */
  function rarestMissing({ parts }: PreparedQuery, row: number): number {
    const has = ({ forms }: QueryWord) =>
      forms.some(({ term }) => postings.find(term).sections.includes(row));
    const missing = parts.flatMap((part) =>
      wordsOf(part).some(has)
        ? []
        : part.typed.map(({ forms, importance }) =>
            forms.length > 0 ? importance : index.importance(0),
          ),
    );
    return Math.max(0, ...missing);
  }

  /** The messages that were pasted: whole ones, or the only one that contains the pasted part. */
  function pastedMessages(matches: readonly MessageMatch[]): number[] {
    const wholes = matches.filter(({ how }) => how === "whole");
    const pieces = matches.filter(({ how }) => how === "part");
    const pasted = wholes.length > 0 ? wholes : pieces.length === 1 ? pieces : [];
    return pasted.map(({ id }) => Number(id));
  }

  function search(typed: string, options: SearchOptions): SearchAnswer {
    // Never cut a character.
    const query = typed
      .slice(0, PASTED_CHARACTERS)
      .replace(/[\p{Cs}\p{Cc}]+/gu, " ")
      .trimStart();
    const isOutput = looksLikeOutput(query);
    const wording = isOutput ? undefined : readForeign(query, languages);
    // A word in another language is not a misspelled English word.
    const words = sentenceWords(query);
    const literal = options.literal === true || wording !== undefined || seemsForeign(words);
    const understood = understandQuery(query, index, synonyms, literal);

    const codes = findErrorCodes(query, (code) => pagesByCode.has(code));
    const knownCodes = codes.filter((code) => pagesByCode.has(code));
    const sentence = words.flatMap(
      (word) => understood.corrections.get(word)?.split(" ") ?? [word],
    );
    // “activé” is not “Active”: without its accents, a foreign word is a different word.
    const matches = wording ? [] : matchMessages(sentence, messages);
    const pasted = pastedMessages(matches);
    const exactCodes = knownCodes.flatMap((code) => pagesByCode.get(code) ?? []);
    // A code inside the pasted message says less than the message.
    const isInMessage = knownCodes.every((code) =>
      pasted.some((page) => findErrorCodes(pages[page]?.message ?? "").includes(code)),
    );
    const isMessageFirst = pasted.length > 0 && isInMessage;
    const numberOf = (address: string | undefined) => pagesByAddress.get(address ?? "") ?? [];
    const read = [isOutput ? numberOf(OUTPUT_PAGE) : [], numberOf(wording?.page)].flat();
    const exact = [
      ...new Set([
        ...read,
        ...(isMessageFirst ? [...pasted, ...exactCodes] : [...exactCodes, ...pasted]),
      ]),
    ];
    const candidates = (wording?.candidates ?? []).flatMap(numberOf);

    const shown = understood.namedVersion ?? options.windows;
    const likenesses = new Map(matches.map(({ id, likeness }) => [Number(id), likeness]));
    // The page of a code is first already; the words around the code decide the rest.
    const parts = exactCodes.length > 0 ? understood.parts.map(lessCode) : understood.parts;
    const asks = prepareQuery(query, parts, index);
    const evidence = weighEvidence(asks, askedWords());
    const ranking = rankPages(parts, asks, shown, likenesses, evidence);
    const { answers, highest } = ranking;
    const hits = isName(asks) ? withNamedTerm(ranking.hits) : ranking.hits;
    const taken = [...exact, ...candidates];
    // A sentence from the screen, in whatever language, is not a question. Nor is a code alone.
    const isSentence =
      exact.some((page) => !exactCodes.includes(page)) ||
      (wording && wording.how !== "language") ||
      (exact.length > 0 && !isQuestion(asks, index));
    const titled = isName(asks) ? hits.filter(({ isTitle }) => isTitle) : [];
    const best =
      isSentence || options.kind
        ? undefined
        : cardOf(asks, answers, highest, shown, titled, evidence);
    const isNamed = (code: string, by = best) =>
      by?.question.toLowerCase().includes(code.toLowerCase());
    const isOfBest = ({ id }: MessageMatch) =>
      pages[Number(id)]?.address === best?.address.split("#")[0];
    // The page of a code or of a similar message says more than an answer that is not about it.
    const isAbout =
      knownCodes.every((code) => isNamed(code)) && (matches.length === 0 || matches.some(isOfBest));
    const card = isAbout ? best : undefined;
    const unknownCodes = codes.filter((code) => !pagesByCode.has(code) && !isNamed(code, card));
    // The page with the answer of the card comes first, unless that only lists the answers of a subject.
    const isOfCard = ({ page }: PageHit) =>
      pages[page]?.kind !== "answers" && pages[page]?.address === card?.address.split("#")[0];
    const others = card ? withNextAnswer(hits, card, answers, shown) : hits;
    // If the sentence in another language is known, pages with similar words only confuse. If it is not, no
    // message but the card's may be shown, since that would claim a meaning that nobody knows.
    const ranked =
      wording && wording.how !== "language"
        ? []
        : others.filter(
            (hit) =>
              !taken.includes(hit.page) &&
              !(wording && pages[hit.page]?.kind === "message" && !isOfCard(hit)),
          );
    const found = [
      ...taken.map((page) => ({ page, section: firstSections.get(page) ?? 0, score: Infinity })),
      ...ranked.filter(isOfCard),
      ...ranked.filter((hit) => !isOfCard(hit)),
    ];

    const kinds: SearchAnswer["counts"] = {};
    for (const { page } of found) {
      const kind = pages[page]?.kind ?? "page";
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    const wanted = options.kind
      ? found.filter(({ page }) => pages[page]?.kind === options.kind)
      : found;
    const offset = Math.max(0, options.offset ?? 0);
    const results = wanted
      .slice(offset, offset + Math.max(0, options.limit))
      .flatMap(({ page, section, score }, place) => {
        const best = resultOf(section, options);
        // The card shows that answer already, so the result is its page.
        const result =
          best?.section === card?.section ? resultOf(firstSections.get(page) ?? 0, options) : best;
        if (!result) return [];
        if (exact.includes(page)) result.exact = true;
        if (offset + place < WHOLE_RESULTS) {
          result.whole = shown;
          result.neighbors = answers
            .filter(
              (answer) =>
                sections[answer.section]?.page === page &&
                answer.score >= NEIGHBOR_SCORE * score &&
                isFor(answer, shown),
            )
            .sort((a, b) => b.score - a.score)
            .flatMap((answer) => resultOf(answer.section, options) ?? [])
            // An answer in the lead has the address of its page.
            .filter(({ address }) => ![result.address, card?.address].includes(address))
            .slice(0, NEIGHBORS)
            .map(({ address, heading }) => ({ address, heading }));
        }
        return [result];
      });

    const answer: SearchAnswer = {
      query: query.trim(),
      total: wanted.length,
      counts: kinds,
      results,
      unknownCodes,
      safety: asksForUnlawfulActivation(query),
      suggestions: {
        codes: unknownCodes[0]
          ? nearestErrorCodes(unknownCodes[0], allCodes, SUGGESTIONS)
          : codesOfPieces(sentence, allCodes).slice(0, SUGGESTIONS),
        spellings: understood.spellings,
      },
      // A foreign word that looks like an English one does not count as English.
      marks: wording ? {} : marksOf(understood.parts),
    };
    if (offset === 0) answer.card = card;
    const explained = unknownCodes[0] && explainCode(unknownCodes[0], content.facilities);
    if (explained) answer.explained = explained;
    if (isOutput) answer.output = content.outputText;
    // An answer says more than “This is not English”.
    if (wording && !card) {
      const { page: _page, candidates: _candidates, ...language } = wording;
      answer.language = language;
    }
    if (exact.length > 0)
      answer.exact = !isMessageFirst && exactCodes.length > 0 ? "code" : "message";
    if (understood.corrected && !wording) {
      answer.correctedFrom = query.trim();
      answer.correctedTo = understood.corrected;
    }
    if (understood.ignored && exact.length === 0) answer.ignored = understood.ignored;
    return addSnippets(answer, texts);
  }

  function isOfCommonWords(text: string): boolean {
    const typed = text.slice(0, PASTED_CHARACTERS);
    // The words of the index have no accents.
    if (/(?=\p{L})\P{ASCII}/u.test(typed)) return false;
    // “n'a pas” alone: its words are common in sentences of that language on the site.
    const whole = typed.trim().toLowerCase();
    if (languages.some(({ signs = {} }) => Object.values(signs).flat().includes(whole)))
      return false;
    const words = tellingWords(typed);
    const last = /\w$/.test(typed) ? words.pop() : undefined;
    const isCommon = (word: string) => index.count(word) >= COMMON_SECTIONS;
    return (
      words.every(isCommon) &&
      (last === undefined || terms.some((term) => term.startsWith(last) && isCommon(term)))
    );
  }

  return { search, isOfCommonWords, languages };
}
