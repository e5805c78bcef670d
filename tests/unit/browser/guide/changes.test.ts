// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepChanges } from "@/browser/guide/changes";
import { emptyProgress } from "@/lib/progress/saved-progress";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const change = () => ({ before: emptyProgress(), after: emptyProgress() });

test("each change can be undone for ten seconds, the last one for longer", () => {
  const changes = keepChanges();
  changes.add("sign-in", change());
  vi.advanceTimersByTime(1000);
  changes.add("look", change());
  vi.advanceTimersByTime(8999);
  expect(changes.isUndoable("sign-in")).toBe(true);
  vi.advanceTimersByTime(1);
  expect(changes.isUndoable("sign-in")).toBe(false);
  vi.advanceTimersByTime(3_600_000);
  expect(changes.isUndoable("look")).toBe(true);
});

test("a step that was changed again is the last one", () => {
  const changes = keepChanges();
  changes.add("sign-in", change());
  changes.add("look", change());
  changes.add("sign-in", change());
  vi.advanceTimersByTime(60_000);
  expect(changes.isUndoable("sign-in")).toBe(true);
  expect(changes.isUndoable("look")).toBe(false);
});

test("a change is taken once", () => {
  const changes = keepChanges();
  const made = change();
  changes.add("look", made);
  expect(changes.take("look")).toMatchObject(made);
  expect(changes.take("look")).toBeUndefined();
  expect(changes.isUndoable("look")).toBe(false);
});

test("after Start over, or on another PC, nothing is left to undo", () => {
  const changes = keepChanges();
  changes.add("look", change());
  changes.clear();
  expect(changes.isUndoable("look")).toBe(false);
});
