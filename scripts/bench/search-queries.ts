import { answerAnchor } from "../../lib/schema/answers";
import { isStopWord, tokenize } from "../../lib/search/normalize";
import { stem } from "../../lib/search/stem";
import type { SearchDocument, SynonymGroup } from "../../lib/search/types";
import type { Windows } from "../../lib/windows/version";
import { below, pick, seeded, shuffled, type Random } from "./random";

/*
 * Queries generated from the content itself, so that their right answers are known.
 *
 * A query is only used if its words, before a typo is added, match few enough pages; all of these are right answers.
 * Each page has its own seed, so that a new page adds queries without changing the others.
 */

/** A query and the pages that answer it, or the answers (by id), whatever their pages. */
export type BenchQuery = {
  kind: string;
  query: string;
  pages: string[];
  answers?: string[];
  windows: Windows;
};

/** The questions of tests/fixtures/questions.yaml, real-questions.yaml and held-out-questions.yaml. */
export type WrittenQuestion = { q: string; pages?: string[]; right?: string[] };

type Page = {
  address: string;
  title: string;
  code?: string;
  questions: string[];
  words: string[];
  sections: SearchDocument[];
  titleStems: Set<string>;
  /** Stems of each heading, question and entry of "words", each together with the title. */
  headingStems: Set<string>[];
  questionStems: Set<string>[];
  wordStems: Set<string>[];
  /** Stems of everything in each section. */
  sectionStems: Set<string>[];
};

/** The meaningful words of a text, as typed. */
export function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ parts, term }) => !parts && !isStopWord(term))
    .map(({ term }) => term);
}

const stemsOf = (text: string) => new Set(wordsOf(text).map(stem));
const holdsAll = (found: ReadonlySet<string>, words: readonly string[]) =>
  words.every((word) => found.has(stem(word)));

function readPages(documents: readonly SearchDocument[]): Page[] {
  const pages = new Map<string, Page>();
  for (const document of documents) {
    let page = pages.get(document.page);
    if (!page) {
      const { page: address, title, code, questions = [], words = [] } = document;
      page = {
        address,
        title,
        ...(code && { code }),
        questions,
        words,
        sections: [],
        titleStems: stemsOf(title),
        headingStems: [],
        questionStems: questions.map((question) => stemsOf(`${title} ${question}`)),
        wordStems: words.map((entry) => stemsOf(`${title} ${entry}`)),
        sectionStems: [],
      };
      pages.set(address, page);
    }
    page.sections.push(document);
    page.headingStems.push(stemsOf(`${document.title} ${document.heading ?? ""}`));
    if (document.answer) {
      // A query that is one of its questions, or words from one, may mean this answer.
      const asked = [document.heading ?? "", ...(document.questions ?? [])];
      const stems = asked.map((question) => stemsOf(`${document.title} ${question}`));
      page.questionStems.push(...stems);
      page.wordStems.push(...stems);
    }
    page.sectionStems.push(
      stemsOf(
        [
          document.title,
          document.heading,
          document.description,
          document.text,
          ...(document.questions ?? []),
          ...(document.words ?? []),
        ].join(" "),
      ),
    );
  }
  return [...pages.values()];
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A typo: a letter missing, doubled, wrong or swapped with its neighbor. */
function withSlip(random: Random, word: string): string {
  const at = 1 + below(random, word.length - 2);
  const next = word.slice(at + 1);
  switch (below(random, 4)) {
    case 0:
      return word.slice(0, at) + next;
    case 1:
      return word.slice(0, at + 1) + (word[at] ?? "") + next;
    case 2:
      return word.slice(0, at) + (pick(random, [...LETTERS]) ?? "e") + next;
    default:
      return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
  }
}

/** Adds a typo to a word of five letters or more, unless that makes another word of the content. */
function slipIn(random: Random, words: string[], known: ReadonlySet<string>): string[] | undefined {
  const places = words.flatMap((word, i) => (/^[a-z]{5,}$/.test(word) ? [i] : []));
  for (let tries = 0; tries < 8; tries++) {
    const place = pick(random, places);
    if (place === undefined) return undefined;
    const slip = withSlip(random, words[place] ?? "");
    if (known.has(slip)) continue;
    return words.map((word, i) => (i === place ? slip : word));
  }
  return undefined;
}

const OTHER_SPELLINGS: [RegExp, string][] = [
  [/licens/, "licenc"],
  [/iz(e|ed|es|ing|ation|ations)$/, "is$1"],
];

/** Other forms of a word: link, links, linked, linking; and its British spelling. */
function otherForms(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const base = word.replace(/(?:ing|ed|es|s)$/, "");
  const forms = ["", "s", "e", "es", "ed", "ing"].map((ending) => base + ending);
  for (const [pattern, replacement] of OTHER_SPELLINGS) {
    if (pattern.test(word)) forms.push(word.replace(pattern, replacement));
  }
  return forms.filter((form) => form !== word && stem(form) === stem(word));
}

function inflectIn(
  random: Random,
  words: string[],
  known: ReadonlySet<string>,
): string[] | undefined {
  const places = shuffled(
    random,
    words.map((_, i) => i),
  );
  for (const place of places) {
    // A form that people use, or the British spelling: "licences", but not "licensesing".
    const forms = otherForms(words[place] ?? "").filter(
      (form) => known.has(form) || /licenc|is(?:e|ed|es|ing|ations?)$/.test(form),
    );
    const form = pick(random, forms);
    if (form) return words.map((word, i) => (i === place ? form : word));
  }
  return undefined;
}

/** An error code as readers write it: eight spellings from research, and four that we found. */
const CODE_SPELLINGS: ((hex: string) => string)[] = [
  (hex) => `0X${hex.toUpperCase()}`,
  (hex) => hex.toLowerCase(),
  (hex) => `0x ${hex.toUpperCase()}`,
  (hex) => `0x${hex.toLowerCase()} error`,
  (hex) => `error code ${hex.toUpperCase()}`,
  (hex) => `windows 0x${hex.toUpperCase()}`,
  (hex) => `(0x${hex.toUpperCase()})`,
  (hex) => `0x${hex.slice(0, 6)}`,
  (hex) => String(Number(`0x${hex}`) | 0),
  (hex) => `0x${hex.toUpperCase().replace(/0/g, "O")}`,
  (hex) => `0x${hex.slice(0, 4)} ${hex.slice(4)}`,
  (hex) => `i get ${hex.toLowerCase()} when activating`,
];

const NOISE = ["please", "help", "problem", "windows", "pc", "my", "cant", "why", "how"];

/** If more pages match, nobody could say which one is meant. */
const MOST_ANSWERS = 2;
const MOST_CODE_ANSWERS = 3;
/** If this many pages have all the words somewhere, they name no single page, whatever heading they are from. */
const MOST_MENTIONS = 4;

/** The queries of all kinds, the same for the same content and seed. */
export function makeQueries(
  documents: readonly SearchDocument[],
  synonyms: readonly SynonymGroup[],
  seed: string,
): BenchQuery[] {
  const pages = readPages(documents);
  const known = new Set(
    documents.flatMap(({ text, title, heading, questions, words, description }) =>
      wordsOf(
        [title, heading, text, description, ...(questions ?? []), ...(words ?? [])].join(" "),
      ),
    ),
  );
  for (const { term, also } of synonyms) {
    for (const word of wordsOf([term, ...also].join(" "))) known.add(word);
  }
  const queries: BenchQuery[] = [];
  const taken = new Set<string>();
  const add = (
    kind: string,
    query: string | string[],
    answers: readonly Page[],
    windows: Windows = "11",
  ) => {
    const text = typeof query === "string" ? query : query.join(" ");
    const key = `${kind}/${text}`;
    if (answers.length === 0 || taken.has(key)) return;
    taken.add(key);
    queries.push({ kind, query: text, pages: answers.map(({ address }) => address), windows });
  };
  const withTitle = (words: readonly string[]) =>
    pages.filter(({ titleStems }) => holdsAll(titleStems, words));
  const withField =
    (field: "headingStems" | "questionStems" | "wordStems") => (words: readonly string[]) =>
      pages.filter(
        (page) =>
          holdsAll(page.titleStems, words) || page[field].some((stems) => holdsAll(stems, words)),
      );
  const isTelling = (words: readonly string[]) =>
    words.length > 1 &&
    pages.filter(({ sectionStems }) => sectionStems.some((stems) => holdsAll(stems, words)))
      .length <= MOST_MENTIONS;
  const withHeading = withField("headingStems");
  const withQuestion = withField("questionStems");
  const withWords = withField("wordStems");

  for (const page of pages) {
    const randomFor = (kind: string) => seeded(`${seed}/${kind}/${page.address}`);
    const titleWords = [...new Set(wordsOf(page.title))];
    const answers = withTitle(titleWords);
    if (titleWords.length > 0 && answers.length <= MOST_ANSWERS) {
      {
        const random = randomFor("title");
        const dropped = titleWords.length > 3 ? below(random, titleWords.length) : -1;
        const rest = titleWords.filter((_, i) => i !== dropped);
        const kept = withTitle(rest).length <= MOST_ANSWERS ? rest : titleWords;
        add("title", shuffled(random, kept), withTitle(kept));
      }
      {
        const random = randomFor("slip");
        const words = slipIn(random, titleWords, known);
        if (words) add("slip", words, answers);
      }
      {
        const random = randomFor("cut");
        const last = titleWords.at(-1) ?? "";
        if (/^[a-z]{5,}$/.test(last)) {
          const cut = last.slice(0, 3 + below(random, last.length - 3));
          const others = titleWords.slice(0, -1);
          const fits = pages.filter(
            ({ titleStems }) =>
              holdsAll(titleStems, others) &&
              [...titleStems].some((word) => word.startsWith(cut.slice(0, 4))),
          );
          if (fits.length <= MOST_ANSWERS) add("cut", [...others, cut], [...answers, ...fits]);
        }
      }
      {
        const random = randomFor("synonym");
        const title = titleWords.join(" ");
        const places = synonyms.flatMap(({ term, also }) => {
          const typed = wordsOf(term).join(" ");
          return typed !== "" && ` ${title} `.includes(` ${typed} `) ? [{ typed, also }] : [];
        });
        const place = pick(random, places);
        const other = place && pick(random, place.also);
        if (place && other) {
          const query = ` ${title} `.replace(` ${place.typed} `, ` ${other.toLowerCase()} `).trim();
          const words = wordsOf(query);
          const literal = pages.filter(({ sectionStems }) =>
            sectionStems.some((stems) => holdsAll(stems, words)),
          );
          // A page with the typed words themselves is right, too, but few pages may have them.
          if (literal.length <= MOST_ANSWERS) add("synonym", query, [...answers, ...literal]);
        }
      }
      {
        const random = randomFor("inflection");
        const words = inflectIn(random, titleWords, known);
        if (words) add("inflection", words, answers);
      }
      {
        const random = randomFor("messy");
        const inflected = inflectIn(random, titleWords, known) ?? titleWords;
        const slipped = slipIn(random, inflected, known);
        if (slipped && titleWords.length > 1)
          add("messy", shuffled(random, [...slipped, pick(random, NOISE) ?? "help"]), answers);
      }
    }

    if (page.code) {
      const hex = page.code.slice(2);
      for (const spelling of shuffled(randomFor("code"), CODE_SPELLINGS).slice(0, 3)) {
        const query = spelling(hex);
        const fits = /^0x.{6}$/.test(query)
          ? pages.filter(({ code }) => code?.toLowerCase().startsWith(query.toLowerCase()))
          : [page];
        if (fits.length <= MOST_CODE_ANSWERS) add("code", query, fits);
      }
    }

    const headings = page.sections.filter(({ heading }) => heading);
    for (const section of shuffled(randomFor("heading"), headings).slice(0, 4)) {
      const words = [...new Set(wordsOf(section.heading ?? ""))];
      const fits = withHeading(words);
      if (isTelling(words) && fits.length <= MOST_ANSWERS)
        add("heading", words, fits, section.windows?.[0]);
    }

    for (const question of shuffled(randomFor("question"), page.questions).slice(0, 2)) {
      const random = randomFor(`question/${question}`);
      const words = question
        .replace(/[?.!,]/g, "")
        .toLowerCase()
        .split(/\s+/);
      const dropped = words.length > 5 ? below(random, words.length) : -1;
      const kept = words.filter((_, i) => i !== dropped).join(" ");
      const fits = withQuestion(wordsOf(kept));
      if (isTelling(wordsOf(kept)) && fits.length <= MOST_ANSWERS) add("question", kept, fits);
    }

    for (const entry of shuffled(randomFor("words"), page.words).slice(0, 2)) {
      const fits = withWords(wordsOf(entry));
      if (isTelling(wordsOf(entry)) && fits.length <= MOST_ANSWERS)
        add("words", entry.toLowerCase(), fits);
    }

    const random = randomFor("body");
    for (let tries = 0, phrases = 0; tries < 12 && phrases < 2; tries++) {
      const section = pick(random, page.sections);
      const sentence = pick(random, section?.text.split(/(?<=[.!?:])\s+/) ?? []) ?? "";
      const words = sentence.split(/\s+/);
      const length = 5 + below(random, 3);
      const start = below(random, Math.max(1, words.length - length + 1));
      const phrase = words
        .slice(start, start + length)
        .join(" ")
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      const telling = [...new Set(wordsOf(phrase))];
      if (!section || telling.length < 4 || /0x/i.test(phrase)) continue;
      const fits = pages.filter(({ sectionStems }) =>
        sectionStems.some((stems) => holdsAll(stems, telling)),
      );
      if (fits.length > MOST_ANSWERS) continue;
      phrases++;
      add("body", phrase, fits, section.windows?.[0]);
    }
  }
  return queries;
}

/** The questions of a fixture whose pages or answers exist, as queries of a kind. */
export function questionQueries(
  questions: readonly WrittenQuestion[],
  documents: readonly SearchDocument[],
  kind = "written",
): BenchQuery[] {
  const existing = new Set(documents.map(({ page }) => page));
  const known = new Set(documents.flatMap(({ answer, anchor }) => (answer && anchor) || []));
  return questions.flatMap(({ q, pages = [], right = [] }): BenchQuery[] => {
    const there = pages.filter((page) => existing.has(page));
    const answers = right.filter((id) => known.has(answerAnchor(id)));
    if (there.length + answers.length === 0) return [];
    return [{ kind, query: q, pages: there, answers, windows: "11" }];
  });
}
