import { z } from "zod";
import { commonFields, line, slug } from "./fields";

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

export type SettingsPage = z.infer<typeof settingsPageSchema>;
