import type { AsPlainObject } from "minisearch";
import { BM25, FIELD_WEIGHTS } from "./ranking";

/**
 * MiniSearch's index in a compact form: terms in alphabetical order and, for each term and field, the
 * delta-encoded sections. A delta is doubled, plus one if the word does not occur just once; the count then
 * follows. Lists of numbers are strings (see {@link packNumbers}). What counting the words of the {@link Ways} gives is
 * left out, a ninth of the compressed index.
 */
export type PackedIndex = {
  fields: string[];
  averageLengths: number[];
  /** Per field, the number of distinct terms in each section. */
  lengths: string[];
  terms: string[];
  /** Per term: field, number of values, values, next field, … */
  occurrences: string[];
};

/** The ways to ask each section's question, in its field `questions`. They are in the index anyway, to be compared. */
export type Ways = readonly (readonly string[] | undefined)[];
const WAYS_FIELD = "questions";

/** How often each word is in the ways of each section, as far as spaces separate words. */
function countWays(ways: Ways): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const [section, texts] of ways.entries())
    for (const word of (texts ?? []).join(" ").toLowerCase().split(" ")) {
      const sections = counts.get(word) ?? new Map<number, number>();
      counts.set(word, sections.set(section, (sections.get(section) ?? 0) + 1));
    }
  return counts;
}

const FIRST_CHARACTER = 35;
/** Digits below end a number. So most numbers are one character, and an index is 8 % smaller than with decimals, compressed. */
const LAST_DIGITS = 60;
const BASE = 31;

/** Writes numbers of any size as characters of ASCII that JSON (all but one) does not escape, the lowest digits first. */
function packNumbers(numbers: readonly number[]): string {
  const digits = numbers.flatMap((number) => {
    const all = [];
    for (; number >= LAST_DIGITS; number = Math.floor((number - LAST_DIGITS) / BASE))
      all.push(LAST_DIGITS + ((number - LAST_DIGITS) % BASE));
    return [...all, number];
  });
  return digits.map((digit) => String.fromCharCode(FIRST_CHARACTER + digit)).join("");
}

function unpackNumbers(text = ""): number[] {
  const numbers = [];
  let [number, scale] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - FIRST_CHARACTER;
    number += digit * scale;
    scale *= BASE;
    if (digit >= LAST_DIGITS) continue;
    numbers.push(number);
    [number, scale] = [0, 1];
  }
  return numbers;
}

/** Packs the result of `MiniSearch.toJSON`, for sections numbered from 0. */
export function packIndex(plain: AsPlainObject, ways: Ways = []): PackedIndex {
  const counted = countWays(ways);
  const fields = Object.keys(plain.fieldIds).sort(
    (a, b) => (plain.fieldIds[a] ?? 0) - (plain.fieldIds[b] ?? 0),
  );
  const entries = [...plain.index].sort(([a], [b]) => (a < b ? -1 : 1));
  /** The sections with a term in a field and how often, but for what the ways say; 0 where they are wrong ("win + r"). */
  const timesOf = (term: string, field: string, sections: Record<string, number>) => {
    const ofWays = (fields[Number(field)] === WAYS_FIELD && counted.get(term)) || new Map();
    const all = new Set([...Object.keys(sections).map(Number), ...ofWays.keys()]);
    return [...all]
      .sort((a, b) => a - b)
      .map((section) => [section, sections[section] ?? 0] as const)
      .filter(([section, times]) => times !== (ofWays.get(section) ?? 0));
  };
  return {
    fields,
    averageLengths: plain.averageFieldLength.map((length) => Number((length ?? 0).toFixed(2))),
    lengths: fields.map((_, field) =>
      packNumbers(
        Array.from(
          { length: plain.documentCount },
          (_, section) => plain.fieldLength[section]?.[field] ?? 0,
        ),
      ),
    ),
    terms: entries.map(([term]) => term),
    occurrences: entries.map(([term, byField]) =>
      packNumbers(
        // With the field of the ways, even if the term is in none: they may be wrong there.
        Object.entries<Record<string, number>>({
          [fields.indexOf(WAYS_FIELD)]: {},
          ...byField,
        }).flatMap(([field, sections]) => {
          const values: number[] = [];
          let last = 0;
          for (const [section, times] of timesOf(term, field, sections)) {
            values.push((section - last) * 2 + (times === 1 ? 0 : 1));
            if (times !== 1) values.push(times);
            last = section;
          }
          return values.length > 0 ? [Number(field), values.length, ...values] : [];
        }),
      ),
    ),
  };
}

/** Bits for the places of a word in a section. */
export const IN_TITLE = 1;
/** Includes readers' questions and words, which are as good a sign as a heading. */
export const IN_HEADING = 2;
export const BEYOND_TITLE = 4;

/** The sections with a word: three lists of the same length. */
type WordHits = {
  sections: Uint32Array;
  /** The word's score there: the sum of BM25 over the fields. */
  scores: Float32Array;
  /** Its places there, as bits. */
  places: Uint8Array;
};

/** A packed index that unpacks only what queries ask for. */
type Postings = {
  /** The number of sections with a word, in the field with the most: titles and text overlap. */
  count: (term: string) => number;
  /** The sections with a word. Unpacked once, then cached. */
  find: (term: string) => WordHits;
  /** The number of distinct words in the title of a section's page. */
  titleLength: (section: number) => number;
};

const NO_HITS: WordHits = {
  sections: new Uint32Array(),
  scores: new Float32Array(),
  places: new Uint8Array(),
};

/** Opens a packed index with this many sections and the ways that it was packed with. */
export function openPostings(
  packed: PackedIndex,
  documentCount: number,
  ways: Ways = [],
): Postings {
  const numbers = new Map(packed.terms.map((term, i) => [term, i]));
  const fields = packed.fields as (keyof typeof FIELD_WEIGHTS)[];
  const fieldPlaces = fields.map((field) =>
    field === "title"
      ? IN_TITLE
      : BEYOND_TITLE | (/heading|questions|words/.test(field) ? IN_HEADING : 0),
  );
  const lengthsByField = packed.lengths.map((lengths) => unpackNumbers(lengths));
  const lengthFactors = lengthsByField.map((lengths, field) => {
    const average = packed.averageLengths[field] || 1;
    return Float32Array.from({ length: documentCount }, (_, section) => {
      const length = lengths[section] ?? 0;
      return BM25.saturation * (1 - BM25.length + (BM25.length * length) / average);
    });
  });
  // Cached by the number of the term, so that unknown words cannot fill the memory.
  const counts: number[] = [];
  const found: WordHits[] = [];
  const scores = new Float32Array(documentCount);
  const places = new Uint8Array(documentCount);

  // Counted when the first query comes, since pages open an index that nobody may search.
  let counted: ReturnType<typeof countWays> | undefined;
  const waysField = packed.fields.indexOf(WAYS_FIELD);

  /** Calls back for each field and section with the word. */
  const read = (
    number: number,
    visit: (field: number, section: number, times: number) => void,
  ): void => {
    counted ??= countWays(ways);
    const values = unpackNumbers(packed.occurrences[number]);
    const told = new Set<number>();
    for (let at = 0; at < values.length;) {
      const field = values[at] ?? 0;
      const end = at + 2 + (values[at + 1] ?? 0);
      let section = 0;
      for (at += 2; at < end; at++) {
        const value = values[at] ?? 0;
        section += value >> 1;
        const times = value & 1 ? (values[++at] ?? 1) : 1;
        if (times > 0) visit(field, section, times);
        if (field === waysField) told.add(section);
      }
    }
    for (const [section, times] of counted.get(packed.terms[number] ?? "") ?? [])
      if (!told.has(section)) visit(waysField, section, times);
  };

  const countOf = (number: number): number => {
    const byField = fields.map(() => 0);
    read(number, (field) => (byField[field] = (byField[field] ?? 0) + 1));
    return Math.max(0, ...byField);
  };

  const unpack = (number: number): WordHits => {
    const sections: number[] = [];
    read(number, (field, section, times) => {
      if (!places[section]) {
        sections.push(section);
        scores[section] = 0;
      }
      places[section] = (places[section] ?? 0) | (fieldPlaces[field] ?? 0);
      scores[section] =
        (scores[section] ?? 0) +
        FIELD_WEIGHTS[fields[field] ?? "text"] *
          (BM25.presence +
            (times * (BM25.saturation + 1)) / (times + (lengthFactors[field]?.[section] ?? 1)));
    });
    const hits = {
      sections: Uint32Array.from(sections),
      scores: Float32Array.from(sections, (section) => scores[section] ?? 0),
      places: Uint8Array.from(sections, (section) => places[section] ?? 0),
    };
    for (const section of sections) places[section] = 0;
    return hits;
  };

  return {
    count(term) {
      const number = numbers.get(term);
      return number === undefined ? 0 : (counts[number] ??= countOf(number));
    },
    find(term) {
      const number = numbers.get(term);
      return number === undefined ? NO_HITS : (found[number] ??= unpack(number));
    },
    titleLength: (section) => lengthsByField[fields.indexOf("title")]?.[section] ?? 0,
  };
}
