/** Finds an element that the server's markup must contain; throws and names it where it is missing. */
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

/** The last text of each slot, as it was before a browser translated it. */
const written = new WeakMap<HTMLElement, string>();

/** Writes a text only if it changed, since writing undoes a browser's translation. */
export function put(slot: HTMLElement, text: string): void {
  if (written.get(slot) === text) return;
  written.set(slot, text);
  if (slot.textContent !== text) slot.textContent = text;
}

/** Collapses a block. The browser's own search still finds it, and print shows it. */
export function collapse(block: HTMLElement, collapsed: boolean): void {
  // Setting the same value again would make the browser style the block and what it contains anew.
  if (block.hasAttribute("hidden") === collapsed) return;
  if (collapsed)
    block.setAttribute("hidden", "onbeforematch" in document.body ? "until-found" : "");
  else block.removeAttribute("hidden");
}

/** A copy of a button that the server rendered into the template (components/guide/guide-actions.tsx). */
export function action<E extends HTMLElement = HTMLButtonElement>(name: string): E {
  const { content } = need<HTMLTemplateElement & HTMLElement>("#guide-actions", document);
  return need<E>(`[data-action="${name}"]`, content).cloneNode(true) as E;
}
