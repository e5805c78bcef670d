import GithubSlugger from "github-slugger";
import { skeleton } from "../skeleton";
import { claimsIn, type Claim } from "./claims";
import { mapFields, splitSource } from "./front-matter";
import { takeOffGeneratorTags } from "./generator-tags";
import { takeOutHtml } from "./html";
import { convertMarkdown } from "./markdown";
import type { Note, Notes } from "./notes";

/** A legacy article as a draft of ours, with everything that happened to it. */
export type ImportedArticle = Notes & {
  slug: string;
  /** The file to write into content/articles. */
  draft: string;
  /** Lines are those of the draft. */
  claims: Claim[];
  /** Sentences that the search for claims left out. */
  otherSentences: number;
};

/**
 * Turns an article of a Hexo or Jekyll site into a draft for content/articles.
 * Pure: reads and writes no file. Every word of the source is in the draft or
 * in the notes.
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
  const withoutTags = takeOffGeneratorTags(body, bodyLine, notes);
  const withoutHtml = takeOutHtml(withoutTags, bodyLine, notes);
  const text = convertMarkdown(withoutHtml, mapped.title, bodyLine, notes);

  const published = mapped.published ?? mapped.updated ?? today;
  const updated = mapped.updated ?? published;
  const name = slug ?? shortSlug(mapped.title);
  const { topics, ...rest } = mapped;
  const answers: Record<string, unknown> = {
    ...rest,
    published,
    updated,
    // Nobody has compared it with sources yet. The old day makes the check say so.
    reviewed: updated,
    // Without any, TODO stands there, and the check names the topics.
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

/** A text that cannot be read yet has its problem in the check; its claims wait until it can. */
function readClaims(text: string): ReturnType<typeof claimsIn> {
  try {
    return claimsIn(text);
  } catch {
    return { claims: [], others: 0 };
  }
}

/** An address of at most eight words. */
function shortSlug(title: string): string {
  const slug = new GithubSlugger()
    .slug(title)
    .replace(/[^a-z0-9-]/g, "")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  const words = slug.split("-").slice(0, 8);
  while (/^(?:a|an|and|for|from|in|of|on|or|the|to|with|your)$/.test(words.at(-1) ?? ""))
    words.pop();
  return words.join("-") || "imported-article";
}

/** In the order of the source. What happened to one line for one reason is told once. */
function byLine(notes: readonly Note[]): Note[] {
  const told = new Map<string, { note: Note; texts: string[] }>();
  for (const note of [...notes].sort((a, b) => a.line - b.line)) {
    const key = JSON.stringify([note.line, note.what, note.why]);
    const same = told.get(key);
    if (same) same.texts.push(note.text);
    else told.set(key, { note, texts: [note.text] });
  }
  return [...told.values()].map(({ note, texts }) => ({ ...note, text: texts.join("\n") }));
}
