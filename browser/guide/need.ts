/** An element that the server's markup has to have. Throws and names it where it is missing. */
export function need<E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode): E {
  const found = within.querySelector<E>(selector);
  if (found) return found;
  const where = within instanceof Element ? `<${within.localName} ${nameOf(within)}>` : "the page";
  throw new Error(
    `The guide expected an element “${selector}” in ${where} and found none. ` +
      "components/guide renders it: one of the two was renamed alone.",
  );
}

const nameOf = (element: Element) =>
  [...element.attributes]
    .filter(({ name }) => name === "id" || name.startsWith("data-"))
    .map(({ name, value }) => `${name}="${value}"`)
    .join(" ");

/** Writes a text where it changed: else it would undo what a browser has translated. */
export function put(slot: HTMLElement, text: string): void {
  if (slot.dataset.put === text) return;
  slot.dataset.put = text;
  if (slot.textContent !== text) slot.textContent = text;
}

/** Collapses a block so that the browser's own search still finds it; on paper it is open. */
export function collapse(block: HTMLElement, collapsed: boolean): void {
  if (collapsed)
    block.setAttribute("hidden", "onbeforematch" in document.body ? "until-found" : "");
  else block.removeAttribute("hidden");
}

/** A copy of one of the actions that the server wrote (components/guide/guide-actions.tsx). */
export function action<E extends HTMLElement = HTMLButtonElement>(name: string): E {
  const { content } = need<HTMLTemplateElement & HTMLElement>("#guide-actions", document);
  return need<E>(`[data-action="${name}"]`, content).cloneNode(true) as E;
}
