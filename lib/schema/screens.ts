import { z } from "zod";
import { line, slug, windowsVersion } from "./fields";

/** A value for both versions, or one for each; a version may lack it. */
const either = <T extends z.ZodType>(type: T) =>
  z.union([type, z.strictObject({ "11": type.optional(), "10": type.optional() })], {
    error: "one value, or one under “11” and one under “10”",
  });

/** Our own icons before a label; app/screen.css has them. */
export const screenIcons = [
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
      "nav: in the list at the left. person: who is signed in. row: a line of the page, which may hold others. item: one of a list to pick from.",
    ),
  label: either(line("The words on the screen, exact to the letter.", 400)).optional(),
  message: slug("File name in content/messages: its exact words are the label.").optional(),
  detail: either(line("Second, smaller line.")).optional(),
  value: either(line("What stands at the end of the row.")).optional(),
  icon: z.enum(screenIcons).optional().describe("Drawn before the label."),
  in: slug("Id of the row that holds it.").optional(),
  open: z.boolean().optional().describe("On a row of Windows 11 that can be opened: is it open?"),
  on: z.boolean().optional().describe("On a check box, a choice or an item: is it chosen?"),
  main: z.boolean().optional().describe("The button that stands out."),
  only: windowsVersion.optional().describe("Set when one version only has it."),
  fact: either(slug("The fact that names the label; its grade is told in the caption.")).optional(),
  valueFact: slug("The fact that names the value, where another one names the label.").optional(),
  sample: z
    .boolean()
    .optional()
    .describe("True for what differs on each PC, a name or a date: it needs no fact."),
});

/** content/screens/<slug>.yaml: a window that readers compare with theirs, drawn by components/screen. */
export const screenSchema = z.strictObject({
  title: line("What it is, for the gallery. Unique among the screens.", 90),
  shows: line(
    "Which PC or moment is drawn, after “on”: “a PC that is activated and not linked”.",
  ).optional(),
  window: z
    .enum(["settings", "dialog", "web", "desktop", "setup", "console"])
    .optional()
    .describe("What kind of window. BIOS and UEFI differ from maker to maker: only words."),
  only: windowsVersion.optional().describe("Set when one version only has this screen."),
  like: slug("File name of another screen: what is not said here is as there.").optional(),
  without: z
    .array(slug("Id of an element of the other screen."))
    .default([])
    .describe("What the other screen has and this one lacks."),
  settings: slug(
    "File name in content/settings-pages: navigation and heading follow its paths.",
  ).optional(),
  bar: either(
    line("Title of the window, the address of a web page, the command of a console."),
  ).optional(),
  heading: either(line("The heading, where no Settings page gives it.", 120)).optional(),
  fact: either(slug("The fact that names the window and its heading.")).optional(),
  elements: z
    .array(element)
    .default([])
    .describe("From top to bottom. An id of the other screen changes that element."),
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
