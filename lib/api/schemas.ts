import { z } from "zod";
import { errorSide, errorFamilySchema, errorSchema } from "@/lib/schema/errors";
import { adviceGrade, claimGrade, windowsVersion } from "@/lib/schema/fields";
import { messageSchema } from "@/lib/schema/messages";
import { PAGE_KINDS } from "@/lib/site/kinds";

/*
 * The answers of the JSON API (docs/api.md). Version 1 is a promise: fields may be added, but none is removed or
 * changes its meaning. The OpenAPI file is made from these schemas, and the tests check every answer against
 * them.
 */

const texts = z
  .strictObject({ "11": z.string(), "10": z.string() })
  .describe("Markdown, for Windows 11 and for Windows 10. Often the same.");
const textsList = z.array(texts);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const page = {
  url: z.url().describe("The page for people. Cite this one."),
  markdown: z.url().describe("The same page as Markdown, with its sources as footnotes."),
  title: z.string(),
  description: z.string(),
  updated: day.describe("The day on which the text last changed in substance."),
};

const sources = z
  .array(
    z.strictObject({
      grade: claimGrade,
      checked: day.describe("The day on which the sources were read."),
      sources: z.array(z.strictObject({ publisher: z.string(), url: z.url().optional() })),
    }),
  )
  .describe("What the page rests on. Only Microsoft and standards are linked.");

const errorBrief = z.strictObject({
  ...page,
  code: errorSchema.shape.code,
  unsigned: z.string().describe("The same number as logs print it: 3221549585."),
  signed: z.string().describe("The same number as scripts print it: -1073417711."),
  audience: errorSchema.shape.audience,
  windows: z.array(windowsVersion),
  side: errorSide.describe("What is at fault."),
  action: errorFamilySchema.shape.action,
  meaning: texts,
  meaningGrade: claimGrade,
  first: texts.describe("The first thing to do."),
  adviceGrade,
});

export const errorAnswer = z.strictObject({
  ...errorBrief.shape,
  symbolicName: z.string().optional(),
  officialMessage: z.string().optional(),
  steps: textsList,
  wait: texts.optional(),
  newLicense: texts.describe("Whether a new license is needed."),
  notThisIf: textsList,
  sources,
});

const messageBrief = z.strictObject({
  ...page,
  message: z.string().describe("The exact words on the screen."),
  windows: z.array(windowsVersion),
  where: messageSchema.shape.where,
  linked: messageSchema.shape.linked,
  state: messageSchema.shape.state,
  verdict: z.string(),
  meaning: texts,
});

export const messageAnswer = z.strictObject({
  ...messageBrief.shape,
  whereText: texts,
  next: textsList,
  lookAlikes: z.array(z.strictObject({ message: z.string(), url: z.url() })),
  errorCodes: z.array(z.string()),
  sources,
});

const answer = z.strictObject({
  id: z.string(),
  url: z.url().describe("The answer on its page."),
  question: z.string(),
  also: z.array(z.string()).describe("Other ways to ask it."),
  windows: z.array(windowsVersion),
  answer: texts,
  grade: claimGrade
    .optional()
    .describe("Of its least sure claim. Absent where it is about this site."),
  updated: day,
});

const list = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ count: z.int(), license: z.literal("CC-BY-4.0"), items: z.array(item) });

export const errorList = list(errorBrief);
export const messageList = list(messageBrief);
export const answerList = list(answer);

export const searchReply = z.strictObject({
  query: z.string().describe("As it was understood: without what looks like a product key."),
  windows: windowsVersion,
  total: z.int(),
  answer: z
    .strictObject({
      question: z.string(),
      text: z.string(),
      grade: claimGrade.optional(),
      url: z.url(),
    })
    .optional()
    .describe("Set when a short answer fits the question."),
  exact: z.enum(["code", "message"]).optional(),
  corrected: z
    .string()
    .optional()
    .describe("What was searched instead, where a word was corrected."),
  unknownCodes: z.array(z.string()).describe("Well-formed codes that no page explains."),
  safety: z.boolean().describe("The query asks for activators, cracks or cheap keys."),
  results: z.array(
    z.strictObject({
      url: z.url(),
      kind: z.enum(PAGE_KINDS as [string, ...string[]]),
      title: z.string(),
      heading: z.string().optional(),
      snippet: z.string(),
      windows: windowsVersion.optional().describe("Set when it is for one version only."),
    }),
  ),
});

export const problem = z.strictObject({ error: z.string(), help: z.string() });

export type ErrorAnswer = z.infer<typeof errorAnswer>;
export type ErrorBrief = z.infer<typeof errorBrief>;
export type MessageAnswer = z.infer<typeof messageAnswer>;
export type MessageBrief = z.infer<typeof messageBrief>;
export type AnswerItem = z.infer<typeof answer>;
export type SearchReply = z.infer<typeof searchReply>;
