import { readVisit, writeVisit } from "../storage";
import { headingBeingRead } from "../windows";

/*
 * A browser goes back to the place after a reload while the page still comes in and knows no answers:
 * to as many pixels from the top, where something else stands by then. So a guide notes the place
 * itself, by what is read there, and returns to it once it shows what is saved. In sessionStorage:
 * what is written into the history while a page goes is one reload late in Firefox.
 */
const PLACE_KEY = "keylink:place";

type Place = { page: string; id: string; top: number };

/** Notes the place when the page goes. */
export function startPlace(): void {
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => {
    const read = scrollY > 0 && headingBeingRead()?.closest("[id]");
    const place: Place | undefined = read
      ? { page: location.pathname, id: read.id, top: read.getBoundingClientRect().top }
      : undefined;
    writeVisit(PLACE_KEY, place ? JSON.stringify(place) : null);
  });
}

/** Goes back to the place that was left, after a reload or Back. Answers whether it did. */
export function returnToPlace(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (entry?.type !== "reload" && entry?.type !== "back_forward") return false;
  try {
    const place = JSON.parse(readVisit(PLACE_KEY) ?? "null") as Place | null;
    const read = place?.page === location.pathname && document.getElementById(place.id);
    if (!read || typeof place?.top !== "number") return false;
    scrollBy(0, read.getBoundingClientRect().top - place.top);
    return true;
  } catch {
    return false; // Not what we wrote: the page begins at its top.
  }
}

/** Pixels that the header covers at the top of the window. */
const headerBottom = () =>
  document.querySelector("header > *")?.getBoundingClientRect().bottom ?? 0;

/** Scrolls so that an element stands where another stood, or below the header if that was above it. */
export function bringTo(element: Element, top: number): void {
  const wanted = Math.max(top, headerBottom() + 8);
  const by = element.getBoundingClientRect().top - wanted;
  if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: "instant" });
}
