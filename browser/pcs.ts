import { CONTINUE_STORAGE_KEY, parseContinueRecord } from "@/lib/progress/continue-record";
import { viewBoard, type BoardPc } from "@/lib/progress/board";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { lastDeletedPc, withPcBack } from "@/lib/progress/deleted-pc";
import { currentPc, isLinkFragment, pcsOf, withPcInUse } from "@/lib/progress/pcs";
import { createProgressStore, type NotSavedReason } from "@/lib/progress/progress-store";
import { STORAGE_KEY } from "@/lib/progress/saved-progress";
import { WINDOWS_STORAGE_KEY } from "@/lib/windows/version";
import { linkTo } from "./base-path";
import { need } from "./guide/need";
import { addPc, deletePc, renamePc } from "./pcs/tools";
import { becomeReady } from "./idle";
import { showNotice } from "./notice";
import { openStorage, readText, writeText } from "./storage";
import { shownWindows } from "./windows";

/* The board of the reader's PCs (components/pcs/pcs-board.tsx). */

const SAVING: Record<NotSavedReason | "saved", string> = {
  saved:
    "This list is saved in this browser only. If you clear the browser, it is gone: print it or move it.",
  blocked:
    "Your browser does not let this site save. What you do here lasts as long as this page is open: move it by link or file.",
  full: "The browser’s storage is full. What you do here lasts as long as this page is open: move it to a file.",
  "newer-release":
    "A newer version of this page saved your PCs. Reload the page; until then nothing is saved.",
};

const guides = JSON.parse(need("#board-guides", document).textContent ?? "") as BoardGuide[];
const store = createProgressStore(openStorage(), Date.now);
const list = need("[data-board]", document);
const { content } = need<HTMLTemplateElement & HTMLElement>("#pc-card", document);

/** Focuses a button of a PC's card. */
const focusIn = (id: string, button: "go" | "edit" | "copy") =>
  list.querySelector<HTMLElement>(`[data-id="${id}"] [data-pc-${button}]`)?.focus();

/** A card of the board. */
function makeCard(row: BoardPc, isFirst: boolean): HTMLElement {
  const card = need("li", content).cloneNode(true) as HTMLElement;
  const { pc, next, state } = row;
  card.dataset.state = state;
  card.dataset.id = pc.id;
  const texts = {
    name: pc.label,
    system: row.system,
    state: row.stateText,
    note: row.note,
    verified: row.verified,
    came:
      pc.card.origin === "yes"
        ? "Yes"
        : pc.card.origin === "no"
          ? "No, bought separately"
          : "Not noted yet",
    account: pc.card.account ?? "Not noted yet",
    next: next.text,
    go: next.label,
  };
  for (const [part, text] of Object.entries(texts))
    need(`[data-pc="${part}"]`, card).textContent = text;
  for (const slot of card.querySelectorAll(".sr-only")) slot.textContent = `: ${pc.label}`;

  const go = need<HTMLAnchorElement>("[data-pc-go]", card);
  go.href = linkTo(next.address);
  go.classList.toggle("button-primary", isFirst && state !== "proven" && state !== "organization");
  // The linked page shows the PC in use.
  go.addEventListener("click", () => {
    store.change((progress, actor) => withPcInUse(progress, pc.id, actor));
    if (pc.windows) writeText(WINDOWS_STORAGE_KEY, pc.windows);
  });
  need("[data-pc-edit]", card).addEventListener("click", () =>
    renamePc(store, pc, () => focusIn(pc.id, "edit")),
  );
  need("[data-pc-remind]", card).addEventListener("click", () =>
    load(import("./pcs/reminder"), ({ askForReminder }) => askForReminder(pc)),
  );
  const copy = need<HTMLButtonElement>("[data-pc-copy]", card);
  // No clipboard over plain HTTP (O6).
  copy.hidden = !window.isSecureContext;
  copy.addEventListener("click", () =>
    load(import("./pcs/copy-for-support"), ({ copyForSupport }) =>
      copyForSupport(guides, store, pc, list.dataset.linked ?? "", () => focusIn(pc.id, "copy")),
    ),
  );
  const remove = need<HTMLButtonElement>("[data-pc-delete]", card);
  remove.hidden = pcsOf(store.getState().progress).length < 2;
  remove.addEventListener("click", () => {
    deletePc(store, pc, () => focusIn(pc.id, "go"));
    need("[data-add]", document).focus();
  });
  return card;
}

function render(): void {
  const state = store.getState();
  const board = viewBoard(guides, state.progress, shownWindows());
  need("[data-board-summary]", document).textContent = board.summary;
  const focused = document.activeElement;
  const place = focused?.closest<HTMLElement>("[data-id]")?.dataset.id;
  const action = [...(focused?.attributes ?? [])].find(({ name }) => name.startsWith("data-pc-"));
  list.replaceChildren(...board.pcs.map((row, index) => makeCard(row, index === 0)));
  // The cards have been replaced: restore the focus.
  if (place && action)
    list.querySelector<HTMLElement>(`[data-id="${place}"] [${action.name}]`)?.focus();
  need("[data-board-saving]", document).textContent =
    SAVING[state.saving === "saved" ? "saved" : state.reason];

  const deleted = lastDeletedPc(state.progress);
  const line = need("[data-board-deleted]", document);
  line.replaceChildren();
  if (!deleted) return;
  const back = document.createElement("button");
  Object.assign(back, { type: "button", className: "text-button", textContent: "Bring it back" });
  back.addEventListener("click", () => {
    store.change((progress, actor) => withPcBack(progress, deleted.id, actor));
    focusIn(deleted.id, "go");
  });
  line.append(`Deleted last: ${deleted.name}. `, back);
}

const add = need("[data-add]", document);
add.addEventListener("click", () => addPc(store, () => add.focus()));
need("[data-move]", document).addEventListener("click", () =>
  load(import("./pcs/move"), ({ openMove }) => openMove(store, guides)),
);
// Prints each PC with a QR code for a phone; without codes if they do not load.
need("[data-print-all]", document).addEventListener("click", () => {
  void import("./pcs/qr")
    .then(({ linkCode }) => {
      for (const card of list.querySelectorAll<HTMLElement>("[data-id]"))
        need("[data-pc-code]", card).replaceChildren(
          linkCode(guides, store.getState().progress, card.dataset.id ?? ""),
          "Scan it to go on with a phone.",
        );
    })
    .catch(() => undefined)
    .then(() => window.print());
});

/** The PC that the record for “Continue” is about. */
let inUse = currentPc(store.getState().progress).id;

/** Keeps the name in the record for “Continue”. One about another PC goes: its step would be looked for on this one. */
function followInContinue(): void {
  const { progress } = store.getState();
  const { id, label } = currentPc(progress);
  const record = parseContinueRecord(readText(CONTINUE_STORAGE_KEY));
  const pc = pcsOf(progress).length > 1 ? label : undefined;
  if (record && id !== inUse) writeText(CONTINUE_STORAGE_KEY, null);
  else if (record && record.pc !== pc)
    writeText(CONTINUE_STORAGE_KEY, JSON.stringify({ ...record, pc }));
  inUse = id;
  document.dispatchEvent(new Event("keylink:continue"));
}

/** Removes progress from the address's fragment at once, then asks the reader what to do with it. */
function takeFragment(): void {
  const fragment = location.hash;
  if (!isLinkFragment(fragment)) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  load(import("./pcs/move"), ({ takeLink }) => takeLink(store, guides, fragment));
}

/** Uses a lazily loaded part, or says that it did not load. */
function load<Part>(part: Promise<Part>, use: (part: Part) => void): void {
  part.then(use, () =>
    showNotice("This part did not load. Check the connection, then reload the page.", [
      { label: "OK", run: () => undefined },
    ]),
  );
}
addEventListener("hashchange", takeFragment);
store.subscribe(render);
store.subscribe(followInContinue);
addEventListener("storage", ({ key, newValue }) => {
  if (key === STORAGE_KEY) store.receive(newValue);
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) store.receive(readText(STORAGE_KEY));
});
render();
takeFragment();

void becomeReady();
