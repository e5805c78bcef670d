import type { GuideOutline } from "@/lib/progress/guide-outline";
import { keepInPlace } from "../place";
import { headingBeingRead } from "../windows";

/** The step that the address leads to. `open` opens its card. */
export function createTarget(
  { parts, aliases }: GuideOutline,
  elementOf: (step: string | undefined) => Element | undefined,
  open: (step: string) => void,
) {
  /** A current step, the replacement of a former one, or the first of a part. */
  const stepInAddress = (): string | undefined => {
    const id = location.hash.slice(1);
    if (elementOf(id)) return id;
    return parts.find((part) => part.id === id)?.steps[0]?.id ?? aliases[id]?.[0];
  };
  /** A reader who has scrolled away from the anchor meanwhile stays where they are. */
  const isThere = (): boolean => {
    const target = elementOf(stepInAddress());
    // Without one, nothing is measured: that would make the browser lay out the page.
    return (
      !target ||
      scrollY === 0 ||
      isAtAnchor(target) ||
      scrollY + innerHeight > document.documentElement.scrollHeight - 8
    );
  };
  return {
    isThere,
    /** Opens the step and scrolls to it, if the reader is still there. */
    open(scrolls = isThere()): void {
      const step = stepInAddress();
      if (step === undefined) return;
      if (scrolls) {
        open(step);
        elementOf(step)?.scrollIntoView({ behavior: "instant" });
      } else keepInPlace(headingBeingRead(), () => open(step));
    },
  };
}

/** Whether an element stands where an address with its anchor brings it. */
const isAtAnchor = (element: Element) =>
  Math.abs(
    element.getBoundingClientRect().top - parseFloat(getComputedStyle(element).scrollMarginTop),
  ) < 8;

/** What the address leads to, if it is on the screen. */
export function anchorOnScreen(): Element | undefined {
  const anchor = document.querySelector(":target");
  const box = anchor?.getClientRects()[0];
  return anchor && box && box.top >= 0 && box.top < innerHeight ? anchor : undefined;
}
