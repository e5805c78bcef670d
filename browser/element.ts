import type { TextSegment } from "@/lib/search/types";

/** Makes an element with a class and children. */
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
 * An element that is filled anew only when its text differs from the one before, which saves laying
 * it out. `mark` makes what stands out in it.
 */
export function createRoom(
  className: string,
  mark: (text: string) => HTMLElement = (text) => element("mark", "", text),
) {
  const room = element("span", className);
  let filled = "";
  const fill = (...segments: TextSegment[]) => {
    // Not compared with what stands there: a browser that translates the page puts its own text.
    const text = JSON.stringify(segments);
    if (text === filled) return;
    filled = text;
    room.replaceChildren(...segments.map(({ text, marked }) => (marked ? mark(text) : text)));
  };
  return { room, fill };
}

/** A text in which nothing stands out. */
export const plain = (text: string): TextSegment => ({ text, marked: false });
