import { z } from "zod";
import { commonFields, line, text } from "./fields";

/** content/glossary/<slug>.yaml: one term. */
export const glossarySchema = z.strictObject({
  ...commonFields,
  synonyms: z
    .array(line("Another word for the same thing."))
    .describe("Other names; search finds the term by each of them."),
  definition: text("What it is, in one or two short sentences."),
  more: text(
    "What else readers should know: where to see it, what it is often confused with.",
  ).optional(),
});

export type GlossaryTerm = z.infer<typeof glossarySchema>;
