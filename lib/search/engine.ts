import { nearestErrorCodes, findErrorCodes } from "@/lib/errors/error-code";
import { matchMessages, prepareMessages, sentenceWords, type MessageMatch } from "./messages";
import { openPostings, type PackedIndex, type PostingHit } from "./packed-index";
import { withoutProductKey } from "./product-key";
import { understandQuery, type IndexWords, type QueryPart, type QueryWord } from "./query";
import {
  BEST_SECTIONS,
  ELSEWHERE_ON_PAGE,
  FURTHER_SECTIONS,
  HEADING_COVERAGE,
  KIND_WEIGHTS,
  LEAST_COVERAGE,
  NEAR_MESSAGE,
  OCCURRENCES_BUDGET,
  OTHER_VERSION,
  PASTED_CHARACTERS,
  SOFT_AND_BASE,
  SOFT_AND_POWER,
  ALL_WORDS,
  SUGGESTIONS,
  TITLE_COVERAGE,
  TOGETHER_WEIGHT,
  WHOLE_HEADING,
  WHOLE_TITLE,
} from "./ranking";
import { asksForUnlawfulActivation } from "./safety";
import { makeSnippet, type SearchTexts } from "./snippet";
import { stem } from "./stem";
import { isPhraseTerm, phraseTerm, prepareSynonyms } from "./synonyms";
import type {
  MarkedWords,
  SearchAnswer,
  SearchIndex,
  SearchKind,
  SearchOptions,
  SearchResult,
  SynonymGroup,
  WindowsVersion,
} from "./types";

/** A page, as results show it. */
export type IndexedPage = {
  address: string;
  kind: SearchKind;
  title: string;
  code?: string;
  message?: string;
};

/** A place on a page. */
export type IndexedSection = {
  /** Number of its page. */
  page: number;
  anchor?: string;
  heading?: string;
  windows?: WindowsVersion[];
  /** Absent when it is the address with the anchor. */
  id?: string;
};

/** Everything but the texts: what it takes to find a section and to link to it. */
export type IndexContent = {
  pages: IndexedPage[];
  sections: IndexedSection[];
  synonyms: SynonymGroup[];
};

type SerializedIndex = IndexContent & { format: 1; words: PackedIndex };

/** A function that works out each answer once. For arguments from the index, which are finite. */
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
 * Opens an index from what `serialize` gave. Without texts the results have no
 * snippets; `addSnippets` adds them later.
 */
export function loadIndex(index: string, texts?: string): SearchIndex {
  const { format, words, ...content } = JSON.parse(index) as SerializedIndex;
  if (format !== 1)
    throw new Error(`Search index of an unknown format: ${String(format)}. Build it again.`);
  return openIndex(
    words,
    content,
    texts === undefined ? undefined : (JSON.parse(texts) as SearchTexts),
  );
}

type WordHit = PostingHit;
type PartHit = {
  score: number;
  share: number;
  title: number;
  heading: number;
  beyondTitle: boolean;
};
type PageHit = { page: number; section: number; score: number; coverage: number };

/** Opens an index from its parts. */
export function openIndex(
  packed: PackedIndex,
  content: IndexContent,
  texts: SearchTexts | undefined,
): SearchIndex {
  const { pages, sections } = content;
  const postings = openPostings(packed, sections.length);
  const synonyms = prepareSynonyms(content.synonyms);
  const { terms } = packed;
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
    // The measure of BM25; never 0, so that a word in every section still counts a little.
    importance: (count) => Math.log(1 + (sections.length - count + 0.5) / (count + 0.5)) + 0.01,
  };
  const stemmed = remembered((text: string) => phraseTerm(sentenceWords(text)));
  const firstSections = new Map<number, number>();
  for (const [i, { page }] of sections.entries()) {
    if (!firstSections.has(page)) firstSections.set(page, i);
  }
  const pagesByCode = new Map<string, number>();
  for (const [i, { code }] of pages.entries()) if (code) pagesByCode.set(code, i);
  const messages = prepareMessages(
    pages.flatMap(({ message }, i) => (message ? [{ id: String(i), message }] : [])),
  );

  function findWord(word: QueryWord, only: ReadonlySet<number> | undefined): Map<number, WordHit> {
    const hits = new Map<number, WordHit>();
    for (const { term, weight } of word.forms) {
      const importance = index.importance(index.count(term));
      for (const [section, found] of postings.find(term, only)) {
        const score = found.score * importance * weight;
        const { inTitle, inHeading, beyondTitle } = found;
        const earlier = hits.get(section);
        if (!earlier) {
          hits.set(section, { score, inTitle, inHeading, beyondTitle });
          continue;
        }
        // The best form counts, not their sum: ten completions are no better than one.
        if (score > earlier.score) earlier.score = score;
        earlier.inTitle ||= inTitle;
        earlier.inHeading ||= inHeading;
        earlier.beyondTitle ||= beyondTitle;
      }
    }
    return hits;
  }

  /** Where a part of the query stands: the sum of the typed words, or what stands for them all. */
  function findPart(
    part: QueryPart,
    find: (word: QueryWord) => Map<number, WordHit>,
  ): Map<number, PartHit> {
    const hits = new Map<number, PartHit>();
    const typedImportance = part.typed.reduce((sum, { importance }) => sum + importance, 0);
    for (const word of part.typed) {
      const share = word.importance / typedImportance;
      for (const [section, hit] of find(word)) {
        const sum = hits.get(section) ?? {
          score: 0,
          share: 0,
          title: 0,
          heading: 0,
          beyondTitle: false,
        };
        sum.score += hit.score;
        sum.share += share;
        if (hit.inTitle) sum.title += share;
        if (hit.inHeading) sum.heading += share;
        sum.beyondTitle ||= hit.beyondTitle;
        hits.set(section, sum);
      }
    }
    for (const [section, hit] of part.together ? find(part.together) : []) {
      const sum = hits.get(section);
      if (sum) sum.score += TOGETHER_WEIGHT * hit.score;
    }
    for (const { word, weight } of part.others) {
      for (const [section, hit] of find(word)) {
        const score = weight * hit.score;
        const earlier = hits.get(section);
        if (earlier && earlier.score * earlier.share >= score * weight) continue;
        hits.set(section, {
          score,
          share: weight,
          title: hit.inTitle ? weight : 0,
          heading: hit.inHeading ? weight : 0,
          beyondTitle: hit.beyondTitle,
        });
      }
    }
    return hits;
  }

  function wordsOf({ typed, together, others }: QueryPart): QueryWord[] {
    return [...others.map(({ word }) => word), ...(together ? [together] : []), ...typed];
  }

  function occurrencesOf(part: QueryPart): number {
    return wordsOf(part).reduce(
      (sum, { forms }) => sum + forms.reduce((formSum, { term }) => formSum + index.count(term), 0),
      0,
    );
  }

  function bestSections(found: readonly Map<number, PartHit>[]): Set<number> {
    const scores = new Map<number, number>();
    for (const hits of found) {
      for (const [section, { score }] of hits)
        scores.set(section, (scores.get(section) ?? 0) + score);
    }
    const sorted = [...scores].sort(([, a], [, b]) => b - a);
    return new Set(sorted.slice(0, BEST_SECTIONS).map(([section]) => section));
  }

  function rankPages(
    parts: QueryPart[],
    /** The whole query, and what may stand for all of it, as phrases. */
    wholes: ReadonlySet<string>,
    shown: WindowsVersion,
    likenesses: ReadonlyMap<number, number>,
  ): PageHit[] {
    const found: { part: QueryPart; hits: Map<number, PartHit> }[] = [];
    let best: Set<number> | undefined;
    let occurrences = 0;
    const byRarity = parts
      .map((part) => ({ part, occurrences: occurrencesOf(part) }))
      .sort((a, b) => a.occurrences - b.occurrences);
    for (const { part, occurrences: more } of byRarity) {
      occurrences += more;
      if (occurrences > OCCURRENCES_BUDGET && found.length > 0) {
        best ??= bestSections(found.map(({ hits }) => hits));
      }
      const cache = new Map<QueryWord, Map<number, WordHit>>();
      const find = (word: QueryWord) => {
        const hits = cache.get(word) ?? findWord(word, best);
        cache.set(word, hits);
        return hits;
      };
      found.push({ part, hits: findPart(part, find) });
    }

    const total = parts.reduce((sum, { importance }) => sum + importance, 0) || 1;
    type Sum = {
      score: number;
      own: number;
      title: number;
      titleParts: number;
      heading: number;
      beyondTitle: boolean;
    };
    const sums = new Map<number, Sum>();
    const pageShares = new Map<number, number>();
    for (const { part, hits } of found) {
      const bestOfPage = new Map<number, number>();
      const weight = part.importance / total;
      for (const [section, hit] of hits) {
        const sum = sums.get(section) ?? {
          score: 0,
          own: 0,
          titleParts: 0,
          title: 0,
          heading: 0,
          beyondTitle: false,
        };
        const share = Math.min(1, hit.share);
        sum.score += hit.score;
        sum.own += weight * share;
        sum.title += weight * hit.title;
        sum.titleParts += Math.min(1, hit.title) * part.typed.length;
        sum.heading += weight * hit.heading;
        sum.beyondTitle ||= hit.beyondTitle;
        sums.set(section, sum);
        const page = sections[section]?.page ?? 0;
        bestOfPage.set(page, Math.max(bestOfPage.get(page) ?? 0, share));
      }
      for (const [page, share] of bestOfPage) {
        pageShares.set(page, (pageShares.get(page) ?? 0) + weight * share);
      }
    }

    const byPage = new Map<
      number,
      { section: number; score: number; coverage: number; beyondTitle: boolean }[]
    >();
    for (const [number, sum] of sums) {
      const section = sections[number];
      const page = section && pages[section.page];
      if (!section || !page) continue;
      const coverage =
        sum.own + ELSEWHERE_ON_PAGE * ((pageShares.get(section.page) ?? 0) - sum.own);
      const likeness = likenesses.get(section.page) ?? 0;
      // Compared only where it is possible, which saves the work for all other sections.
      const titleShare = Math.min(1, sum.titleParts / (postings.titleLength(number) || 1));
      const isTitle = sum.title > 0.8 && wholes.has(stemmed(page.title));
      const isHeading = sum.heading > 0.8 && wholes.has(stemmed(section.heading ?? ""));
      const score =
        sum.score *
        (SOFT_AND_BASE + (1 - SOFT_AND_BASE) * coverage ** SOFT_AND_POWER) *
        (sum.own > 0.99 ? 1 + ALL_WORDS : 1) *
        (1 + TITLE_COVERAGE * titleShare * sum.title ** 2 + HEADING_COVERAGE * sum.heading ** 2) *
        (isTitle ? WHOLE_TITLE : isHeading ? WHOLE_HEADING : 1) *
        (section.windows && !section.windows.includes(shown) ? OTHER_VERSION : 1) *
        (1 + NEAR_MESSAGE * likeness ** 2) *
        KIND_WEIGHTS[page.kind];
      const list = byPage.get(section.page) ?? [];
      list.push({ section: number, score, coverage, beyondTitle: sum.beyondTitle });
      byPage.set(section.page, list);
    }

    const ranked = [...byPage].map(([page, hits]): PageHit => {
      hits.sort((a, b) => b.score - a.score || a.section - b.section);
      const top = hits[0];
      const score = hits.reduce(
        (sum, hit, i) => sum + hit.score * (i === 0 ? 1 : (FURTHER_SECTIONS[i - 1] ?? 0)),
        0,
      );
      // The title alone matched: all sections are as good, so the page begins at its top.
      const section = top?.beyondTitle ? top.section : (firstSections.get(page) ?? 0);
      return { page, section, score, coverage: top?.coverage ?? 0 };
    });
    const least = LEAST_COVERAGE * Math.max(0, ...ranked.map(({ coverage }) => coverage));
    return ranked
      .filter(({ coverage }) => coverage >= least)
      .sort((a, b) => b.score - a.score || a.page - b.page);
  }

  function marksOf(parts: readonly QueryPart[]): MarkedWords {
    const marks: MarkedWords = {};
    parts.forEach((part, number) => {
      for (const { forms } of wordsOf(part)) for (const { term } of forms) marks[term] = number;
    });
    return marks;
  }

  function resultOf(
    pageNumber: number,
    sectionNumber: number,
    options: SearchOptions,
    marks: MarkedWords,
  ) {
    const page = pages[pageNumber];
    const section = sections[sectionNumber];
    if (!page || !section) return undefined;
    const id = idOf(page, section);
    const only = section.windows?.length === 1 ? section.windows[0] : undefined;
    const result: SearchResult = {
      address: addressOf(page, section),
      page: page.address,
      section: id,
      kind: page.kind,
      title: page.title,
      snippet: texts ? makeSnippet(texts.sections[id] ?? "", marks, texts.pages[page.address]) : [],
    };
    if (section.heading) result.heading = section.heading;
    if (only) result.windows = only;
    if (only && only !== options.windows) result.otherVersionOnly = only;
    return result;
  }

  /** The messages that were pasted: whole ones, or the only one that has the pasted piece. */
  function pastedMessages(matches: readonly MessageMatch[]): number[] {
    const wholes = matches.filter(({ how }) => how === "whole");
    const pieces = matches.filter(({ how }) => how === "part");
    const pasted = wholes.length > 0 ? wholes : pieces.length === 1 ? pieces : [];
    return pasted.map(({ id }) => Number(id));
  }

  function search(typed: string, options: SearchOptions): SearchAnswer {
    // Cut only after keys are out: half a key must not go any further, nor half a character.
    const query = withoutProductKey(typed.slice(0, 2 * PASTED_CHARACTERS))
      .slice(0, PASTED_CHARACTERS)
      .replace(/[\p{Cs}\p{Cc}]+/gu, " ")
      .trimStart();
    const understood = understandQuery(query, index, synonyms, options.literal ?? false);

    const codes = findErrorCodes(query);
    const knownCodes = codes.filter((code) => pagesByCode.has(code));
    const unknownCodes = codes.filter((code) => !pagesByCode.has(code));
    const sentence = sentenceWords(query).flatMap(
      (word) => understood.corrections.get(word)?.split(" ") ?? [word],
    );
    const matches = matchMessages(sentence, messages);
    const pasted = pastedMessages(matches);
    const exactCodes = knownCodes.flatMap((code) => pagesByCode.get(code) ?? []);
    // A code that is itself part of the pasted message says less than the message.
    const isInMessage = knownCodes.every((code) =>
      pasted.some((page) => findErrorCodes(pages[page]?.message ?? "").includes(code)),
    );
    const isMessageFirst = pasted.length > 0 && isInMessage;
    const exact = [
      ...new Set(isMessageFirst ? [...pasted, ...exactCodes] : [...exactCodes, ...pasted]),
    ];

    const shown = understood.namedVersion ?? options.windows;
    const wholes = new Set([phraseTerm(sentence)]);
    const [onlyPart, ...furtherParts] = understood.parts;
    if (onlyPart && furtherParts.length === 0) {
      // "serial number" asks for the page "Product key" as much as its title does.
      for (const { word } of onlyPart.others) {
        for (const { term } of word.forms) wholes.add(isPhraseTerm(term) ? term : stem(term));
      }
    }
    const likenesses = new Map(matches.map(({ id, likeness }) => [Number(id), likeness]));
    const ranked = rankPages(understood.parts, wholes, shown, likenesses).filter(
      ({ page }) => !exact.includes(page),
    );
    const found = [
      ...exact.map((page) => ({ page, section: firstSections.get(page) ?? 0 })),
      ...ranked,
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
    const marks = marksOf(understood.parts);
    const results = wanted
      .slice(offset, offset + Math.max(0, options.limit))
      .flatMap(({ page, section }) => {
        const result = resultOf(page, section, options, marks);
        return result ? [{ ...result, ...(exact.includes(page) && { exact: true }) }] : [];
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
          ? nearestErrorCodes(unknownCodes[0], [...pagesByCode.keys()], SUGGESTIONS)
          : [],
        spellings: understood.spellings,
      },
      marks,
    };
    if (exact.length > 0)
      answer.exact = isMessageFirst ? "message" : exactCodes.length > 0 ? "code" : "message";
    if (understood.corrected) {
      answer.correctedFrom = query.trim();
      answer.correctedTo = understood.corrected;
    }
    if (understood.ignored && exact.length === 0) answer.ignored = understood.ignored;
    return answer;
  }

  return {
    search,
    serialize: () => {
      const index: SerializedIndex = { format: 1, ...content, words: packed };
      return {
        index: JSON.stringify(index),
        texts: JSON.stringify(texts ?? { sections: {}, pages: {} }),
      };
    },
  };
}
