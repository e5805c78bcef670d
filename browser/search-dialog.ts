import Combobox from "@github/combobox-nav";
import { containsProductKey } from "@/lib/product-key";
import {
  parseRecentSearches,
  RECENT_STORAGE_KEY,
  withoutSearch,
  withSearch,
} from "@/lib/search/recent-searches";
import type { AnswerCard, SearchAnswer, SearchResult } from "@/lib/search/types";
import { NEIGHBORS } from "@/lib/search/ranking";
import {
  ALSO_HERE,
  countText,
  RESULTS_PER_PAGE,
  resultTitle,
  searchAddress,
} from "@/lib/search/wording";
import { createAnswerCard } from "./answer-card";
import { linkTo } from "./base-path";
import { createSlot, element, makeOption, plain } from "./element";
import { guardProductKey } from "./product-key-guard";
import { createSearchSource, type SearchSource } from "./search-source";
import type { SearchReply } from "./search-worker";
import { readText, writeText } from "./storage";
import { onWindowsChange, shownWindows } from "./windows";

/** The dialog as browser/search.ts uses it. */
export type SearchDialog = { open: (opener: HTMLElement, text: string) => void };

/** Screen readers announce the count once typing pauses, not at each key (S4). */
const STATUS_DELAY_MS = 400;
/** Half a word often finds nothing, which is not worth saying. This long after the last key, the word is complete. */
const NOTHING_FOUND_DELAY_MS = 700;
/** A shorter wait is not worth mentioning. */
const LOADING_DELAY_MS = 150;

function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A row of the list. Rows are reused from key to key, because many results stay the same. */
function createRow(index: number) {
  const kind = createSlot("search-dialog-kind");
  const title = createSlot("search-dialog-title");
  // Two lines high even while it is empty, so that nothing moves when the text arrives.
  const context = createSlot("search-dialog-context");
  const link = element("a", "search-dialog-option", kind.slot, title.slot, context.slot);
  makeOption(link, `dialog-result-${index}`);
  const also = Array.from({ length: NEIGHBORS }, (_, number) => {
    const neighbor = element("a", "search-dialog-option text-[0.95rem]");
    neighbor.dataset.also = "";
    makeOption(neighbor, `dialog-result-${index}-${number}`);
    return neighbor;
  });
  return {
    /** The row, and the other answers on its page. */
    links: [link],
    show(result: SearchResult, card?: AnswerCard): void {
      const { section, windows, otherVersionOnly, exact, snippet, whole, neighbors = [] } = result;
      const { above, title: text, within } = resultTitle(result);
      const version = windows
        ? ` · Windows ${windows} only${otherVersionOnly ? ` (shown now: Windows ${shownWindows()})` : ""}`
        : "";
      link.href = linkTo(result.address);
      kind.fill(plain(`${exact ? "Exact match · " : ""}${above}${version}`));
      title.fill(plain(within ? `${text} › ${within}` : text));
      context.fill(...snippet);
      const isOfCard = card?.section.startsWith(`${section}#`);
      const { classList } = context.slot;
      classList.toggle("search-dialog-whole", !!whole && !within && !isOfCard);
      // The lead of a page is a brief as well.
      classList.toggle("search-dialog-answer", !!whole && result.address.includes("#a-"));
      this.links = [link, ...also.slice(0, neighbors.length)];
      for (const [i, { address, heading: question = "" }] of neighbors.entries()) {
        const neighbor = also[i];
        if (!neighbor) continue;
        neighbor.href = linkTo(address);
        neighbor.replaceChildren(`${ALSO_HERE} `, element("bdi", "text-accent", question));
      }
    },
  };
}

/** Creates the dialog. Its results are real links; Enter with nothing marked goes to /search (S3). */
export function createSearchDialog(): SearchDialog {
  const dialog = element("dialog", "search-dialog no-print");
  dialog.setAttribute("aria-label", "Search");
  const field = element("input", "field");
  Object.assign(field, {
    id: "dialog-search",
    name: "q",
    type: "text",
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
  const closeButton = button("button", "Close", () => dialog.close());
  const submitButton = element("button", "button button-primary", "Search");
  submitButton.setAttribute("type", "submit");
  const form = element(
    "form",
    "search-dialog-form",
    field,
    windowsField,
    submitButton,
    closeButton,
  );
  form.action = linkTo("/search");
  // Shown at once, announced once typing pauses.
  const seenStatus = element("p", "search-dialog-status");
  seenStatus.ariaHidden = "true";
  const status = element("p", "sr-only");
  status.setAttribute("role", "status");
  const list = element("div", "");
  list.id = "dialog-results";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const help = element("div", "search-dialog-help");
  dialog.append(form, seenStatus, status, help, list);
  document.body.append(dialog);
  const rows = Array.from({ length: RESULTS_PER_PAGE }, (_, index) => createRow(index));
  const card = createAnswerCard();
  const all = element("a", "search-dialog-option search-dialog-all");
  makeOption(all, "dialog-result-all");
  const combobox = new Combobox(field, list, { tabInsertsSuggestions: false });

  let opener: HTMLElement | undefined;
  let source: SearchSource | undefined;
  let statusTimer: ReturnType<typeof setTimeout> | undefined;
  let loadingTimer: ReturnType<typeof setTimeout> | undefined;
  let nothingTimer: ReturnType<typeof setTimeout> | undefined;
  /** Only the newest query may show its results. */
  let newest = { id: 0, typed: "" };
  /** The query whose results are in the list. */
  let shownId = 0;

  const say = (text: string, delay = STATUS_DELAY_MS) => {
    seenStatus.textContent = text;
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => (status.textContent = text), delay);
  };

  const showResults = (results: SearchResult[], answer?: AnswerCard) => {
    const isShown = results.length > 0;
    combobox.clearSelection();
    // start and stop also set aria-expanded.
    if (isShown && list.hidden) combobox.start();
    if (!isShown && !list.hidden) combobox.stop();
    list.hidden = !isShown;
    if (answer) card.show(answer);
    for (const [i, result] of results.entries()) rows[i]?.show(result, answer);
    const links = [
      ...(answer ? [card.link] : []),
      ...rows.slice(0, results.length).flatMap((row) => row.links),
      all,
    ];
    // Only what is not in its place is moved, which saves layout.
    for (const [i, each] of links.entries())
      if (list.children[i] !== each) list.insertBefore(each, list.children[i] ?? null);
    while (list.children.length > links.length) list.lastElementChild?.remove();
  };

  const link = (address: string, text: string) => {
    const made = element("a", "", text);
    made.href = linkTo(address);
    return element("li", "", made);
  };

  function showAnswer(answer: SearchAnswer, typed: string): void {
    help.replaceChildren();
    if (answer.safety) {
      const lawful = element("a", "", "see what your screen says");
      lawful.href = linkTo("/messages");
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
    if (answer.explained) {
      const { code, title, detail, means } = answer.explained;
      const more = element("a", "", "More about it");
      more.href = linkTo(`/errors/${code.toLowerCase()}`);
      const name = element("strong", "", `${code}: ${title}. `);
      help.append(element("p", "note", name, detail ? `${detail} ` : "", means, " ", more));
    }
    if (answer.output)
      help.append(
        element("p", "note", element("strong", "", "Output of a license command. "), answer.output),
      );
    if (answer.language) {
      const { title, text } = answer.language;
      const more = element("a", "", "Windows in another language");
      more.href = linkTo("/articles/windows-in-another-language");
      help.append(element("p", "note", element("strong", "", `${title}. `), text, " ", more));
    }
    if (answer.correctedTo) {
      const literal = element("a", "", `Search for “${answer.correctedFrom ?? typed}” instead`);
      literal.href = linkTo(searchAddress(answer.query, shownWindows(), { literal: true }));
      help.append(element("p", "", `Showing results for “${answer.correctedTo}”. `, literal));
    }
    if (answer.results.length > 0) {
      all.textContent = `All results for “${typed.slice(0, 80)}”`;
      all.href = linkTo(searchAddress(answer.query, shownWindows()));
    }
    showResults(answer.results, answer.card);
    if (answer.total > 0) say(countText(answer));
    else {
      // Shown only: by the time it would be announced, there is a count.
      say("Go on typing …", NOTHING_FOUND_DELAY_MS + STATUS_DELAY_MS);
      nothingTimer = setTimeout(() => showNothingFound(answer), NOTHING_FOUND_DELAY_MS);
    }
  }

  function showNothingFound(answer: SearchAnswer): void {
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
    say(countText(answer));
  }

  /** Adds the snippets that were fetched meanwhile. The marked row stays marked. */
  function fillSnippets({ results, card: answer }: SearchAnswer): void {
    if (answer) card.show(answer);
    for (const [i, result] of results.entries())
      if (result.snippet.length > 0) rows[i]?.show(result, answer);
  }

  function showFailure(): void {
    showResults([]);
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

  const recent = () => parseRecentSearches(readText(RECENT_STORAGE_KEY));
  const keepRecent = (list: string[]) =>
    writeText(RECENT_STORAGE_KEY, list.length > 0 ? JSON.stringify(list) : null);
  /** Remembers only searches that were followed by opening a result or by Enter. */
  const remember = () => keepRecent(withSearch(recent(), field.value));

  /** Shows examples and recent searches below the empty field. */
  function showBeginning(): void {
    showResults([]);
    help.replaceChildren(
      element(
        "p",
        "text-muted",
        "For example: 0xC004F211 · new motherboard · add account button missing",
      ),
    );
    const searches = recent();
    if (searches.length === 0) return;
    const forget = (left: string[], said: string) => {
      keepRecent(left);
      showBeginning();
      field.focus();
      say(said, 0);
    };
    help.append(
      element("h2", "", "Recent searches, kept in this browser only"),
      element(
        "ul",
        "search-dialog-recent",
        ...searches.map((text) => {
          const again = button("button button-small", text, () => {
            field.value = text;
            field.focus();
            update();
          });
          const remove = button("button button-small", "×", () =>
            forget(withoutSearch(recent(), text), `“${text}” deleted`),
          );
          remove.setAttribute("aria-label", `Delete “${text}”`);
          return element("li", "", again, remove);
        }),
      ),
      button("button button-small", "Delete all", () => forget([], "Recent searches deleted")),
    );
  }

  function listen(reply: SearchReply): void {
    if (reply.id !== newest.id) return;
    clearTimeout(loadingTimer);
    if ("isLate" in reply) {
      say("The search is slow to load, so the server is asked …", 0);
      return;
    }
    try {
      if ("answer" in reply && shownId === reply.id) fillSnippets(reply.answer);
      else if ("answer" in reply) showAnswer(reply.answer, newest.typed);
      else if ("failed" in reply) showFailure();
      else {
        showResults([]);
        help.replaceChildren();
        say("This looks like part of a product key, so it is not sent.", 0);
      }
    } catch (error) {
      // An answer that cannot be rendered counts as a failure.
      console.error(error);
      showFailure();
    }
    shownId = "answer" in reply ? reply.id : 0;
    list.ariaBusy = null;
  }

  function ask(typed: string): void {
    newest = { id: newest.id + 1, typed };
    const options = { windows: shownWindows(), limit: RESULTS_PER_PAGE };
    try {
      // The source starts loading what it needs when it is created.
      source ??= createSearchSource(listen);
      if (typed.trim() !== "") source.ask({ id: newest.id, query: typed, options });
    } catch (error) {
      console.error(error);
      listen({ id: newest.id, failed: true });
    }
  }

  function update(): void {
    guardProductKey(field);
    const typed = field.value;
    clearTimeout(loadingTimer);
    clearTimeout(nothingTimer);
    // The previous query's count is outdated, and this one's may arrive after the pause.
    clearTimeout(statusTimer);
    const isEmpty = typed.trim() === "";
    list.ariaBusy = isEmpty ? null : "true";
    // While results are shown, loading newer ones needs no message.
    if (list.hidden && !isEmpty)
      loadingTimer = setTimeout(() => say("Loading the search …", 0), LOADING_DELAY_MS);
    ask(typed);
    if (!isEmpty) return;
    say("", 0);
    showBeginning();
  }

  field.addEventListener("input", update);
  // The library marks the first row on some keys; nothing may be marked before an arrow key (S3).
  field.addEventListener(
    "keydown",
    (event) => {
      // Chromium would first empty the field. Escape closes at once and keeps the text.
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
    else remember();
  });
  // Rows are reused for other results: a click counts only if its row still shows what was pressed.
  let pressed: string | undefined;
  list.addEventListener("pointerdown", ({ target }) => {
    pressed = (target as Element).closest("a")?.href;
  });
  dialog.addEventListener("click", (event) => {
    const target = event.target as Element;
    const row = target.closest<HTMLAnchorElement>("[role=option]");
    // A click without a pointer (Enter, assistive technology) has no pointerdown before it.
    if (row && (event as PointerEvent).pointerType && row.href !== pressed) {
      event.preventDefault();
      return;
    }
    // A click on the backdrop targets the dialog itself.
    if (target === dialog) dialog.close();
    if (row) remember();
    // A result on this very page only scrolls, so the dialog has to be closed.
    const chosen = target.closest("a");
    if (chosen && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  dialog.addEventListener("close", () => {
    opener?.focus();
    if (opener instanceof HTMLInputElement && opener.name === "q") {
      opener.value = field.value;
      // Typing on starts a new search, as in the dialog itself.
      opener.select();
    }
  });
  onWindowsChange(() => {
    if (dialog.open) update();
  });

  return {
    open: (from, text) => {
      if (dialog.open) {
        field.focus();
        return;
      }
      opener = from;
      const isNew = text !== "" && text !== field.value;
      if (isNew) field.value = text;
      dialog.showModal();
      field.focus();
      if (!isNew) field.select();
      update();
    },
  };
}
