import type { Actor, Change } from "./progress";
import {
  emptyProgress,
  MAX_TEXT_CHARS,
  mergeProgress,
  type ParsedProgress,
  parseSavedProgress,
  readBack,
  type SavedProgress,
  serializeProgress,
  STORAGE_KEY,
} from "./saved-progress";

/** What the store needs of `localStorage`. Both may throw. */
export type ProgressStorage = {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
};

/**
 * Why progress lives in this page only. `blocked`: the browser does not let the site store anything.
 * `full`: there is no room. `newer-release`: a later release of the site wrote the store, and this
 * page, still the old one, leaves it alone.
 */
export type NotSavedReason = "blocked" | "full" | "newer-release";

/** Progress and whether it is kept. The object is replaced when either changes, never edited. */
export type ProgressState = { progress: SavedProgress } & (
  { saving: "saved" } | { saving: "not-saved"; reason: NotSavedReason }
);

/** Progress in one tab, kept together with the browser's storage and the other tabs. */
export type ProgressStore = {
  getState: () => ProgressState;
  /** Applies a change to the newest state of all tabs and saves it. The answer is what `undo` needs. */
  change: (update: (progress: SavedProgress, actor: Actor) => SavedProgress) => Change;
  /** Calls the listener after every change, from here or another tab, until the answer is called. */
  subscribe: (listener: () => void) => () => void;
  /**
   * Takes in what another tab stored: the `newValue` of a storage event, or what stands in storage
   * when the page comes back from the browser's memory. Null, an emptied storage, changes nothing:
   * what the reader sees on the page stays.
   */
  receive: (text: string | null) => void;
};

const isQuotaError = (error: unknown) => error instanceof Error && /quota/i.test(error.name);

/** A name for this tab that no other has. It is no one's name: made anew with every page. */
const newTab = () => Math.random().toString(36).slice(2, 10);

const isSame = (a: SavedProgress, b: SavedProgress) =>
  a === b || serializeProgress(a) === serializeProgress(b);

/** Makes the store. It never throws; without usable storage it works for as long as the page is open. */
export const createProgressStore = (
  storage: ProgressStorage | undefined,
  now: () => number,
  tab = newTab(),
): ProgressStore => {
  const listeners = new Set<() => void>();

  /** The last text that was read or written, so that it is parsed once. */
  let known: { text: string | null; parsed: ParsedProgress } = {
    text: null,
    parsed: parseSavedProgress(null),
  };
  const parseOnce = (text: string | null): ParsedProgress => {
    if (text !== known.text) known = { text, parsed: parseSavedProgress(text) };
    return known.parsed;
  };

  type Stored = { progress?: SavedProgress; reason?: NotSavedReason };

  const read = (): Stored => {
    if (!storage) return { reason: "blocked" };
    try {
      const { progress, problem } = parseOnce(storage.getItem(STORAGE_KEY));
      return problem === "newer" ? { progress, reason: "newer-release" } : { progress };
    } catch {
      return { reason: "blocked" }; // The state says it.
    }
  };

  const write = (progress: SavedProgress, text: string): NotSavedReason | undefined => {
    // What cannot be read back must not replace what can.
    if (text.length > MAX_TEXT_CHARS) return "full";
    try {
      storage?.setItem(STORAGE_KEY, text);
      known = { text, parsed: { progress } };
      return undefined;
    } catch (error) {
      return isQuotaError(error) ? "full" : "blocked"; // The state says it.
    }
  };

  /** Writes what is not stored yet, and only that: a write that says nothing new would be answered. */
  const save = (progress: SavedProgress, stored: Stored): ProgressState => {
    // Compared as parsed, so that two releases which write differently do not answer each other for ever.
    const isStored = stored.progress && isSame(progress, stored.progress);
    const reason =
      stored.reason ?? (isStored ? undefined : write(progress, serializeProgress(progress)));
    return reason ? { progress, saving: "not-saved", reason } : { progress, saving: "saved" };
  };

  const withStored = ({ progress }: Stored) =>
    progress ? mergeProgress(state.progress, progress) : state.progress;

  const first = read();
  const progress = first.progress ?? emptyProgress();
  let state: ProgressState = first.reason
    ? { progress, saving: "not-saved", reason: first.reason }
    : { progress, saving: "saved" };

  const show = (next: ProgressState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    getState: () => state,
    change: (update) => {
      const stored = read();
      const before = withStored(stored);
      const changed = update(before, { by: tab, at: now() });
      // The page shows what can be read back: what it kept beyond that, it would write again and again.
      const after = readBack(changed) ?? changed;
      show(save(after, stored));
      return { before, after };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: (text) => {
      if (text === null) return;
      const { progress: theirs, problem } = parseOnce(text);
      if (problem === "newer")
        return show({ progress: state.progress, saving: "not-saved", reason: "newer-release" });
      // An event may arrive late, and two tabs may write at the same moment: the later one then has
      // not read the earlier. What is stored by now decides whether anything is missing there.
      const stored = read();
      const next = save(mergeProgress(withStored(stored), theirs), stored);
      const isNews = next.saving !== state.saving || !isSame(next.progress, state.progress);
      if (isNews) show(next);
    },
  };
};
