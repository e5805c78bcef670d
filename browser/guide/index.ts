import { answersInAddress, withoutAnswers } from "@/lib/progress/answers-in-address";
import { CONTINUE_STORAGE_KEY, type ContinueRecord } from "@/lib/progress/continue-record";
import type { GuideOutline, OutlineStep } from "@/lib/progress/guide-outline";
import { followersOf, viewGuide, type GuideView, type Expanded } from "@/lib/progress/guide-view";
import { CARD_DETAILS, licenseCardOf } from "@/lib/progress/license-card";
import {
  guideProgressOf,
  summarize,
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
import { today } from "@/lib/text/today";
import { afterReturn } from "../after-return";
import { announce } from "../announce";
import { addressWithin } from "../base-path";
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

/** “Show all steps” lasts for the visit. The pre-paint script reads it, too. */
const SHOW_ALL_KEY = "keylink:show-all";

/** How long each change has an Undo (P4); the last change keeps it, as the others have “Change”. */
const UNDO_MS = 10_000;

const root = document.documentElement;

/**
 * Connects store, view and widgets of the page's guide: lib/progress says what each widget shows, the widgets
 * report what the reader does. Then shows what is saved.
 */
export function startGuide(guide: HTMLElement, outline: GuideOutline): void {
  // Read before the radios become buttons.
  const early = { answers: earlyAnswers(guide), ticks: earlyTicks(guide) };
  const pcs = startPcs(guide, createProgressStore(openStorage(), Date.now), () => {
    changes.clear();
    expanded.step = undefined;
  });
  const { store } = pcs;
  const steps = new Map<string, OutlineStep>(
    outline.parts.flatMap((part) => part.steps.map((step) => [step.id, step])),
  );
  /** The last change of each step and its time, for its Undo. */
  const changes = new Map<string, Change & { at: number }>();
  const expanded: Expanded = {
    // If this script was late, all steps have been open: they stay so for a reader who has scrolled.
    all: readVisit(SHOW_ALL_KEY) !== null || (root.dataset.late !== undefined && scrollY > 0),
  };
  /** The change comes from another tab: “Continue” stays with the guide that is used there. */
  let isReceiving = false;
  /** The last record stored for “Continue”, unless another tab has stored a newer one. */
  let noted: string | null | undefined;
  /** `layOutNext` is on its way. */
  let isResting = false;
  /** A change in progress that renders and scrolls by itself, so the store's listener does not. */
  let isMoving = false;

  const progressNow = () => guideProgressOf(store.getState().progress, outline.guide);
  /** The last view and what it was made of: one press looks at it several times. */
  let seen: { of: unknown[]; view: GuideView } | undefined;
  const look = (): GuideView => {
    const of = [store.getState(), shownWindows(), expanded.all, expanded.step];
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
    changes.delete(step);
    const made = store.change((progress, actor) => withDaySeen(update(progress, actor), actor));
    changes.set(step, { ...made, at: Date.now() });
    isMoving = false;
  };
  /** Adds the day to a change that confirms the sentence, for the License card: Undo takes back both. */
  const withDaySeen = (progress: SavedProgress, actor: Actor): SavedProgress => {
    const own = guideProgressOf(progress, outline.guide);
    if (!licenseCard || look().verdicts.length > 0) return progress;
    return summarize(outline, own, shownWindows()).verdicts.length > 0
      ? withDetail(progress, outline.guide, CARD_DETAILS.seen, today(), actor)
      : progress;
  };
  const saveState = (id: string, state: StepRecord["state"]) => {
    const step = steps.get(id);
    if (step) save(id, (progress, actor) => withStep(progress, outline.guide, step, state, actor));
  };

  const stepMounts = new Map(
    [...guide.querySelectorAll<HTMLElement>("[data-step]")].map((element) => {
      const mount = mountStep(element, {
        isUndoable: (step) => {
          const made = changes.get(step);
          return made !== undefined && (made === last(changes) || made.at > Date.now() - UNDO_MS);
        },
        next: (step) => {
          // A done step was opened again: its button only leads back.
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
          // Saved at once, because the reader may leave the page before the next frame.
          saveState(step, done ? "done" : "open");
          // After unticking, the card stays open, because its Undo is there.
          if (done && expanded.step === step) expanded.step = undefined;
          remember(look());
          void whenIdle(() => keepInPlace(mountOf(step)?.tick, render));
        },
        open: (step) => openStep(step, (mount) => mount.title.focus({ preventScroll: true })),
        undo: (step) => {
          const made = changes.get(step);
          if (!made) return;
          changes.delete(step);
          isMoving = true;
          store.change((progress) => undo(progress, made));
          isMoving = false;
          expanded.step = undefined;
          keepInPlace(mountOf(step)?.element, render);
          mountOf(step)?.tick.focus({ preventScroll: true });
        },
        putBack: (step) => {
          saveState(step, "open");
          expanded.step = undefined;
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
      expanded.all = all;
      expanded.step = undefined;
      render();
    },
    reset: () => {
      changes.clear();
      expanded.step = undefined;
      store.change((progress, actor) => withReset(progress, outline.guide, actor));
    },
    recover: () => void store.change(withRecovery),
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
    licenseCard?.render(licenseCardOf(progressNow()));
    // Stored at once, because the reader may leave the page before the next frame.
    if (!isReceiving) remember(view);
    chapters?.render(view.chapters);
    pcs.render();
    pcs.keep(view.done);
    summary.render(view, state, expanded.all);
    document.dispatchEvent(new Event("keylink:continue"));
    if (!isResting) void whenIdle(layOutNext);
    isResting = true;
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

  /** Makes a change in a card, moves the next card to the same place and focuses its title. */
  function goOn(from: string, change: () => void): void {
    const before = mountOf(from)?.element.getBoundingClientRect().top ?? 0;
    change();
    expanded.step = undefined;
    render();
    const view = look();
    if (!expanded.all) {
      const next = mountOf(view.card);
      const told = [...stepMounts.values()].find(({ id }) => view.steps[id]?.tells);
      const words = told && need("[data-step-told]", told.element).innerText.trim();
      const title = next?.title ?? finish.title(view);
      // The consequence of an answer is read before the next card, so it takes that place instead.
      const place = (words && told?.element) || next?.element || title?.closest("article");
      if (place) bringTo(place, before);
      title?.focus({ preventScroll: true });
      // Titles end without a period; read aloud, they would run into the next line.
      if (words) announce(words.replace(/([^\s.!?:])\n+/g, "$1. "));
    }
  }

  /** Opens the card of a step in place. */
  function openStep(id: string, then?: (mount: NonNullable<ReturnType<typeof mountOf>>) => void) {
    const mount = mountOf(id);
    if (!mount) return;
    expanded.step = look().current?.id === id ? undefined : id;
    keepInPlace(mount.element, render);
    then?.(mount);
  }

  /** Stores the record for “Continue” on other pages. */
  function remember({ current, isBegun, summaryText }: GuideView): void {
    const record: ContinueRecord | undefined =
      current && isBegun
        ? {
            address: `${addressWithin(location.pathname)}#${current.id}`,
            guide: guide.dataset.guideTitle ?? "",
            pc: pcs.name(),
            step: current.title,
            number: current.number,
            summary: summaryText,
          }
        : undefined;
    const text = record ? JSON.stringify(record) : null;
    if (noted === text) return;
    // A guide that is finished or not begun removes only its own record.
    if (!text && !readText(CONTINUE_STORAGE_KEY)?.includes(`"${addressWithin(location.pathname)}#`))
      return;
    if (writeText(CONTINUE_STORAGE_KEY, text)) noted = text;
  }

  /** Saves ticks and answers that were given before this script ran (C3, W2). */
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

  /** Takes answers from the address where nothing was answered before; otherwise asks the reader (C13). */
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

  /** The step that an anchor leads to: a current step, the replacement of a former one, or the first of a part. */
  function targetOf(hash: string): string | undefined {
    const id = hash.slice(1);
    if (steps.has(id)) return id;
    const part = outline.parts.find((part) => part.id === id);
    return part?.steps[0]?.id ?? outline.aliases[id]?.[0];
  }
  const targetElement = () => mountOf(targetOf(location.hash))?.element;
  /** A reader who has scrolled away from the anchor meanwhile stays where they are. */
  function isAtTarget(): boolean {
    const target = targetElement();
    return (
      scrollY === 0 ||
      !target ||
      isAtAnchor(target) ||
      scrollY + innerHeight > root.scrollHeight - 8
    );
  }
  function openTarget(isThere = isAtTarget()): boolean {
    const step = targetOf(location.hash);
    if (step === undefined) return false;
    const target = targetElement();
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
    if (used && used.dataset.shows === "card") expanded.step = used.dataset.step;
    render();
  });
  onWindowsChange(render);
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
    if (persisted) receive(readText(STORAGE_KEY));
  });
  afterReturn(() => {
    for (const { tick, id } of stepMounts.values()) {
      const state = look().steps[id]?.state;
      tick.checked = state === "done" || state === "changed";
    }
  });
  addEventListener("hashchange", () => openTarget());
  startPrint(guide);
  startBeside(guide);
  startWakeLock(guide);

  adoptEarlyClicks();
  takeBroughtAnswers();
  const isThere = isAtTarget();
  // Cards change their height now, and WebKit does not keep the place of a reader whose anchor is below them.
  keepInPlace(anchorOnScreen(), () => {
    guide.toggleAttribute("data-begun", look().isBegun);
    render();
  });
  startPlace();
  if (!returnToPlace()) openTarget(isThere);
}

/** Whether an element stands where an address with its anchor brings it. */
const isAtAnchor = (element: Element) =>
  Math.abs(
    element.getBoundingClientRect().top - parseFloat(getComputedStyle(element).scrollMarginTop),
  ) < 8;

/** What the address leads to, if it is on the screen. */
function anchorOnScreen(): Element | undefined {
  const anchor = document.querySelector(":target");
  const box = anchor?.getClientRects()[0];
  return anchor && box && box.top >= 0 && box.top < innerHeight ? anchor : undefined;
}

const last = <V>(map: Map<string, V>): V | undefined => [...map.values()].at(-1);

/** The steps that were ticked before this script ran. */
const earlyTicks = (guide: HTMLElement): string[] =>
  [...guide.querySelectorAll<HTMLInputElement>("[data-tick]:checked")].map(
    (tick) => tick.closest<HTMLElement>("[data-step]")?.dataset.step ?? "",
  );
