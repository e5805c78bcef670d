import { z } from "zod";
import { line, slug, windowsVersion } from "./fields";

/** A value for both versions, or one for each; a version may lack it. */
const either = <T extends z.ZodType>(type: T) =>
  z.union([type, z.strictObject({ "11": type.optional(), "10": type.optional() })], {
    error: "one value, or one under “11” and one under “10”",
  });

/** Our own icons before a label; app/screen.css has them. */
const screenIcons = [
  "account",
  "apps",
  "backup",
  "brush",
  "clock",
  "device",
  "globe",
  "info",
  "key",
  "lock",
  "recovery",
  "shield",
  "system",
  "tools",
  "update",
  "work",
] as const;

const element = z.strictObject({
  id: slug("What a step or a message names as its target. The same on both versions."),
  kind: z
    .enum([
      "nav",
      "person",
      "portrait",
      "heading",
      "row",
      "text",
      "sentence",
      "button",
      "link",
      "field",
      "check",
      "choice",
      "item",
    ])
    .optional()
    .describe(
      "nav: an entry of the list on the left. person: who is signed in. row: a line of the page, which may contain others. item: an entry of a list to choose from.",
    ),
  label: either(line("The words on the screen, exactly.", 400)).optional(),
  message: slug("File name in content/messages: its exact words are the label.").optional(),
  detail: either(line("Second, smaller line.")).optional(),
  value: either(line("What stands at the end of the row.")).optional(),
  icon: z.enum(screenIcons).optional().describe("Drawn before the label."),
  in: slug("Id of the row that contains it.").optional(),
  open: z
    .boolean()
    .optional()
    .describe("For a row of Windows 11 that can be expanded: whether it is."),
  on: z
    .boolean()
    .optional()
    .describe("For a check box, a choice or an item: whether it is selected."),
  main: z.boolean().optional().describe("The button that stands out."),
  only: windowsVersion.optional().describe("Set if only one version has it."),
  fact: either(slug("The fact that names the label; the caption gives its grade.")).optional(),
  valueFact: slug(
    "The fact that names the value, if it is not the one that names the label.",
  ).optional(),
  sample: z
    .boolean()
    .optional()
    .describe("True for what differs between PCs, such as a name or a date; it needs no fact."),
});

/** content/screens/<slug>.yaml: a window that readers compare with theirs, drawn by components/screen. */
export const screenSchema = z.strictObject({
  title: line("What it is, for the gallery. Unique among the screens.", 90),
  shows: line(
    "Which PC or moment is drawn, after “on”: “a PC that is activated and not linked”.",
  ).optional(),
  window: z
    .enum(["settings", "dialog", "web", "desktop", "setup", "console", "paper"])
    .optional()
    .describe(
      "The kind of window. paper: what the reader holds in their hands, such as an order or a label. There is none for BIOS and UEFI, which differ between makers: words only.",
    ),
  only: windowsVersion.optional().describe("Set if only one version has this screen."),
  like: slug("File name of another screen; what is not given here is taken from it.").optional(),
  without: z
    .array(slug("Id of an element of the other screen."))
    .default([])
    .describe("What the other screen has and this one does not."),
  settings: slug(
    "File name in content/settings-pages; navigation and heading follow its paths.",
  ).optional(),
  bar: either(
    line("Title of the window, the address of a web page, the command of a console."),
  ).optional(),
  heading: either(line("The heading, where no Settings page gives it.", 120)).optional(),
  fact: either(slug("The fact that names the window and its heading.")).optional(),
  elements: z
    .array(element)
    .default([])
    .describe("From top to bottom. An element with an id of the other screen replaces that one."),
});

/** A screen and the element on it that a text is about. */
export const pictureSchema = z.strictObject({
  screen: slug("File name in content/screens."),
  target: slug("Id of the element of that screen that is marked."),
});

export type Screen = z.infer<typeof screenSchema>;
export type ScreenElement = z.infer<typeof element>;
export type ScreenIcon = (typeof screenIcons)[number];
export type Picture = z.infer<typeof pictureSchema>;
