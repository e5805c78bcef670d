/** Makes a change to the page and scrolls so that an element stays where it is on the screen. */
export function keepInPlace(element: Element | null | undefined, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0;
  change();
  const after = element?.getBoundingClientRect().top ?? 0;
  if (after !== before) scrollBy(0, after - before);
}
