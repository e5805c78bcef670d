import { skeleton } from "../skeleton";
import { claimsIn, type Claim } from "./claims";
import { mapFields, splitSource } from "./front-matter";
import { removeGeneratorTags } from "./generator-tags";
import { removeHtml } from "./html";
import { convertMarkdown } from "./markdown";
import type { Note, Notes } from "./notes";
import { ImportProblem } from "./problem";

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
  const limit = limitProblem(withoutHtml, bodyLine);
  if (limit) throw new ImportProblem(limit);
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
  const { claims, others } = readClaims(text);
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

/** The content check refuses longer files. */
const LONGEST = 200_000;
/** The Markdown parsers need a tenth of a millisecond per block: a minute for 1 MB of short paragraphs. */
const MOST_LINES = 10_000;
/** Their time grows with the square of these characters in a paragraph, and with the depth of each line. */
const MOST_SIGNS = 2_000;
const MOST_DEPTH = 50;
const DEEP = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])(?=[ \\t>])){${MOST_DEPTH}}`, "m");
const LIST_ITEM = /^[ \t]*[*+-][ \t]/;

/**
 * Why a text would keep the parsers busy for minutes; undefined for any real article. Checked once HTML is removed,
 * because a saved page may have five times as much in scripts and ads.
 */
function limitProblem(
  text: string,
  firstLine: number,
): { message: string; remedy: string } | undefined {
  if (text.length > LONGEST)
    return {
      message: `expected at most ${LONGEST / 1000} KB of text, found ${Math.ceil(text.length / 1000)} KB without HTML and tags`,
      remedy: "Split the file into articles; each becomes a page.",
    };
  const lines = text.split("\n");
  const written = lines.filter((line) => line.trim() !== "").length;
  if (written > MOST_LINES)
    return {
      message: `expected at most ${MOST_LINES} lines with text, found ${written} without HTML and tags`,
      remedy: "Split the file into articles; each becomes a page.",
    };
  let signs = 0;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "" || LIST_ITEM.test(line)) signs = 0;
    signs += line.match(/[*_[\]<`!&~:@{}]/g)?.length ?? 0;
    if (signs > MOST_SIGNS)
      return {
        message: `line ${firstLine + i}: expected at most ${MOST_SIGNS} Markdown and HTML characters in one paragraph, found more`,
        remedy: "Separate its parts with empty lines, or remove what is not text.",
      };
  }
  return DEEP.test(text)
    ? {
        message: `expected lists and quotes nested at most ${MOST_DEPTH} levels deep, found more`,
        remedy: "Remove the characters at the beginning of the line that are not text.",
      }
    : undefined;
}

/** No claims if our parser cannot read the text yet: the check reports that. */
function readClaims(text: string): ReturnType<typeof claimsIn> {
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
