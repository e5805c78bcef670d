import { withAnsweredStep } from "@/lib/progress/answered-step";
import { CONTINUE_STORAGE_KEY } from "@/lib/progress/continue-record";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import { followersOf, viewGuide, type GuideView, type Expanded } from "@/lib/progress/guide-view";
import { withDayOfProof } from "@/lib/progress/day-of-proof";
import { licenseCardOf } from "@/lib/progress/license-card";
import {
  guideProgressOf,
  undo,
  withDetail,
  withPartShown,
  withRecovery,
  withReset,
  withStep,
  type Actor,
} from "@/lib/progress/progress";
import { createProgressStore } from "@/lib/progress/progress-store";
import { STORAGE_KEY, type SavedProgress, type StepRecord } from "@/lib/progress/saved-progress";
import { today } from "@/lib/text/today";
import { afterReturn } from "../after-return";
import { announce } from "../announce";
import { whenIdle } from "../idle";
import { keepInPlace } from "../place";
import { openStorage, readText, readVisit, writeVisit } from "../storage";
import { onWindowsChange, shownWindows } from "../windows";
import { startBeside } from "./beside";
import { takeBroughtAnswers } from "./brought-answers";
import { keepChanges } from "./changes";
import { mountChapters } from "./chapters";
import { keepContinueRecord } from "./continue";
import { mountFinish } from "./finish";
import { mountLicenseCard } from "./license-card";
import { need } from "./need";
import { mountPart } from "./part";
import { startPcs } from "./pcs";
import { bringTo, placeOf, returnToPlace, startPlace } from "./place";
import { startPrint } from "./print";
import { earlyAnswers } from "./question";
import { ignoreSecondOfTwo } from "./second-of-two";
import { mountStep } from "./step";
import { mountSummary } from "./summary";
import { anchorOnScreen, createTarget } from "./target";
import { startWakeLock } from "./wake-lock";

/** “Show all steps” lasts for the visit. The pre-paint script reads it, too. */
const SHOW_ALL_KEY = "keylink:show-all";

const root = document.documentElement;

/**
 * Connects store, view and widgets of the page's guide: lib/progress says what each widget shows, the widgets
 * report what the reader does. Then shows what is saved.
 */
export function startGuide(guide: HTMLElement, outline: GuideOutline): void {
  // Read before the radios become buttons.
  const early = { answers: earlyAnswers(guide), ticks: earlyTicks(guide) };
  const changes = keepChanges();
  const noteMove = ignoreSecondOfTwo();
  const pcs = startPcs(guide, createProgressStore(openStorage(), Date.now), () => {
    changes.clear();
    closeOpened();
  });
  const { store } = pcs;
  const continueRecord = keepContinueRecord(guide, pcs.name);
  const steps = new Map<string, OutlineStep>(
    outline.parts.flatMap((part) => part.steps.map((step) => [step.id, step])),
  );
  const expanded: Expanded = {
    // If this script was late, all steps have been open: they stay so for a reader who has scrolled.
    all: readVisit(SHOW_ALL_KEY) !== null || (root.dataset.late !== undefined && scrollY > 0),
  };
  /** The guide goes on from its current step, and only what is done next tells what follows. */
  const closeOpened = () => {
    expanded.step = undefined;
    expanded.answered = undefined;
  };
  /** The change comes from another tab: “Continue” stays with the guide that is used there. */
  let isReceiving = false;
  /** `layOutNext` is on its way. */
  let isResting = false;
  /** A change in progress that renders and scrolls by itself, so the store's listener does not. */
  let isMoving = false;

  const progressNow = () => guideProgressOf(store.getState().progress, outline.guide);
  /** The last view and what it was made of: one press looks at it several times. */
  let seen: { of: unknown[]; view: GuideView } | undefined;
  const look = (): GuideView => {
    const { all, step, answered } = expanded;
    const of = [store.getState(), shownWindows(), all, step, answered];
    if (!seen || of.some((value, index) => value !== seen?.of[index]))
      seen = { of, view: viewGuide(outline, progressNow(), shownWindows(), expanded) };
    return seen.view;
  };

  /** Saves a change to a step and keeps it for Undo. */
  const save = (
    step: string,
    update: (progress: SavedProgress, actor: Actor) => SavedProgress,
  ): void => {
    isMoving = true;
    changes.add(
      step,
      store.change((progress, actor) => {
        const after = update(progress, actor);
        return licenseCard
          ? withDayOfProof(outline, shownWindows(), today(), progress, after, actor)
          : after;
      }),
    );
    isMoving = false;
  };
  const saveState = (id: string, state: StepRecord["state"]) => {
    const step = steps.get(id);
    if (step) save(id, (progress, actor) => withStep(progress, outline.guide, step, state, actor));
  };

  const takeAnswer = (question: string, answer: string) => {
    const step = [...steps.values()].find((one) => one.question?.id === question);
    if (step)
      save(step.id, (progress, actor) =>
        withAnsweredStep(outline, shownWindows(), progress, step, answer, actor),
      );
  };

  const stepMounts = new Map(
    [...guide.querySelectorAll<HTMLElement>("[data-step]")].map((element) => {
      const mount = mountStep(element, {
        isUndoable: changes.isUndoable,
        next: (step) => {
          // A done step was opened again: its button only leads back.
          const isDone = look().steps[step]?.state === "done";
          goOn(step, () => (isDone ? undefined : saveState(step, "done")));
        },
        skip: (step) => goOn(step, () => saveState(step, "skipped")),
        answer: (step, question, answer) =>
          goOn(step, () => {
            const { state, answer: former } = look().steps[step] ?? {};
            // The same answer again is no change that could be undone.
            if (state !== "done" || former !== answer) takeAnswer(question, answer);
            expanded.answered = step;
          }),
        tick: (step, done) => {
          // Saved at once, because the reader may leave the page before the next frame.
          saveState(step, done ? "done" : "open");
          // After unticking, the card stays open, because its Undo is there.
          if (done && expanded.step === step) expanded.step = undefined;
          expanded.answered = undefined;
          continueRecord.remember(look());
          void whenIdle(() => keepInPlace(mountOf(step)?.tick, render));
        },
        open: (step) => openStep(step, (mount) => mount.title.focus({ preventScroll: true })),
        undo: (step) => {
          const made = changes.take(step);
          if (!made) return;
          isMoving = true;
          store.change((progress) => undo(progress, made));
          isMoving = false;
          returnTo(step);
        },
        putBack: (step) => {
          saveState(step, "open");
          returnTo(step);
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
      expanded.all = all;
      closeOpened();
      render();
    },
    reset: () => {
      changes.clear();
      closeOpened();
      store.change((progress, actor) => withReset(progress, outline.guide, actor));
    },
    recover: () => void store.change(withRecovery),
    showCard: () => {
      const title = mountOf(look().card)?.title ?? finish.title(look());
      title?.closest("[data-step], article")?.scrollIntoView({ behavior: "instant" });
      title?.focus({ preventScroll: true });
    },
  });

  /** Renders all that depends on progress, version and what is expanded. Also stores the record for other pages. */
  function render(): void {
    const view = look();
    const state = store.getState();
    root.toggleAttribute("data-all", expanded.all);
    for (const part of parts) {
      const own = view.parts.find(({ id }) => id === part.id);
      if (own) part.render(own);
    }
    for (const step of stepMounts.values()) step.render(view, expanded.all);
    finish.render(view);
    placeTold(view);
    licenseCard?.render(licenseCardOf(progressNow()));
    // Stored at once, because the reader may leave the page before the next frame.
    if (!isReceiving) continueRecord.remember(view);
    chapters?.render(view.chapters);
    pcs.render();
    pcs.keep(view.done);
    summary.render(view, state, expanded.all);
    document.dispatchEvent(new Event("keylink:continue"));
    if (!isResting) void whenIdle(layOutNext);
    isResting = true;
  }

  /**
   * What follows from the last answer is read below the next title, not above its card: so that title comes to the same
   * place after every press, and no consequence scrolls out of view.
   */
  function placeTold(view: GuideView): void {
    const next = mountOf(view.card)?.head ?? finish.title(view);
    for (const { id, told, head } of stepMounts.values()) {
      const above = (view.steps[id]?.tells && next) || head;
      if (told.parentElement !== above.parentElement) above.after(told);
    }
  }

  /** Lets the browser lay out what may come next while it is collapsed, so that a press shows it sooner. */
  function layOutNext(): void {
    isResting = false;
    const next = followersOf(outline, progressNow(), shownWindows());
    void whenIdle(
      ...next.map((step) => () => {
        const body = mountOf(step)?.element.querySelector("[data-step-body] > *");
        body?.getBoundingClientRect();
      }),
    );
  }

  /** Makes a change in a card, brings the next title to the place of this one and focuses it. */
  function goOn(from: string, change: () => void): void {
    const left = mountOf(from);
    const place = left && placeOf(left.title);
    closeOpened();
    change();
    render();
    noteMove();
    const view = look();
    if (!expanded.all) {
      const title = mountOf(view.card)?.title ?? finish.title(view);
      if (title && place) bringTo(title, place);
      title?.focus({ preventScroll: true });
      const told = [...stepMounts.values()].find(({ id }) => view.steps[id]?.tells)?.told;
      // Titles end without a period; read aloud, they would run into the next line.
      if (told?.innerText) announce(told.innerText.trim().replace(/([^\s.!?:])\n+/g, "$1. "));
    }
  }

  /** Shows that a step was put back, and focuses it: or the card, if it is no longer on the way. */
  function returnTo(id: string): void {
    closeOpened();
    const mount = mountOf(id);
    keepInPlace(mount?.element, render);
    noteMove();
    const isShown = look().steps[id]?.shows !== "nothing";
    (isShown ? mount?.tick : mountOf(look().card)?.title)?.focus({ preventScroll: true });
  }

  /** Opens the card of a step in place. */
  function openStep(id: string, then?: (mount: NonNullable<ReturnType<typeof mountOf>>) => void) {
    const mount = mountOf(id);
    if (!mount) return;
    expanded.step = look().current?.id === id ? undefined : id;
    keepInPlace(mount.element, render);
    noteMove();
    then?.(mount);
  }

  const target = createTarget(outline, (step) => mountOf(step)?.element, openStep);

  guide.addEventListener("beforematch", ({ target }) => {
    const step = (target as Element).closest<HTMLElement>("[data-step]")?.dataset.step;
    if (step) openStep(step);
  });
  store.subscribe(() => {
    if (isMoving) return;
    pcs.update();
    // A tick in another tab must not collapse the card around the focus.
    const used = isReceiving && document.activeElement?.closest<HTMLElement>("[data-step]");
    if (used && used.dataset.shows === "card") expanded.step = used.dataset.step;
    render();
  });
  onWindowsChange(render);
  const receive = (text: string | null) => {
    isReceiving = true;
    continueRecord.forget();
    store.receive(text);
    isReceiving = false;
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === STORAGE_KEY) receive(newValue);
    if (key === CONTINUE_STORAGE_KEY) continueRecord.forget();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) receive(readText(STORAGE_KEY));
  });
  afterReturn(() => {
    for (const { tick, id } of stepMounts.values()) {
      const state = look().steps[id]?.state;
      tick.checked = state === "done" || state === "changed";
    }
  });
  addEventListener("hashchange", () => target.open());
  startPrint(guide);
  startBeside(guide);
  startWakeLock(guide);

  // Ticks and answers that were given before this script ran (C3, W2).
  for (const id of early.ticks)
    if (progressNow().steps[id]?.state !== "done") saveState(id, "done");
  for (const { question, answer } of early.answers) takeAnswer(question, answer);
  takeBroughtAnswers(outline, {
    given: (question) => progressNow().answers[question]?.answer ?? undefined,
    words: (step, answer) =>
      mountOf(step)?.element.querySelector<HTMLElement>(`[data-answer="${answer}"]`)?.dataset
        .short ?? answer,
    take: takeAnswer,
    replace: (question, answer) => {
      takeAnswer(question, answer);
      render();
      mountOf(look().card)?.title.focus();
    },
  });
  const isThere = target.isThere();
  // Cards change their height now, and WebKit does not keep the place of a reader whose anchor is below them.
  keepInPlace(anchorOnScreen(), () => {
    guide.toggleAttribute("data-begun", look().isBegun);
    render();
  });
  startPlace();
  if (!returnToPlace()) target.open(isThere);
}

/** The steps that were ticked before this script ran. */
const earlyTicks = (guide: HTMLElement): string[] =>
  [...guide.querySelectorAll<HTMLInputElement>("[data-tick]:checked")].map(
    (tick) => tick.closest<HTMLElement>("[data-step]")?.dataset.step ?? "",
  );
