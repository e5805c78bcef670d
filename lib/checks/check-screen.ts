import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Guide, GuideStep } from "../schema/guides";
import type { Message } from "../schema/messages";
import type { Picture, Screen, ScreenElement } from "../schema/screens";
import type { SettingsPage } from "../schema/settings-pages";
import {
  allElements,
  drawScreen,
  labelsOf,
  wholeScreen,
  type DrawnScreen,
  type ScreenSources,
} from "../screens/draw-screen";
import { attributeOf, isElement } from "../text/parse-text";
import { WINDOWS_VERSIONS, type Windows } from "../windows/version";
import { checkFactName, checkName } from "./check-names";
import { readableText, type ContentIndex } from "./content-index";
import { unknownName, type Problem } from "./problem";
import type { CheckedFile } from "./validate-files";

/** The documents that screens are drawn from, among those being checked. */
function sourcesOf(index: ContentIndex): ScreenSources {
  const find = <T>(collection: string) => {
    const files = index.filesOf(collection);
    return (slug: string) => files.find((file) => file.slug === slug)?.value as T | undefined;
  };
  return {
    screen: find<Screen>("screens"),
    message: find<Message>("messages"),
    settingsPage: find<SettingsPage>("settings-pages"),
  };
}

/** The names in a field with one value for both versions or one for each. */
const valuesOf = (value: string | { "11"?: string; "10"?: string } | undefined): string[] =>
  typeof value === "object"
    ? Object.values(value).filter((name) => name !== undefined)
    : value === undefined
      ? []
      : [value];

/** A screen cites facts, names only what exists, and has unique elements. */
export function checkScreen(file: CheckedFile, index: ContentIndex): Problem[] {
  const screen = file.value as unknown as Screen;
  const names: [field: string, collection: string, name: string | undefined][] = [
    ["like", "screens", screen.like],
    ["settings", "settings-pages", screen.settings],
    ...screen.elements.map(({ message }, i): [string, string, string | undefined] => [
      `elements[${i}].message`,
      "messages",
      message,
    ]),
  ];
  const unknown = names.flatMap(([field, collection, name]) =>
    name === undefined ? [] : checkName(file, field, collection, name, index),
  );
  const facts: [field: string, id: string][] = [
    ...valuesOf(screen.fact).map((id): [string, string] => ["fact", id]),
    ...screen.elements.flatMap(({ fact, valueFact }, i): [string, string][] => [
      ...valuesOf(fact).map((id): [string, string] => [`elements[${i}].fact`, id]),
      ...valuesOf(valueFact).map((id): [string, string] => [`elements[${i}].valueFact`, id]),
    ]),
  ];
  unknown.push(...facts.flatMap(([field, id]) => checkFactName(file, field, id, index)));
  if (unknown.length > 0) return unknown;
  let whole: Screen;
  try {
    whole = wholeScreen(screen, sourcesOf(index));
  } catch {
    return [
      {
        file: file.file,
        field: "like",
        message: "the screens that it is like form a cycle",
        remedy: "Let one of them say all of its elements itself, without “like”.",
      },
    ];
  }
  return [
    ...checkWindow(file, whole),
    ...checkElements(file, screen, whole),
    ...checkWithout(file, screen, index),
  ];
}

function checkWindow({ file }: CheckedFile, whole: Screen): Problem[] {
  if (!whole.window)
    return [
      {
        file,
        field: "window",
        message: "is missing",
        remedy: "Add “window”, or name under “like” a screen that has one.",
      },
    ];
  if (whole.settings || whole.fact) return [];
  return [
    {
      file,
      field: "fact",
      message: "no fact names the window",
      remedy: "Add “fact” with the id of a fact that does, or “settings” for a page of Settings.",
    },
  ];
}

/** Each element has a label, a fact, and a place. */
function checkElements({ file }: CheckedFile, screen: Screen, whole: Screen): Problem[] {
  const problems: Problem[] = [];
  const ids = whole.elements.map(({ id }) => id);
  for (const [i, { id }] of screen.elements.entries()) {
    const field = `elements[${i}]`;
    if (screen.elements.findIndex((element) => element.id === id) < i)
      problems.push({
        file,
        field: `${field}.id`,
        message: `the id “${id}” is there twice`,
        remedy: "Give each element an id of its own: texts name it as their target.",
      });
    const element = whole.elements.find((one) => one.id === id) as ScreenElement;
    if (!element.label && !element.message)
      problems.push({
        file,
        field: `${field}.label`,
        message: "the element has no words",
        remedy: "Add “label” with the words on the screen, or “message” with a file name.",
      });
    if (!element.fact && !element.message && !element.sample)
      problems.push({
        file,
        field: `${field}.fact`,
        message: `no fact names the label of “${id}”`,
        remedy:
          "Add “fact”. Where the words differ on each PC, like a name, write “sample: true” instead. Where no fact names them, leave the element out.",
      });
    if (element.in && !ids.includes(element.in))
      problems.push(
        unknownName(
          { file, field: `${field}.in` },
          { kind: "element", name: element.in, known: ids, where: "this screen" },
        ),
      );
  }
  return problems;
}

function checkWithout({ file }: CheckedFile, screen: Screen, index: ContentIndex): Problem[] {
  const other = screen.like ? sourcesOf(index).screen(screen.like) : undefined;
  const known = other ? wholeScreen(other, sourcesOf(index)).elements.map(({ id }) => id) : [];
  return screen.without.flatMap((id, i) =>
    known.includes(id)
      ? []
      : [
          unknownName(
            { file, field: `without[${i}]` },
            { kind: "element", name: id, known, where: `the screen it is like` },
          ),
        ],
  );
}

/** A picture's target is on its screen, in each version that has the screen. */
function checkPicture(
  file: CheckedFile,
  field: string,
  picture: Picture,
  index: ContentIndex,
  versions: readonly Windows[] = WINDOWS_VERSIONS,
): Problem[] {
  const unknown = checkName(file, `${field}.screen`, "screens", picture.screen, index);
  if (unknown.length > 0) return unknown;
  const drawn = drawnFor(picture, versions, index);
  if (drawn.length === 0)
    return [
      {
        file: file.file,
        field: `${field}.screen`,
        message: `the screen “${picture.screen}” does not exist on Windows ${versions.join(" or ")}`,
        remedy: "Name a screen that this version has.",
      },
    ];
  for (const screen of drawn) {
    const ids = allElements(screen.elements).map(({ id }) => id);
    if (ids.includes(picture.target)) continue;
    return [
      unknownName(
        { file: file.file, field: `${field}.target` },
        {
          kind: "target",
          name: picture.target,
          known: ids,
          where: `the screen “${picture.screen}” of Windows ${screen.windows}`,
        },
      ),
    ];
  }
  return [];
}

function drawnFor(
  { screen: slug }: Picture,
  versions: readonly Windows[],
  index: ContentIndex,
): DrawnScreen[] {
  const sources = sourcesOf(index);
  const screen = sources.screen(slug);
  if (!screen) return [];
  try {
    return versions.flatMap((windows) => drawScreen(screen, windows, sources) ?? []);
  } catch {
    return []; // checkScreen tells what is wrong with the screen itself.
  }
}

/** A message's picture shows it. */
export function checkMessagePicture(file: CheckedFile, index: ContentIndex): Problem[] {
  const { picture, windows } = file.value as unknown as Message;
  return picture ? checkPicture(file, "picture", picture, index, windows) : [];
}

/** Steps have a picture or a reason why not, never both; only the main guides need one of the two. */
function checkPictured(
  { file }: CheckedFile,
  field: string,
  { id, picture, noPicture }: GuideStep,
  { pictured }: Guide,
): Problem[] {
  if (picture && noPicture)
    return [
      {
        file,
        field: `${field}.noPicture`,
        message: `the step “${id}” has a picture`,
        remedy: "Delete “noPicture”, or the picture.",
      },
    ];
  if (picture || noPicture || !pictured) return [];
  return [
    {
      file,
      field: `${field}.picture`,
      message: `the step “${id}” of a main guide has no picture`,
      remedy:
        "Name a screen of content/screens and what the text is about on it; /drawings shows them all. Something on paper is a screen with “window: paper”. If no picture would help, say why under “noPicture”.",
    },
  ];
}

/**
 * The pictures of a guide's steps: each target is on its screen, and every bold label in the step's text is on one of
 * the screens that the step shows.
 */
export function checkStepPictures(file: CheckedFile, index: ContentIndex): Problem[] {
  const guide = file.value as Guide;
  return guide.parts.flatMap(({ steps }, p) =>
    steps.flatMap((step, s) => {
      const { picture, nextPictures, otherwise, text, only } = step;
      const field = `parts[${p}].steps[${s}]`;
      const missing = checkPictured(file, field, step, guide);
      if (missing.length > 0) return missing;
      const versions = only ? [only] : WINDOWS_VERSIONS;
      const check = (at: string, one: Picture) =>
        checkPicture(file, `${field}.${at}`, one, index, versions);
      const elsewhere = otherwise.flatMap((other, o) =>
        other.picture ? check(`otherwise[${o}].picture`, other.picture) : [],
      );
      if (!picture)
        return nextPictures.length === 0
          ? elsewhere
          : [
              ...elsewhere,
              {
                file: file.file,
                field: `${field}.nextPictures`,
                message: "nothing comes before these screens",
                remedy: "Name the first screen under “picture”.",
              },
            ];
      const pictures = [picture, ...nextPictures];
      const problems = [
        ...check("picture", picture),
        ...nextPictures.flatMap((next, n) => check(`nextPictures[${n}]`, next)),
        ...elsewhere,
      ];
      if (problems.length > 0) return problems;
      const screens = pictures.flatMap((one) => drawnFor(one, versions, index));
      const names = pictures.map((one) => one.screen);
      return boldLabels(text).flatMap(({ labels, windows }) => {
        const shown = screens.filter((screen) => !windows || screen.windows === windows);
        if (shown.length === 0) return [];
        const known = [...new Set(shown.flatMap(labelsOf))];
        if (labels.some((label) => known.some((text) => isOn(label, text)))) return [];
        return [
          {
            ...unknownName(
              { file: file.file, field: `${field}.text` },
              {
                kind: "label",
                name: labels.join("” or “"),
                known,
                where: `the screen “${names.join("” or “")}” that the step shows`,
              },
            ),
            remedy: `Bold is for labels on the screen of the step. Write a label that is there (${known.join(", ")}), take the bold away, name a later screen under “nextPictures”, or add the label to content/screens/${names.at(-1)}.yaml with its fact.`,
          },
        ];
      });
    }),
  );
}

/**
 * Whether a label matches: apostrophes and periods may differ, and a part of a sentence or the name of a line
 * (“Description: …”) is enough.
 */
const plain = (text: string) => text.replaceAll("’", "'").replace(/[.…]+$/, "");
const isOn = (label: string, shown: string) =>
  plain(shown) === plain(label) ||
  plain(shown).startsWith(`${plain(label)}: `) ||
  (label.includes(" ") && plain(shown).includes(plain(label)));

/** The bold labels in a text, each with its version. Of two possible spellings, either counts. */
function boldLabels(markdown: string): { labels: string[]; windows?: Windows }[] {
  const tree = readableText(markdown);
  if (!tree) return [];
  const found: { labels: string[]; windows?: Windows }[] = [];
  const look = (node: Root["children"][number] | Root, windows?: Windows) => {
    if (node.type === "strong") {
      let label = "";
      visit(node, "text", ({ value }) => {
        label += value;
      });
      found.push({ labels: [label], windows });
      return;
    }
    let version = windows;
    if (isElement(node)) {
      if (node.name === "Only") version = attributeOf(node, "windows") as Windows;
      if (node.name === "EitherLabel")
        found.push({
          labels: [attributeOf(node, "one") ?? "", attributeOf(node, "other") ?? ""],
          windows,
        });
    }
    if ("children" in node)
      for (const child of node.children) look(child as Root["children"][number], version);
  };
  look(tree);
  return found;
}
