/** Makes a change to the page and scrolls so that an element stays where it is on the screen, if it is still shown. */
export function keepInPlace(element: Element | null | undefined, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0;
  change();
  if (!element?.getClientRects().length) return;
  const after = element.getBoundingClientRect().top;
  if (after !== before) scrollBy(0, after - before);
}
