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

/** The part of `localStorage` that the store uses. Both methods may throw. */
export type ProgressStorage = {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
};

/**
 * Why progress is not stored. `blocked`: the browser forbids storage. `full`: the quota is used up.
 * `newer-release`: a later release of the site wrote the stored progress, and this older page leaves it alone.
 */
export type NotSavedReason = "blocked" | "full" | "newer-release";

/** Progress, and whether it is stored. The object is replaced on every change, never mutated. */
export type ProgressState = { progress: SavedProgress } & (
  { saving: "saved" } | { saving: "not-saved"; reason: NotSavedReason }
);

/** Progress in one tab, in sync with the browser's storage and the other tabs. */
export type ProgressStore = {
  getState: () => ProgressState;
  /** Applies a change to the newest state of all tabs and saves it. Returns what `undo` needs. */
  change: (update: (progress: SavedProgress, actor: Actor) => SavedProgress) => Change;
  /** Calls the listener after every change, from here or another tab. Returns a function that unsubscribes it. */
  subscribe: (listener: () => void) => () => void;
  /**
   * Merges what another tab stored: the `newValue` of a storage event, or the stored text when the page returns
   * from the back/forward cache. Null, a cleared storage, changes nothing: the page keeps what it shows.
   */
  receive: (text: string | null) => void;
};

const isQuotaError = (error: unknown) => error instanceof Error && /quota/i.test(error.name);

/** A random id for this tab, new on every page, so that it identifies nobody. */
const newTab = () => Math.random().toString(36).slice(2, 10);

const stateOf = (progress: SavedProgress, reason: NotSavedReason | undefined): ProgressState =>
  reason ? { progress, saving: "not-saved", reason } : { progress, saving: "saved" };

/** Creates the store. It never throws; without usable storage it works as long as the page is open. */
export const createProgressStore = (
  storage: ProgressStorage | undefined,
  now: () => number,
  tab = newTab(),
): ProgressStore => {
  const listeners = new Set<() => void>();

  /** The last text that was read or written, so that it is parsed only once. */
  let known: string | null = null;
  let parsed = parseSavedProgress(null);
  const parseOnce = (text: string | null): ParsedProgress => {
    if (text !== known) parsed = parseSavedProgress(text, parsed.progress);
    known = text;
    return parsed;
  };

  type Stored = { progress?: SavedProgress; reason?: NotSavedReason };

  const read = (): Stored => {
    if (!storage) return { reason: "blocked" };
    try {
      const { progress, problem } = parseOnce(storage.getItem(STORAGE_KEY));
      return problem === "newer" ? { progress, reason: "newer-release" } : { progress };
    } catch {
      return { reason: "blocked" };
    }
  };

  const write = (progress: SavedProgress): NotSavedReason | undefined => {
    const text = serializeProgress(progress);
    // A text that cannot be read back must not replace one that can.
    if (text.length > MAX_TEXT_CHARS) return "full";
    try {
      storage?.setItem(STORAGE_KEY, text);
      known = text;
      parsed = { progress };
      return undefined;
    } catch (error) {
      return isQuotaError(error) ? "full" : "blocked";
    }
  };

  /** Writes only if something is not stored yet: other tabs would react to a write without news. */
  const save = (progress: SavedProgress, stored: Stored): ProgressState => {
    // Compares records and not texts: releases that write them differently would answer each other without end.
    const isStored =
      stored.progress && mergeProgress(progress, stored.progress) === stored.progress;
    const reason = stored.reason ?? (isStored ? undefined : write(progress));
    return stateOf(progress, reason);
  };

  const withStored = ({ progress }: Stored) =>
    progress ? mergeProgress(state.progress, progress) : state.progress;

  const first = read();
  let state = stateOf(first.progress ?? emptyProgress(), first.reason);

  const show = (next: ProgressState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    getState: () => state,
    change: (update) => {
      const stored = read();
      const before = withStored(stored);
      // The page keeps only what can be read back: anything more would be written again and again.
      const after = readBack(update(before, { by: tab, at: now() }));
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
      if (problem === "newer") return show(stateOf(state.progress, "newer-release"));
      // Events may arrive late, and two tabs may write at the same moment without having read each other. Only
      // what is stored now tells whether anything is missing there.
      const stored = read();
      const next = save(mergeProgress(withStored(stored), theirs), stored);
      if (next.saving !== state.saving || next.progress !== state.progress) show(next);
    },
  };
};
