import { z } from "zod";
import { commonFields, slug, text } from "./fields";

/** content/topics/<slug>.yaml: a category of pages. */
export const topicSchema = z.strictObject({
  ...commonFields,
  topics: z
    .array(slug("Not used."))
    .max(0, "no entry: a topic belongs to no other topic")
    .default([])
    .describe("Omit it: a topic belongs to no other topic."),
  text: text("A short introduction: what is here, and for whom."),
});

export type Topic = z.infer<typeof topicSchema>;
