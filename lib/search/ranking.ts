/*
 * Every number that decides the order of results, each with its reason. The page, the JSON and the dialog
 * all use this file. Only the weight of a kind of page is elsewhere, with the kind in lib/site/kinds.ts.
 * Scale: 1 is the plain text of a section; all other values are multiples of it.
 */

/** The weight of a word by its field. */
export const FIELD_WEIGHTS = {
  // A title is a promise: readers who type its words want this page.
  title: 2,
  // Names a place on the page; says less about the page as a whole.
  heading: 1.5,
  // Writers choose both to be found by, in readers' own terms. But questions are whole sentences, which contain
  // words of other questions by chance.
  words: 2,
  questions: 1.75,
  // A summary: no word is there by chance.
  description: 1.3,
  text: 1,
} as const;

/**
 * BM25+ with the usual values, which are also MiniSearch's: how soon further occurrences in a field stop
 * counting, how much a long field reduces them, and the minimum for any occurrence.
 */
export const BM25 = { saturation: 1.2, length: 0.7, presence: 0.5 } as const;

/** A code is what its reader came for, unlike the words around it ("windows", "error"). */
export const CODE_WEIGHT = 3;

/** A code whose page is already first: for the other results, the words around it count ("after reinstalling Home over Pro"). */
export const CODE_WITH_ITS_PAGE = 0.1;

/** Another form of a typed word ("linked" for "link"): almost as good as the word itself. */
export const STEM_WEIGHT = 0.85;

/**
 * A corrected word, by the rank of the correction. The reader is told the first; the others help when that was
 * the wrong guess.
 */
export const CORRECTION_WEIGHTS = [0.9, 0.5, 0.4] as const;

/** From readers' words to the site's term: nearly as good as typing the term. */
export const TO_TERM_WEIGHT = 0.9;

/**
 * From the site's term to readers' words. Lower, because these are ambiguous ("add" does not always mean
 * "link").
 */
export const FROM_TERM_WEIGHT = 0.5;

/**
 * What a fixed phrase ("product key") adds to its words when they occur together: half, because most sections
 * with both words have the phrase.
 */
export const TOGETHER_WEIGHT = 0.5;

/**
 * "take" or "fix" in a question. They count a little, because they help to find a sentence that was copied from
 * a page. In our few texts they are rarer than "license", so they would otherwise count most.
 */
export const WEAK_WORD_WEIGHT = 0.4;

/**
 * "Windows 10" beside two other telling words says for whom, not what: "10" is in so many headings that it brought answers
 * about Windows 10 before those about the key. Chosen together with `ASKED_STORY` and `STORY_PARTS`, on questions that the
 * content had not seen (decision 7).
 */
export const VERSION_WEIGHT = 0.2;

/**
 * The share of one or two letters at the end of a query that a much more common word begins with ("n" in
 * "windows is n"): next to nothing, even if they are a word, so that the pages found by the previous words stay.
 * Pages with that word still gain from it. "vm" and "os" begin no such word.
 */
export const BEGINNING_IMPORTANCE = 0.001;

/** How many times as many sections a “much more common” word has: "windows" for "wi", but not "VMware" for "vm". */
export const MUCH_COMMONER = 9;

/**
 * A change ("Home to Pro"), divided by the number of words and phrases in the query: a short query is about the change; in
 * a story, it says how things came about.
 */
export const CHANGE_WEIGHT = 1.5;

/** "mother board" for "motherboard": an extra space is a slip, not another word. */
export const JOINED_WEIGHT = 0.95;

/** The maximum weight of a completion, reached when nearly all of the word is typed. */
export const PREFIX_WEIGHT = 0.75;

/** A completion of a word that is complete in itself ("key" also begins "keyboard"). */
export const PREFIX_OF_COMPLETE_WEIGHT = 0.25;

/** With fewer letters, completions are too many and say nothing. */
export const PREFIX_LETTERS = 3;

/** Enough for any word that a reader may be typing; limits the work. */
export const PREFIX_COMPLETIONS = 40;

/**
 * Soft AND: a section that matches the share `c` of the query keeps
 * `SOFT_AND_BASE + (1 - SOFT_AND_BASE) * c ** SOFT_AND_POWER` of its score. AND would hide the right page because
 * of one wrong word, OR would let one common word win.
 */
export const SOFT_AND_BASE = 0.15;

/**
 * Steeper than the square, which would do for whole pages: a section is shorter, so a missing word says more.
 */
export const SOFT_AND_POWER = 2.5;

/** Shares are sums of fractions, so a share above this counts as the whole query. */
export const ALL = 0.99;

/** The bonus for a section with every word of the query, which hardly happens by chance. */
export const ALL_WORDS = 1.1;

/** Words elsewhere on the page: a question in everyday words often spans two sections. */
export const ELSEWHERE_ON_PAGE = 0.6;

/**
 * Up to two and a half times the score when the title contains the whole query, growing with the square, and
 * with the query's share of the title: a long title contains words of many queries by chance.
 */
export const TITLE_COVERAGE = 1.5;

/** A third of that for headings and readers' questions, because there are many of them. */
export const HEADING_COVERAGE = 0.5;

/**
 * The query is the title, in whatever order: the reader asked for this page. It beats pages that mention the
 * subject more often ("Link", the term).
 */
export const WHOLE_TITLE = 4;

/** What the second best section adds to a page: two good sections are a good sign. */
export const SECOND_SECTION = 0.1;

/**
 * A section for the other Windows version. Low enough to come after the same advice for the reader's version,
 * high enough to be found when there is nothing else.
 */
export const OTHER_VERSION = 0.6;

/**
 * A message that is nearly the typed sentence: its score is multiplied by `1 + NEAR_MESSAGE * likeness²`. High,
 * because a sentence retyped from the screen with a slip is still that sentence.
 */
export const NEAR_MESSAGE = 3;

/** The minimum share of common words for two sentences to be alike. */
export const NEAR_MESSAGE_LIKENESS = 0.6;
/** A text that is as similar as this to a message is that message, with a slip. */
export const SAME_BUT_FOR_A_SLIP = 0.85;

/**
 * A message inside a longer query counts as pasted when it is at least this share of the query, or this long.
 * "how do I activate windows without a key" contains the watermark's words, but asks something else.
 */
export const PASTED_SHARE = 0.6;
export const PASTED_WORDS = 6;

/** Fewer words of a sentence ("Windows is activated") match too many messages. */
export const PASTED_PART_WORDS = 4;

/*
 * Short answers. A query is compared with each way to ask a question (question-match.ts); a likeness of 1 is
 * the same question.
 */

/**
 * The answer itself is shown before the results from this sum on: the likeness to the most similar way to ask, plus the
 * lead in certainty over the next answer, plus the evidence of many words, less what is missing (the next three). The
 * certainty is the mean of three shares: the query in the answer's section, the likeness, and, twice, the same with the
 * words of all ways, because readers mix them. A wrong card is worse than none. All four numbers were chosen together, on
 * questions that the index had not seen (docs/decisions/0007).
 */
export const CARD_POINTS = 1.21;

/** What the evidence of the words counts (`weighEvidence`); each word that only this answer's ways have gives about five. */
export const CARD_EVIDENCE = 0.08;

/** With this many words or fewer, the evidence says nothing: two words of another question are soon together. */
export const CARD_WORDS = 2;

/** What the rarest word of the query costs that is nowhere in the answer, by its importance: a product, a place, another subject. */
export const CARD_MISSING = 0.075;

/**
 * The same evidence in the score, which is multiplied by `Math.exp(EVIDENT * evidence)`: no section has most words of a long
 * story, but the ways to ask know which of them matter. Short queries are names and quotations as well as questions, so it
 * needs more words there. Chosen on questions that the index had not seen.
 */
export const EVIDENT = 0.1;
export const EVIDENCE_WORDS = 4;

/** The parts of certainty: the query in the section, the likeness to one way, and the same with the words of all. */
export const CERTAINTY_PARTS = { own: 0.25, likeness: 0.25, together: 0.5 } as const;

/** How rare a word is at least: one that is in every section still says something. */
export const LEAST_IMPORTANCE = 0.01;

/** From this likeness on, it is the same question, whatever else is similar. */
export const SAME_QUESTION = 0.9;

/** An answer whose section is found far below other pages is less certain: a fifth of the score gives 72 % of it. */
export const CARD_SCORE_POWER = 0.2;

/** Fewer words without a question word are no question ("phone number", "change account"), nor is a single word ("cost"). */
export const QUESTION_WORDS = 3;

/**
 * A query without a question word asks for a page when so much of the query is in the page's title, and so much of the
 * title in the query: then no answer of another page is shown before it. Readers leave out one word of a long title. A
 * word may be put in another way ("spying" for "privacy"), but not the only one ("enroll" is not the term "Link").
 */
export const NAMES_A_PAGE = 0.9;
export const MOST_OF_TITLE = 0.75;

/** The minimum share of the query for comparing a section: below it, they cannot be alike, and comparing takes time. */
export const LEAST_OWN = 0.4;

/**
 * The bonus for a short answer that the query asks for: its score is multiplied by up to `1 + ASKED`, growing with a power
 * of the likeness above `from`. Below that, a short query asks for something else. A story with many words is never very
 * like a question, but still more like its own than like others.
 */
export const ASKED = 4;
export const ASKED_SHORT = { from: 0.6, power: 2 } as const;
export const ASKED_STORY = { from: 0.1, power: 1.5 } as const;

/** From this number of words or phrases on, a query is a story. */
export const STORY_PARTS = 7;

/**
 * How much the ways of an answer count, and those of all answers of its page. Neighbors share a subject, so they know words
 * of it that this answer lacks. Chosen on ways that were left out, as was the next.
 */
export const OF_ANSWER = 0.5;
export const OF_NEIGHBORS = 0.3;

/** Words that nobody has asked with yet, added to those of an answer, so that one with few ways is not sure too soon. */
export const UNSEEN_WORDS = 20;

/** "How do I link?" is not "Do I have to link?", with the same words. */
export const OTHER_INTENT = 0.72;

/** "Before I swap the board" and "I swapped the board" are different situations, for answers and pages. */
export const OTHER_MOMENT = 0.6;

/** One says "not", "no" or "without", the other does not. */
export const OTHER_POLARITY = 0.75;

/** A word that the site does not have suggests another subject: it counts half of the rarest known word. */
export const UNKNOWN_WORD_WEIGHT = 0.5;

/**
 * A glossary term or a question of /start comes after the first page that matches at least this share of what it
 * matches itself, because that page answers. Not when the query is the term ({@link IS_THE_TERM}).
 */
export const ANSWERS_AS_WELL = 0.97;

/** The query is the term or the question when this share of it is in the title or in the readers' words for it. */
export const IS_THE_TERM = 0.75;

/** Pages that match less than this share of what the best page matches are noise. */
export const LEAST_COVERAGE = 0.4;

/** Characters of a query in which words are searched: readers tell a story and ask at its end. */
export const QUERY_CHARACTERS = 500;

/**
 * Words of a query that are searched: the rarest known ones first, then unknown ones. With 12, two in 24 such stories
 * found their page later; 24 find nothing more and take half as long again.
 */
export const QUERY_WORDS = 16;

/**
 * Characters that are searched for codes and messages. Readers paste whole paragraphs with the code at the
 * end; reading this much takes well under a millisecond.
 */
export const PASTED_CHARACTERS = 2000;

/**
 * The number of word occurrences that are looked at, rarest words first. When it is used up, further words only
 * reorder the best sections so far. At 10,000 sections, a dozen of the most common words took 15 to 37 ms; a quarter
 * of this budget was no faster at the 99th percentile.
 */
export const OCCURRENCES_BUDGET = 60_000;

/** The number of best sections that are kept: far more than a reader pages through. */
export const BEST_SECTIONS = 500;

/** The shortest word, in letters, that is corrected: shorter ones have too many neighbors. */
export const CORRECTED_LETTERS = 5;

/**
 * The longest query, in words, that is corrected. Longer ones are stories, whose unknown words are mostly real ones that the
 * site does not use: "resides" is not "besides". Among so many words, a slip costs little.
 */
export const CORRECTED_QUERY_WORDS = 12;

/** The shortest word, in letters, in which two slips are corrected: long words stay recognizable. */
export const TWO_SLIPS_LETTERS = 9;

/** The number of results that show a short answer or the brief of a page whole. */
export const WHOLE_RESULTS = 3;

/** The most answers of the same page that are named below such a result. */
export const NEIGHBORS = 2;

/**
 * How well they have to match, as a share of the page's score. With less, there are more links that hardly ever are the
 * answer; with more, some answers are missing.
 */
export const NEIGHBOR_SCORE = 0.45;

/** The number of codes and spellings that are offered when nothing matches. */
export const SUGGESTIONS = 5;
