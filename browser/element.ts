import type { TextSegment } from "@/lib/search/types";

/** Creates an element with a class and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/**
 * An element that is filled again only when its text differs, which saves layout. `mark` creates the
 * element around a marked segment.
 */
export function createSlot(
  className: string,
  mark: (text: string) => HTMLElement = (text) => element("mark", "", text),
) {
  const slot = element("span", className);
  let filled = "";
  const fill = (...segments: TextSegment[]) => {
    // Not compared with the element's text, which a browser may have translated.
    const text = JSON.stringify(segments);
    if (text === filled) return;
    filled = text;
    slot.replaceChildren(...segments.map(({ text, marked }) => (marked ? mark(text) : text)));
  };
  return { slot, fill };
}

/**
 * Makes a link an option. The focus stays in the field (ARIA APG, combobox), so options are no stops of the Tab key. Its
 * name is all its text, the title before the answer: a name without what is seen fails WCAG 2.5.3.
 */
export function makeOption(link: HTMLAnchorElement, id: string): void {
  link.id = id;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
}

/** A segment without a mark. */
export const plain = (text: string): TextSegment => ({ text, marked: false });
