import { isClosed, isOfWindows, type DrawnElement, type DrawnScreen } from "./draw-screen";

const PLACES: Record<DrawnScreen["window"], string> = {
  settings: "Settings",
  dialog: "a window",
  web: "a web page",
  desktop: "the desktop",
  setup: "Windows Setup",
  console: "a command window",
  paper: "a sheet of paper",
};

/**
 * The drawing in words: “Settings in Windows 11, System › Activation, on a PC that is activated”. Without the version
 * where both show the same.
 */
export function placeText(
  { window, windows, bar, path, heading, shows }: DrawnScreen,
  onBoth = false,
): string {
  const name = path.join(" › ") || heading || bar;
  const where = isOfWindows(window)
    ? `${PLACES[window]} in Windows${onBoth ? "" : ` ${windows}`}`
    : PLACES[window];
  return [where, name, shows && `on ${shows}`].filter(Boolean).join(", ");
}

/** The text of an element and everything inside it, as somebody would read it aloud. */
function spoken(element: DrawnElement): string[] {
  const { label, value, detail, on, kind } = element;
  const ticked = kind === "check" || kind === "choice" ? (on ? ", chosen" : ", not chosen") : "";
  const children = isClosed(element)
    ? element.children.filter((child) => child.kind === "button")
    : element.children;
  return [[label + ticked, value, detail].filter(Boolean).join(": "), ...children.flatMap(spoken)];
}

/** The text of the screen from top to bottom, without the list on the left. */
export function spokenText({ elements }: DrawnScreen): string {
  return elements
    .filter(({ kind }) => kind !== "nav")
    .flatMap(spoken)
    .map((text) => text.replace(/[.…]$/, ""))
    .join(". ");
}

/** The highest number of labels that are named individually. */
const LABELS_TOLD = 3;

/** The labels that no Microsoft source confirms, for the caption; undefined when there are none. */
export function unconfirmedText(
  { elements }: DrawnScreen,
  isConfirmed: (fact: string) => boolean,
): string | undefined {
  const labels = new Set<string>();
  const look = (list: readonly DrawnElement[]) => {
    for (const { kind, sample, fact, label, value, valueFact, children } of list) {
      if (kind !== "nav" && !sample && fact && !isConfirmed(fact)) labels.add(label);
      if (value && valueFact && !isConfirmed(valueFact)) labels.add(value);
      look(children);
    }
  };
  look(elements);
  if (labels.size === 0) return undefined;
  if (labels.size > LABELS_TOLD) return "Most labels are not confirmed by Microsoft.";
  return `Not confirmed by Microsoft: ${[...labels].map((label) => `“${label.replace(/\.$/, "")}”`).join(", ")}.`;
}
