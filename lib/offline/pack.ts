/*
 * All pages in one file. They have much in common (header, inline styles, notes, drawings), so pieces that several
 * pages share are stored once: 15 MB of HTML become 3.4 MB, and 0.5 MB on the wire.
 */

/** Pages by address: shared pieces as numbers, the rest as text. */
export type Pack = {
  pieces: string[];
  pages: Record<string, (string | number)[]>;
  /** Texts for the search, by the end of their address (lib/search/section-text.ts). */
  texts: Record<string, string>;
};

/** The shortest shared piece: for shorter ones, the number costs more than it saves. */
const SHORTEST = 24;

/** Packs pages. `readPage` returns every page exactly as it was. */
export function makePack(
  pages: ReadonlyMap<string, string>,
  texts: Record<string, string> = {},
): Pack {
  const cut = new Map([...pages].map(([address, html]) => [address, html.split(/(?<=>)(?=<)/)]));
  const counts = new Map<string, number>();
  for (const parts of cut.values())
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const pack: Pack = { pieces: [], pages: {}, texts };
  for (const [address, parts] of cut) {
    const packed: (string | number)[] = [];
    let own = "";
    const flush = () => {
      if (own) packed.push(own);
      own = "";
    };
    for (const part of parts) {
      if (part.length < SHORTEST || (counts.get(part) ?? 0) < 2) {
        own += part;
        continue;
      }
      flush();
      let number = numbers.get(part);
      if (number === undefined) {
        number = pack.pieces.push(part) - 1;
        numbers.set(part, number);
      }
      packed.push(number);
    }
    flush();
    pack.pages[address] = packed;
  }
  return pack;
}

/** One page of a pack, or undefined where it has none. */
export const readPage = ({ pieces, pages }: Pack, address: string): string | undefined =>
  Object.hasOwn(pages, address)
    ? pages[address]?.map((part) => (typeof part === "number" ? pieces[part] : part)).join("")
    : undefined;
