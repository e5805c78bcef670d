import { describe, expect, test, vi } from "vitest";
import { guideProgressOf, undo, withReset, withStep } from "@/lib/progress/progress";
import {
  createProgressStore,
  type ProgressStorage,
  type ProgressStore,
} from "@/lib/progress/progress-store";
import { MAX_DETAIL_CHARS, MAX_TEXT_CHARS, STORAGE_KEY } from "@/lib/progress/saved-progress";
import { fixtureText, NOW, outline } from "./fixtures";

const GUIDE = outline.guide;

/** Storage in memory; `full` and `blocked` make it throw what browsers throw. */
const fakeStorage = (text?: string) => {
  const items = new Map(text === undefined ? [] : [[STORAGE_KEY, text]]);
  const storage = {
    trouble: undefined as "full" | "blocked" | undefined,
    text: () => items.get(STORAGE_KEY) ?? null,
    getItem: (key: string) => {
      if (storage.trouble === "blocked") throw new DOMException("denied", "SecurityError");
      return items.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      if (storage.trouble === "full") throw new DOMException("full", "QuotaExceededError");
      if (storage.trouble === "blocked") throw new DOMException("denied", "SecurityError");
      items.set(key, value);
    },
  };
  return storage;
};

const openTab = (storage: ProgressStorage | undefined, start = NOW) => {
  let time = start;
  return createProgressStore(storage, () => time++);
};

const tick = (store: ProgressStore, id: string, state: "done" | "open" = "done") =>
  store.change((progress, actor) => withStep(progress, GUIDE, { id, revision: 1 }, state, actor));

const doneIn = (store: ProgressStore) =>
  Object.entries(guideProgressOf(store.getState().progress, GUIDE).steps)
    .filter(([, { state }]) => state === "done")
    .map(([id]) => id)
    .sort();

test("keeps progress for the next visit", () => {
  const storage = fakeStorage();
  tick(openTab(storage), "administrator");
  const nextVisit = openTab(storage);
  expect(doneIn(nextVisit)).toEqual(["administrator"]);
  expect(nextVisit.getState().saving).toBe("saved");
});

test("writes nothing before the reader does something", () => {
  const storage = fakeStorage();
  openTab(storage);
  expect(storage.text()).toBeNull();
});

test("tells its listeners, until they leave, and gives the same state between changes", () => {
  const store = openTab(fakeStorage());
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  tick(store, "administrator");
  expect(listener).toHaveBeenCalledTimes(1);
  expect(store.getState()).toBe(store.getState());
  leave();
  tick(store, "device-list");
  expect(listener).toHaveBeenCalledTimes(1);
});

test("hands out what undo needs", () => {
  const store = openTab(fakeStorage());
  const change = tick(store, "administrator");
  store.change((progress) => undo(progress, change));
  expect(doneIn(store)).toEqual([]);
});

describe("two tabs", () => {
  test("never overwrite each other, even when no event arrives", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    tick(one, "administrator");
    tick(two, "device-list");
    expect(doneIn(openTab(storage))).toEqual(["administrator", "device-list"]);
  });

  test("follow each other", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    const listener = vi.fn();
    two.subscribe(listener);
    tick(one, "administrator");
    two.receive(storage.text());
    expect(doneIn(two)).toEqual(["administrator"]);
    expect(listener).toHaveBeenCalledTimes(1);
    two.receive(storage.text());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("do not answer an event that tells them nothing new", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    tick(one, "administrator");
    const setItem = vi.spyOn(storage, "setItem");
    two.receive(`${storage.text()} `);
    two.receive(storage.text());
    expect(setItem).not.toHaveBeenCalled();
  });

  test("recover when both write at the same moment", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    tick(one, "administrator");
    // What the second tab stores when it has not seen the first one's write.
    const blind = fakeStorage();
    tick(openTab(blind), "device-list");
    storage.setItem(STORAGE_KEY, blind.text() ?? "");

    one.receive(storage.text());
    two.receive(storage.text());

    expect(doneIn(one)).toEqual(["administrator", "device-list"]);
    expect(doneIn(two)).toEqual(["administrator", "device-list"]);
    expect(doneIn(openTab(storage))).toEqual(["administrator", "device-list"]);
  });

  test("lose nothing to an event that arrives late", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    tick(one, "administrator");
    const late = fakeStorage();
    tick(openTab(late), "device-list");
    tick(two, "activation-page");

    one.receive(late.text());

    const all = ["activation-page", "administrator", "device-list"];
    expect(doneIn(one)).toEqual(all);
    expect(doneIn(openTab(storage))).toEqual(all);
  });

  test("agree on a reset", () => {
    const storage = fakeStorage();
    const [one, two] = [openTab(storage), openTab(storage)];
    tick(one, "administrator");
    two.receive(storage.text());
    one.change((progress, actor) => withReset(progress, GUIDE, actor));
    two.receive(storage.text());
    expect(doneIn(two)).toEqual([]);
  });

  test("keep what is on the page when storage is emptied", () => {
    const store = openTab(fakeStorage());
    tick(store, "administrator");
    store.receive(null);
    expect(doneIn(store)).toEqual(["administrator"]);
  });

  test("keep what is on the page when another one stores nonsense", () => {
    const storage = fakeStorage();
    const store = openTab(storage);
    tick(store, "administrator");
    storage.setItem(STORAGE_KEY, "nonsense");
    store.receive("nonsense");
    expect(doneIn(store)).toEqual(["administrator"]);
    expect(doneIn(openTab(storage))).toEqual(["administrator"]);
  });
});

describe("without usable storage", () => {
  test("works for as long as the page is open when there is none", () => {
    const store = openTab(undefined);
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "blocked" });
    tick(store, "administrator");
    expect(doneIn(store)).toEqual(["administrator"]);
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "blocked" });
  });

  test("works when storage throws", () => {
    const storage = fakeStorage();
    storage.trouble = "blocked";
    const store = openTab(storage);
    tick(store, "administrator");
    tick(store, "device-list");
    expect(doneIn(store)).toEqual(["administrator", "device-list"]);
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "blocked" });
  });

  test("says that storage is full, and saves all of it once there is room", () => {
    const storage = fakeStorage();
    const store = openTab(storage);
    storage.trouble = "full";
    tick(store, "administrator");
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "full" });
    storage.trouble = undefined;
    tick(store, "device-list");
    expect(store.getState()).toMatchObject({ saving: "saved" });
    expect(doneIn(openTab(storage))).toEqual(["administrator", "device-list"]);
  });

  test("does not write a text that it could not read back", () => {
    const storage = fakeStorage();
    const store = openTab(storage);
    tick(store, "administrator");
    const former = storage.text();
    const note = { value: "x".repeat(MAX_DETAIL_CHARS), n: 1, by: "", at: NOW };
    const endless = Object.fromEntries(
      Array.from({ length: MAX_TEXT_CHARS / MAX_DETAIL_CHARS }, (_, index) => [`n${index}`, note]),
    );
    store.change((progress) => ({
      ...progress,
      computers: {
        ...progress.computers,
        x1: { details: endless, guides: {} },
      },
    }));
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "full" });
    expect(storage.text()).toBe(former);
  });

  test("never overwrites what a newer release stored", () => {
    const newer = fixtureText("newer-schema");
    const storage = fakeStorage(newer);
    const store = openTab(storage);
    tick(store, "administrator");
    expect(doneIn(store)).toEqual(["administrator"]);
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "newer-release" });
    expect(storage.text()).toBe(newer);
  });

  test("stops writing when a newer release opens in another tab", () => {
    const newer = fixtureText("newer-schema");
    const storage = fakeStorage();
    const store = openTab(storage);
    tick(store, "administrator");
    storage.setItem(STORAGE_KEY, newer);
    store.receive(newer);
    expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "newer-release" });
    tick(store, "device-list");
    expect(doneIn(store)).toEqual(["administrator", "device-list"]);
    expect(storage.text()).toBe(newer);
  });
});

test("says that a newer release took over before the reader has done anything", () => {
  const store = openTab(fakeStorage());
  store.receive(fixtureText("newer-schema"));
  expect(store.getState()).toMatchObject({ saving: "not-saved", reason: "newer-release" });
});

test("begins afresh over broken data, without an error", () => {
  const storage = fakeStorage('{"schema":1,"comp');
  const store = openTab(storage);
  expect(doneIn(store)).toEqual([]);
  tick(store, "administrator");
  expect(doneIn(openTab(storage))).toEqual(["administrator"]);
});

test("keeps unknown guides and steps when it writes", () => {
  const storage = fakeStorage(fixtureText("older-release"));
  tick(openTab(storage), "device-list");
  expect(storage.text()).toContain("a-guide-that-is-gone");
  expect(storage.text()).toContain("note-the-key");
});
