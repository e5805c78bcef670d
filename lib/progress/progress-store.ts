import type { Change } from "./progress";
import {
  emptyProgress,
  MAX_TEXT_CHARS,
  mergeProgress,
  parseSavedProgress,
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
  change: (update: (progress: SavedProgress, now: number) => SavedProgress) => Change;
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

/** Makes the store. It never throws; without usable storage it works for as long as the page is open. */
export const createProgressStore = (
  storage: ProgressStorage | undefined,
  now: () => number,
): ProgressStore => {
  const listeners = new Set<() => void>();

  const read = (): { progress?: SavedProgress; reason?: NotSavedReason } => {
    if (!storage) return { reason: "blocked" };
    try {
      const { progress, problem } = parseSavedProgress(storage.getItem(STORAGE_KEY), now());
      return problem === "newer" ? { progress, reason: "newer-release" } : { progress };
    } catch {
      return { reason: "blocked" }; // The state says it.
    }
  };

  const write = (progress: SavedProgress): NotSavedReason | undefined => {
    const text = serializeProgress(progress);
    // What cannot be read back must not replace what can.
    if (text.length > MAX_TEXT_CHARS) return "full";
    try {
      storage?.setItem(STORAGE_KEY, text);
      return undefined;
    } catch (error) {
      return isQuotaError(error) ? "full" : "blocked"; // The state says it.
    }
  };

  const toState = (progress: SavedProgress, reason: NotSavedReason | undefined): ProgressState =>
    reason ? { progress, saving: "not-saved", reason } : { progress, saving: "saved" };

  const first = read();
  let state = toState(first.progress ?? emptyProgress(), first.reason);

  const show = (next: ProgressState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const change: ProgressStore["change"] = (update) => {
    const stored = read();
    const before = stored.progress
      ? mergeProgress(state.progress, stored.progress)
      : state.progress;
    const after = update(before, now());
    show(toState(after, stored.reason ?? write(after)));
    return { before, after };
  };

  return {
    getState: () => state,
    change,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: (text) => {
      if (text === null) return;
      const { progress: theirs, problem } = parseSavedProgress(text, now());
      if (problem === "newer") return show(toState(state.progress, "newer-release"));
      const merged = mergeProgress(state.progress, theirs);
      const [ourText, theirText, mergedText] = [state.progress, theirs, merged].map(
        serializeProgress,
      );
      // Two tabs may write at the same moment, and the later one then has not read the earlier.
      // Compared as parsed, so that two releases which write differently do not answer each other for ever.
      if (mergedText !== theirText) change((progress) => mergeProgress(progress, theirs));
      else if (mergedText !== ourText) show(toState(merged, undefined));
    },
  };
};
