/*
 * Keeps expensive responses from overloading the server: a few are computed at once, some wait in a queue, and
 * responses that are ready come first.
 */

/** After this long, a response no longer delays the next one, even if its reader has not received all of it. */
const LONGEST_MS = 5_000;

/**
 * Returns `enter`, which calls `work` when its turn comes or returns `false` when the queue is full, and `pass`, which
 * notes a response that need not wait. A request whose `response` is closed while it waits is dropped; a finished one
 * frees its slot. Work does not begin while passing responses are being sent, but waits at most `pauseMs` for them.
 *
 * @typedef {import("node:events").EventEmitter} Closable
 * @param {{ atOnce: number, waiting: number, pauseMs: number }} limits
 * @returns {{ enter: (response: Closable, work: () => void) => boolean, pass: (response: Closable) => void }}
 */
export function createGate({ atOnce, waiting, pauseMs }) {
  let working = 0;
  let passing = 0;
  /** When work may begin although responses are passing. */
  let pauseEnds = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let pause;
  /** In the order of arrival. @type {Set<() => void>} */
  const queue = new Set();
  const proceed = () => {
    const [turn] = queue;
    if (!turn || working === atOnce) return;
    clearTimeout(pause);
    const left = pauseEnds - performance.now();
    if (passing > 0 && left > 0) {
      pause = setTimeout(proceed, left);
      return;
    }
    queue.delete(turn);
    turn();
  };
  /** @type {(response: Closable, work: () => void) => boolean} */
  const enter = (response, work) => {
    // Also in a pause, when nothing works and the queue grows all the same.
    if (queue.size >= waiting) return false;
    const turn = () => {
      working += 1;
      let isDone = false;
      const done = () => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        working -= 1;
        pauseEnds = performance.now() + pauseMs;
        // Not immediately: requests that arrived meanwhile come first.
        setImmediate(proceed);
      };
      const timer = setTimeout(done, LONGEST_MS);
      response.once("close", done);
      work();
    };
    queue.add(turn);
    response.once("close", () => queue.delete(turn));
    proceed();
    return true;
  };
  /** @type {(response: Closable) => void} */
  const pass = (response) => {
    passing += 1;
    response.once("close", () => {
      passing -= 1;
      if (passing === 0) setImmediate(proceed);
    });
  };
  return { enter, pass };
}
