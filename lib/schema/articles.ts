import { z } from "zod";
import { commonFields, text } from "./fields";

/** content/articles/<slug>.md: background to read, not steps to follow. The text is the file's body. */
export const articleSchema = z.strictObject({
  ...commonFields,
  body: text("The article. Its first two lines answer the question."),
});

export type Article = z.infer<typeof articleSchema>;
