// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ignoreSecondOfTwo } from "@/browser/guide/second-of-two";
import { find, pageOf } from "./support";

const pressed = vi.fn();

const noteMove = ignoreSecondOfTwo();
/** Each test is a day later, since all share one page. */
let day = 0;

beforeEach(() => {
  vi.clearAllMocks();
  day += 24 * 60 * 60 * 1000;
  pageOf(`<div><button>Next step</button><a href="#end">What comes next</a></div>`);
  find("button").addEventListener("click", () => {
    pressed("button");
    noteMove();
  });
  find("a").addEventListener("click", () => pressed("link"));
});

type Press = { at: number; detail?: number; x?: number; y?: number };

/** Presses an element. Returns whether the browser may do what it usually does. */
const press = (selector: string, { at, detail = 1, x = 100, y = 100 }: Press, type = "click") => {
  const event = new Event(type, { bubbles: true, cancelable: true });
  for (const [name, value] of Object.entries({
    timeStamp: day + at,
    detail,
    clientX: x,
    clientY: y,
  }))
    Object.defineProperty(event, name, { value });
  return find(selector).dispatchEvent(event);
};
const presses = () => pressed.mock.calls.flat();

describe("the second of two presses", () => {
  test.each<[string, Press]>([
    ["of a double click", { at: 200, detail: 2 }],
    ["of a slow double click, as the reader set it in Windows", { at: 800, detail: 2 }],
    ["between which the mouse slipped, so that it is no double click", { at: 120, x: 112 }],
    ["of a double tap that missed by a little", { at: 400, x: 80, y: 125 }],
  ])("%s does nothing, wherever it lands", (_, second) => {
    press("button", { at: 0 });
    expect(press("button", second, "mousedown")).toBe(false);
    expect(press("a", second)).toBe(false);
    expect(press("button", second)).toBe(false);
    expect(presses()).toEqual(["button"]);
  });

  test.each<[string, Press]>([
    ["after reading", { at: 501 }],
    ["elsewhere", { at: 100, x: 160 }],
    ["by keyboard, which counts no clicks", { at: 100, detail: 0 }],
  ])("%s counts", (_, second) => {
    press("button", { at: 0 });
    expect(press("button", second)).toBe(true);
    expect(presses()).toEqual(["button", "button"]);
  });

  test("counts where the first one changed nothing", () => {
    press("a", { at: 0 });
    expect(press("a", { at: 100, detail: 2 }, "mousedown")).toBe(true);
    press("a", { at: 100, detail: 2 });
    expect(presses()).toEqual(["link", "link"]);
  });

  test("a press that was ignored does not extend the time", () => {
    press("button", { at: 0 });
    press("button", { at: 400 });
    press("button", { at: 600 });
    expect(presses()).toEqual(["button", "button"]);
  });
});
