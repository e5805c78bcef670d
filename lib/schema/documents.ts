import { z } from "zod";
import {
  adviceGrade,
  claimGrade,
  commonFields,
  date,
  internalAddress,
  line,
  slug,
  text,
  windowsVersion,
} from "./fields";

/** content/topics/<slug>.yaml: a category of pages. */
export const topicSchema = z.strictObject({
  ...commonFields,
  topics: z
    .array(slug("Not used."))
    .max(0, "no entry: a topic belongs to no other topic")
    .default([])
    .describe("Left out: a topic belongs to no other topic."),
  text: text("A short introduction: which pages are here and for whom."),
});

/** content/articles/<slug>.md: background that is read, not followed. The text is the file's body. */
export const articleSchema = z.strictObject({
  ...commonFields,
  questions: commonFields.questions.refine((list) => list.length > 0, "at least one question"),
  body: text("The article. Its first two lines answer the question."),
});

/** content/glossary/<slug>.yaml: one term. */
export const glossarySchema = z.strictObject({
  ...commonFields,
  synonyms: z
    .array(line("Another word for the same thing."))
    .describe("What people also call it; search finds the term by each."),
  definition: text("What it is, in one or two short sentences."),
  more: text(
    "What else a reader should know: where to see it, what it is confused with.",
  ).optional(),
});

const drawing = z
  .strictObject({
    heading: line("Heading of the drawn pane.").optional(),
    shows: line(
      "Which PC is drawn, for the caption, where another shows something else.",
    ).optional(),
    rows: z
      .array(
        z.strictObject({
          title: line("First line of the row."),
          detail: line("Second, smaller line.").optional(),
          value: line("What stands at the right end: a button or a state.").optional(),
          point: z.boolean().optional().describe("True for the row that the text speaks of."),
        }),
      )
      .min(1),
  })
  .describe("A schematic drawing of the page, for comparing. Only rows that a fact names.");

/** content/settings-pages/<slug>.yaml: one page of the Windows Settings app. */
export const settingsPageSchema = z.strictObject({
  ...commonFields,
  uri: z
    .string()
    .regex(/^ms-settings:[a-z0-9-]*$/, "an address like ms-settings:activation")
    .describe("The address that opens the page; from Microsoft's list."),
  page: line("Name of the page in Microsoft's list of addresses."),
  path11: z
    .array(line("One label."))
    .min(1)
    .optional()
    .describe("Labels to choose on Windows 11, after Settings. Left out when no fact gives them."),
  path10: z
    .array(line("One label."))
    .min(1)
    .optional()
    .describe("Labels to choose on Windows 10, after Settings. Left out when no fact gives them."),
  fact: slug("The fact that names the address and the paths."),
  drawing11: drawing.optional(),
  drawing10: drawing.optional(),
});

/** content/messages/<slug>.yaml: one text that Windows shows about activation. */
export const messageSchema = z.strictObject({
  ...commonFields,
  message: line("The exact words on the screen.", 400),
  windows: z.array(windowsVersion).min(1).describe("Windows versions that show it."),
  where: z
    .enum(["activation-page", "troubleshooter", "setup", "command", "desktop"])
    .describe("Where on the PC it stands."),
  whereText: text("The place in words: which row, which command, which corner."),
  linked: z
    .enum(["yes", "no", "unknown"])
    .describe("Does this text show that a personal Microsoft account is linked?"),
  state: z
    .enum(["linked", "not-linked", "unclear", "not-activated", "organization", "temporary"])
    .describe("Which branch of the guide it leads to."),
  verdict: line("Two to five words for lists: “Linked”, “Not linked yet”.", 40),
  meaning: text("What it means, in plain words."),
  fact: slug("The fact that carries the wording and meaning; its grade is shown beside them."),
  next: z.array(text("One thing to do, most useful first.")).min(1),
  lookAlikes: z
    .array(slug("File name of another message."))
    .default([])
    .describe("Messages that are easily taken for this one."),
  recognize: text(
    "How to recognize it by place and shape on a Windows that speaks another language.",
  ),
  errorCodes: z
    .array(z.string().regex(/^0x[0-9A-F]{8}$/, "a code like 0xC004F211"))
    .default([])
    .describe("Codes that appear with it."),
});

/** Whose side a fault is on. */
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
    .describe("Who meets it: private PCs, volume activation of organizations, or both."),
  windows: z.array(windowsVersion).min(1).default(["10", "11"]),
  family: slug("File name in content/error-families: side, action and steps come from there."),
  meaning: z.strictObject({
    grade: claimGrade.describe("How sure the meaning is; not better than the fact's grade."),
    text: text("What it means, in plain words, in one to three sentences."),
  }),
  advice: z.strictObject({
    grade: adviceGrade.describe("How sure the advice is; not better than the fact's advice grade."),
    side: errorSide.optional().describe("Only where it differs from the family's."),
    action: z.enum(["try", "wait", "ask", "buy"]).optional(),
    first: text("Only where it differs from the family's.").optional(),
    steps: z.array(text("One step.")).optional().describe("Instead of the family's steps."),
    wait: text("Instead of the family's text on waiting.").optional(),
    buy: text("Instead of the family's text on a new license.").optional(),
    notThisIf: z.array(text("Instead of the family's signs.")).optional(),
  }),
});

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

/** Longest way through the questions, in questions. More is an hour, not a help. */
export const MOST_QUESTIONS = 7;

/** content/cases/<slug>.yaml: one question of “Which case am I?”. `first.yaml` is the first one. */
export const caseSchema = z.strictObject({
  ...commonFields,
  title: commonFields.title
    .regex(/\?$/, "a question that ends with a question mark")
    .describe("The question, about something the reader can see. Unique on the whole site."),
  related: commonFields.related.default([]),
  look: text("How to look: where on the screen, the PC or in the papers the answer stands."),
  answers: z
    .array(
      z.strictObject({
        id: slug("Permanent id of the answer."),
        label: text(
          "What the reader sees: a sentence, a word in a box, a sticker, an e-mail. It becomes the link, so it has no link or source in it.",
        ),
        note: text(
          "What follows from it, in a sentence or two: chance and cost where they are bad news.",
        ).optional(),
        to: internalAddress(
          "The next question (/start/…), or the page and step that help (/guides/…#step).",
        ),
      }),
    )
    .min(2, "at least two answers")
    .max(6, "at most six answers"),
});

/** content/license-channels.yaml: what the output of slmgr /dli and its kin proves. */
export const licenseChannelsSchema = z.strictObject({
  steps: z.array(text("One step to get the output.")).min(1),
  channels: z.array(
    z.strictObject({
      id: z
        .enum(["retail", "oem", "mak", "kms", "other", "none"])
        .describe("What lib/licenses/license-output.ts found; see there."),
      title: line("What kind of license this points to, in a few words.", 60),
      words: z
        .array(line("A word as the output has it.", 40))
        .describe("Channel words of this kind. Empty where there is none."),
      proves: text("What the output does prove."),
      open: text("What it does not prove, although people read it that way."),
      next: z
        .array(
          z.strictObject({
            label: line("What the reader wants to do, or has."),
            to: internalAddress("The page and step that help."),
          }),
        )
        .min(1),
    }),
  ),
  statuses: z.array(
    z.strictObject({
      id: z.enum(["licensed", "unlicensed", "grace", "notification", "not-read"]),
      title: line("The line as the output has it, or what is said when there is none.", 60),
      text: text("What it means, and what it does not mean."),
    }),
  ),
  unreadable: z.array(
    z.strictObject({
      id: z.enum([
        "product-key",
        "command-failed",
        "expiry-answer",
        "other-product",
        "too-long",
        "not-recognized",
      ]),
      title: line("What is wrong with the text, in a few words.", 60),
      text: text("What to do instead."),
    }),
  ),
});

/** One fact of the fact base. */
const factSchema = z.strictObject({
  id: slug("Permanent id."),
  statement: z.string().min(1).describe("The fact, for editors. Not shown on the site."),
  grade: claimGrade,
  adviceGrade: adviceGrade.optional().describe("Error codes only."),
  note: z.string().optional().describe("What the grade does not cover."),
  sources: z.array(z.url("an address that begins with https://")).min(1),
  checked: date("The day the sources were read."),
});

/** content/facts/<subject>.yaml: the fact base. */
export const factsFileSchema = z.strictObject({
  about: z.string().min(1),
  facts: z.array(factSchema).min(1),
});

/** content/publishers.yaml: who stands behind a source, and whether the site links to it. */
export const publishersSchema = z.strictObject({
  publishers: z.array(
    z.strictObject({
      domain: z
        .string()
        .regex(
          /^[a-z0-9.-]+(\/[A-Za-z0-9._-]+)?$/,
          "a host like howtogeek.com, without https:// and without www.",
        )
        .describe(
          "Host, or host and first path part (github.com/microsoft). The longest match wins.",
        ),
      name: line("Publisher, as readers know it."),
      kind: z
        .enum(["microsoft", "standard", "other", "unnamed"])
        .describe(
          "microsoft and standard are linked; other is named without a link; unnamed is called “third party”.",
        ),
    }),
  ),
});

const publishedStep = z.strictObject({
  id: slug("A step id, as published."),
  number: z.int().min(1).describe("Permanent short number for compact links. Never reused."),
  now: z
    .array(slug("Step id of today."))
    .optional()
    .describe("Set when the id is gone: the steps that took its place; empty when nothing did."),
});

/** content/published-steps.yaml: append-only list of all step ids ever published. */
export const publishedStepsSchema = z.strictObject({
  guides: z.array(
    z.strictObject({
      guide: slug("File name of the guide."),
      steps: z.array(publishedStep),
    }),
  ),
});

/** content/synonyms.yaml: words that search treats alike. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(
    z.strictObject({
      term: line("The word the site uses."),
      also: z.array(line("A word readers type for it.")).min(1),
    }),
  ),
});

/** Every collection: its folder or file, file ending, and schema. The one list that all tools use. */
export const collections = {
  guides: { schema: guideSchema, ending: ".yaml" },
  articles: { schema: articleSchema, ending: ".md" },
  messages: { schema: messageSchema, ending: ".yaml" },
  errors: { schema: errorSchema, ending: ".yaml" },
  "error-families": { schema: errorFamilySchema, ending: ".yaml" },
  "settings-pages": { schema: settingsPageSchema, ending: ".yaml" },
  glossary: { schema: glossarySchema, ending: ".yaml" },
  topics: { schema: topicSchema, ending: ".yaml" },
  cases: { schema: caseSchema, ending: ".yaml" },
  facts: { schema: factsFileSchema, ending: ".yaml" },
} as const;

/** Single files of content/, by name without ending. */
export const singleFiles = {
  publishers: publishersSchema,
  "published-steps": publishedStepsSchema,
  synonyms: synonymsSchema,
  "license-channels": licenseChannelsSchema,
} as const;

export type CollectionName = keyof typeof collections;
export type WindowsVersion = z.infer<typeof windowsVersion>;
export type ClaimGrade = z.infer<typeof claimGrade>;
export type AdviceGrade = z.infer<typeof adviceGrade>;
export type Topic = z.infer<typeof topicSchema>;
export type Article = z.infer<typeof articleSchema>;
export type GlossaryTerm = z.infer<typeof glossarySchema>;
export type SettingsPage = z.infer<typeof settingsPageSchema>;
export type Message = z.infer<typeof messageSchema>;
export type ErrorSide = z.infer<typeof errorSide>;
export type ErrorFamily = z.infer<typeof errorFamilySchema>;
export type ErrorCodeDocument = z.infer<typeof errorSchema>;
export type Guide = z.infer<typeof guideSchema>;
export type GuidePart = z.infer<typeof part>;
export type GuideStep = z.infer<typeof step>;
export type Case = z.infer<typeof caseSchema>;
export type LicenseChannels = z.infer<typeof licenseChannelsSchema>;
export type Fact = z.infer<typeof factSchema>;
export type PublishedStep = z.infer<typeof publishedStep>;
export type Publisher = z.infer<typeof publishersSchema>["publishers"][number];
export type Synonym = z.infer<typeof synonymsSchema>["synonyms"][number];
