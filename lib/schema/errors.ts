import { z } from "zod";
import { WINDOWS_VERSIONS } from "../windows/version";
import {
  adviceGrade,
  claimGrade,
  commonFields,
  internalAddress,
  line,
  slug,
  text,
  windowsVersion,
} from "./fields";

/** What is at fault. */
export const errorSide = z.enum([
  "key",
  "edition",
  "hardware",
  "server",
  "network",
  "clock",
  "system",
  "organization",
]);

/** The one next action of an error page, on its first screen. */
const errorNext = z
  .strictObject({
    label: line("The one button: begins with a verb.", 40),
    to: internalAddress(
      "Where it leads. A guide may get its answer: /guides/…?answer=<question>.<answer>.",
    ),
  })
  .describe("The one next action, on the first screen.");

/** content/error-families/<slug>.yaml: advice that several codes of one cause share. */
export const errorFamilySchema = z.strictObject({
  title: line("Name of the cause, for editors and lists.", 90),
  side: errorSide,
  action: z
    .enum(["try", "wait", "ask", "buy"])
    .describe(
      "What helps first: try something, wait, ask somebody. “buy” only where nothing else can.",
    ),
  first: text("The first thing to do, in one sentence."),
  next: errorNext,
  steps: z.array(text("One step.")).min(1),
  wait: text("When waiting is right, and how long.").optional(),
  buy: text(
    "Whether a new license or key is needed, and when not; with the guide that comes before it.",
  ),
  notThisIf: z.array(text("A sign that another page is the right one.")).default([]),
});

/** content/errors/<code in lower case>.yaml: one activation error code. */
export const errorSchema = z.strictObject({
  ...commonFields,
  code: z.string().regex(/^0x[0-9A-F]{8}$/, "0x and eight capital hex digits, like 0xC004F211"),
  symbolicName: line("Name in Microsoft's header files.").optional(),
  officialMessage: line("Microsoft's own text for the code.", 400).optional(),
  fact: slug("The fact about this code."),
  audience: z
    .enum(["home", "volume", "both"])
    .describe("Where it occurs: on private PCs, in volume activation by organizations, or both."),
  windows: z
    .array(windowsVersion)
    .min(1)
    .default([...WINDOWS_VERSIONS]),
  family: slug("File name in content/error-families: side, action and steps come from there."),
  meaning: z.strictObject({
    grade: claimGrade.describe("How certain the meaning is; never better than the fact's grade."),
    text: text("What it means, in plain words, in one to three sentences."),
  }),
  advice: z.strictObject({
    grade: adviceGrade.describe(
      "How certain the advice is; never better than the fact's advice grade.",
    ),
    side: errorSide.optional().describe("Only where it differs from the family's."),
    action: z.enum(["try", "wait", "ask", "buy"]).optional(),
    first: text("Only where it differs from the family's.").optional(),
    next: errorNext.optional().describe("Only where it differs from the family's."),
    steps: z.array(text("One step.")).optional().describe("Instead of the family's steps."),
    wait: text("Instead of the family's text on waiting.").optional(),
    buy: text("Instead of the family's text on a new license.").optional(),
    notThisIf: z.array(text("Instead of the family's signs.")).optional(),
  }),
});

export type ErrorSide = z.infer<typeof errorSide>;
export type ErrorFamily = z.infer<typeof errorFamilySchema>;
export type ErrorCodeDocument = z.infer<typeof errorSchema>;
