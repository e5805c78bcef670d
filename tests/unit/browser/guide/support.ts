import type { GuideView, StepView } from "@/lib/progress/guide-view";

/** What browser/guide/ clones; components/guide/guide-actions.tsx renders it for readers. */
const ACTIONS = `<template id="guide-actions">
  <button data-action="change">Change <span data-of></span></button>
  <button data-action="undo">Undo <span data-of></span></button>
  <button data-action="put-back">Put it back <span data-of></span></button>
  <button data-action="answer"></button>
  <p data-action="recovery"><span data-recovery-text></span> <button data-recover>Bring them back</button></p>
</template>`;

/** Makes a page of the markup and returns its first element. */
export function pageOf(markup: string): HTMLElement {
  document.body.innerHTML = markup + ACTIONS;
  return document.body.firstElementChild as HTMLElement;
}

/** Gives the page this address, below http://localhost. */
export function setAddress(address: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL: (url: string) => void } };
  happyDOM.setURL(`http://localhost${address}`);
}

export const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`The fixture has no “${selector}”.`);
  return found;
};

export const textOf = (selector: string): string => find(selector).textContent ?? "";

/** How many changes a browser would have to lay out. */
export function changesDuring(run: () => void): number {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  run();
  const { length } = observer.takeRecords();
  observer.disconnect();
  return length;
}

export const stepView = (own: Partial<StepView> = {}): StepView => ({
  shows: "line",
  state: "open",
  isCertain: true,
  isOnWay: true,
  isCurrent: false,
  tells: false,
  decides: false,
  ...own,
});

export const guideView = (own: Partial<GuideView> = {}): GuideView => ({
  steps: {},
  parts: [],
  chapters: [],
  total: 3,
  done: 0,
  skipped: 0,
  isBegun: false,
  minutesText: "6 minutes",
  timeText: "About 6 minutes",
  summaryText: "3 steps, about 6 minutes",
  verdicts: [],
  ...own,
});

/** A step of an outline without a question. */
export const step = (id: string) => ({ id, title: id, minutes: 1, revision: 1 });
