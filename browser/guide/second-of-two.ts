/** A press within this time after another one, in milliseconds, belongs to it: Windows' own double-click time. */
const DOUBLE_CLICK = 500;
/** The slowest double-click that a reader can choose in Windows, in milliseconds; then browsers count the clicks. */
const SLOWEST_DOUBLE_CLICK = 900;
/** How far a mouse slips or a finger misses between the two, in pixels. Browsers count the clicks only up to about 4. */
const NEAR = 40;

/**
 * Lets the second press of a double click or double tap do nothing on the page of a guide. Many people double-click everything,
 * and what comes next is in the same place, so it would be pressed unread. Returns what to call when a press has put
 * something else in its place.
 */
export function ignoreSecondOfTwo(): () => void {
  let latest: MouseEvent | undefined;
  /** The last press that has put something else in its place. */
  let first: MouseEvent | undefined;
  const isSecond = ({ detail, timeStamp, clientX, clientY }: MouseEvent) =>
    first !== undefined &&
    timeStamp - first.timeStamp < (detail > 1 ? SLOWEST_DOUBLE_CLICK : DOUBLE_CLICK) &&
    Math.hypot(clientX - first.clientX, clientY - first.clientY) < NEAR;
  document.addEventListener(
    "click",
    (event) => {
      const isByKeyboard = event.detail === 0;
      if (isByKeyboard) return;
      if (isSecond(event)) {
        event.preventDefault();
        event.stopPropagation();
      } else latest = event;
    },
    true,
  );
  // It would take the focus from the title, and select a word.
  document.addEventListener("mousedown", (event) => {
    if (isSecond(event)) event.preventDefault();
  });
  return () => {
    first = latest;
  };
}
