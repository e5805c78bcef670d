import { z } from "zod";
import { commonFields, internalAddress, line, slug, text, windowsVersion } from "./fields";
import { pictureSchema } from "./screens";

const answer = z.strictObject({
  id: slug("Permanent id of the answer."),
  label: text(
    "The button: what the reader sees, or does; the words on their screen where there are any. One short line.",
  ),
  short: line(
    "What the done line says of it afterwards: “…with a digital license”, “Came with the PC”.",
    48,
  ).optional(),
  outcome: text(
    "What follows from it, in at most two sentences. Shown above the next card as soon as it is chosen, so this is the place of bad news that decides.",
  ).optional(),
  bad: z
    .literal(true)
    .optional()
    .describe("Set for bad news: its outcome is then shown in the tone of a warning."),
  license: z
    .enum(["not-linked", "organization"])
    .optional()
    .describe(
      "What is then known of the license, for the board of PCs. Left out if it stays open.",
    ),
  expects: z
    .strictObject({
      question: slug("Id of a later question in this guide."),
      answer: slug("Id of one of its answers."),
    })
    .optional()
    .describe(
      "What most readers with this answer say to a later question, if it differs from its “usual”. Steps and minutes are counted for it.",
    ),
  settles: z
    .strictObject({
      question: slug("Id of another question in this guide."),
      answer: slug("Id of one of its answers that settles nothing."),
    })
    .optional()
    .describe(
      "Another question that this answer answers, too: a later one is not asked any more, an earlier one is corrected.",
    ),
});

const step = z.strictObject({
  id: slug("Permanent id. Progress is saved under it; it also stands in addresses."),
  title: line("Begins with a verb. Best at most 40 characters: it is the heading of a card.", 90),
  done: line(
    "What the line of a done step says instead of its title: “You are an administrator”. A question's answers have “short” for it.",
    48,
  ).optional(),
  revision: z
    .int()
    .min(1)
    .default(1)
    .describe("Raise it when readers have to do something else, not when a typo is fixed."),
  revisionNote: line(
    "What this revision changed, for readers who ticked an earlier one.",
  ).optional(),
  only: windowsVersion.optional().describe("Set if only one version has the step."),
  result: z
    .literal(true)
    .optional()
    .describe(
      "Set if the reader looks here at what the steps before have led to, or decides on it. It is asked again when a changed answer adds or removes steps before it.",
    ),
  minutes: z
    .number()
    .min(0.5)
    .max(60)
    .describe(
      "How long a careful beginner is busy with it, in minutes. Time in which a copy or a repair runs by itself does not count.",
    ),
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
    .describe("What the step needs; the list at the top of the guide collects these."),
  settings: slug("File name in content/settings-pages; its path and link are shown.").optional(),
  picture: pictureSchema
    .optional()
    .describe("The screen on which the step is done, and what to find there."),
  noPicture: line(
    "Why no picture would help: for writers, shown nowhere. What is done in BIOS or UEFI is such a reason.",
  ).optional(),
  nextPictures: z
    .array(pictureSchema)
    .default([])
    .describe(
      "The screens that follow during the step, in order. Collapsed below the picture; their numbers continue from it.",
    ),
  warning: text(
    "What cannot be undone or may go wrong, in one or two sentences. Shown before the instruction.",
  ).optional(),
  text: text(
    "The instruction: one action, at most 25 words for each Windows version. Version-specific parts stand in <Only windows=…>. The Settings path and its button come from “settings”, so do not repeat them.",
  ),
  see: text("What the reader should see when it worked: a sentence or less.").optional(),
  details: text(
    "Collapsed below: why, background, special cases, what is behind it. Nothing that the reader needs to get on.",
  ).optional(),
  confirm: line(
    "The button that ticks and goes on, where “I see this: next step” (with “see” and a picture or Settings page) or “Done: next step” does not fit. Not with a question.",
    32,
  ).optional(),
  otherwise: z
    .array(
      z.strictObject({
        seen: text("What is on the screen instead."),
        then: text("What to do then."),
        picture: pictureSchema
          .optional()
          .describe("That other screen, or the one on which “then” is done."),
      }),
    )
    .default([])
    .describe("Collapsed under “I see something else”: other screens, and less common ways."),
  question: z
    .strictObject({
      id: slug(
        "Permanent id of the question. It stands in addresses: ?answer=<question>.<answer>.",
      ),
      ask: line("The question, about something the reader can see."),
      usual: slug(
        "Id of the answer that most readers give. Until the reader answers, steps and minutes are counted for it.",
      ).optional(),
      answers: z.array(answer).min(2),
    })
    .optional()
    .describe(
      "The choices are the buttons of the card: choosing one answers, ticks and continues. The answer selects the parts that follow.",
    ),
});

const part = z.strictObject({
  id: slug("Permanent id of the part."),
  title: line("One or two words: Check, Link, Verify.", 60),
  chapter: slug(
    "Id of the chapter it belongs to. Parts of one chapter stand together, in the order of the chapters.",
  ).optional(),
  optional: z
    .literal("after-success")
    .optional()
    .describe(
      "Set for a part that could undo the result. Its steps are never counted and never open by themselves: the part is offered, by its title, once the guide is finished. Such parts come last.",
    ),
  intro: text(
    "A sentence or two before the steps. Walked step by step it is not shown: what must be read stands in the outcome of an answer or in a step.",
  ).optional(),
  when: z
    .strictObject({
      question: slug("Id of an earlier question in this guide."),
      answers: z.array(slug("Id of an answer.")).min(1),
    })
    .optional()
    .describe("Who gets the part: readers with these answers. Without it, everybody."),
  steps: z.array(step).min(1),
});

/** content/guides/<slug>.yaml: a checklist of parts and steps. */
export const guideSchema = z.strictObject({
  ...commonFields,
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
    .describe("Shown on the first screen: who should go elsewhere."),
  order: z.number().describe("Position in lists; lower numbers come first."),
  pictured: z
    .literal(true)
    .optional()
    .describe(
      "Set for the guides to which the home page leads: each of their steps has a picture, or says under “noPicture” why it has none.",
    ),
  chapters: z
    .array(
      z.strictObject({
        id: slug("Permanent id of the chapter."),
        title: line("One word, two at most: Check, Account, Link, Prove.", 20),
      }),
    )
    .min(3)
    .max(5)
    .optional()
    .describe(
      "Three to five, the same for every reader, shown with their progress from the start.",
    ),
  parts: z.array(part).min(1),
  ends: z
    .array(
      z.strictObject({
        when: z
          .strictObject({
            question: slug("Id of a question in this guide."),
            answers: z.array(slug("Id of an answer.")).min(1),
          })
          .optional()
          .describe("Who gets this end: readers with these answers."),
        verdict: slug(
          "Id of a verdict of this guide: who gets this end are readers who have reached it.",
        ).optional(),
        good: z.boolean().default(true).describe("False if readers do not get what they came for."),
        title: line("What has been achieved, in two to four words: “Ready for the repair”.", 40),
        text: text("What that means and what to do next, in at most three sentences."),
        next: internalAddress("The page that helps next; it becomes the button.").optional(),
      }),
    )
    .min(1)
    .describe(
      "Shown when every step of the reader's path is done or skipped, if there is no License card to show: the first that fits. The last is for everybody else.",
    ),
  verdicts: z
    .array(
      z.strictObject({
        id: slug("Permanent id."),
        card: z
          .strictObject({
            title: line("“Linked”, “Linked and proven”.", 40),
            sentence: slug(
              "File name in content/messages: the sentence that the reader has seen by then.",
            ),
            reached: text("What is proved once all steps are done."),
            keep: text("What else to note, collapsed on the License card.").optional(),
          })
          .optional()
          .describe(
            "How the proof is celebrated: for the last verdict on the License card, otherwise after its last step.",
          ),
        proves: z
          .enum(["linked", "proven"])
          .optional()
          .describe(
            "What the board of PCs then says: the license is linked, or the reader can use its account, too.",
          ),
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
          .describe(
            "Answers that prove the same as one of the steps, which then need not be ticked.",
          ),
      }),
    )
    .default([])
    .describe("What readers have proved, and by which steps."),
});

export type Guide = z.infer<typeof guideSchema>;
export type GuidePart = z.infer<typeof part>;
export type GuideStep = z.infer<typeof step>;
export type VerdictCard = NonNullable<Guide["verdicts"][number]["card"]>;
