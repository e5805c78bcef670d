// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bringTo, returnToPlace, startPlace } from "@/browser/guide/place";
import { find, pageOf } from "./support";

const scrollBy = vi.fn();

beforeEach(() => {
  vi.stubGlobal("scrollBy", scrollBy);
  vi.stubGlobal("scrollY", 400);
  pageOf(`<div>
    <header><div></div></header>
    <main><section id="doors"><article><h2>Doors</h2></article></section></main>
  </div>`);
});

afterEach(() => {
  vi.restoreAllMocks();
  scrollBy.mockReset();
  sessionStorage.clear();
});

/** Lays an element out at this distance from the top of the window. */
function layOut(selector: string, top: number, height = 50): void {
  const box = DOMRect.fromRect({ x: 0, y: top, width: 300, height });
  const element = find(selector);
  element.getBoundingClientRect = () => box;
  element.getClientRects = () => [box] as unknown as DOMRectList;
}

const openedBy = (type: string) =>
  vi
    .spyOn(performance, "getEntriesByType")
    .mockReturnValue([{ type } as PerformanceNavigationTiming]);

describe("bringTo", () => {
  beforeEach(() => {
    layOut("header > *", 0, 60);
    layOut("article", 470);
    layOut("h2", 500);
  });

  test("scrolls a title to where another one was", () => {
    bringTo(find("h2"), { top: 200, inCard: 30 });
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 300, behavior: "instant" });
  });

  test("never brings its card under the header", () => {
    bringTo(find("h2"), { top: -100, inCard: 0 });
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 470 - 68, behavior: "instant" });
  });

  test("the title of a card with less above it comes to the same place", () => {
    bringTo(find("h2"), { top: -100, inCard: 50 });
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 500 - 118, behavior: "instant" });
  });

  test("does not scroll a title that is there", () => {
    bringTo(find("h2"), { top: 499.6, inCard: 30 });
    expect(scrollBy).not.toHaveBeenCalled();
  });
});

describe("the place of a reader", () => {
  function leaveAt(top: number): void {
    layOut("header > *", 0, 60);
    layOut("h2", top);
    layOut("section", top);
    startPlace();
    dispatchEvent(new Event("pagehide"));
  }

  test.each(["reload", "back_forward"])("is found again after %s", (type) => {
    leaveAt(120);
    openedBy(type);
    layOut("section", 700);
    expect(returnToPlace()).toBe(true);
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith(0, 580);
  });

  test("is of no use when the page is opened by a link", () => {
    leaveAt(120);
    openedBy("navigate");
    expect(returnToPlace()).toBe(false);
    expect(scrollBy).not.toHaveBeenCalled();
  });

  test("is not stored at the top of the page", () => {
    vi.stubGlobal("scrollY", 0);
    leaveAt(120);
    openedBy("reload");
    expect(returnToPlace()).toBe(false);
  });

  test.each(["{", `{"page":"${location.pathname}","id":"doors"}`])(
    "is ignored where the record is damaged: %s",
    (text) => {
      sessionStorage.setItem("keylink:place", text);
      openedBy("reload");
      expect(returnToPlace()).toBe(false);
      expect(scrollBy).not.toHaveBeenCalled();
    },
  );
});
