import { z } from "zod";
import { commonFields, internalAddress, slug, text } from "./fields";

/** The longest way through the questions. More would take an hour instead of helping. */
export const MOST_QUESTIONS = 7;

/** content/cases/<slug>.yaml: one question of “Which case am I?”. `first.yaml` is the first one. */
export const caseSchema = z.strictObject({
  ...commonFields,
  title: commonFields.title
    .regex(/\?$/, "a question that ends with a question mark")
    .describe("The question, about something the reader can see. Unique on the whole site."),
  related: commonFields.related.default([]),
  look: text("How to find the answer: where to look on the screen, on the PC or in the papers."),
  answers: z
    .array(
      z.strictObject({
        id: slug("Permanent id of the answer."),
        label: text(
          "What the reader sees: a sentence, a word in a box, a sticker, an e-mail. It becomes the link, so it has no link or source in it.",
        ),
        note: text(
          "What follows from it, in a sentence or two: chance and cost where they are bad news.",
        ).optional(),
        to: internalAddress(
          "The next question (/start/…), or the page and step that help (/guides/…#step).",
        ),
      }),
    )
    .min(2, "at least two answers")
    .max(6, "at most six answers"),
});

export type Case = z.infer<typeof caseSchema>;
