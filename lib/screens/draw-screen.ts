import type { Message } from "@/lib/schema/messages";
import type { Screen, ScreenElement } from "@/lib/schema/screens";
import type { SettingsPage } from "@/lib/schema/settings-pages";
import type { Windows } from "@/lib/windows/version";

/** An element as one version of Windows shows it, with everything inside it. */
export type DrawnElement = Pick<
  ScreenElement,
  "id" | "icon" | "open" | "on" | "main" | "sample" | "valueFact"
> & {
  kind: NonNullable<ScreenElement["kind"]>;
  label: string;
  detail?: string;
  value?: string;
  fact?: string;
  children: DrawnElement[];
};

/** A screen as one version of Windows shows it. */
export type DrawnScreen = {
  windows: Windows;
  window: NonNullable<Screen["window"]>;
  shows?: string;
  bar?: string;
  /** The path to a Settings page, its own name last. */
  path: string[];
  heading?: string;
  fact?: string;
  elements: DrawnElement[];
};

/** The other documents: the site's, or those being checked. */
export type ScreenSources = {
  screen: (slug: string) => Screen | undefined;
  message: (slug: string) => Pick<Message, "message" | "fact"> | undefined;
  settingsPage: (slug: string) => Pick<SettingsPage, "path10" | "path11" | "fact"> | undefined;
};

type Either = string | { "11"?: string; "10"?: string } | undefined;

const of = (value: Either, windows: Windows): string | undefined =>
  typeof value === "object" ? value[windows] : value;

/** The screen with everything that it inherits from others. Throws when they form a cycle. */
export function wholeScreen(
  screen: Screen,
  sources: Pick<ScreenSources, "screen">,
  seen: readonly Screen[] = [],
): Screen {
  if (!screen.like) return screen;
  const other = sources.screen(screen.like);
  if (!other || seen.includes(other)) throw new Error(`no screen “${screen.like}” to be like`);
  const base = wholeScreen(other, sources, [...seen, screen]);
  const own = new Map(screen.elements.map((element) => [element.id, element]));
  const kept = base.elements
    .filter(({ id }) => !screen.without.includes(id))
    .map((element) => ({ ...element, ...own.get(element.id) }));
  const added = screen.elements.filter(({ id }) => !kept.some((element) => element.id === id));
  const said = Object.fromEntries(
    Object.entries(screen).filter(([, value]) => value !== undefined),
  ) as Screen;
  return { ...base, only: undefined, shows: undefined, ...said, elements: [...kept, ...added] };
}

/** A screen as one version of Windows shows it; undefined if that version does not have it. */
export function drawScreen(
  screen: Screen,
  windows: Windows,
  sources: ScreenSources,
): DrawnScreen | undefined {
  const whole = wholeScreen(screen, sources);
  if (whole.only && whole.only !== windows) return undefined;
  const settings = whole.settings ? sources.settingsPage(whole.settings) : undefined;

  const drawn = (element: ScreenElement): DrawnElement | undefined => {
    if (element.only && element.only !== windows) return undefined;
    const message = element.message ? sources.message(element.message) : undefined;
    const label = message?.message ?? of(element.label, windows);
    if (label === undefined) return undefined;
    const { id, kind = "text", icon, open, on, main, sample, valueFact } = element;
    return {
      id,
      kind,
      label,
      icon,
      open: windows === "11" ? open : undefined,
      on,
      main,
      sample,
      valueFact,
      detail: of(element.detail, windows),
      value: of(element.value, windows),
      fact: of(element.fact, windows) ?? message?.fact,
      children: whole.elements
        .filter((child) => child.in === id)
        .flatMap((child) => drawn(child) ?? []),
    };
  };

  return {
    windows,
    window: whole.window ?? "dialog",
    shows: whole.shows,
    bar: of(whole.bar, windows),
    path: (windows === "11" ? settings?.path11 : settings?.path10) ?? [],
    heading: of(whole.heading, windows),
    fact: of(whole.fact, windows) ?? settings?.fact,
    elements: whole.elements.filter((element) => !element.in).flatMap((top) => drawn(top) ?? []),
  };
}

/** All elements of a screen, including nested ones, from top to bottom. */
export function allElements(elements: readonly DrawnElement[]): DrawnElement[] {
  return elements.flatMap((element) => [element, ...allElements(element.children)]);
}

/** Whether the reader can see what is inside. A closed row of Windows 11 hides it. */
export const isClosed = ({ open }: Pick<DrawnElement, "open">): boolean => open === false;

/** Whether Windows draws it: what it does not draw looks the same on both versions. */
export const isOfWindows = (window: DrawnScreen["window"]): boolean =>
  window !== "web" && window !== "paper";

/** All visible texts on a screen, label by label. */
export function labelsOf({ bar, path, heading, elements }: DrawnScreen): string[] {
  const shown = (element: DrawnElement): string[] => [
    ...[element.label, element.detail, element.value].filter((text) => text !== undefined),
    ...(isClosed(element)
      ? element.children.filter(({ kind }) => kind === "button").flatMap(shown)
      : element.children.flatMap(shown)),
  ];
  return [
    ...[bar, heading].filter((text) => text !== undefined),
    ...path,
    ...elements.flatMap(shown),
  ];
}
