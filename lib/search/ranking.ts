/*
 * Every number that decides the order of results, each with its reason. The
 * page, the JSON and the dialog all use this file. Only the weight of a kind of page stands with the
 * kind, in lib/site/kinds.ts. Scale: 1 is the plain text
 * of a section; all other values are multiples of it.
 */

/** How much a word counts by where it stands. */
export const FIELD_WEIGHTS = {
  // A title is a promise: whoever types its words wants this page.
  title: 2,
  // Leads to the place on the page; says less about the page as a whole.
  heading: 1.5,
  // Words are chosen by writers to be found by, in readers' own terms; questions, too, but these are
  // whole sentences, in which words of other questions stand by chance.
  words: 2,
  questions: 1.75,
  // Written as a summary: every word in it is meant.
  description: 1.3,
  text: 1,
} as const;

/**
 * BM25+ with the usual values (those of MiniSearch, too): how soon further
 * occurrences in a field stop to count, how much a long field lowers them, and
 * what a word counts at least wherever it stands.
 */
export const BM25 = { saturation: 1.2, length: 0.7, presence: 0.5 } as const;

/** A code is why its reader came; words around it ("windows", "error") are not. */
export const CODE_WEIGHT = 3;

/** A code whose page stands first, for the results behind it: "after reinstalling Home over Pro" says what they should be about. */
export const CODE_WITH_ITS_PAGE = 0.1;

/** Another form of a typed word (linked for link): almost as good as the word itself. */
export const STEM_WEIGHT = 0.85;

/**
 * A corrected word, by rank of the correction: the first is what the reader was
 * told; the others help when it was the wrong guess.
 */
export const CORRECTION_WEIGHTS = [0.9, 0.5, 0.4] as const;

/** What readers type leads to the site's term: nearly as good as typing the term. */
export const TO_TERM_WEIGHT = 0.9;

/**
 * The site's term leads to pages that only use readers' words. Lower, because
 * these are ambiguous ("add" also means other things than "link").
 */
export const FROM_TERM_WEIGHT = 0.5;

/**
 * What a fixed phrase ("product key") adds to its words when they stand
 * together: half, because most sections that have both words have the phrase.
 */
export const TOGETHER_WEIGHT = 0.5;

/**
 * "take" or "fix" in a question: in a sentence from a page they also say which one it is. In our few
 * texts such words are rarer than "license", which would make them count most.
 */
export const WEAK_WORD_WEIGHT = 0.4;

/**
 * Share of the query that one or two letters at its end are, if a much commoner word begins so: next to none,
 * whatever word they happen to be ("n" in "windows is n"), so that the pages found by the words before
 * stay. Pages that have the word gain by it all the same. "vm" and "os" begin no such word.
 */
export const BEGINNING_IMPORTANCE = 0.001;

/** In so many times as many sections: "windows" to "wi", but not "VMware" to "vm". */
export const MUCH_COMMONER = 9;

/** "mother board" for "motherboard": a space too many is a slip, not another word. */
export const JOINED_WEIGHT = 0.95;

/** The most that the beginning of a word counts, reached when nearly all of it is typed. */
export const PREFIX_WEIGHT = 0.75;

/** A longer word, when the typed one is complete ("key" also begins "keyboard"). */
export const PREFIX_OF_COMPLETE_WEIGHT = 0.25;

/** Under three letters the completions say nothing and are too many. */
export const PREFIX_LETTERS = 3;

/** Enough for every word a reader may be typing; bounds the work. */
export const PREFIX_COMPLETIONS = 40;

/**
 * Soft AND: a section that matches the share `c` of the query keeps
 * `SOFT_AND_BASE + (1 - SOFT_AND_BASE) * c ** SOFT_AND_POWER` of its score. Measured in the
 * research on search engines: AND hides the right page behind one wrong word,
 * OR lets one common word win.
 */
export const SOFT_AND_BASE = 0.15;

/**
 * Steeper than the square of the research, which looked at pages: in a section, which is shorter,
 * a missing word says more.
 */
export const SOFT_AND_POWER = 2.5;

/** Shares are sums of fractions: a share above this is the whole query. */
export const ALL = 0.99;

/**
 * A title or heading is compared with the query word for word only above this share of it, which saves the
 * work for all others. Below 1, because in an equal title a word may stand in another form and count less.
 */
export const NEARLY_ALL = 0.8;

/** What a section gains that has every word of the query: nobody else may have them by chance. */
export const ALL_WORDS = 1;

/** Words that stand elsewhere on the page: a question in everyday words often spans two sections. */
export const ELSEWHERE_ON_PAGE = 0.6;

/**
 * Up to two and a half times the score when the title holds the whole query, growing with the square, and when
 * the query is most of the title: a long title holds words of many queries by chance.
 */
export const TITLE_COVERAGE = 1.5;

/** A third of that for a heading, or for a reader's question: there are many of them. */
export const HEADING_COVERAGE = 0.5;

/**
 * The query is the title, word for word: this page was asked for. It beats
 * pages that speak of it more often ("Link", the term).
 */
export const WHOLE_TITLE = 4;

/** The query is a heading, word for word. */
export const WHOLE_HEADING = 3;

/** What the second best section adds to a page: two good places are a good sign. */
export const SECOND_SECTION = 0.1;

/**
 * A section for the other Windows version. Low enough to stand behind the same
 * advice for the reader's version, high enough to be found when it is all there is.
 */
export const OTHER_VERSION = 0.6;

/**
 * A message that is nearly the typed sentence: its score is multiplied by
 * `1 + NEAR_MESSAGE * likeness²`. Strong, because a sentence that is retyped
 * from the screen with a slip is still that sentence.
 */
export const NEAR_MESSAGE = 3;

/** Under this share of common words two sentences are not alike. */
export const NEAR_MESSAGE_LIKENESS = 0.6;

/**
 * A message inside a longer query counts as pasted when it is at least this
 * share of the query, or this long. "how do I activate windows without a key"
 * holds the watermark's words, but asks something else.
 */
export const PASTED_SHARE = 0.6;
export const PASTED_WORDS = 6;

/** Fewer words of a sentence ("Windows is activated") fit too many messages. */
export const PASTED_PART_WORDS = 4;

/*
 * Short answers. A query is compared with each way to ask a question (question-match.ts); 1 is the
 * same question.
 */

/**
 * From this likeness on, the answer itself stands before the results. Of the cards for
 * tests/fixtures/answer-queries.yaml all 28 answered the query; at 0.76 94 % of 32 did, at 0.72 92 % of 38
 * (`npm run bench:search -- --cards`).
 */
export const CARD_LIKENESS = 0.8;

/** Fewer words, without a word of asking, are no question: "phone number", "change account". Nor is one telling word: "cost". */
export const QUESTION_WORDS = 3;

/** A section with less of the query's words is not compared: it cannot be alike, and comparing takes time. */
export const LEAST_OWN = 0.4;

/**
 * What the section of an answer gains that the query asks for: its score is multiplied by up to
 * `1 + ASKED`, growing with the square of the likeness above `ASKED_FROM`. Less alike, it asks for something else.
 */
export const ASKED = 4;
export const ASKED_FROM = 0.6;

/** "How do I link?" is not "Do I have to link?", with the same words. */
export const OTHER_INTENT = 0.72;

/** "link my license" may ask how, not whether it must be: those who ask that say so. */
export const INTENT_LEFT_OUT = 0.85;

/** "Before I swap the board" and "I swapped the board" are two stories, for answers and pages. */
export const OTHER_MOMENT = 0.6;

/** One says "not", "no" or "without", and the other does not. */
export const OTHER_POLARITY = 0.75;

/** A word that is nowhere on the site says that the question is about something else: half of the rarest known word. */
export const UNKNOWN_WORD_WEIGHT = 0.5;

/**
 * A glossary term, or a question of /start, stands behind the first page that matches at least this share of what it
 * matches itself: that page answers. Not when the query is the term ({@link IS_THE_TERM}).
 */
export const ANSWERS_AS_WELL = 0.97;

/** The query is the term, or the question: so much of it is in the title, or in the words that readers have for it. */
export const IS_THE_TERM = 0.75;

/** Pages that match less than this share of what the best one matches are noise. */
export const LEAST_COVERAGE = 0.4;

/** Characters of a query in which words are searched: longer than any question. */
export const QUERY_CHARACTERS = 128;

/** Words of a query that are searched; with more the order no longer changes. */
export const QUERY_WORDS = 12;

/**
 * Characters in which codes and messages are looked for. Readers paste whole
 * paragraphs with the code at the end; this much is read in well under a millisecond.
 */
export const PASTED_CHARACTERS = 2000;

/**
 * Occurrences of words that are looked at, rarest words first. When they are used up, further
 * words only re-order the best sections found so far. At 10,000 sections a dozen of the commonest
 * words took 15 to 37 ms with it; a quarter of it was no faster at the 99th percentile.
 */
export const OCCURRENCES_BUDGET = 60_000;

/** So many of the best sections; far more than a reader pages through. */
export const BEST_SECTIONS = 500;

/** Letters from which a word is corrected: shorter ones have too many neighbours. */
export const CORRECTED_LETTERS = 5;

/** Letters from which two slips are corrected: long words stay recognizable. */
export const TWO_SLIPS_LETTERS = 9;

/** Codes and spellings that are offered when nothing matches. */
export const SUGGESTIONS = 5;
