/** A button of a notice. */
export type NoticeAction = { label: string; run: () => void };

/** Removes the notice, if there is one. */
export function dismissNotice(): void {
  document.querySelector("[data-notice]")?.remove();
}

/**
 * Shows a quiet notice at the lower edge: no dialog, no focus, no layout shift. A new one replaces the previous one.
 * `passes`: it goes once the reader presses something in the steps of a guide, which it would cover on a phone.
 */
export function showNotice(text: string, actions: NoticeAction[], passes = false): void {
  dismissNotice();
  const notice = document.createElement("section");
  notice.dataset.notice = "";
  notice.setAttribute("aria-label", "Notice");
  notice.className = "notice no-print";
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "status");
  const buttons = document.createElement("div");
  buttons.className = "notice-actions";
  for (const { label, run } of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = label;
    button.addEventListener("click", () => {
      notice.remove();
      run();
    });
    buttons.append(button);
  }
  notice.append(paragraph, buttons);
  document.body.append(notice);
  if (passes)
    document
      .querySelector("[data-guide] > .guide-rest")
      ?.addEventListener("click", () => notice.remove(), { once: true, capture: true });
  // Filled only once it is in the page, so that screen readers announce it.
  paragraph.textContent = text;
}
