import type { AsPlainObject } from "minisearch";
import { BM25, FIELD_WEIGHTS } from "./ranking";

/**
 * MiniSearch's index in a form that is small when sent: terms in alphabetical
 * order; for each, per field, the sections as differences from the one before.
 * A difference is doubled, and one more when the word stands there more than
 * once; then the number of times follows.
 */
export type PackedIndex = {
  fields: string[];
  averageLengths: number[];
  /** Per field, the number of different terms in each section. */
  lengths: number[][];
  terms: string[];
  /** Per term: field, number of values, values, next field … */
  occurrences: number[][];
};

/** Packs what `MiniSearch.toJSON` gives, for sections numbered from 0 on. */
export function packIndex(plain: AsPlainObject): PackedIndex {
  const fields = Object.keys(plain.fieldIds).sort(
    (a, b) => (plain.fieldIds[a] ?? 0) - (plain.fieldIds[b] ?? 0),
  );
  const entries = [...plain.index].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    fields,
    averageLengths: plain.averageFieldLength.map((length) => Number((length ?? 0).toFixed(2))),
    lengths: fields.map((_, field) =>
      Array.from(
        { length: plain.documentCount },
        (_, section) => plain.fieldLength[section]?.[field] ?? 0,
      ),
    ),
    terms: entries.map(([term]) => term),
    occurrences: entries.map(([, byField]) =>
      Object.entries(byField).flatMap(([field, sections]) => {
        const values: number[] = [];
        let last = 0;
        for (const key of Object.keys(sections)) {
          const times = sections[key] ?? 1;
          values.push((Number(key) - last) * 2 + (times > 1 ? 1 : 0));
          if (times > 1) values.push(times);
          last = Number(key);
        }
        return [Number(field), values.length, ...values];
      }),
    ),
  };
}

/** What a word found in one section. Questions and words of readers are as good a sign as a heading. */
export type PostingHit = {
  score: number;
  inTitle: boolean;
  inHeading: boolean;
  beyondTitle: boolean;
};

/** Reads a packed index, without unpacking what no query asks for. */
export type Postings = {
  /** In how many sections a word stands, in the field where that is most: titles and text overlap. */
  count: (term: string) => number;
  /** The sections that have the word, or those of `only`, with its weight there: BM25 of each field. */
  /** Number of different words in the title of a section's page. */
  titleLength: (section: number) => number;
  find: (term: string, only?: ReadonlySet<number>) => ReadonlyMap<number, PostingHit>;
};

/** Opens a packed index of so many sections. */
export function openPostings(packed: PackedIndex, documentCount: number): Postings {
  const numbers = new Map(packed.terms.map((term, i) => [term, i]));
  const counts = new Map<string, number>();
  const fields = packed.fields as (keyof typeof FIELD_WEIGHTS)[];
  const lengthFactors = packed.lengths.map((lengths, field) => {
    const average = packed.averageLengths[field] || 1;
    return Float32Array.from({ length: documentCount }, (_, section) => {
      const length = lengths[section] ?? 0;
      return BM25.saturation * (1 - BM25.length + (BM25.length * length) / average);
    });
  });

  /** Calls back for each field and section that has the word. */
  const read = (
    term: string,
    visit: (field: number, section: number, times: number) => void,
  ): void => {
    const values = packed.occurrences[numbers.get(term) ?? -1] ?? [];
    for (let at = 0; at < values.length;) {
      const field = values[at] ?? 0;
      const end = at + 2 + (values[at + 1] ?? 0);
      let section = 0;
      for (at += 2; at < end; at++) {
        const value = values[at] ?? 0;
        section += value >> 1;
        visit(field, section, value & 1 ? (values[++at] ?? 1) : 1);
      }
    }
  };

  return {
    count(term) {
      let count = counts.get(term);
      if (count === undefined) {
        const byField = fields.map(() => 0);
        read(term, (field) => (byField[field] = (byField[field] ?? 0) + 1));
        count = Math.max(0, ...byField);
        counts.set(term, count);
      }
      return count;
    },
    titleLength: (section) => packed.lengths[fields.indexOf("title")]?.[section] ?? 0,
    find(term, only) {
      const hits = new Map<number, PostingHit>();
      read(term, (field, section, times) => {
        if (only && !only.has(section)) return;
        const name = fields[field] ?? "text";
        let hit = hits.get(section);
        if (!hit) {
          hit = { score: 0, inTitle: false, inHeading: false, beyondTitle: false };
          hits.set(section, hit);
        }
        hit.score +=
          FIELD_WEIGHTS[name] *
          (BM25.presence +
            (times * (BM25.saturation + 1)) / (times + (lengthFactors[field]?.[section] ?? 1)));
        if (name === "title") hit.inTitle = true;
        else hit.beyondTitle = true;
        if (name === "heading" || name === "questions" || name === "words") hit.inHeading = true;
      });
      return hits;
    },
  };
}
