import { z } from "zod";
import { WINDOWS_VERSIONS } from "../windows/version";
import { commonFields, internalAddress, line, slug, text, windowsVersion } from "./fields";

/** Answers are read in half a minute, on a phone, next to a half-built PC. */
export const ANSWER_WORDS = 60;

/** More answers would push their page's own content too far down. */
export const ANSWERS_ON_A_PAGE = 8;

const question = (explain: string) =>
  line(explain, 120).refine(
    (value) => value.endsWith("?"),
    "a question that ends with a question mark",
  );

const answer = z.strictObject({
  id: slug("Permanent id, unique on the whole site; #a-<id> is the answer's anchor."),
  question: question("The question in a reader's words. Unique on the whole site."),
  also: z
    .array(line("Another way to ask it; no question mark needed.", 120))
    .default([])
    .describe("Other ways people ask it: different words, not the same words in another order."),
  otherLanguages: z
    .record(
      z.string().regex(/^[a-z]{2}$/, "a language as two letters, like de"),
      z.array(line("A way to ask it in this language.", 120)).min(1),
    )
    .default({})
    .describe(
      "For what is asked most: how people ask it in other languages, by language. Only the search reads it, so readers find the English answer.",
    ),
  windows: z
    .array(windowsVersion)
    .min(1)
    // The order in which writers list them.
    .default([...WINDOWS_VERSIONS].reverse())
    .describe("The Windows versions it is about."),
  answer: text(
    `At most ${ANSWER_WORDS} words for each Windows version. The first sentence answers; then one action. Omit it where the first lines of “page” are the answer: nothing is written twice.`,
  ).optional(),
  aboutThisSite: z
    .boolean()
    .default(false)
    .describe("True if it describes how this site works; it then needs no fact."),
  page: internalAddress(
    "The article, guide, message or error page that shows it, without #. Omit it if no page is about it: the page of its subject shows it then.",
  ).optional(),
  leads: z
    .array(
      z.strictObject({
        to: internalAddress("A page, best with its step: /guides/…#step-id."),
        label: line("Two to five words: “Read the step”, “How to link”.", 40),
      }),
    )
    .max(3, "at most 3 links")
    .default([])
    .describe("Where the reader goes from here, the most useful first."),
});

/**
 * content/answers/<subject>.yaml: the answers to readers' questions on a subject. They are shown on the pages that they
 * are about, and all together on the page of the subject, /answers/<subject>.
 */
export const answersSchema = z
  .strictObject({
    ...commonFields,
    lead: text("What most readers of the subject need to know, in one or two sentences."),
    answers: z.array(answer).min(1),
  })
  // The subject has no questions of its own: each answer has its own words for the search.
  .omit({ questions: true, words: true });

/** The anchor of an answer; its prefix keeps it apart from headings and steps. */
export const answerAnchor = (id: string) => `a-${id}`;

export type AnswersFile = z.infer<typeof answersSchema>;
export type Answer = z.infer<typeof answer>;
