import type { GuideView } from "@/lib/progress/guide-view";
import { action, collapse, need, put } from "./need";
import { mountQuestion } from "./question";

/** What a reader can do with a step. */
type StepActions = {
  next: (step: string) => void;
  skip: (step: string) => void;
  tick: (step: string, done: boolean) => void;
  answer: (step: string, question: string, answer: string) => void;
  /** Opens the card of a step again. */
  open: (step: string) => void;
  undo: (step: string) => void;
  putBack: (step: string) => void;
  /** Whether there is something to undo. */
  isUndoable: (step: string) => boolean;
};

/** A question that was answered and is open again. */
const ASKED_AGAIN = "Is your answer below still right?";

const STATE_TEXTS = {
  open: "",
  done: "Done.",
  skipped: "Skipped.",
  changed: "Done, but this step has changed since: look at it again.",
};

/** One step: a line or a card. */
export function mountStep(element: HTMLElement, actions: StepActions) {
  const id = element.dataset.step ?? "";
  const title = need("[data-step-title]", element);
  const tick = need<HTMLInputElement>("[data-tick]", element);
  const body = need("[data-step-body]", element);
  const head = need(".step-head", element);
  const told = need("[data-step-told]", element);
  const state = need("[data-step-state]", element);
  const said = need("[data-step-said]", element);
  const buttons = need("[data-step-actions]", element);
  const skip = need<HTMLButtonElement>("[data-skip]", element);
  const next = element.querySelector<HTMLButtonElement>("[data-next]");
  const places = [
    { slot: need("[data-step-place]", element), before: " · " },
    ...[...element.querySelectorAll<HTMLElement>("[data-step-place-short]")].map((slot) => ({
      slot,
      before: "",
    })),
  ];
  const nextText = next && need("[data-next-text]", next);
  const confirm = nextText?.textContent ?? "";
  const asked = element.querySelector<HTMLElement>("[data-question]");
  const question =
    asked &&
    mountQuestion(asked, told, (answer) =>
      actions.answer(id, asked.dataset.question ?? "", answer),
    );

  // Only this script says something there.
  state.id = `state-${id}`;
  tick.setAttribute("aria-describedby", `effort-${id} ${state.id}`);
  need("[data-of]", skip).append(title.textContent ?? "");
  tick.addEventListener("change", () => actions.tick(id, tick.checked));
  next?.addEventListener("click", () => actions.next(id));
  skip.addEventListener("click", () => actions.skip(id));

  const button = (name: "change" | "undo" | "put-back", run: (step: string) => void) => {
    const made = action(name);
    need("[data-of]", made).append(title.textContent ?? "");
    made.addEventListener("click", () => run(id));
    return made;
  };

  let shown = "";
  return {
    id,
    element,
    /** Gets the focus when the card opens. */
    title,
    tick,
    /** What stands above its body; `told` has its place behind it. */
    head,
    /** What follows from its answer, or is celebrated after it. */
    told,
    render(view: GuideView, showsAll: boolean): void {
      const own = view.steps[id];
      if (!own) return;
      tick.checked = own.state === "done" || own.state === "changed";
      const isUndoable = actions.isUndoable(id);
      const isLookedAt = own.shows === "card" && !own.isCurrent && !showsAll;
      const isLast = own.isCurrent && view.done + view.skipped === view.total - 1;
      const returnsTo = isLookedAt && view.current?.number;
      const key = JSON.stringify([own, view.total, isUndoable, isLast, returnsTo]);
      if (key === shown) return;
      shown = key;

      element.dataset.shows = own.shows;
      element.dataset.state = own.state;
      element.toggleAttribute("data-on-way", own.isOnWay);
      told.toggleAttribute("data-tells", own.tells);
      if (own.isCurrent) element.setAttribute("aria-current", "step");
      else element.removeAttribute("aria-current");
      collapse(body, own.shows !== "card");

      // Not in the list while it may still change: a line "7" would open as step 5.
      if (own.number && (own.isCertain || own.shows === "card"))
        tick.dataset.number = String(own.number);
      else delete tick.dataset.number;
      const place = own.number ? `Step ${own.number} of ${view.total}` : "";
      for (const { slot, before } of places) put(slot, place && before + place);
      const isAskedAgain = own.state === "open" && own.answer && own.shows === "card";
      put(state, isAskedAgain ? ASKED_AGAIN : STATE_TEXTS[own.state]);
      const isOver = own.state === "done" || own.state === "changed";
      put(said, (isOver && (question?.said(own.answer) || said.dataset.stepSaid)) || "");
      question?.render(own);

      skip.hidden = own.state !== "open" || own.decides;
      if (nextText)
        put(
          nextText,
          isLookedAt && own.state === "done"
            ? view.current
              ? `Back to step ${view.current.number}`
              : "Close this step"
            : own.state === "changed"
              ? "Still done"
              : isLast
                ? confirm.replace("next step", "finish")
                : confirm,
        );
      const focused = buttons.contains(document.activeElement);
      buttons.replaceChildren(
        ...(isUndoable ? [button("undo", actions.undo)] : []),
        ...(own.state === "skipped" ? [button("put-back", actions.putBack)] : []),
        ...(own.shows === "line" && isOver ? [button("change", actions.open)] : []),
      );
      if (focused) (buttons.querySelector<HTMLElement>("button") ?? tick).focus();
    },
  };
}
