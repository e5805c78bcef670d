import { CONTINUE_STORAGE_KEY, type ContinueRecord } from "@/lib/progress/continue-record";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import {
  guideProgressOf,
  hasProgress,
  isRecoverable,
  stepTitle,
  summarize,
  summaryText,
  undo,
  withAnswer,
  withPartShown,
  withRecovery,
  withReset,
  withStep,
  type Actor,
  type Change,
  type Summary,
} from "@/lib/progress/progress";
import { createProgressStore, type NotSavedReason } from "@/lib/progress/progress-store";
import { STORAGE_KEY, type SavedProgress } from "@/lib/progress/saved-progress";
import { becomeReady, whenIdle } from "./idle";
import { keepInPlace } from "./place";
import { openStorage, readText, writeText } from "./storage";
import { headingBeingRead, onWindowsChange, shownWindows } from "./windows";

/*
 * The checklist of a guide: lib/progress has the rules, this file shows their
 * answer on the server's HTML and passes on what the reader does.
 */

const NOT_SAVED: Record<NotSavedReason, string> = {
  blocked:
    "Your browser does not let this site save. Your ticks last as long as this page is open.",
  full: "The browser’s storage is full. New ticks last as long as this page is open.",
  "newer-release":
    "A newer version of this page saved your progress. Reload the page to go on with it; until then nothing is saved.",
};

const all = <E extends HTMLElement>(selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<E>(selector),
];
const one = <E extends HTMLElement>(selector: string, within: ParentNode = document) =>
  within.querySelector<E>(selector) ?? undefined;
const put = (room: HTMLElement | undefined, text: string) => {
  if (room && room.textContent !== text) room.textContent = text;
};

/** Writes a title where its number changed: else it would undo what a browser has translated. */
function putTitle(room: HTMLElement | undefined, number: number | undefined, title: string): void {
  if (!room || room.dataset.number === String(number)) return;
  room.dataset.number = String(number);
  put(room, stepTitle(number, title));
}

function textButton(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "text-button no-print";
  button.textContent = label;
  button.addEventListener("click", run);
  return button;
}

const guide = one("[data-guide]");
const outlineText = document.getElementById("guide-outline")?.textContent;
// In a task of its own: evaluating this file was one.
setTimeout(async () => {
  try {
    if (guide && outlineText) await startGuide(guide, JSON.parse(outlineText) as GuideOutline);
    void becomeReady();
  } catch (error) {
    document.documentElement.dataset.failed = "";
    throw error;
  }
});

/** Settles once the guide shows what is saved. */
async function startGuide(guideElement: HTMLElement, outline: GuideOutline): Promise<void> {
  const store = createProgressStore(openStorage(), Date.now);
  const steps = new Map<string, OutlineStep>(
    outline.parts.flatMap((part) => part.steps.map((step) => [step.id, step])),
  );
  /** The question that each part hangs on, in words. */
  const questionOf = new Map(
    outline.parts.map(({ id, when }) => [
      id,
      when && one(`[data-question="${when.question}"] legend`, guideElement)?.textContent,
    ]),
  );
  /** What each step takes, as the server wrote it below the title. */
  const efforts = new Map(
    all("[data-step]", guideElement).map((element) => [
      element.dataset.step,
      one("[data-step-state]", element)?.textContent ?? "",
    ]),
  );
  /** The last change of each step, for its Undo. */
  const changes = new Map<string, Change>();
  /** Steps that the reader opened or closed by hand; otherwise done ones are folded. */
  const unfolded = new Map<string, boolean>();
  /** Parts that a link or the browser's own search opened. Only a look: the reader's path stays. */
  const unfoldedParts = new Set<string>();
  /** What is shown came from another tab: “Continue” stays with the guide that is worked on there. */
  let isReceiving = false;
  /** The last note left for “Continue”, as long as no other tab has left a newer one. */
  let noted: string | null | undefined;
  const receive = (text: string | null) => {
    isReceiving = true;
    noted = undefined;
    store.receive(text);
    isReceiving = false;
  };
  /** The last key pressed was an arrow. */
  let isArrowing = false;
  /** Where the answer stood that was pressed: with its mark, what follows from the one before it folds away. */
  let pressed = new WeakMap<Element, number>();

  const change = (update: (progress: SavedProgress, actor: Actor) => SavedProgress) =>
    store.change(update);
  const takeBack = (made: Change) => change((progress) => undo(progress, made, outline.guide));

  /** A change is being made whose Undo is not known yet: it is shown afterwards. */
  let isSaving = false;
  const saveStep = (step: OutlineStep, state: "done" | "skipped" | "open") => {
    unfolded.delete(step.id);
    isSaving = true;
    changes.set(
      step.id,
      change((progress, actor) => withStep(progress, outline.guide, step, state, actor)),
    );
    isSaving = false;
  };
  const setStep = (step: OutlineStep, state: "done" | "skipped" | "open") => {
    saveStep(step, state);
    render();
  };

  /** What the pieces of the page are rendered from. */
  function look() {
    const state = store.getState();
    const { progress } = state;
    const summary = summarize(outline, guideProgressOf(progress, outline.guide), shownWindows());
    return { state, progress, summary, numbers: numbersOnPath(summary) };
  }

  const PIECES: ((now: ReturnType<typeof look>) => void)[] = [
    ({ summary, progress }) => {
      for (const part of summary.parts) renderPart(part);
      // Before the steps, because one with an open question stays open.
      renderQuestions(progress);
    },
    ...all("[data-part]", guideElement).map(
      (part) =>
        ({ summary, numbers }: ReturnType<typeof look>) => {
          for (const element of all("[data-step]", part)) renderStep(element, summary, numbers);
        },
    ),
    ({ summary, numbers }) => renderRail(summary, numbers),
    ({ state, progress, summary, numbers }) => {
      renderSummary(summary, numbers, progress);
      for (const verdict of all("[data-verdict]", guideElement)) {
        const reached = summary.verdicts.includes(verdict.dataset.verdict ?? "");
        one("[data-verdict-open]", verdict)!.hidden = reached;
        one("[data-verdict-reached]", verdict)!.hidden = !reached;
      }
      put(
        one("[data-saving]", guideElement),
        state.saving === "saved" ? "Saved in this browser only." : NOT_SAVED[state.reason],
      );
      if (!isReceiving) remember(summary, numbers);
      document.dispatchEvent(new Event("keylink:continue"));
    },
  ];

  function render(): void {
    const now = look();
    for (const piece of PIECES) piece(now);
  }

  /** The number of each step on the reader's path; the others have none, so that none comes twice. */
  function numbersOnPath(summary: Summary): Map<string, number> {
    const numbers = new Map<string, number>();
    for (const [id] of steps) if (summary.steps[id]?.onPath) numbers.set(id, numbers.size + 1);
    return numbers;
  }

  function renderPart({ id, status, overridden }: Summary["parts"][number]): void {
    const section = one(`[data-part="${id}"]`, guideElement);
    const body = section && one("[data-part-body]", section);
    if (!section || !body) return;
    section.dataset.status = status;
    const isOpened = status !== "shown" && (overridden || unfoldedParts.has(id));
    section.toggleAttribute("data-opened", isOpened);
    fold(body, status !== "shown" && !isOpened);
    put(
      one("[data-part-status]", section),
      status === "waiting"
        ? `Depends on your answer to “${questionOf.get(id) ?? ""}”`
        : status === "not-for-you"
          ? "Not needed, by your answer"
          : "For your answer",
    );
    const button = one<HTMLButtonElement>("[data-part-show]", section);
    if (!button) return;
    button.hidden = status === "shown";
    put(button, isOpened ? "Hide these steps" : "Show these steps anyway");
  }

  function renderStep(element: HTMLElement, summary: Summary, numbers: Map<string, number>): void {
    const id = element.dataset.step ?? "";
    const step = steps.get(id);
    const own = summary.steps[id];
    if (!step || !own) return;
    element.dataset.state = own.state;
    putTitle(one("[data-step-title]", element), numbers.get(id), step.title);
    const tick = one<HTMLInputElement>("[data-tick]", element);
    if (tick) tick.checked = own.state === "done" || own.state === "changed";
    if (summary.currentStep?.id === id) element.setAttribute("aria-current", "step");
    else element.removeAttribute("aria-current");
    const body = one("[data-step-body]", element);
    const closed = own.state === "done" || own.state === "skipped";
    // A question that is still open picks the way on: ticking its step must not hide it.
    const asks = own.state === "done" && one("[data-question]:not([data-answered])", element);
    // Nor may it fold around the focus: an answer given in a ticked step, or a tick in another tab.
    const isInUse = body?.contains(document.activeElement);
    const folded = closed && !asks && !isInUse && unfolded.get(id) !== true;
    if (body) fold(body, folded);
    element.toggleAttribute("data-collapsed", folded);
    renderState(element, step, own, folded);
  }

  /** The line below the title: the state in words, and the ways to change it. */
  function renderState(
    element: HTMLElement,
    step: OutlineStep,
    { state, onPath }: Summary["steps"][string],
    folded: boolean,
  ): void {
    const room = one("[data-step-state]", element);
    if (!room) return;
    const made = changes.get(step.id);
    const key = [state, onPath, folded, made ? "undo" : ""].join();
    if (room.dataset.shows === key) return;
    room.id = `state-${step.id}`;
    one("[data-tick]", element)?.setAttribute("aria-describedby", room.id);
    // The server wrote what stands in it off the reader's path: what the step takes.
    if (!room.dataset.shows && state === "open" && !onPath && !made) return;
    const focused = room.contains(document.activeElement);
    room.dataset.shows = key;
    const parts: (string | HTMLElement)[] = [];
    const effort = efforts.get(step.id) ?? "";
    // A sentence of its own where another follows.
    if (!folded) parts.push(state === "open" ? effort : effort.replace(/(?<!\.)$/, "."));
    if (state === "open" && onPath)
      parts.push(
        textButton("Not for me", () => {
          setStep(step, "skipped");
          one<HTMLElement>("[data-step-state] button", element)?.focus();
        }),
      );
    if (state === "done") parts.push("Done.");
    if (state === "skipped") parts.push("Skipped: not for me.");
    if (state === "changed")
      parts.push(
        `Done, but this step has changed since. ${element.dataset.revisionNote ?? "Please look at it again."}`,
      );
    if (state === "changed")
      parts.push(textButton("Mark as done again", () => setStep(step, "done")));
    if (made)
      parts.push(
        textButton("Undo", () => {
          changes.delete(step.id);
          takeBack(made);
          one("[data-tick]", element)?.focus();
        }),
      );
    else if (state === "skipped")
      parts.push(textButton("Put it back", () => setStep(step, "open")));
    if (state === "done" || state === "skipped") {
      const button = textButton(folded ? "Show the step" : "Hide the step", () => {
        unfolded.set(step.id, folded);
        render();
        one<HTMLElement>("[data-step-state] [aria-expanded]", element)?.focus();
      });
      button.setAttribute("aria-expanded", String(!folded));
      parts.push(button);
    }
    room.replaceChildren(...parts.flatMap((part, index) => (index > 0 ? [" ", part] : [part])));
    if (focused && !room.contains(document.activeElement)) one("[data-tick]", element)?.focus();
  }

  function renderQuestions(progress: SavedProgress): void {
    const { answers } = guideProgressOf(progress, outline.guide);
    for (const question of all("[data-question]", guideElement)) {
      const answer = answers[question.dataset.question ?? ""]?.answer ?? null;
      let answered = false;
      for (const radio of all<HTMLInputElement>("input[type=radio]", question)) {
        radio.checked = radio.value === answer;
        answered ||= radio.checked;
      }
      question.toggleAttribute("data-answered", answered);
      if (!answered) question.removeAttribute("data-changing");
      const button = one<HTMLButtonElement>("[data-change-answer]", question);
      if (button) button.hidden = !answered || question.hasAttribute("data-changing");
    }
  }

  function renderRail(summary: Summary, numbers: Map<string, number>): void {
    for (const item of all("[data-rail-step]", guideElement)) {
      const id = item.dataset.railStep ?? "";
      const state = summary.steps[id]?.state ?? "open";
      item.dataset.state = state;
      item.toggleAttribute("data-current", summary.currentStep?.id === id);
      const title = stepTitle(numbers.get(id), steps.get(id)?.title ?? "");
      putTitle(item, numbers.get(id), steps.get(id)?.title ?? "");
      // The mark beside it is drawn; this says it.
      if (state === "open") item.removeAttribute("aria-label");
      else item.setAttribute("aria-label", `${title} (${state})`);
    }
    for (const { id, status, overridden } of summary.parts) {
      for (const part of all(`[data-rail-part="${id}"]`, guideElement)) {
        part.dataset.status = status;
        part.hidden = status === "not-for-you" && !overridden;
      }
    }
  }

  function renderSummary(
    summary: Summary,
    numbers: Map<string, number>,
    progress: SavedProgress,
  ): void {
    put(one("[data-summary-text]", guideElement), summaryText(summary));
    const bar = one<HTMLProgressElement>("[data-summary-bar]", guideElement);
    if (bar) {
      bar.max = Math.max(1, summary.total);
      bar.value = summary.done + summary.skipped;
    }
    const link = one<HTMLAnchorElement>("[data-continue-here]", guideElement);
    const current = summary.currentStep;
    if (link) {
      link.hidden = !current;
      if (current) {
        link.href = `#${current.id}`;
        const begun = summary.done + summary.skipped > 0;
        put(link, begun ? `Continue: step ${numbers.get(current.id)}` : "Begin with step 1");
      }
    }
    const reset = one<HTMLButtonElement>("[data-reset]", guideElement);
    if (reset) reset.disabled = !hasProgress(guideProgressOf(progress, outline.guide));
    renderRecovery(progress);
  }

  /** After “Start over”: what was deleted, and the way back until the next one (P4). */
  function renderRecovery(progress: SavedProgress): void {
    const room = one("[data-recovery]", guideElement);
    if (!room) return;
    const recovery = isRecoverable(progress, outline.guide) ? progress.recovery : undefined;
    const key = String(recovery?.n ?? "");
    if ((room.dataset.shows ?? "") === key) return;
    room.dataset.shows = key;
    if (!recovery) {
      room.replaceChildren();
      return;
    }
    const { steps: stepsBefore, answers: answersBefore } = recovery.before;
    const ticks = Object.values(stepsBefore).filter(({ state }) => state !== "open").length;
    const answered = Object.values(answersBefore).filter(({ answer }) => answer !== null).length;
    const words = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
    const text = document.createElement("p");
    text.append(
      `Deleted: ${words(ticks, "tick")} and ${words(answered, "answer")} of this guide. `,
      textButton("Bring them back", () => {
        change(withRecovery);
        one("[data-reset]", guideElement)?.focus();
      }),
    );
    room.replaceChildren(text);
  }

  /** A tick or answer given before this script ran is the reader's word as well (C3, W2). */
  function adoptEarlyClicks(): void {
    const saved = guideProgressOf(store.getState().progress, outline.guide);
    const ticks = all<HTMLInputElement>("[data-tick]:checked", guideElement);
    const answers = all<HTMLInputElement>("[data-question] input:checked", guideElement);
    for (const tick of ticks) {
      const step = steps.get(tick.closest<HTMLElement>("[data-step]")?.dataset.step ?? "");
      if (step && saved.steps[step.id]?.state !== "done") saveStep(step, "done");
    }
    for (const { name, value } of answers)
      change((progress, actor) => withAnswer(progress, outline.guide, name, value, actor));
  }

  /** Leaves a note for “Continue” on the other pages. */
  function remember(summary: Summary, numbers: Map<string, number>): void {
    const current = summary.currentStep;
    const record: ContinueRecord | undefined =
      current && summary.done + summary.skipped > 0
        ? {
            address: `${location.pathname}#${current.id}`,
            guide: guideElement.dataset.guideTitle ?? "",
            step: current.title,
            number: numbers.get(current.id) ?? 1,
            summary: summaryText(summary),
          }
        : undefined;
    const text = record ? JSON.stringify(record) : null;
    if (noted === text) return;
    // A guide that is finished or not begun removes only its own note.
    if (!text && !readText(CONTINUE_STORAGE_KEY)?.includes(`"${location.pathname}#`)) return;
    if (writeText(CONTINUE_STORAGE_KEY, text)) noted = text;
  }

  guideElement.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-tick]")) {
      const step = steps.get(target.closest<HTMLElement>("[data-step]")?.dataset.step ?? "");
      if (!step) return;
      saveStep(step, target.checked ? "done" : "open");
      // Noted with the tick, because the page may be left before the next frame.
      const { summary, numbers } = look();
      remember(summary, numbers);
      void whenIdle(render);
    } else if (target.type === "radio") {
      keepInPlace(
        target,
        () => {
          // Arrow keys choose on their way to another answer: the others stay in reach until the focus leaves.
          target.closest("[data-question]")?.toggleAttribute("data-changing", isArrowing);
          change((progress, actor) =>
            withAnswer(progress, outline.guide, target.name, target.value, actor),
          );
        },
        pressed.get(target),
      );
    }
  });
  const closeAnswers = (question: Element, stays: Element | null) =>
    keepInPlace(stays, () => {
      question.removeAttribute("data-changing");
      render();
    });
  guideElement.addEventListener("click", ({ target }) => {
    // The answer given before, chosen once more: no change, and the question is done.
    const changing = (target as Element).closest("[data-changing]");
    if (changing && target instanceof HTMLInputElement && !isArrowing) {
      const { answers } = guideProgressOf(store.getState().progress, outline.guide);
      if (answers[target.name]?.answer === target.value) closeAnswers(changing, target);
    }
    const button = (target as Element).closest("button");
    if (!button) return;
    if (button.matches("[data-change-answer]")) {
      const question = button.closest<HTMLElement>("[data-question]");
      const chosen = question?.querySelector<HTMLInputElement>("input:checked");
      keepInPlace(chosen, () => {
        question?.setAttribute("data-changing", "");
        render();
      });
      chosen?.focus();
    } else if (button.matches("[data-part-show]")) {
      const part = button.closest<HTMLElement>("[data-part]");
      const id = part?.dataset.part ?? "";
      const shown = !part?.hasAttribute("data-opened");
      unfoldedParts.delete(id);
      change((progress, actor) => withPartShown(progress, outline.guide, id, shown, actor));
    } else if (button.matches("[data-reset]")) {
      changes.clear();
      unfolded.clear();
      unfoldedParts.clear();
      change((progress, actor) => withReset(progress, outline.guide, actor));
      one<HTMLElement>("[data-recovery] button", guideElement)?.focus();
    }
  });
  // A radio that is hidden takes no arrow key, so the others have to be there before the browser moves.
  guideElement.addEventListener("keydown", ({ key, target }) => {
    const question = (target as Element).closest("[data-question]");
    isArrowing = key.startsWith("Arrow");
    if (isArrowing && (target as Element).matches("[data-answered] input")) {
      keepInPlace(target as Element, () => {
        question?.setAttribute("data-changing", "");
        render();
      });
    } else if (key === "Tab" && question?.hasAttribute("data-changing"))
      // Once the focus has moved.
      setTimeout(() => {
        const focused = document.activeElement;
        if (!question.contains(focused)) closeAnswers(question, focused);
      });
  });
  guideElement.addEventListener("pointerdown", ({ target }) => {
    isArrowing = false;
    const radio = (target as Element).closest("label")?.control;
    pressed = new WeakMap(radio ? [[radio, radio.getBoundingClientRect().top]] : []);
  });

  // Found by the browser's own search, or linked to: what was folded opens.
  guideElement.addEventListener("beforematch", ({ target }) => openAround(target as Element));
  const targetOfAddress = () => {
    const target = document.getElementById(location.hash.slice(1));
    return target && guideElement.contains(target) ? target : undefined;
  };
  const openTarget = () => {
    const target = targetOfAddress();
    if (!target) return;
    openAround(target);
    target.scrollIntoView();
  };
  function openAround(target: Element): void {
    const step = target.closest<HTMLElement>("[data-step]")?.dataset.step;
    const part = target.closest<HTMLElement>("[data-part]")?.dataset.part;
    if (step) unfolded.set(step, true);
    if (part) unfoldedParts.add(part);
    render();
  }

  store.subscribe(() => {
    if (!isSaving) render();
  });
  onWindowsChange(render);
  addEventListener("storage", ({ key, newValue }) => {
    if (key === STORAGE_KEY) receive(newValue);
    if (key === CONTINUE_STORAGE_KEY) noted = undefined;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) receive(readText(STORAGE_KEY));
  });
  addEventListener("hashchange", openTarget);
  adoptEarlyClicks();
  const target = targetOfAddress();
  const returnToPlace = placeLeft();
  // Who comes back sees nothing before all is right.
  if (returnToPlace && (target || document.documentElement.dataset.progress !== undefined)) {
    if (target) openAround(target);
    else render();
    returnToPlace();
  }
  // Where the browser, or the reader, has gone by now, they stay.
  else if (target && scrollY > 0) {
    const { top, bottom } = target.getBoundingClientRect();
    const isSeen = bottom > 0 && top < innerHeight;
    keepInPlace(isSeen ? target : headingBeingRead(), () => openAround(target));
  } else if (target) openTarget();
  else if (document.documentElement.dataset.progress !== undefined) render();
  else await whenIdle(...PIECES.map((piece) => () => piece(look())));
  addEventListener("pagehide", leavePlace);
}

/*
 * A browser goes back to the place after a reload while the page comes in and knows no answers yet:
 * to what stood there, or to as many pixels from the top, whichever it finds first. Parts above fold
 * away later. So the page notes the place for itself, in the entry of the history that it belongs to.
 */
type Place = { id: string; top: number };

function leavePlace(): void {
  const read = headingBeingRead()?.closest("[id]");
  const place =
    scrollY > 0 && read ? { id: read.id, top: read.getBoundingClientRect().top } : undefined;
  history.replaceState({ ...history.state, place }, "");
}

/** What leads back to the place that this entry of the history was left at, if it was. */
function placeLeft(): (() => void) | undefined {
  const { id, top } = (history.state as { place?: Place } | null)?.place ?? {};
  const read = id === undefined ? null : document.getElementById(id);
  return read && top !== undefined
    ? () => scrollBy(0, read.getBoundingClientRect().top - top)
    : undefined;
}

/** Folds a block away so that the browser's own search still finds it; on paper it is open. */
function fold(body: HTMLElement, folded: boolean): void {
  if (folded) body.setAttribute("hidden", "onbeforematch" in document.body ? "until-found" : "");
  else body.removeAttribute("hidden");
}
