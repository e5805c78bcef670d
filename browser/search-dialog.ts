import Combobox from "@github/combobox-nav";
import { loadIndex } from "@/lib/search/engine";
import { containsProductKey } from "@/lib/search/product-key";
import type { SearchAnswer, SearchIndex, SearchResult } from "@/lib/search/types";
import { countText, KIND_TEXTS, RESULTS_PER_PAGE, searchAddress } from "@/lib/search/wording";
import { guardProductKey } from "./search";
import { onWindowsChange, shownWindows } from "./windows";

/** What browser/search.ts needs of the dialog. */
export type SearchDialog = { open: (opener: HTMLElement, text: string) => void };

/** Screen readers hear the count once typing pauses, not at each key (S4). */
const STATUS_DELAY_MS = 400;

let loading: Promise<SearchIndex> | undefined;

/** The index, loaded once. A failed download is retried at the next key, not remembered (S4). */
function load(): Promise<SearchIndex> {
  const text = (address: string) =>
    fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: expected 200, got ${response.status}`);
      return response.text();
    });
  const { searchIndex = "", searchTexts = "" } = document.documentElement.dataset;
  loading ??= Promise.all([text(searchIndex), text(searchTexts)])
    .then(([index, texts]) => loadIndex(index, texts))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function option(result: SearchResult, index: number): HTMLAnchorElement {
  const { address, kind, title, heading, snippet, windows, otherVersionOnly, exact } = result;
  const badges = element(
    "span",
    "search-dialog-kind",
    exact ? "Exact match · " : "",
    KIND_TEXTS[kind],
  );
  if (windows)
    badges.append(` · Windows ${windows} only${otherVersionOnly ? " (not the one you see)" : ""}`);
  const context = element("span", "search-dialog-context");
  for (const { text, marked } of snippet) context.append(marked ? element("mark", "", text) : text);
  const link = element(
    "a",
    "search-dialog-option",
    badges,
    element("span", "search-dialog-title", heading ? `${title} › ${heading}` : title),
    context,
  );
  link.href = address;
  link.id = `dialog-result-${index}`;
  link.setAttribute("role", "option");
  return link;
}

/** Makes the dialog. Its results are real links; Enter with nothing marked goes to /search (S3). */
export function createSearchDialog(): SearchDialog {
  const dialog = element("dialog", "search-dialog no-print");
  dialog.setAttribute("aria-label", "Search");
  const field = element("input", "field");
  Object.assign(field, {
    id: "dialog-search",
    name: "q",
    type: "search",
    maxLength: 1000,
    placeholder: "A sentence, a code or a question",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: false,
    enterKeyHint: "search",
  });
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-label", "Search"],
    ["aria-expanded", "false"],
    ["aria-controls", "dialog-results"],
    ["aria-autocomplete", "list"],
  ] as const)
    field.setAttribute(name, value);
  const windowsField = element("input", "");
  Object.assign(windowsField, { type: "hidden", name: "windows" });
  const closeButton = element("button", "button", "Close");
  closeButton.type = "button";
  closeButton.dataset.close = "";
  const form = element("form", "search-dialog-form", field, windowsField, closeButton);
  form.action = "/search";
  form.setAttribute("role", "search");
  const status = element("p", "search-dialog-status");
  status.setAttribute("role", "status");
  const list = element("div", "");
  list.id = "dialog-results";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const help = element("div", "search-dialog-help");
  dialog.append(form, status, help, list);
  document.body.append(dialog);
  const combobox = new Combobox(field, list, { tabInsertsSuggestions: false });

  let opener: HTMLElement | undefined;
  let statusTimer: ReturnType<typeof setTimeout> | undefined;
  /** Only the newest query may show its results. */
  let newest = 0;

  const say = (text: string, delay = STATUS_DELAY_MS) => {
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => (status.textContent = text), delay);
  };

  const showOptions = (options: HTMLElement[]) => {
    combobox.stop();
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    field.removeAttribute("aria-activedescendant");
    if (options.length > 0) combobox.start();
    field.setAttribute("aria-expanded", String(options.length > 0));
  };

  const link = (href: string, text: string) => {
    const made = element("a", "", text);
    made.href = href;
    return element("li", "", made);
  };

  function showAnswer(answer: SearchAnswer, typed: string): void {
    const options = answer.results.map(option);
    help.replaceChildren();
    if (answer.safety) {
      const lawful = element("a", "", "see what your screen says");
      lawful.href = "/messages";
      help.append(
        element(
          "p",
          "note note-warn",
          "Activators and scripts from the web run with full rights on your PC and make no license. Windows works without activation for now: first ",
          lawful,
          ".",
        ),
      );
    }
    if (answer.correctedTo)
      help.append(element("p", "", `Showing results for “${answer.correctedTo}”.`));
    if (options.length > 0) {
      const all = element(
        "a",
        "search-dialog-option search-dialog-all",
        `All results for “${typed.slice(0, 80)}”`,
      );
      all.href = searchAddress(answer.query, shownWindows());
      all.id = "dialog-result-all";
      all.setAttribute("role", "option");
      options.push(all);
    } else {
      help.append(
        element(
          "ul",
          "",
          ...answer.suggestions.spellings.map((spelling) =>
            link(searchAddress(spelling, shownWindows()), `Search for “${spelling}”`),
          ),
          ...answer.suggestions.codes.map((code) =>
            link(`/errors/${code.toLowerCase()}`, `A code near yours: ${code}`),
          ),
          link("/messages", "Choose the sentence on your screen"),
          link("/errors", "See all error codes"),
          link("/guides", "See the guides"),
        ),
      );
    }
    showOptions(options);
    say(countText(answer));
  }

  function showFailure(): void {
    showOptions([]);
    say("The search could not be loaded.", 0);
    help.replaceChildren(
      element(
        "p",
        "",
        "Check the connection. The search tries again with your next key. Or take the plain way:",
      ),
      element(
        "ul",
        "",
        link(searchAddress(field.value, shownWindows()), "Search on a page of its own"),
      ),
    );
  }

  function update(): void {
    newest += 1;
    const mine = newest;
    const typed = field.value;
    if (typed.trim() === "") {
      showOptions([]);
      say("", 0);
      help.replaceChildren(
        element(
          "p",
          "text-muted",
          "For example: 0xC004F211 · new motherboard · add account button missing",
        ),
      );
      return;
    }
    const slow = setTimeout(() => {
      if (mine === newest) say("Loading the search …", 0);
    }, 150);
    load()
      .then((index) => {
        if (mine === newest)
          showAnswer(
            index.search(typed, { windows: shownWindows(), limit: RESULTS_PER_PAGE }),
            typed,
          );
      })
      .catch(() => {
        if (mine === newest) showFailure();
      })
      .finally(() => clearTimeout(slow));
  }

  field.addEventListener("input", () => {
    guardProductKey(field);
    update();
  });
  // The library marks the first row on some keys; here nothing is marked until an arrow key (S3).
  field.addEventListener(
    "keydown",
    (event) => {
      // Chromium would empty the field first; one key closes, and the text is kept.
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        dialog.close();
      }
      if (
        event.key === "Enter" &&
        !event.isComposing &&
        !field.getAttribute("aria-activedescendant")
      ) {
        event.stopImmediatePropagation();
        if (containsProductKey(field.value)) event.preventDefault();
      }
    },
    true,
  );
  form.addEventListener("submit", (event) => {
    windowsField.value = shownWindows();
    if (guardProductKey(field) || field.value.trim() === "") event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    const target = event.target as Element;
    // A click on the backdrop hits the dialog itself.
    if (target === dialog || target.closest("[data-close]")) dialog.close();
    // A result on this very page only moves the view: nothing would close the dialog.
    const chosen = target.closest("a");
    if (chosen && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  dialog.addEventListener("close", () => {
    if (opener instanceof HTMLInputElement && opener.name === "q") opener.value = field.value;
    opener?.focus();
  });
  onWindowsChange(update);

  return {
    open: (from, text) => {
      if (dialog.open) {
        field.focus();
        return;
      }
      opener = from;
      if (text) field.value = text;
      dialog.showModal();
      field.focus();
      if (!text) field.select();
      update();
    },
  };
}
