/** Two taps within this time, in milliseconds, are one double tap, as with Windows' own double-click. */
const DOUBLE_TAP = 500;

let lastTap = -DOUBLE_TAP;

/**
 * Whether a click is the second of a double click or double tap. Many people double-click everything, and the next card
 * comes to the same place, so its button would be pressed unread. Browsers count clicks of a mouse, but not taps.
 */
export function isSecondOfTwo({ detail, pointerType, timeStamp }: PointerEvent): boolean {
  if (pointerType !== "touch") return detail > 1;
  const isSoon = timeStamp - lastTap < DOUBLE_TAP;
  lastTap = timeStamp;
  return isSoon;
}
