import { CARD_GUIDE, LINK_PREFIX, MAX_NAME_CHARS, MAX_PCS, pcsOf } from "./pcs";
import type { BoardGuide } from "./guide-outline";
import { CARD_DETAILS, CARD_EDITIONS, licenseCardOf } from "./license-card";
import { guideProgressOf } from "./progress";
import {
  type Computer,
  emptyGuideProgress,
  emptyProgress,
  type GuideProgress,
  type SavedProgress,
} from "./saved-progress";

/*
 * Progress as text in the fragment of an address, which no browser sends to a server:
 *
 *   #pc1.<base64url>    1 is the version of the format
 *
 * The bytes: the number of PCs, the PCs, four bytes of checksum. Numbers are varints. A PC has its name, version,
 * edition, origin and recovery key, day of the proof, account, and guides. A guide has its hash, the permanent
 * short numbers of its steps, in order and delta-encoded, and the hashes of its answers.
 */
const VERSION = 1;

/** The longest fragment that is read: twenty PCs with everything done need less. */
const MAX_FRAGMENT_CHARS = 8_000;

/** What was read, or why not. `leftOut` counts the entries that this release does not know. */
type LinkContent =
  { progress: SavedProgress; leftOut: number } | { refused: "damaged" | "newer" | "too-long" };

const EDITIONS = Object.keys(CARD_EDITIONS);
const YES_NO = [undefined, "yes", "no"];
const WINDOWS = [undefined, "11", "10"];
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

/** A 32-bit hash (FNV-1a). */
const hash = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;

/** A two-byte hash for names without a short number. A test rules out collisions in the content. */
const shortHash = (name: string): number => {
  const sum = hash(new TextEncoder().encode(name));
  return (sum ^ (sum >>> 16)) & 0xffff;
};

const answerName = (question: string, answer: string) => `${question}.${answer}`;

/** The hash of each answer of a guide. */
const answerHashes = ({ outline }: BoardGuide) =>
  new Map(
    outline.parts.flatMap(({ steps }) =>
      steps.flatMap(({ question }) =>
        (question?.answers ?? []).map((answer) => {
          const name = answerName(question!.id, answer);
          return [shortHash(name), { question: question!.id, answer }] as const;
        }),
      ),
    ),
  );

class Writer {
  readonly bytes: number[] = [];
  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
  }
  short(value: number): void {
    this.bytes.push(value >> 8, value & 255);
  }
  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.number(encoded.length);
    this.bytes.push(...encoded);
  }
}

class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}
  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError("The link ends too early.");
    return byte;
  }
  number(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError("A number of the link is too long.");
  }
  short(): number {
    return this.byte() * 256 + this.byte();
  }
  text(): string {
    const length = this.number();
    const bytes = Uint8Array.from({ length: Math.min(length, 1000) }, () => this.byte());
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  }
  isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
}

const toBase64 = (bytes: number[]): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
    char.charCodeAt(0),
  );

/** The fragment for these PCs, without “#”. It leaves out open steps and blank records. */
export function linkFragment(guides: BoardGuide[], progress: SavedProgress, ids: string[]): string {
  const writer = new Writer();
  const pcs = pcsOf(progress).filter(({ id }) => ids.includes(id));
  writer.number(pcs.length);
  for (const pc of pcs) {
    const { card } = pc;
    writer.text(pc.name ?? "");
    writer.number(
      WINDOWS.indexOf(pc.windows) * 8 + (card.edition ? EDITIONS.indexOf(card.edition) + 1 : 0),
    );
    writer.number(YES_NO.indexOf(card.origin) * 3 + YES_NO.indexOf(card.recoveryKey));
    writer.number(card.seen ? Math.max(0, (Date.parse(card.seen) - FIRST_DAY) / DAY_MS) + 1 : 0);
    writer.text(card.account?.replace("•••", "") ?? "");
    const begun = guides.flatMap((guide) => {
      const { steps, answers } = guideProgressOf(progress, guide.outline.guide, pc.id);
      const told = Object.entries(steps).flatMap(([id, { state, revision }]) =>
        state === "open" || guide.numbers[id] === undefined
          ? []
          : [{ number: guide.numbers[id], state, revision }],
      );
      const hashes = [...answerHashes(guide)].flatMap(([hash, { question, answer }]) =>
        answers[question]?.answer === answer ? [hash] : [],
      );
      return told.length + hashes.length > 0 ? [{ guide, told, hashes }] : [];
    });
    writer.number(begun.length);
    for (const { guide, told, hashes } of begun) {
      writer.short(shortHash(guide.outline.guide));
      writer.number(told.length);
      let before = 0;
      for (const { number, state, revision } of told.sort((a, b) => a.number - b.number)) {
        const kind = state === "skipped" ? 1 : revision === 1 ? 0 : 2;
        writer.number((number - before) * 4 + kind);
        if (kind === 2) writer.number(Math.max(0, revision));
        before = number;
      }
      writer.number(hashes.length);
      for (const one of hashes) writer.short(one);
    }
  }
  const sum = hash(Uint8Array.from(writer.bytes));
  writer.short(sum >>> 16);
  writer.short(sum & 0xffff);
  return `${LINK_PREFIX}${VERSION}.${toBase64(writer.bytes)}`;
}

/** The address of the page with the reader’s PCs, with these in its fragment. */
export const linkAddress = (
  page: string,
  guides: BoardGuide[],
  progress: SavedProgress,
  ids: string[],
): string => `${page}#${linkFragment(guides, progress, ids)}`;

/** Reads a fragment as foreign data; it never throws. */
export function readLink(guides: BoardGuide[], fragment: string): LinkContent {
  if (fragment.length > MAX_FRAGMENT_CHARS) return { refused: "too-long" };
  const [, version, text] = new RegExp(`^#?${LINK_PREFIX}(\\d+)\\.([\\w-]*)$`).exec(fragment) ?? [];
  if (Number(version) > VERSION) return { refused: "newer" };
  if (!text || Number(version) !== VERSION) return { refused: "damaged" };
  try {
    const bytes = fromBase64(text);
    const content = bytes.subarray(0, -4);
    const sum = new Reader(bytes.subarray(-4));
    if (hash(content) !== sum.short() * 0x10000 + sum.short()) return { refused: "damaged" };
    return readPcs(guides, new Reader(content));
  } catch {
    return { refused: "damaged" }; // Not base64, not UTF-8, or it ends too early.
  }
}

function readPcs(guides: BoardGuide[], reader: Reader): LinkContent {
  const stamp = { n: 0, by: "", at: 0 };
  const computers: Record<string, Computer> = {};
  let leftOut = 0;
  const count = reader.number();
  if (count < 1 || count > MAX_PCS) return { refused: "damaged" };
  for (let index = 0; index < count; index++) {
    const name = reader.text().slice(0, MAX_NAME_CHARS);
    const system = reader.number();
    const told = reader.number();
    const days = reader.number();
    const account = reader.text();
    const windows = WINDOWS[Math.floor(system / 8)];
    const card = {
      [CARD_DETAILS.edition]: EDITIONS[(system % 8) - 1],
      [CARD_DETAILS.origin]: YES_NO[Math.floor(told / 3)],
      [CARD_DETAILS.recoveryKey]: YES_NO[told % 3],
      [CARD_DETAILS.seen]:
        days > 0 && days < 100_000
          ? new Date(FIRST_DAY + (days - 1) * DAY_MS).toISOString().slice(0, 10)
          : undefined,
      [CARD_DETAILS.account]: account && account.replace(/^(.{1,2})@/u, "$1•••@"),
    };
    const read: Record<string, GuideProgress> = {};
    const own = (slug: string) => (read[slug] ??= emptyGuideProgress());
    for (const [key, value] of Object.entries(card))
      if (value) own(CARD_GUIDE).details[key] = { value, ...stamp };

    for (let left = reader.number(); left > 0; left--) {
      const slugHash = reader.short();
      const guide = guides.find(({ outline }) => shortHash(outline.guide) === slugHash);
      const ids = new Map(Object.entries(guide?.numbers ?? {}).map(([id, number]) => [number, id]));
      let number = 0;
      for (let steps = reader.number(); steps > 0; steps--) {
        const entry = reader.number();
        number += Math.floor(entry / 4);
        const revision = entry % 4 === 2 ? reader.number() : 1;
        const id = ids.get(number);
        if (guide && id)
          own(guide.outline.guide).steps[id] = {
            state: entry % 4 === 1 ? "skipped" : "done",
            revision,
            ...stamp,
          };
        else leftOut += 1;
      }
      const answers = guide ? answerHashes(guide) : new Map<number, never>();
      for (let told = reader.number(); told > 0; told--) {
        const one = answers.get(reader.short());
        if (guide && one)
          own(guide.outline.guide).answers[one.question] = { answer: one.answer, ...stamp };
        else leftOut += 1;
      }
    }
    // Only valid License card values become details; the account must be masked.
    const checked = read[CARD_GUIDE];
    if (checked && !licenseCardOf(checked).account) delete checked.details[CARD_DETAILS.account];
    computers[index === 0 ? "pc" : `pc-${String(index).padStart(2, "0")}`] = {
      details: {
        ...(name ? { name: { value: name, ...stamp } } : {}),
        ...(windows ? { windows: { value: windows, ...stamp } } : {}),
      },
      guides: read,
    };
  }
  if (!reader.isAtEnd()) return { refused: "damaged" };
  return { progress: { ...emptyProgress(), computers }, leftOut };
}
