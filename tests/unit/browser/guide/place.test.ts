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
    <main><section id="doors"><h2>Doors</h2></section></main>
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
  test("scrolls an element to where another one was", () => {
    layOut("header > *", 0);
    layOut("section", 500);
    bringTo(find("section"), 200);
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 300, behavior: "instant" });
  });

  test("never brings it under the header", () => {
    layOut("header > *", 0, 60);
    layOut("section", 500);
    bringTo(find("section"), -100);
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 500 - 68, behavior: "instant" });
  });

  test("does not scroll an element that is there", () => {
    layOut("header > *", 0);
    layOut("section", 200.4);
    bringTo(find("section"), 200);
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
