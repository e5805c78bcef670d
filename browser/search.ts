import type { Windows } from "@/lib/windows/version";
import { linkTo } from "./base-path";
import { guardProductKey } from "./product-key-guard";
import type { SearchDialog } from "./search-dialog";
import { SEARCH_SHORTCUT_EVENT } from "./search-shortcut";
import { onWindowsChange, shownWindows } from "./windows";

/** Address of the dialog's bundle, written here by scripts/build-browser.ts. */
declare const SEARCH_DIALOG: string;
/** See ./base-path.ts; esbuild cannot take its functions out of a template. */
declare const BASE_PATH: string;

let dialog: Promise<SearchDialog> | undefined;

/**
 * The dialog's code, loaded on first use. A failed download is not remembered: the next attempt
 * tries again.
 */
function loadDialog(): Promise<SearchDialog> {
  dialog ??= (import(SEARCH_DIALOG) as Promise<{ createSearchDialog: () => SearchDialog }>)
    .then(({ createSearchDialog }) => createSearchDialog())
    .catch((error: unknown) => {
      dialog = undefined;
      throw error;
    });
  return dialog;
}

/**
 * Opens the dialog with what was typed while it loaded. If it does not load, falls back to the field itself
 * or to /search.
 */
function open(opener: HTMLElement, field?: HTMLInputElement): void {
  const takeTyped = () => {
    const typed = document.pendingSearch?.typed ?? "";
    delete document.pendingSearch;
    return (field?.value ?? "") + typed;
  };
  loadDialog().then(
    (loaded) => {
      loaded.open(opener, takeTyped());
      // The text has moved into the dialog. A field that opened it gets the text back when it closes.
      if (field && field !== opener) field.value = "";
    },
    () => {
      const typed = takeTyped();
      const plainField = headerField();
      if (plainField && isShown(plainField)) plainField.focus();
      else if (plainField?.form && typed) {
        plainField.value = typed;
        plainField.form.requestSubmit();
      } else location.assign(linkTo("/search"));
    },
  );
}

const headerField = () =>
  document.querySelector<HTMLInputElement>("[data-search-form=header] [name=q]");
const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

/** Wires the search forms: the guard against product keys in all of them, the dialog in the header's. */
export function startSearch(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-search-form]")) {
    const field = form.querySelector<HTMLInputElement>("input[name=q]");
    if (!field) continue;
    // Our own check explains more than the pattern's bubble.
    field.removeAttribute("pattern");
    field.addEventListener("input", () => guardProductKey(field));
    form.addEventListener("submit", (event) => {
      if (guardProductKey(field)) event.preventDefault();
    });
  }

  const field = headerField();
  const form = field?.form;
  const opener = form?.querySelector<HTMLElement>("[data-search-opener]");
  if (!form || !field || !opener) return;
  const visibleOpener = () => (isShown(field) ? field : opener);
  const prepare = () => void loadDialog().catch(() => undefined);

  form.addEventListener("pointerenter", prepare, { once: true });
  field.addEventListener("focus", prepare);
  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.ctrlKey) return;
    event.preventDefault();
    // What is typed while the dialog loads moves into it.
    field.focus();
    open(field, field);
  });
  field.addEventListener("input", () => {
    if (field.value) open(field, field);
  });
  opener.addEventListener("click", (event) => {
    if (isShown(field) && field.value) return;
    event.preventDefault();
    open(opener);
  });

  const openPending = () => {
    const pending = document.pendingSearch;
    if (!pending) return;
    const { from } = pending;
    open(from instanceof HTMLElement && from !== document.body ? from : visibleOpener(), field);
  };
  document.addEventListener(SEARCH_SHORTCUT_EVENT, openPending);
  // The shortcut may have been pressed before this script ran.
  openPending();

  // Pasted where nothing takes text, as into a step of a guide: words of a screen, which the search reads.
  document.addEventListener("paste", (event) => {
    if ((event.target as Element).closest("input, textarea, select, [contenteditable], dialog"))
      return;
    const typed = event.clipboardData?.getData("text/plain").trim();
    if (!typed) return;
    event.preventDefault();
    // What the last search left there is not a part of this one.
    field.value = "";
    document.pendingSearch = { from: document.activeElement, typed };
    openPending();
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-ask]"))
    button.addEventListener("click", () => open(button));

  // Links to results send the shown version, as the forms do (S5).
  const sendVersion = (windows: Windows) => {
    for (const link of document.querySelectorAll(
      `a[href^="${BASE_PATH}/search?"]:not([data-windows-link])`,
    )) {
      const address = link.getAttribute("href") ?? "";
      link.setAttribute("href", address.replace(/(?<=[?&]windows=)\d+/, windows));
    }
  };
  sendVersion(shownWindows());
  onWindowsChange(sendVersion);
}

/** Opens the dialog where no server answers /search: offline, and in the static export (app/offline/search). */
export function startSearchHere(): void {
  const field = document.querySelector<HTMLInputElement>("[data-search-here] input[name=q]");
  const query = new URLSearchParams(location.search).get("q");
  if (!field || !query) return;
  field.value = query;
  if (!guardProductKey(field)) open(field, field);
}
