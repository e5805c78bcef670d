import { z } from "zod";
import { commonFields, internalAddress, line, slug, text, windowsVersion } from "./fields";
import { pictureSchema } from "./screens";

/** content/messages/<slug>.yaml: one text that Windows shows about activation. */
export const messageSchema = z.strictObject({
  ...commonFields,
  message: line("The exact words on the screen.", 400),
  windows: z.array(windowsVersion).min(1).describe("Windows versions that show it."),
  where: z
    .enum(["activation-page", "troubleshooter", "setup", "command", "desktop"])
    .describe("Where on the PC it is shown."),
  whereText: text("The place in words: which row, which command, which corner."),
  linked: z
    .enum(["yes", "no", "unknown"])
    .describe("Does this text show that a personal Microsoft account is linked?"),
  state: z
    .enum(["linked", "not-linked", "unclear", "not-activated", "organization", "temporary"])
    .describe("The branch of the guide it leads to."),
  verdict: line("Two to five words for lists: “Linked”, “Not linked yet”.", 40),
  headline: line("Title of the page: the verdict in words. Nothing else repeats it.", 60),
  picture: pictureSchema.optional().describe("The screen that shows it, and where."),
  action: z
    .strictObject({
      label: line("The one button: begins with a verb.", 40),
      to: internalAddress(
        "Where it leads. A guide may get its answer: /guides/…?answer=<question>.<answer>.",
      ),
      time: z
        .literal(true)
        .optional()
        .describe(
          "Set if “to” opens a guide with an answer: its minutes are shown before the note, counted from its steps.",
        ),
      note: line("A few words beside it: what it costs, what stays safe.", 60),
    })
    .optional()
    .describe("The one thing to do next."),
  know: z
    .array(
      z.strictObject({
        say: line("The fact in a few words.", 60),
        text: text("One sentence more, with its fact."),
      }),
    )
    .max(3)
    .default([])
    .describe("Three short facts beside the picture."),
  meaning: text("What it means, in plain words."),
  fact: slug("The fact that supports wording and meaning; its grade is shown beside them."),
  next: z.array(text("One thing to do; the most useful comes first.")).min(1),
  lookAlikes: z
    .array(slug("File name of another message."))
    .default([])
    .describe("Messages that are easily mistaken for this one."),
  recognize: text("How to recognize it by position and shape if Windows is in another language."),
  errorCodes: z
    .array(z.string().regex(/^0x[0-9A-F]{8}$/, "a code like 0xC004F211"))
    .default([])
    .describe("Codes that appear with it."),
});

export type Message = z.infer<typeof messageSchema>;
