import { z } from "zod";
import { commonFields, internalAddress, line, slug, text, windowsVersion } from "./fields";
import { pictureSchema } from "./screens";

const answer = z.strictObject({
  id: slug("Permanent id of the answer."),
  label: text("What the reader sees, or does: the words on their screen where there are any."),
  outcome: text("What follows from it, shown as soon as it is chosen.").optional(),
});

const step = z.strictObject({
  id: slug("Permanent id. Progress is saved under it; it also stands in addresses."),
  title: line("Begins with a verb.", 90),
  revision: z
    .int()
    .min(1)
    .default(1)
    .describe("Raise it when what the reader has to do changes, not when a typo is mended."),
  revisionNote: line(
    "What changed with this revision, for readers who ticked the earlier one.",
  ).optional(),
  only: windowsVersion.optional().describe("Set when the step exists on one version only."),
  minutes: z.number().min(0.5).max(60).describe("How long it takes a careful beginner."),
  needs: z
    .array(
      z.enum([
        "administrator",
        "internet",
        "microsoft-account",
        "windows-password",
        "second-device",
        "paper",
      ]),
    )
    .default([])
    .describe("What the step needs; the guide's list at the top is summed from these."),
  settings: slug("File name in content/settings-pages: path and link are shown.").optional(),
  picture: pictureSchema
    .optional()
    .describe("The screen that the step is done on, and what the reader has to find on it."),
  warning: text("What cannot be undone or may go wrong. Shown before the instructions.").optional(),
  text: text("The instructions. Version-specific parts stand in <Only windows=…>."),
  see: text("What the reader should see when it worked.").optional(),
  otherwise: z
    .array(
      z.strictObject({
        seen: text("What is on the screen instead."),
        then: text("What to do then."),
      }),
    )
    .default([])
    .describe("“Something else on your screen?”"),
  question: z
    .strictObject({
      id: slug("Permanent id of the question."),
      ask: line("The question, about something the reader can see."),
      answers: z.array(answer).min(2),
    })
    .optional()
    .describe("The reader's answer picks the parts that follow."),
});

const part = z.strictObject({
  id: slug("Permanent id of the part."),
  title: line("One or two words: Check, Link, Verify.", 60),
  intro: text("A sentence or two before the steps.").optional(),
  when: z
    .strictObject({
      question: slug("Id of an earlier question in this guide."),
      answers: z.array(slug("Id of an answer.")).min(1),
    })
    .optional()
    .describe("The part is for these answers only. Without it the part is for everybody."),
  steps: z.array(step).min(1),
});

/** content/guides/<slug>.yaml: a checklist of parts and steps. */
export const guideSchema = z.strictObject({
  ...commonFields,
  questions: commonFields.questions.refine((list) => list.length > 0, "at least one question"),
  shortTitle: line("Title for buttons and breadcrumbs.", 50),
  lead: text("The answer in two lines, before anything else."),
  exits: z
    .array(
      z.strictObject({
        text: line("A situation in which this guide is the wrong one, in the reader's words.", 90),
        to: internalAddress("Where that reader should go."),
      }),
    )
    .default([])
    .describe("Shown on the first screen: who should be somewhere else."),
  order: z.number().describe("Place in lists; lower is earlier."),
  parts: z.array(part).min(1),
  verdicts: z
    .array(
      z.strictObject({
        id: slug("Permanent id."),
        title: line("“Linked”, “Verified”.", 40),
        open: text("What is still missing, said while a step is open."),
        reached: text("What is proved once all steps are done."),
        steps: z.array(slug("Id of a step.")).min(1),
        answered: z
          .array(
            z.strictObject({
              step: slug("Id of a step of this verdict."),
              question: slug("Id of a question in this guide."),
              answers: z.array(slug("Id of an answer.")).min(1),
            }),
          )
          .default([])
          .describe("Answers that prove the same as one of the steps: it need not be ticked then."),
      }),
    )
    .default([])
    .describe("What the reader has proved, and by which steps."),
});

export type Guide = z.infer<typeof guideSchema>;
export type GuidePart = z.infer<typeof part>;
export type GuideStep = z.infer<typeof step>;
