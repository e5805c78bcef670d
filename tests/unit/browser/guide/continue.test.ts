// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepContinueRecord } from "@/browser/guide/continue";
import { CONTINUE_STORAGE_KEY, parseContinueRecord } from "@/lib/progress/continue-record";
import { guideView, pageOf, setAddress } from "./support";

// The build writes it. Modules read it when they are imported.
vi.hoisted(() => vi.stubGlobal("BASE_PATH", ""));

const stored = () => parseContinueRecord(localStorage.getItem(CONTINUE_STORAGE_KEY));
const CURRENT = { id: "paint", title: "Paint the door", number: 2 };
const begun = (own = {}) =>
  guideView({ current: CURRENT, isBegun: true, summaryText: "1 of 3 done", ...own });

beforeEach(() => {
  vi.stubGlobal("BASE_PATH", "");
  localStorage.clear();
  setAddress("/guides/doors");
});
afterEach(() => void vi.restoreAllMocks());

const mounted = (pc?: string) =>
  keepContinueRecord(pageOf(`<div data-guide="doors" data-guide-title="Doors"></div>`), () => pc);

test("a guide that is begun is what other pages continue with", () => {
  mounted().remember(begun());
  expect(stored()).toEqual({
    address: "/guides/doors#paint",
    guide: "Doors",
    step: "Paint the door",
    number: 2,
    summary: "1 of 3 done",
  });
});

test("the PC is named where there are several", () => {
  mounted("Mum’s laptop").remember(begun());
  expect(stored()).toMatchObject({ pc: "Mum’s laptop", guide: "Doors" });
});

test("a guide that is not begun, or finished, removes its own record and no other", () => {
  const record = mounted();
  record.remember(begun());
  record.remember(guideView());
  expect(stored()).toBeUndefined();

  const other = JSON.stringify({ ...stored(), address: "/guides/windows#sand" });
  localStorage.setItem(CONTINUE_STORAGE_KEY, other);
  mounted().remember(guideView({ isBegun: true }));
  expect(localStorage.getItem(CONTINUE_STORAGE_KEY)).toBe(other);
});

test("the same record is written once, and again after another tab wrote its own", () => {
  const record = mounted();
  record.remember(begun());
  localStorage.setItem(CONTINUE_STORAGE_KEY, "of another tab");
  record.remember(begun());
  expect(localStorage.getItem(CONTINUE_STORAGE_KEY)).toBe("of another tab");
  record.forget();
  record.remember(begun());
  expect(stored()?.number).toBe(2);
});

test("without storage the guide goes on, and tries again", () => {
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const record = mounted();
  record.remember(begun());
  full.mockRestore();
  record.remember(begun());
  expect(stored()?.number).toBe(2);
});
