import { z } from "zod";
import { commonFields, line, slug } from "./fields";

/** content/settings-pages/<slug>.yaml: one page of the Windows Settings app. */
export const settingsPageSchema = z.strictObject({
  ...commonFields,
  uri: z
    .string()
    .regex(/^ms-settings:[a-z0-9-]*$/, "an address like ms-settings:activation")
    .describe("The address that opens the page, from Microsoft's list."),
  page: line("Name of the page in Microsoft's list of addresses."),
  path11: z
    .array(line("One label."))
    .min(1)
    .optional()
    .describe("Labels to choose on Windows 11, after Settings. Omit them if no fact gives them."),
  path10: z
    .array(line("One label."))
    .min(1)
    .optional()
    .describe("Labels to choose on Windows 10, after Settings. Omit them if no fact gives them."),
  fact: slug("The fact that gives the address and the paths."),
});

export type SettingsPage = z.infer<typeof settingsPageSchema>;
