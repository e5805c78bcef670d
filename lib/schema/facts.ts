import { z } from "zod";
import { adviceGrade, claimGrade, date, slug } from "./fields";

/** One fact of the fact base. */
const factSchema = z.strictObject({
  id: slug("Permanent id."),
  statement: z.string().min(1).describe("The fact, for editors. Not shown on the site."),
  grade: claimGrade,
  adviceGrade: adviceGrade.optional().describe("Error codes only."),
  note: z.string().optional().describe("What the grade does not cover."),
  sources: z.array(z.url("an address that begins with https://")).min(1),
  checked: date("The day the sources were last read."),
});

/** content/facts/<subject>.yaml: the fact base. */
export const factsFileSchema = z.strictObject({
  about: z.string().min(1),
  facts: z.array(factSchema).min(1),
});

export type Fact = z.infer<typeof factSchema>;
