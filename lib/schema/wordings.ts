import { z } from "zod";
import { WORDING_KEYS, type WordingKey } from "@/lib/wordings/keys";
import { line, windowsVersion } from "./fields";

/**
 * How certain a wording is. `confirmed`: Microsoft's support page in that language prints it. `reported`: two or more
 * native sources agree. `single`: one source, sources that do not quite agree, or a translated Microsoft document,
 * which does not prove what is on the screen.
 */
const wordingGrade = z.enum(["confirmed", "reported", "single"]);

const source = z.strictObject({
  publisher: line("Who publishes it."),
  url: z.url("an address").optional().describe("Omitted if only the file's number is known."),
  file: line("The file's number in the index of public code.", 20).optional(),
  native: z
    .boolean()
    .optional()
    .describe("Written in that language, not translated. Omitted if unknown."),
  checked: z.enum(["full", "part", "excerpt"]).describe("How much of it was read."),
  note: line("What supports or contradicts it.", 400).optional(),
});

const wording = z.strictObject({
  key: z.enum(Object.keys(WORDING_KEYS) as [WordingKey, ...WordingKey[]]),
  text: line(
    "As the source prints it. “ | ” parts the two lines of the watermark, “ > ” the steps of a path; {product} stands for a name that the source replaced, %ENDDATE% for a date.",
    300,
  ),
  also: z.array(line("Another spelling that a source has.", 300)).default([]),
  windows: z
    .array(windowsVersion)
    .default([])
    .describe("Versions that show it; empty if no source says."),
  grade: wordingGrade,
  note: line("A doubt, or a hint for comparing.", 500).optional(),
  sources: z.array(source).min(1),
});

const lead = z.strictObject({
  key: z.enum(Object.keys(WORDING_KEYS) as [WordingKey, ...WordingKey[]]),
  text: line("As it was met.", 300),
  why: line("Why it is not good enough.", 400),
});

const words = (explain: string) => z.array(line("One word, or a few.", 60)).describe(explain);

/** content/wordings/<language tag>.yaml: the activation texts of Windows in one language. */
export const wordingsSchema = z.strictObject({
  lang: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a language tag like pt-BR")
    .describe("The language tag; the file is named after it, in lower case."),
  name: line("The language in English."),
  ownName: line("The language's own name for itself."),
  dir: z.enum(["ltr", "rtl"]).default("ltr"),
  notEnglish: line("“This is not English” in that language, where a source gives it.").optional(),
  signs: z
    .strictObject({
      language: words(
        "Ordinary words by which the language is told. None that is an English word.",
      ),
      activated: words("Words for “activated”, as the wordings below have them.").min(1),
      not: words("Words that say “not”, from any dictionary."),
      linked: words("Words for “linked”, from any dictionary.").default([]),
    })
    .describe(
      "Signs in a sentence that matches no wording below: of its language, of “activated” or “not activated”, and of a link. Never of more than that.",
    )
    .optional(),
  wordings: z.array(wording).min(1),
  leads: z
    .array(lead)
    .default([])
    .describe(
      "Wordings that were found but must not be matched, listed so that nobody adds them again.",
    ),
});

export type Wordings = z.infer<typeof wordingsSchema>;
export type Wording = Wordings["wordings"][number];
