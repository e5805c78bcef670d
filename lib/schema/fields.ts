import { z } from "zod";
import { isSavedId } from "../progress/saved-progress";
import { WINDOWS_VERSIONS } from "../windows/version";

/** The Windows versions the site writes about. */
export const windowsVersion = z.enum(WINDOWS_VERSIONS);

/**
 * How certain a claim is. `confirmed`: a Microsoft source says so. `reported`: third parties agree, or it is a
 * conclusion. `conflicting`: sources disagree, and the text leaves it open.
 */
export const claimGrade = z.enum(["confirmed", "reported", "conflicting"]);

/**
 * How certain the advice on an error code is. `derived`: it follows from the official message and from documented
 * general steps, not from a page about this code.
 */
export const adviceGrade = z.enum(["confirmed", "reported", "derived"]);

/** Lower-case words joined by hyphens: the shape of every slug and id. */
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A slug or id. It never changes its meaning once published. */
export const slug = (explain: string) =>
  z
    .string()
    .regex(SLUG_PATTERN, "only lower-case letters, digits and single hyphens")
    // Readers' progress is saved under ids. An invalid slug has already been reported.
    .refine(
      (id) => isSavedId(id) || !SLUG_PATTERN.test(id),
      "at most 80 characters, and not “constructor”, which a browser cannot save",
    )
    .describe(explain);

/** One line of plain text without markup. */
export const line = (explain: string, max = 200) =>
  z
    .string()
    .min(1, "some text")
    .max(max, `at most ${max} characters`)
    .refine((value) => !value.includes("\n"), "a single line")
    .refine((value) => !value.includes("\t"), "spaces instead of tabs")
    .describe(explain);

/**
 * Text with Markdown and the components of `lib/text/elements.ts`. Marked with
 * `markdown: true` so that the content check finds every such field by itself.
 */
export const text = (explain: string) =>
  z.string().min(1, "some text").describe(explain).meta({ markdown: true });

/**
 * A calendar date, `2026-11-21`. YAML and contentlayer hand dates over as Date
 * objects or ISO times; all become the ten characters of the date.
 */
export const date = (explain: string) =>
  z
    .preprocess(
      (value) =>
        value instanceof Date
          ? value.toISOString().slice(0, 10)
          : typeof value === "string"
            ? value.replace(/T00:00:00(\.000)?Z$/, "")
            : value,
      z.string().refine(isCalendarDate, "a date like 2026-11-21"),
    )
    .describe(explain);

/** Rejects 2026-02-30, which has the shape of a date, but is none. */
function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** An address inside the site, `/guides/link-your-license`, optionally with `#id`. */
export const internalAddress = (explain: string) =>
  z
    .string()
    .regex(/^\/[^\s]*$/, "an address of this site that begins with /")
    .describe(explain);

/** The fields that every published document has. */
export const commonFields = {
  title: line("What the page is called. Unique on the whole site.", 90),
  description: line(
    "One or two sentences for search results and lists: what the reader gets.",
    200,
  ),
  draft: z
    .boolean()
    .default(false)
    .describe("True while a page is being written: it is checked, but not part of the site."),
  published: date("The day the page first went online."),
  updated: date("The day its text last changed in substance."),
  reviewed: date("The day somebody last compared it with its sources."),
  reviewedBy: line("Who compared it.").default("the Keylink editors"),
  topics: z.array(slug("File name of a topic in content/topics, without its ending.")).min(1),
  related: z
    .array(internalAddress("A page of this site that helps next."))
    .describe("Related reading, the most useful first."),
  facts: z
    .array(slug("Id of a fact in content/facts."))
    .default([])
    .describe(
      "Facts the page rests on as a whole. Facts that the text names with <Fact id=… /> need not be repeated.",
    ),
  questions: z
    .array(line("A question this page answers, in a reader's words."))
    .default([])
    .describe("Readers' questions. Search uses them; two pages must not answer the same one."),
  words: z
    .array(line("A word or phrase that readers type for this page.", 80))
    .default([])
    .describe("Extra words for search: what people type that the text does not say."),
};

export type ClaimGrade = z.infer<typeof claimGrade>;
export type AdviceGrade = z.infer<typeof adviceGrade>;
