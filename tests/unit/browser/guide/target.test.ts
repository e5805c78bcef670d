// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { anchorOnScreen, createTarget } from "@/browser/guide/target";
import type { GuideOutline } from "@/lib/progress/guide-outline";
import { find, pageOf, setAddress, step } from "./support";

const OUTLINE: GuideOutline = {
  guide: "doors",
  chapters: [],
  ends: [],
  verdicts: [],
  aliases: { brush: ["paint"] },
  parts: [
    { id: "start", title: "Start", steps: [step("look")] },
    { id: "work", title: "Work", steps: [step("sand"), step("paint")] },
  ],
};

const open = vi.fn();
const scroll = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal("scrollY", 0);
  pageOf(
    `<main>${["look", "sand", "paint"].map((id) => `<article id="${id}"><h3>${id}</h3></article>`).join("")}</main>`,
  );
  for (const article of document.querySelectorAll("article")) article.scrollIntoView = scroll;
});

/** Lays an element out at this distance from the top of the window. */
function layOut(selector: string, top: number): void {
  const box = DOMRect.fromRect({ x: 0, y: top, width: 300, height: 50 });
  find(selector).getBoundingClientRect = () => box;
  find(selector).getClientRects = () => [box] as unknown as DOMRectList;
}

function target(hash: string) {
  setAddress(`/guides/doors${hash}`);
  return createTarget(OUTLINE, (id) => document.getElementById(id ?? "") ?? undefined, open);
}

describe("the step in the address", () => {
  test.each([
    ["#paint", "paint"],
    ["#work", "sand"],
    ["#brush", "paint"],
  ])("%s opens %s and scrolls there", (hash, id) => {
    target(hash).open();
    expect(open).toHaveBeenCalledExactlyOnceWith(id);
    expect(scroll).toHaveBeenCalledOnce();
    expect(scroll.mock.contexts[0]).toBe(find(`#${id}`));
  });

  test.each(["", "#", "#sources", "#constructor"])("“%s” opens none", (hash) => {
    target(hash).open();
    expect(open).not.toHaveBeenCalled();
    expect(scroll).not.toHaveBeenCalled();
  });
});

describe("a reader who has scrolled", () => {
  beforeEach(() => {
    vi.stubGlobal("scrollY", 500);
    Object.defineProperty(document.documentElement, "scrollHeight", {
      value: 5000,
      configurable: true,
    });
  });

  test("away from the anchor stays where they are; the step opens", () => {
    layOut("#paint", 700);
    const here = target("#paint");
    expect(here.isThere()).toBe(false);
    here.open();
    expect(open).toHaveBeenCalledExactlyOnceWith("paint");
    expect(scroll).not.toHaveBeenCalled();
  });

  test("by the browser to the anchor is brought there again, since cards change their height", () => {
    layOut("#paint", 84);
    find("#paint").style.scrollMarginTop = "80px";
    const here = target("#paint");
    expect(here.isThere()).toBe(true);
    here.open();
    expect(scroll).toHaveBeenCalledOnce();
  });

  test("to the end of the page is as far as the anchor goes", () => {
    layOut("#paint", 700);
    vi.stubGlobal("scrollY", 5000 - innerHeight);
    expect(target("#paint").isThere()).toBe(true);
  });

  test("is at no step when the address names none", () => {
    expect(target("").isThere()).toBe(true);
  });
});

test("what the address leads to counts while it is on the screen", () => {
  const anchor = find("#paint");
  const found = vi.spyOn(document, "querySelector").mockImplementation(() => anchor);
  layOut("#paint", 20);
  expect(anchorOnScreen()).toBe(anchor);
  layOut("#paint", -10);
  expect(anchorOnScreen()).toBeUndefined();
  layOut("#paint", innerHeight);
  expect(anchorOnScreen()).toBeUndefined();
  found.mockReturnValue(null);
  expect(anchorOnScreen()).toBeUndefined();
  found.mockRestore();
});
