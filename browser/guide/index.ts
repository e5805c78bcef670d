import { answersInAddress, withoutAnswers } from "@/lib/progress/answers-in-address";
import { CONTINUE_STORAGE_KEY, type ContinueRecord } from "@/lib/progress/continue-record";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import { viewGuide, type GuideView, type Unfolded } from "@/lib/progress/guide-view";
import { CARD_DETAILS, licenseCardOf } from "@/lib/progress/license-card";
import {
  guideProgressOf,
  undo,
  withAnswer,
  withDetail,
  withPartShown,
  withRecovery,
  withReset,
  withStep,
  type Actor,
  type Change,
} from "@/lib/progress/progress";
import { createProgressStore } from "@/lib/progress/progress-store";
import { STORAGE_KEY, type SavedProgress, type StepRecord } from "@/lib/progress/saved-progress";
import { announce } from "../announce";
import { whenIdle } from "../idle";
import { showNotice } from "../notice";
import { keepInPlace } from "../place";
import { openStorage, readText, readVisit, writeText, writeVisit } from "../storage";
import { headingBeingRead, onWindowsChange, shownWindows } from "../windows";
import { startBeside } from "./beside";
import { mountChapters } from "./chapters";
import { mountFinish } from "./finish";
import { mountLicenseCard } from "./license-card";
import { need } from "./need";
import { mountPart } from "./part";
import { startPcs } from "./pcs";
import { bringTo, returnToPlace, startPlace } from "./place";
import { startPrint } from "./print";
import { earlyAnswers } from "./question";
import { mountStep } from "./step";
import { mountSummary } from "./summary";
import { startWakeLock } from "./wake-lock";

/** “Show all steps” lasts for the visit. Pre-paint reads it, too. */
const SHOW_ALL_KEY = "keylink:show-all";

const root = document.documentElement;

/**
 * The guide of this page: lib/progress says what each widget shows, the widgets say what the reader
 * does, and this brings the two together. Afterwards the page shows what is saved.
 */
export function startGuide(guide: HTMLElement, outline: GuideOutline): void {
  // Before the choices become buttons.
  const early = { answers: earlyAnswers(guide), ticks: earlyTicks(guide) };
  const pcs = startPcs(guide, createProgressStore(openStorage(), Date.now), () => {
    changes.clear();
    unfolded.step = undefined;
  });
  const { store } = pcs;
  const steps = new Map<string, OutlineStep>(
    outline.parts.flatMap((part) => part.steps.map((step) => [step.id, step])),
  );
  /** The last change of each step, for its Undo. */
  const changes = new Map<string, Change>();
  const unfolded: Unfolded = {
    // Late, with all steps open until now: who reads on in them keeps them open.
    all: readVisit(SHOW_ALL_KEY) !== null || (root.dataset.late !== undefined && scrollY > 0),
  };
  /** What is shown came from another tab: “Continue” stays with the guide that is worked on there. */
  let isReceiving = false;
  /** The last note left for “Continue”, as long as no other tab has left a newer one. */
  let noted: string | null | undefined;
  /** A change is being made whose next card is brought to its place afterwards. */
  let isMoving = false;

  const progressNow = () => guideProgressOf(store.getState().progress, outline.guide);
  const look = () => viewGuide(outline, progressNow(), shownWindows(), unfolded);

  /** Saves a change of a step, with its Undo. */
  const save = (
    step: string,
    update: (progress: SavedProgress, actor: Actor) => SavedProgress,
  ): void => {
    isMoving = true;
    changes.set(step, store.change(update));
    isMoving = false;
  };
  const saveState = (id: string, state: StepRecord["state"]) => {
    const step = steps.get(id);
    if (step) save(id, (progress, actor) => withStep(progress, outline.guide, step, state, actor));
  };

  const stepMounts = new Map(
    [...guide.querySelectorAll<HTMLElement>("[data-step]")].map((element) => {
      const mount = mountStep(element, {
        isUndoable: (step) => changes.has(step),
        next: (step) => {
          // Looked at again: its button leads back, and a tick is no news.
          const isDone = look().steps[step]?.state === "done";
          goOn(step, () => (isDone ? undefined : saveState(step, "done")));
        },
        skip: (step) => goOn(step, () => saveState(step, "skipped")),
        answer: (id, question, answer) =>
          goOn(id, () => {
            const step = steps.get(id);
            if (!step) return;
            save(id, (progress, actor) =>
              withStep(
                withAnswer(progress, outline.guide, question, answer, actor),
                outline.guide,
                step,
                "done",
                actor,
              ),
            );
          }),
        tick: (step, done) => {
          // Saved at once, because the page may be left before the next frame.
          saveState(step, done ? "done" : "open");
          // A tick taken away leaves the card open, where its Undo is.
          if (done && unfolded.step === step) unfolded.step = undefined;
          const view = look();
          remember(view);
          void whenIdle(
            () => keepInPlace(mountOf(step)?.tick, () => renderSteps(view)),
            renderRest,
          );
        },
        open: (step) => openStep(step, (mount) => mount.title.focus({ preventScroll: true })),
        undo: (step) => {
          const made = changes.get(step);
          if (!made) return;
          changes.delete(step);
          isMoving = true;
          store.change((progress) => undo(progress, made));
          isMoving = false;
          unfolded.step = undefined;
          keepInPlace(mountOf(step)?.element, render);
          mountOf(step)?.tick.focus({ preventScroll: true });
        },
        putBack: (step) => {
          saveState(step, "open");
          unfolded.step = undefined;
          keepInPlace(mountOf(step)?.element, render);
          mountOf(step)?.tick.focus({ preventScroll: true });
        },
      });
      return [mount.id, mount];
    }),
  );
  const mountOf = (step: string | undefined) => stepMounts.get(step ?? "");
  const parts = [...guide.querySelectorAll<HTMLElement>("[data-part]")].map((element) =>
    mountPart(element, (part, shown) => {
      store.change((progress, actor) => withPartShown(progress, outline.guide, part, shown, actor));
    }),
  );
  const chapterList = guide.querySelector<HTMLElement>("[data-chapters]");
  const chapters = chapterList && mountChapters(chapterList);
  const finish = mountFinish(need("[data-finish]", guide));
  const card = guide.querySelector<HTMLElement>("[data-license-card]");
  const licenseCard =
    card &&
    mountLicenseCard(card, (detail, value) => {
      store.change((progress, actor) => withDetail(progress, outline.guide, detail, value, actor));
    });
  const summary = mountSummary(guide, {
    showAll: (all) => {
      writeVisit(SHOW_ALL_KEY, all ? "" : null);
      unfolded.all = all;
      unfolded.step = undefined;
      render();
    },
    reset: () => {
      changes.clear();
      unfolded.step = undefined;
      store.change((progress, actor) => withReset(progress, outline.guide, actor));
    },
    recover: () => void store.change(withRecovery),
  });

  /** Parts and steps: what the reader waits for after a click. */
  function renderSteps(view: GuideView): void {
    root.toggleAttribute("data-all", unfolded.all);
    for (const part of parts) {
      const own = view.parts.find(({ id }) => id === part.id);
      if (own) part.render(own);
    }
    for (const step of stepMounts.values()) step.render(view, unfolded.all);
    finish.render(view);
  }

  /** What follows from it: bars, words, the note for the other pages. */
  function renderRest(): void {
    const view = look();
    const state = store.getState();
    chapters?.render(view.chapters);
    pcs.render();
    pcs.keep(view.done);
    summary.render(view, state, unfolded.all);
    licenseCard?.render(licenseCardOf(progressNow()));
    if (!isReceiving) remember(view);
    document.dispatchEvent(new Event("keylink:continue"));
  }

  function render(): void {
    renderSteps(look());
    renderRest();
  }

  /** Makes a change in a card and brings the next one to its place, with the focus on its title. */
  function goOn(from: string, change: () => void): void {
    const before = mountOf(from)?.element.getBoundingClientRect().top ?? 0;
    change();
    unfolded.step = undefined;
    noteSentenceSeen();
    const view = look();
    renderSteps(view);
    if (!unfolded.all) {
      const next = mountOf(view.card);
      const told = [...stepMounts.values()].find(({ id }) => view.steps[id]?.tells);
      const words = told && need("[data-step-told]", told.element).textContent?.trim();
      const title = next?.title ?? finish.title(view);
      // What follows from an answer is read before the next card, so it comes to the place instead.
      const place = (words && told?.element) || next?.element || title?.closest("article");
      if (place) bringTo(place, before);
      title?.focus({ preventScroll: true });
      if (words) announce(words);
    }
    void whenIdle(renderRest);
  }

  /** Opens the card of a step, where it stands. */
  function openStep(id: string, then?: (mount: NonNullable<ReturnType<typeof mountOf>>) => void) {
    const mount = mountOf(id);
    if (!mount) return;
    unfolded.step = look().current?.id === id ? undefined : id;
    keepInPlace(mount.element, () => renderSteps(look()));
    then?.(mount);
    void whenIdle(renderRest);
  }

  /** The day on which the sentence was first confirmed stands on the License card. */
  function noteSentenceSeen(): void {
    if (!licenseCard || look().verdicts.length === 0) return;
    if (licenseCardOf(progressNow()).seen) return;
    isMoving = true;
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    store.change((progress, actor) =>
      withDetail(progress, outline.guide, CARD_DETAILS.seen, day, actor),
    );
    isMoving = false;
  }

  /** Leaves a note for “Continue” on the other pages. */
  function remember({ current, isBegun, summaryText }: GuideView): void {
    const record: ContinueRecord | undefined =
      current && isBegun
        ? {
            address: `${location.pathname}#${current.id}`,
            guide: guide.dataset.guideTitle ?? "",
            step: current.title,
            number: current.number,
            summary: summaryText,
          }
        : undefined;
    const text = record ? JSON.stringify(record) : null;
    if (noted === text) return;
    // A guide that is finished or not begun removes only its own note.
    if (!text && !readText(CONTINUE_STORAGE_KEY)?.includes(`"${location.pathname}#`)) return;
    if (writeText(CONTINUE_STORAGE_KEY, text)) noted = text;
  }

  /** A tick or answer given before this script ran is the reader's word as well (C3, W2). */
  function adoptEarlyClicks(): void {
    for (const id of early.ticks)
      if (progressNow().steps[id]?.state !== "done") saveState(id, "done");
    for (const { question, answer } of early.answers) takeAnswer(question, answer);
  }

  const takeAnswer = (question: string, answer: string) => {
    const step = [...steps.values()].find((one) => one.question?.id === question);
    if (!step) return;
    save(step.id, (progress, actor) =>
      withStep(
        withAnswer(progress, outline.guide, question, answer, actor),
        outline.guide,
        step,
        "done",
        actor,
      ),
    );
  };

  /** Answers that a link brings are obeyed where nothing was answered before; else the guide asks (C13). */
  function takeBroughtAnswers(): void {
    const brought = answersInAddress(outline, location.search);
    if (!location.search.includes("answer=")) return;
    history.replaceState(history.state, "", withoutAnswers(location.href));
    for (const { step, question, answer } of brought) {
      const given = progressNow().answers[question]?.answer ?? undefined;
      if (given === answer) continue;
      if (given === undefined) takeAnswer(question, answer);
      else {
        const words = (id: string) =>
          mountOf(step.id)?.element.querySelector<HTMLElement>(`[data-answer="${id}"]`)?.dataset
            .short ?? id;
        showNotice(
          `You answered “${words(given)}” here before. The link says “${words(answer)}”.`,
          [
            { label: "Keep my answer", run: () => undefined },
            {
              label: "Take the new one",
              run: () => {
                takeAnswer(question, answer);
                render();
                mountOf(look().card)?.title.focus();
              },
            },
          ],
        );
      }
    }
  }

  /** The step that an address leads to: a step of today, one that took its place, or the first of a part. */
  function targetOf(hash: string): string | undefined {
    const id = hash.slice(1);
    if (steps.has(id)) return id;
    const part = outline.parts.find((part) => part.id === id);
    return part?.steps[0]?.id ?? outline.aliases[id]?.[0];
  }
  function openTarget(): boolean {
    const step = targetOf(location.hash);
    if (step === undefined) return false;
    const target = mountOf(step)?.element;
    // Who has scrolled away by now, from where the browser went, stays where they are.
    const isThere =
      scrollY === 0 ||
      !target ||
      Math.abs(
        target.getBoundingClientRect().top - parseFloat(getComputedStyle(target).scrollMarginTop),
      ) < 8 ||
      scrollY + innerHeight > root.scrollHeight - 8;
    if (isThere) {
      openStep(step);
      target?.scrollIntoView({ behavior: "instant" });
    } else keepInPlace(headingBeingRead(), () => openStep(step));
    return true;
  }

  guide.addEventListener("beforematch", ({ target }) => {
    const step = (target as Element).closest<HTMLElement>("[data-step]")?.dataset.step;
    if (step) openStep(step);
  });
  store.subscribe(() => {
    if (isMoving) return;
    pcs.update();
    // A tick in another tab must not collapse the card around the focus.
    const used = isReceiving && document.activeElement?.closest<HTMLElement>("[data-step]");
    if (used && used.dataset.shows === "card") unfolded.step = used.dataset.step;
    render();
  });
  onWindowsChange(() => {
    renderSteps(look());
    void whenIdle(renderRest);
  });
  const receive = (text: string | null) => {
    isReceiving = true;
    noted = undefined;
    store.receive(text);
    isReceiving = false;
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === STORAGE_KEY) receive(newValue);
    if (key === CONTINUE_STORAGE_KEY) noted = undefined;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    receive(readText(STORAGE_KEY));
    // WebKit resets the ticks just after this event.
    setTimeout(() => {
      for (const { tick, id } of stepMounts.values()) {
        const state = look().steps[id]?.state;
        tick.checked = state === "done" || state === "changed";
      }
    });
  });
  addEventListener("hashchange", openTarget);
  startPrint(guide);
  startBeside(guide);
  startWakeLock(guide);

  adoptEarlyClicks();
  takeBroughtAnswers();
  guide.toggleAttribute("data-begun", look().isBegun);
  render();
  startPlace();
  if (!returnToPlace()) openTarget();
}

/** The steps that were ticked before the script came. */
const earlyTicks = (guide: HTMLElement): string[] =>
  [...guide.querySelectorAll<HTMLInputElement>("[data-tick]:checked")].map(
    (tick) => tick.closest<HTMLElement>("[data-step]")?.dataset.step ?? "",
  );
