import type { ExplainedCode } from "@/lib/errors/code-facility";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { PageKind } from "@/lib/site/kinds";
import type { Windows } from "@/lib/windows/version";
import type { Language } from "@/lib/wordings/language";

/** A piece of an answer: text, or a label on the screen. Never HTML. */
export type AnswerSegment = { text: string; label?: boolean };

/** A short answer, as its card shows it. */
export type AnswerText = {
  /** Its words, for each version of Windows. */
  texts: Record<Windows, AnswerSegment[]>;
  /** How sure its least sure claim is; absent where it only says how this site works. */
  grade?: ClaimGrade;
  /** Where the reader goes from it. */
  lead?: { to: string; label: string };
};

/**
 * One section of a page, as the index takes it. `description`, `questions`,
 * `words`, `code` and `message` belong to the page and stand on its first
 * section only; sections of a page follow each other.
 */
export type SearchDocument = {
  /** Unique; texts for snippets are found by it. */
  id: string;
  /** Address of the page, without anchor. */
  page: string;
  /** Id of the section's heading. Absent on the first section. */
  anchor?: string;
  kind: PageKind;
  /** Title of the page, the same on all its sections. */
  title: string;
  heading?: string;
  /** Plain text, without markup. */
  text: string;
  description?: string;
  questions?: string[];
  words?: string[];
  /** Absent when the section is for both versions. */
  windows?: Windows[];
  /** The error code that the page explains: `0xC004F211`. */
  code?: string;
  /** The section is a short answer: its heading is the question, `questions` are other ways to ask it. */
  answer?: AnswerText;
  /** The words on the screen that the page explains; they also stand in its title or text. */
  message?: string;
};

/** Words that mean the same: the site's own term and what readers type for it. */
export type SynonymGroup = { term: string; also: string[] };

/** A stretch of text to show; `marked` when the query explains it. Never HTML. */
export type TextSegment = { text: string; marked: boolean };

/**
 * Which words of the index the query led to, and by which of its parts: words
 * with the same number stand for the same part of the query.
 */
export type MarkedWords = Record<string, number>;

/** What to search for. */
export type SearchOptions = {
  /** The version that the reader sees. */
  windows: Windows;
  /** At most this many results. */
  limit: number;
  /** Results to leave out at the beginning, for paging. */
  offset?: number;
  kind?: PageKind;
  /** Take every word as it is typed: no correction. */
  literal?: boolean;
};

/** One page that was found. */
export type SearchResult = {
  /** Where to go: the page, with the anchor of its best section. */
  address: string;
  page: string;
  /** Id of the best section, by which its text is found. */
  section: string;
  kind: PageKind;
  title: string;
  heading?: string;
  /** Empty when the index was loaded without texts; `addSnippets` fills it. */
  snippet: TextSegment[];
  /** Set when the best section is for one version only. */
  windows?: Windows;
  /** Set when that version is not the one the reader sees. */
  otherVersionOnly?: Windows;
  /** The page explains the very code or message that was typed. */
  exact?: boolean;
};

/** The short answer that fits a query: it stands before the results. */
export type AnswerCard = {
  /** The page with the answer's anchor. */
  address: string;
  /** Id of its section, by which its text is found. */
  section: string;
  question: string;
  /** The version of Windows whose words it shows. */
  version: Windows;
  /** Set when it is for one version only. */
  windows?: Windows;
  /** Absent, with what follows, when the index was loaded without texts; `addSnippets` fills them. */
  text?: AnswerSegment[];
  grade?: ClaimGrade;
  lead?: { to: string; label: string };
};

/** The answer to a query. */
export type SearchAnswer = {
  /** The query as it was understood: without product keys and control characters. */
  query: string;
  /** Number of pages found, with the filter, before `limit`. */
  total: number;
  /** Number of pages of each kind, without the filter. */
  counts: Partial<Record<PageKind, number>>;
  results: SearchResult[];
  /** Set when the query asks what a short answer answers. */
  card?: AnswerCard;
  /** What the first results match exactly. */
  exact?: "code" | "message";
  /** Well-formed codes in the query that no page explains. */
  unknownCodes: string[];
  /** Set together when a word was corrected: the query as typed and as searched. */
  correctedFrom?: string;
  correctedTo?: string;
  /** What the first unknown code says by its number alone. */
  explained?: ExplainedCode;
  /** The query is the output of a license command: what it says, in a line. */
  output?: string;
  /** The query is in another language: what it was taken for, and how sure that is. */
  language?: {
    title: string;
    text: string;
    how: "known" | "part" | "language";
    /** Tag of the language; absent where only “not English” is certain. */
    lang?: string;
    dir?: "rtl";
  };
  /** The query asks for activators, cracks or cheap keys. */
  safety: boolean;
  /** Words beyond the limits, which were not searched. */
  ignored?: string;
  suggestions: {
    /** Known codes near an unknown one. */
    codes: string[];
    /** Other spellings of words that were not found. */
    spellings: string[];
  };
  marks: MarkedWords;
};

/** The index of all sections. */
export type SearchIndex = {
  /** Answers any string; never throws. */
  search: (query: string, options: SearchOptions) => SearchAnswer;
  /** How Windows words its texts in other languages. */
  languages: readonly Language[];
};
