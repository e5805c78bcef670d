import { readVisit, writeVisit } from "../storage";
import { headingBeingRead } from "../windows";

/*
 * After a reload, browsers restore the scroll position in pixels, while the page still loads and shows no
 * answers, so they end up at other content. A guide therefore stores the heading being read, and returns to it
 * once it shows what is saved. It uses sessionStorage, because history state written while a page unloads is
 * one reload late in Firefox.
 */
const PLACE_KEY = "keylink:place";

type Place = { page: string; id: string; top: number };

/** Stores the place when the page is left. */
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

/** Returns to the stored place after a reload or Back. Returns whether it did. */
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
    return false; // Not a record of ours: the page starts at its top.
  }
}

/** The height that the header, and on wide screens the chapters, cover at the top of the window. */
function headerBottom(): number {
  const header = document.querySelector("header > *")?.getBoundingClientRect().bottom ?? 0;
  const chapters = document.querySelector<HTMLElement>("[data-chapters]");
  const { position, top } = chapters ? getComputedStyle(chapters) : { position: "", top: "" };
  // Where they stick, not where they are now: near the top of the page they are further down.
  return position === "sticky" ? parseFloat(top) + (chapters?.offsetHeight ?? 0) : header;
}

/** Where a title is: its distance from the top of the window and from that of its card. */
export function placeOf(title: Element): { top: number; inCard: number } {
  const { top } = title.getBoundingClientRect();
  const card = title.closest("[data-step], article")?.getBoundingClientRect().top ?? top;
  return { top, inCard: top - card };
}

/** Scrolls a title to the place that another one had, but neither of their cards under the header. */
export function bringTo(title: Element, place: ReturnType<typeof placeOf>): void {
  const now = placeOf(title);
  const highest = headerBottom() + 8 + Math.max(now.inCard, place.inCard);
  const by = now.top - Math.max(place.top, highest);
  if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: "instant" });
}
