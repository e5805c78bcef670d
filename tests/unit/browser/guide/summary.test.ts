// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { mountSummary } from "@/browser/guide/summary";
import { withAnswer, withReset, withStep } from "@/lib/progress/progress";
import type { ProgressState } from "@/lib/progress/progress-store";
import { emptyProgress, type SavedProgress } from "@/lib/progress/saved-progress";
import { find, guideView, pageOf, textOf } from "./support";

const actions = { showAll: vi.fn(), reset: vi.fn(), recover: vi.fn(), showCard: vi.fn() };
const actor = { by: "tab", at: 1 };
const step = { id: "paint", title: "Paint the door", minutes: 2, revision: 1 };

const done = withStep(emptyProgress(), "doors", step, "done", actor);
const answered = withAnswer(done, "doors", "color", "red", actor);
const deleted = withReset(answered, "doors", actor);

beforeEach(() => {
  vi.clearAllMocks();
});

function mounted() {
  const guide = pageOf(`<main data-guide="doors">
    <p data-summary></p>
    <button data-show-all aria-pressed="false">Show all steps</button>
    <p data-saving>Saved in this browser only.</p>
    <button data-reset disabled>Start over</button>
    <div data-recovery></div>
  </main>`);
  const summary = mountSummary(guide, actions);
  return (progress: SavedProgress, showsAll = false, state: Partial<ProgressState> = {}) =>
    summary.render(guideView(), { progress, saving: "saved", ...state } as ProgressState, showsAll);
}

test("it says what is done, and where that is saved", () => {
  const render = mounted();
  render(emptyProgress());
  expect(textOf("[data-summary]")).toBe("3 steps, about 6 minutes");
  expect(textOf("[data-saving]")).toBe("Saved in this browser only.");
  render(emptyProgress(), false, { saving: "not-saved", reason: "full" });
  expect(textOf("[data-saving]")).toMatch(/storage is full/);
});

test("“Show all steps” is a switch that says what a press does", () => {
  const render = mounted();
  const all = find("[data-show-all]");
  render(emptyProgress());
  all.click();
  expect(actions.showAll).toHaveBeenLastCalledWith(true);
  render(emptyProgress(), true);
  expect(all.getAttribute("aria-pressed")).toBe("true");
  expect(all.textContent).toBe("Show one step");
  all.click();
  expect(actions.showAll).toHaveBeenLastCalledWith(false);
});

test("“Start over” needs something to delete", () => {
  const render = mounted();
  const reset = find<HTMLButtonElement>("[data-reset]");
  render(emptyProgress());
  expect(reset.disabled).toBe(true);
  render(done);
  expect(reset.disabled).toBe(false);
});

test("after “Start over” it says what was deleted and brings it back", () => {
  const render = mounted();
  render(answered);
  expect(find("[data-recovery]").children).toHaveLength(0);
  actions.reset.mockImplementationOnce(() => render(deleted));
  find("[data-reset]").click();
  expect(textOf("[data-recovery-text]")).toBe("Deleted: 1 tick and 1 answer of this guide.");
  expect(actions.showCard).toHaveBeenCalledOnce();
  expect(textOf("[data-notice] p")).toBe("Deleted: 1 tick and 1 answer of this guide.");

  actions.recover.mockImplementationOnce(() => render(answered));
  find("[data-recover]").click();
  expect(find("[data-recovery]").children).toHaveLength(0);
  expect(document.activeElement).toBe(find("[data-reset]"));
  expect(document.querySelector("[data-notice]")).toBeNull();
});

test("the offer to bring ticks back stays as it is, and so does a translated text", () => {
  const render = mounted();
  render(deleted);
  const offer = find("[data-recover]");
  find("[data-summary]").textContent = "3 Schritte, etwa 6 Minuten";
  const inRecovery = () => find("[data-recovery]").innerHTML;
  const before = inRecovery();
  render(deleted);
  expect(find("[data-recover]")).toBe(offer);
  expect(inRecovery()).toBe(before);
  expect(textOf("[data-summary]")).toBe("3 Schritte, etwa 6 Minuten");
  find("[data-recovery-text]").textContent = "Gelöscht: 1 Haken";
  render(deleted);
  expect(textOf("[data-recovery-text]")).toBe("Gelöscht: 1 Haken");
});
