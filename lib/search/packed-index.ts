import type { AsPlainObject } from "minisearch";

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

/** Gives back what `MiniSearch.loadJS` takes. */
export function unpackIndex(packed: PackedIndex, documentCount: number): AsPlainObject {
  const numbers = Array.from({ length: documentCount }, (_, section) => section);
  return {
    documentCount,
    nextId: documentCount,
    documentIds: Object.fromEntries(numbers.map((section) => [section, section])),
    fieldIds: Object.fromEntries(packed.fields.map((field, i) => [field, i])),
    fieldLength: Object.fromEntries(
      numbers.map((section) => [section, packed.lengths.map((field) => field[section] ?? 0)]),
    ),
    averageFieldLength: packed.averageLengths,
    storedFields: {},
    dirtCount: 0,
    index: packed.terms.map((term, i) => {
      const values = packed.occurrences[i] ?? [];
      const byField: Record<string, Record<string, number>> = {};
      for (let at = 0; at < values.length;) {
        const field = values[at] ?? 0;
        const end = at + 2 + (values[at + 1] ?? 0);
        const sections: Record<string, number> = {};
        let section = 0;
        for (at += 2; at < end; at++) {
          const value = values[at] ?? 0;
          section += value >> 1;
          sections[section] = value & 1 ? (values[++at] ?? 1) : 1;
        }
        byField[field] = sections;
      }
      return [term, byField];
    }),
    serializationVersion: 2,
  };
}
