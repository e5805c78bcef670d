/** Two taps within this time, in milliseconds, are one double tap, as with Windows' own double-click. */
const DOUBLE_TAP = 500;

let lastTap = -DOUBLE_TAP;

/**
 * Whether a click is the second of a double click or double tap. Many people double-click everything, and the next card
 * comes to the same place, so its button would be pressed unread. Browsers count the clicks of a mouse, but not taps; older
 * ones do not say which it was.
 */
export function isSecondOfTwo({
  detail,
  pointerType,
  timeStamp,
}: MouseEvent & { pointerType?: string }): boolean {
  const isByKeyboard = detail === 0;
  if (isByKeyboard) return false;
  if (pointerType === "mouse") return detail > 1;
  const isSoon = timeStamp - lastTap < DOUBLE_TAP;
  lastTap = timeStamp;
  return isSoon;
}
