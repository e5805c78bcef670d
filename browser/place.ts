/**
 * Changes the page and scrolls so that an element stays where it is on the screen, if it is still shown.
 * `before`: its distance from the top of the window, when the change began earlier.
 */
export function keepInPlace(
  element: Element | null | undefined,
  change: () => void,
  before = element?.getBoundingClientRect().top ?? 0,
): void {
  change();
  if (!element?.getClientRects().length) return;
  const after = element.getBoundingClientRect().top;
  if (after !== before) scrollBy(0, after - before);
}
