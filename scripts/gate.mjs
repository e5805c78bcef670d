/*
 * Keeps expensive responses from overloading the server: a few are computed at once, some wait in a queue, and
 * in between the server sends responses that are ready.
 */

/** After this long, a response no longer delays the next one, even if its reader has not received all of it. */
const LONGEST_MS = 5_000;

/**
 * Returns a function that calls `work` when its turn comes, or returns `false` when the queue is full. A request
 * whose `response` is closed while it waits is dropped; a finished one frees its slot.
 *
 * @param {{ atOnce: number, waiting: number }} limits
 * @returns {(response: import("node:events").EventEmitter, work: () => void) => boolean}
 */
export function createGate({ atOnce, waiting }) {
  let working = 0;
  /** In the order of arrival. @type {Set<() => void>} */
  const queue = new Set();
  const proceed = () => {
    const [turn] = queue;
    if (!turn || working === atOnce) return;
    queue.delete(turn);
    turn();
  };
  return (response, work) => {
    if (working === atOnce && queue.size >= waiting) return false;
    const turn = () => {
      working += 1;
      let isDone = false;
      const done = () => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        working -= 1;
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
}
