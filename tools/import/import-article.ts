import { MOST_BYTES } from "../../lib/checks/check-source";
import { markdownSize } from "../../lib/checks/markdown-limits";
import { skeleton } from "../skeleton";
import { claimsIn, type Claim } from "./claims";
import { mapFields, splitSource } from "./front-matter";
import { removeGeneratorTags } from "./generator-tags";
import { removeHtml } from "./html";
import { convertMarkdown } from "./markdown";
import type { Note, Notes } from "./notes";

/** A draft made from a legacy article, with everything that was changed or dropped. */
export type ImportedArticle = Notes & {
  slug: string;
  /** The file to write to content/articles. */
  draft: string;
  /** Lines are those of the draft. */
  claims: Claim[];
  /** The number of sentences that are no claims. */
  otherSentences: number;
};

/**
 * Turns an article of another site into a draft for content/articles. Reads and writes no files. Every word of the
 * source is in the draft or in the notes.
 */
export function importArticle(
  source: string,
  {
    fileName,
    today,
    slug,
    knownTopics,
  }: { fileName: string; today: string; slug?: string; knownTopics: readonly string[] },
): ImportedArticle {
  const notes: Notes = { dropped: [], changed: [] };
  const { fields, lineOfField, body, bodyLine } = splitSource(source, notes);
  const mapped = mapFields(fields, { fileName, notes, knownTopics, lineOfField });
  const withoutTags = removeGeneratorTags(body, bodyLine, notes);
  const withoutHtml = removeHtml(withoutTags, bodyLine, notes);
  const text = convertMarkdown(withoutHtml, mapped.title, bodyLine, notes);

  const published = mapped.published ?? mapped.updated ?? today;
  const updated = mapped.updated ?? published;
  const name =
    slug ??
    (shortSlug(mapped.title) || shortSlug(fileName.replace(/\.\w+$/, "")) || "imported-article");
  const { topics, ...rest } = mapped;
  const answers: Record<string, unknown> = {
    ...rest,
    published,
    updated,
    // Nobody has compared it with its sources yet; because of the old date, the check says so.
    reviewed: updated,
    // Without any, the draft has TODO, and the check names the topics.
    ...(topics.length > 0 ? { topics } : {}),
    ...(text ? { body: text } : {}),
  };
  const draft = skeleton("articles", name, answers, today);
  const before = draft.slice(0, draft.lastIndexOf(text)).split("\n").length - 1;
  const { claims, others } = readClaims(text, notes);
  return {
    ...notes,
    dropped: byLine(notes.dropped),
    changed: byLine(notes.changed),
    slug: name,
    draft,
    claims: claims.map((claim) => ({ ...claim, line: claim.line + before })),
    otherSentences: others,
  };
}

/** No claims if our parser cannot read the text yet: the check reports that. */
function readClaims(text: string, notes: Notes): ReturnType<typeof claimsIn> {
  if (Buffer.byteLength(text) > MOST_BYTES || markdownSize(text).excess !== undefined) {
    notes.changed.push({
      line: 1,
      what: "too much for an article",
      why: "The check will refuse it, so its claims are not listed. Split the file, and import each part.",
      text: "",
    });
    return { claims: [], others: 0 };
  }
  try {
    return claimsIn(text);
  } catch {
    return { claims: [], others: 0 };
  }
}

/** Transliterations of letters. */
const LETTERS = new Map(
  (
    "ä=ae ö=oe ü=ue ß=ss æ=ae œ=oe ø=oe å=aa þ=th ð=d đ=d ł=l ı=i " +
    "а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s " +
    "т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya " +
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);

/** A slug of at most eight words. */
function shortSlug(title: string): string {
  const latin = title
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\x00-\x7f]/gu, (letter) => LETTERS.get(letter) ?? letter)
    // Separates accents from their letters.
    .normalize("NFKD")
    .replace(/['’]/g, "");
  const words = (latin.replace(/\p{M}/gu, "").match(/[a-z0-9]+/g) ?? []).slice(0, 8);
  while (/^(?:a|an|and|for|from|in|of|on|or|the|to|with|your)$/.test(words.at(-1) ?? ""))
    words.pop();
  return words.join("-");
}

/** Sorts notes by line, and merges those of a line that have the same reason. */
function byLine(notes: readonly Note[]): Note[] {
  const merged = new Map<string, { note: Note; texts: string[] }>();
  for (const note of [...notes].sort((a, b) => a.line - b.line)) {
    const key = JSON.stringify([note.line, note.what, note.why]);
    const same = merged.get(key);
    if (same) same.texts.push(note.text);
    else merged.set(key, { note, texts: [note.text] });
  }
  return [...merged.values()].map(({ note, texts }) => ({ ...note, text: texts.join("\n") }));
}
