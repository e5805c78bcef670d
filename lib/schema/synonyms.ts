import { z } from "zod";
import { line } from "./fields";

/** content/synonyms.yaml: words that search treats alike. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(
    z.strictObject({
      term: line("The word the site uses."),
      also: z.array(line("A word readers type for it.")).min(1),
    }),
  ),
});

export type Synonym = z.infer<typeof synonymsSchema>["synonyms"][number];
