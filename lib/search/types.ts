import type { ExplainedCode } from "@/lib/errors/code-facility";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { PageKind } from "@/lib/site/kinds";
import type { Windows } from "@/lib/windows/version";
import type { Language } from "@/lib/wordings/language";

/** A piece of an answer: text, or a label on the screen. Never HTML. */
export type AnswerSegment = { text: string; label?: boolean };

/** A short answer as its card shows it. */
export type AnswerText = {
  /** Its text for each version of Windows. */
  texts: Record<Windows, AnswerSegment[]>;
  /** The grade of its least certain claim; absent when it is only about this site. */
  grade?: ClaimGrade;
  /** Its link to the step or page. */
  lead?: { to: string; label: string };
};

/**
 * A section of a page as input for the index. `description`, `questions`, `words`, `code` and `message` belong to
 * the page and are only on its first section. The sections of a page are consecutive.
 */
export type SearchDocument = {
  /** Unique; the key of its text for snippets. */
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
  /** Absent when the section applies to both versions. */
  windows?: Windows[];
  /** The error code that the page explains: `0xC004F211`. */
  code?: string;
  /** Set on a short answer: its heading is the question, `questions` are other ways to ask it. */
  answer?: AnswerText;
  /** How many characters of the text say in brief what the page says, if they are few enough to be shown whole. */
  brief?: number;
  /** The words on the screen that the page explains; they are also in its title or text. */
  message?: string;
};

/** Synonyms: the site's own term and what readers type for it. */
export type SynonymGroup = { term: string; also: string[] };

/** A piece of text to show, `marked` when it matches the query. Never HTML. */
export type TextSegment = { text: string; marked: boolean };

/**
 * The words of the index that the query matched, with the number of the query's part: words with the same
 * number match the same part.
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
  /** Takes every word as typed, without corrections. */
  literal?: boolean;
};

/** A page that was found. */
export type SearchResult = {
  /** The address of the page, with the anchor of its best section. */
  address: string;
  page: string;
  /** The id of the best section, the key of its text. */
  section: string;
  kind: PageKind;
  title: string;
  heading?: string;
  /** Empty when the index has no texts; `addSnippets` fills it. */
  snippet: TextSegment[];
  /** Set when the best section is for one version only. */
  windows?: Windows;
  /** Set when that version is not the one the reader sees. */
  otherVersionOnly?: Windows;
  /** Set when the page explains the very code or message that was typed. */
  exact?: boolean;
  /** Set on the first results: a short answer or brief is shown whole, as it is for this version. */
  whole?: Windows;
  /** Other short answers on the page that match nearly as well. Only on the first results. */
  neighbors?: Pick<SearchResult, "address" | "heading">[];
};

/** The short answer that matches a query, shown before the results. */
export type AnswerCard = {
  /** The address of the page with the answer's anchor. */
  address: string;
  /** The id of its section, the key of its text. */
  section: string;
  question: string;
  /** The version of Windows whose text it shows. */
  version: Windows;
  /** Set when it applies to one version only. */
  windows?: Windows;
  /** This and the rest are absent when the index has no texts; `addSnippets` fills them. */
  text?: AnswerSegment[];
  grade?: ClaimGrade;
  lead?: { to: string; label: string };
};

/** What a text in another language was recognized as, in words. */
type ForeignAnswer = {
  title: string;
  text: string;
  how: "known" | "part" | "language";
  /** The language tag; absent when only “not English” is certain. */
  lang?: string;
  dir?: "rtl";
};

/** The same, with the pages that it leads to. */
export type ForeignText = ForeignAnswer & {
  /** The page about it, where that is certain. */
  page?: string;
  /** The possible pages where its words do not decide, the likelier first. */
  candidates: string[];
};

/** Reads a text in another language; undefined if it is English or unknown. */
export type ReadForeign = (text: string, languages: readonly Language[]) => ForeignText | undefined;

/** The answer to a query. */
export type SearchAnswer = {
  /** The query without control characters. */
  query: string;
  /** The number of pages found, with the filter, before `limit`. */
  total: number;
  /** The number of pages of each kind, without the filter. */
  counts: Partial<Record<PageKind, number>>;
  results: SearchResult[];
  /** Set when a short answer answers the query. */
  card?: AnswerCard;
  /** What the first results match exactly. */
  exact?: "code" | "message";
  /** Well-formed codes in the query without a page. */
  unknownCodes: string[];
  /** Set together when a word was corrected: the query as typed and as searched. */
  correctedFrom?: string;
  correctedTo?: string;
  /** What the number of the first unknown code says. */
  explained?: ExplainedCode;
  /** Set when the query is the output of a license command: what it says, in a line. */
  output?: string;
  /** Set when the query is in another language: what it was recognized as, and how sure that is. */
  language?: ForeignAnswer;
  /** Whether the query asks for activators, cracks or cheap keys. */
  safety: boolean;
  /** Words beyond the limits, which were not searched. */
  ignored?: string;
  suggestions: {
    /** Known codes that are similar to an unknown one. */
    codes: string[];
    /** Similar spellings of words that were not found. */
    spellings: string[];
  };
  marks: MarkedWords;
};

/** The index of all sections. */
export type SearchIndex = {
  /** Answers any string; never throws. */
  search: (query: string, options: SearchOptions) => SearchAnswer;
  /**
   * Whether a text is surely English: the site often uses all its words, and it is not itself a `sign` of another
   * language. The last word may be half typed.
   */
  isOfCommonWords: (text: string) => boolean;
  /** The texts of Windows in other languages. */
  languages: readonly Language[];
};
