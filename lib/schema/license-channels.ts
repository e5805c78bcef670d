import { z } from "zod";
import { internalAddress, line, text } from "./fields";

/** content/license-channels.yaml: what the output of slmgr /dli and similar commands proves. */
export const licenseChannelsSchema = z.strictObject({
  steps: z.array(text("One step to get the output.")).min(1),
  channels: z.array(
    z.strictObject({
      id: z
        .enum(["retail", "oem", "mak", "kms", "evaluation", "other", "none"])
        .describe("What lib/licenses/license-output.ts found."),
      title: line("What kind of license this points to, in a few words.", 60),
      words: z
        .array(line("A word exactly as in the output.", 40))
        .describe("Channel words of this kind; empty if there are none."),
      proves: text("What the output does prove."),
      open: text("What it does not prove, although many believe so."),
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
  notes: z
    .array(
      z.strictObject({
        id: z.enum(["expiry-answer", "disagree", "beside", "key-blanked", "shortened", "codes"]),
        title: line("What was noticed, in a few words.", 80),
        text: text("What it means, and what to do."),
      }),
    )
    .describe("Text beside an output that could be read."),
  unreadable: z.array(
    z.strictObject({
      id: z.enum([
        "product-key",
        "firmware-empty",
        "add-on",
        "other-product",
        "event-log",
        "command-missing",
        "command-only",
        "error-code",
        "command-failed",
        "system-info",
        "other-answer",
        "not-recognized",
      ]),
      title: line("What is wrong with the text, in a few words.", 60),
      text: text("What to do instead."),
    }),
  ),
});

export type LicenseChannels = z.infer<typeof licenseChannelsSchema>;
